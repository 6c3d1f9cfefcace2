//! Which tables and keys there are, table by table.

mod declare;
mod entry;
mod item;
mod kind;
mod lookup;
mod organisation;
mod plan;
mod policy;
mod site;
mod things;

pub use entry::ENTRY;
pub use kind::own;
pub use lookup::{TABLES, catalogue, entry_key, is_list, kinds_with};
pub use policy::LEVELS;
