//! What will be published, as plain values.

pub mod json;
pub mod page;

mod escape;
mod href;
mod index;
mod links;
mod list;
mod make;
mod missing;
mod others;
mod paging;
mod plan;
mod publish;
mod route;
mod rules;
mod whole;

pub use href::Href;
pub use index::{ApiFile, News, Shape};
pub use links::Bearing;
pub use list::ListId;
pub use make::{Material, TONGUE};
pub use paging::Paging;
pub use plan::plan;
pub use publish::{FileFacts, Published, exposed};
pub use route::{PageId, Part};
pub use rules::{BROKEN_LINK, FAMILY};
pub use whole::Site;
