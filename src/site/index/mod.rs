//! The machine-readable files, made when they are due: from the plan to the shapes of [`json`](super::json).

mod accounts;
mod api;
mod catalogue;
mod changes;
mod coverage;
mod entries;
mod exceptions;
mod feed;
mod institutions;
mod interaction;
mod interpretations;
mod limit;
mod organisations;
mod plans;
mod projects;
mod registers;
mod site_map;
mod websites;

pub use api::{ApiFile, DataFormat, Shape, api, api_address, api_files, api_index};
pub use feed::{Feed, FeedEntry, feed, feed_address, feed_entries};
pub use site_map::{SiteMapFile, map_entry, site_map};
