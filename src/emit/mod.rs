//! Values to bytes: HTML, JSON, feeds. Touches no disk.

mod asset;
mod csv;
mod escape;
mod fault;
mod feed_atom;
mod feed_json;
mod host;
mod html;
mod json;
mod national_form;
mod package;
mod paper;
pub mod search;
mod sitemap;
mod template;
mod theme;
mod xlsx;

pub use asset::Asset;
pub use asset::FILES as DEFAULT_THEME;
pub use csv::{csv, csv_head, csv_row};
pub use fault::Fault;
pub use feed_atom::atom;
pub use feed_json::feed_json;
pub use host::{HostSettings, Server, host};
pub use html::{PageShell, SectionShell, Shared, page_shell, render, section_shell, write_values};
pub use json::{json, json_line};
pub use national_form::national_form;
pub use paper::paper;
pub use sitemap::{SitemapEntry, robots, sitemap, sitemap_index};
pub use theme::{Theme, ThemeFile};
pub use xlsx::xlsx;
