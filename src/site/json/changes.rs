//! `changes.json`: what became of the catalogue, and what was taken down.

use schemars::JsonSchema;
use serde::Serialize;

use super::Str;

/// Changes of the catalogue and withdrawals, as of a day.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Changes<'a> {
    pub as_of: Str<'a>,
    /// The page, a whole address.
    pub url: Str<'a>,
    /// The latest day first.
    pub changes: Vec<Change<'a>>,
    /// The latest first.
    pub withdrawals: Vec<Withdrawal<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Change<'a> {
    pub on: Str<'a>,
    /// added, removed, moved, changed.
    pub kind: Str<'a>,
    pub kind_label: Str<'a>,
    /// `field/item`, where it is said; the catalogue need not have it any more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<Str<'a>>,
    pub item_label: Str<'a>,
    /// The title of its field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field_label: Option<Str<'a>>,
    /// What was changed, one text for each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub what: Vec<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Str<'a>>,
    /// On which documents.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Str<'a>>,
    /// The index number of the entry that announced it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<Str<'a>>,
}

/// What was taken down: its number, day and reason, and nothing of what it said.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Withdrawal<'a> {
    /// Its tombstone, a whole address.
    pub url: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub index_number: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Str<'a>>,
}
