//! A live preview for the author, without a disk or a socket: what a browser is answered that asks for a page of the project as it
//! is now.

mod address;
mod failed;
mod frame;
mod html;
mod kept;
mod media_type;
mod panel;
mod request;
mod response;
mod row;
mod standing;
mod state;
mod view;

pub use failed::Failed;
pub use frame::EVENTS;
pub use kept::Kept;
pub use request::{Method, Request};
pub use response::Response;
pub use view::{Judged, View};
