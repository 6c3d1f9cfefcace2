//! All schemas together, and how a key is looked up.

use super::{
    entry::ENTRY,
    item::{FIELD, ITEM},
    kind::own,
    organisation::ORGANISATION,
    plan::{BASE, PLAN, RECTIFICATION, SCORE, TASK},
    policy::{ALLOW, LEVEL, NIL, NOT_APPLICABLE, PRIVACY, SETTINGS},
    site::{PUBLISH, SITE},
    things::{ACCOUNT, GONE, PROJECT, REDIRECT, REGISTER, SYNONYM, WEBSITE, WORD, YEAR},
};
use crate::{
    record::{Key, Schema},
    vocabulary::{EntryKind, Word as _},
};

/// The tables of the catalogue, in the order of the reference.
pub static TABLES: &[&Schema] = &[
    &SITE,
    &PUBLISH,
    &SETTINGS,
    &LEVEL,
    &PRIVACY,
    &ORGANISATION,
    &FIELD,
    &ITEM,
    &PLAN,
    &TASK,
    &RECTIFICATION,
    &SCORE,
    &BASE,
    &PROJECT,
    &ACCOUNT,
    &WEBSITE,
    &REGISTER,
    &ALLOW,
    &NIL,
    &NOT_APPLICABLE,
    &REDIRECT,
    &GONE,
    &YEAR,
    &WORD,
    &SYNONYM,
];

/// Tables that stand once in a catalogue, as `[site]`; the others are lists, `[[item]]`.
const SINGLE: &[&str] = &["site", "publish", "settings", "levels", "privacy"];

/// The catalogue's table called `name`.
pub fn catalogue(name: &str) -> Option<&'static Schema> {
    TABLES.iter().copied().find(|table| table.name == name)
}

/// Whether the catalogue's table `name` is a list, written `[[name]]`.
pub fn is_list(name: &str) -> bool {
    catalogue(name).is_some() && !SINGLE.contains(&name)
}

/// The key `name` of entries of `kind`; without a kind, of entries of any.
pub fn entry_key(kind: Option<EntryKind>, name: &str) -> Option<&'static Key> {
    ENTRY.key(name).or_else(|| match kind {
        Some(kind) => own(kind).iter().find(|key| key.name == name),
        None => EntryKind::ALL.iter().find_map(|&kind| own(kind).iter().find(|key| key.name == name)),
    })
}

/// The kinds of entry that take the key `name` as their own.
pub fn kinds_with(name: &str) -> Vec<EntryKind> {
    EntryKind::ALL.iter().copied().filter(|&kind| own(kind).iter().any(|key| key.name == name)).collect()
}
