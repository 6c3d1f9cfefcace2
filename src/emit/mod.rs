//! Values to bytes: HTML, JSON, feeds. Touches no disk.

mod asset;
mod embedded;
mod escape;
mod fault;
mod feed;
mod html;
mod json;
mod sitemap;
mod template;
mod theme;

pub use asset::Asset;
pub use fault::Fault;
pub use feed::{Feed, FeedEntry, atom};
pub use html::Frame;
pub use json::{json, json_line};
pub use sitemap::{SITEMAP_LIMIT, SitemapEntry, robots, sitemap, sitemap_index};
pub use theme::{Theme, ThemeFile};
