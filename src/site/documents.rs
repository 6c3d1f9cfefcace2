//! Documents: which entries are any, of what class, and which are in force no more.

use crate::{
    day::Day,
    model::Entry,
    record::schema,
    site::entry_facts::validity,
    vocabulary::{DocumentClass, EntryKind, Validity},
};

/// The class of a document that binds: of the others nothing is written, or 其他.
pub fn binding(entry: &Entry) -> Option<DocumentClass> {
    entry.record.get(schema::Entry::DOCUMENT_CLASS).filter(|&it| it != DocumentClass::Other)
}

/// Whether the entry stands in the list of documents: what its kind says, or a class that binds.
pub fn is_document(entry: &Entry) -> bool {
    entry.kind == EntryKind::Document || binding(entry).is_some()
}

/// Since when a document is in force no more; none while it is, in part or as amended too. Where no day is written, that of its
/// publication stands for it, so that it has its place.
pub fn ended(entry: &Entry, today: Day) -> Option<Day> {
    let record = &entry.record;
    let is_over = |it: Validity| matches!(it, Validity::Lapsed | Validity::Repealed);
    let expires = record.get(schema::Entry::EXPIRES).filter(|&day| day < today);
    // Of nearly all neither is true, and nothing more is asked of them.
    if expires.is_none() && !record.get(schema::Entry::VALIDITY).is_some_and(is_over) {
        return None;
    }
    validity(entry, today).filter(|&it| is_over(it))?;
    record.get(schema::Entry::SINCE).or(expires).or(entry.published_day())
}
