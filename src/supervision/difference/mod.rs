//! Two states of a catalogue compared: what was added, removed, moved and changed, key by key, as values; and the forms in which
//! that is told.

mod compare;
#[allow(clippy::module_inception, reason = "the room is named after the value that all others serve")]
mod difference;
mod group;
mod human;
mod identity;
mod json;
mod keys;
mod kind;
mod limit;
mod notice;
mod order;
mod record;
mod rows;
mod rows_change;
mod shown;

pub use compare::{Side, compare};
pub use difference::Difference;
pub use human::human;
pub use json::json;
pub use notice::notice;
pub use record::recorded;
pub use rows::RowsPair;
