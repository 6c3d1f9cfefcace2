//! What became of the catalogue, as its keepers wrote it down.

use super::{EntryId, ItemId};
use crate::{
    day::Day,
    record::{Record, schema},
    vocabulary::CatalogueChange,
};

/// A change of an item.
#[derive(Debug)]
pub struct Change {
    /// The day of it.
    pub on: Day,
    pub kind: CatalogueChange,
    /// The item, where the catalogue has it today.
    pub item: Option<ItemId>,
    /// The entry that announced it.
    pub notice: Option<EntryId>,
    /// As written: title, field, what, reason, basis.
    pub record: Record<schema::Change>,
}
