//! Pages, made when they are due: from the plan to the values that templates consume.

pub(in crate::site) mod coverage;

mod about;
mod account;
mod catalogue;
mod chrome;
mod entry;
mod exception;
mod facts;
mod form;
mod head;
mod history;
mod home;
mod item;
mod labelled;
mod link;
mod listing;
mod map;
mod material;
mod not_found;
mod page;
mod plan;
mod project;
mod qr;
mod relation;
mod row;
mod section;
mod sheet;
mod strip;
mod strip_text;
mod text;

pub use chrome::chrome;
pub(in crate::site) use chrome::fixed;
pub use chrome::nav_item;
pub use link::root;
pub use material::{Material, tables_of};
pub use page::{fill, page};
pub use section::{section, section_of};
pub use text::{TONGUE, filled};
