//! The machine-readable files, made when they are due: from the plan to the shapes of [`json`](super::json).

mod accounts;
mod api;
mod catalogue;
mod changes;
mod coverage;
mod entries;
mod entry_table;
mod exceptions;
mod feed;
mod institutions;
mod interaction;
mod interpretations;
mod limit;
mod national_form;
mod open_data;
mod organisations;
mod plans;
mod projects;
mod registers;
mod search;
mod site_map;
mod websites;

pub use api::{ApiFile, DataFormat, Shape, api, api_address, api_files, api_index, entry_text};
pub use entry_table::{ENTRY_HEADS, entry_row, entry_row_state};
pub use feed::{Feed, FeedEntry, feed, feed_address, feed_entries, feed_json_address};
pub use national_form::{FormColumn, NationalForm};
pub use open_data::{OPEN_DATA, OPEN_DATA_TITLE, has_open_data, open_data, open_data_entries, opening_lists};
pub use search::{
    SearchDocument, is_lapsed, search_documents, search_facts, search_kinds, search_organisations, search_years,
};
pub use site_map::{SiteMapFile, site_map};
