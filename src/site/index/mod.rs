//! The machine-readable files, made when they are due: from the plan to the shapes of [`json`](super::json).

mod api;
mod catalogue;
mod coverage;
mod entries;
mod exceptions;
mod feed;
mod institutions;
mod interaction;
mod limit;
mod organisations;
mod plans;
mod registers;
mod site_map;

pub use api::{ApiFile, RegisterFormat, Shape, api, api_address, api_files, api_index};
pub use feed::{Feed, FeedEntry, feed, feed_address, feed_entries};
pub use site_map::{SiteMapFile, map_entry, site_map};
