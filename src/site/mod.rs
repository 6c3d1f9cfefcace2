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
#[allow(clippy::module_inception, reason = "the room is named after the type that all others serve")]
mod site;

pub use href::Href;
pub use index::{ApiFile, Feed, FeedEntry, Shape, SiteMapFile};
pub use links::Bearing;
pub use make::{Material, TONGUE};
pub use paging::Paging;
pub use plan::plan;
pub use publish::{FileFacts, Published, exposed, local};
pub use route::{PageId, Part};
pub use rules::RULES;
pub use site::Site;
