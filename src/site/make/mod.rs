//! Pages, made when they are due: from the plan to the values that templates consume.

mod about;
mod account;
mod catalogue;
mod chrome;
mod coverage;
mod entry;
mod facts;
mod head;
mod home;
mod item;
mod listing;
mod missing;
mod page;
mod plan;
mod project;
mod register;
mod related;
mod row;
mod section;
mod sheet;

pub(in crate::site) use chrome::fixed;
pub use entry::TONGUE;
pub use page::Material;
