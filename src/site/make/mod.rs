//! Pages, made when they are due: from the plan to the values that templates consume.

pub(in crate::site) mod coverage;

mod about;
mod account;
mod catalogue;
mod chrome;
mod contact;
mod entry;
mod facts;
mod field;
mod head;
mod home;
mod item;
mod link;
mod listing;
mod map;
mod material;
mod nav;
mod not_found;
mod page;
mod pager;
mod plan;
mod project;
mod register;
mod relations;
mod row;
mod section;
mod sheet;
mod text;
mod tombstone;

pub use chrome::chrome;
pub use link::root;
pub use material::{Material, tables_of};
pub(in crate::site) use nav::fixed;
pub use nav::nav_item;
pub use page::{fill, page};
pub use section::{section, section_of};
pub use text::{TONGUE, filled};
