//! The log of changes of the catalogue, and of what was taken down.

use serde::Serialize;

use super::{Download, Label, Link, Str};
use crate::site::Href;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Changes<'a> {
    pub title: Str<'a>,
    /// A sentence about it.
    pub lead: Str<'a>,
    /// The catalogue.
    pub catalogue: Link<'a>,
    /// The changes of a day that one notice announced, the latest first.
    pub groups: Vec<ChangeGroup<'a>>,
    /// What was taken down, the latest first.
    pub withdrawals: Vec<Withdrawal<'a>>,
    pub downloads: Vec<Download<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ChangeGroup<'a> {
    /// `YYYY-MM-DD`.
    pub on: Str<'a>,
    /// The entry that announced them.
    pub notice: Option<Link<'a>>,
    pub changes: Vec<Change<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Change<'a> {
    /// added, removed, moved, changed.
    pub kind: Label<'a>,
    /// 公开事项.
    pub title: Str<'a>,
    /// Its page, where the catalogue still has it.
    pub href: Option<Href<'a>>,
    /// 一级事项.
    pub field: Str<'a>,
    /// What was changed.
    pub what: Vec<Str<'a>>,
    /// Why.
    pub reason: Option<Str<'a>>,
    /// On which documents.
    pub basis: Vec<Str<'a>>,
}

/// What was taken down: never its title or text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Withdrawal<'a> {
    /// Its index number, else its address.
    pub name: Str<'a>,
    /// Its tombstone.
    pub href: Href<'a>,
    /// `YYYY-MM-DD`; empty where no day is said.
    pub on: Str<'a>,
    pub reason: Option<Str<'a>>,
}
