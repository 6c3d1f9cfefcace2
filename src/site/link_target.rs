//! Where a link of a text leads.

use super::Href;
use crate::model::EntryId;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// To an entry on this site, perhaps to the heading of that place.
    Entry(EntryId, Option<u32>),
    /// To the tombstone of what was taken down, by its place in `Model::lost`; none where nothing ever stood there.
    Withdrawn(Option<u32>),
    /// To a file that the entry publishes, by its place among them.
    File(u32),
    /// As written: another host, a mail address, a place on the same page.
    AsWritten,
    /// To an entry that is not public, or to nothing.
    Nowhere,
}

/// What of a link the key of a page depends on: it stands for the address that the page prints, and costs less to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkKey<'a> {
    /// The entry whose address is printed.
    Entry(EntryId),
    /// Anything else as it is printed; none for a link that leads nowhere.
    Other(Option<Href<'a>>),
}
