//! The machine-readable files, made when they are due: from the plan to the shapes of [`json`](super::json).

mod api;
mod catalogue;
mod coverage;
mod entry;
mod feed;
mod organisation;
mod plan;
mod site_map;

pub use api::{ApiFile, Shape};
pub use feed::{Feed, FeedEntry};
pub use site_map::SiteMapFile;
