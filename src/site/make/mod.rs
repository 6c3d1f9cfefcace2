//! Pages, made when they are due: from the plan to the values that templates consume.

pub(in crate::site) mod coverage;

mod about;
mod account;
mod archive;
mod budget;
mod catalogue;
mod chart;
mod chrome;
mod entry;
mod exception;
mod facts;
mod head;
mod home;
mod item;
mod link;
mod linked_data;
mod listing;
mod map;
mod material;
mod month;
mod not_found;
mod organisation;
mod page;
mod plan;
mod project;
mod register;
mod row;
mod section;
mod sheet;
mod text;

pub(in crate::site) use about::list_title;
pub use chrome::chrome;
pub(in crate::site) use chrome::fixed;
pub use chrome::nav_item;
pub use link::root;
pub use material::{Material, tables_of};
pub use page::{fill, page};
pub use section::{section, section_of};
pub use text::{TONGUE, filled};
