//! The page of public enterprises and institutions.

use serde::Serialize;

use super::{Counted, EntryRow, Fact, Label, Link, Str};
use crate::site::Href;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Institutions<'a> {
    pub title: Str<'a>,
    /// A sentence about them.
    pub lead: Str<'a>,
    /// What the bodies that supervise publish of it: rules, catalogue, appraisal.
    pub supervision: Vec<Counted<'a>>,
    pub institutions: Vec<Institution<'a>>,
}

/// An institution (公共企事业单位).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Institution<'a> {
    /// Its id: the anchor.
    pub id: Str<'a>,
    pub sector: Option<Label<'a>>,
    pub name: Str<'a>,
    /// Its own page, with all it published.
    pub href: Href<'a>,
    /// Who supervises it, its disclosure office, where it is found.
    pub facts: Vec<Fact<'a>>,
    /// Its catalogue: each item with the number of entries.
    pub items: Vec<Counted<'a>>,
    /// That the catalogue has no item of it: told only where the standing is public.
    pub bare: bool,
    /// Its newest entries.
    pub rows: Vec<EntryRow<'a>>,
    /// All of them, where there are more.
    pub all: Option<Link<'a>>,
    /// Newest first.
    pub appraisals: Vec<Appraisal<'a>>,
}

/// An appraisal (考核评议), or a notice of who answered for what (问责).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Appraisal<'a> {
    pub title: Str<'a>,
    pub href: Href<'a>,
    /// `2018年`.
    pub period: Option<Str<'a>>,
    /// As written.
    pub score: Option<Str<'a>>,
    /// Its day of publication, `YYYY-MM-DD`.
    pub on: Str<'a>,
}
