//! TOML → records: every key known or told, every value of its shape or told, and read on wherever the meaning is clear.

mod fault;
mod list;
mod missing;
mod number;
mod read;
mod scope;
mod table;
mod time;
mod unknown;
mod value;
mod word;
mod wrong;

pub(super) use read::{Reader, parse};
pub(super) use scope::{Own, Scope};
pub use unknown::kind_keys;
pub(super) use unknown::nearest_table;
