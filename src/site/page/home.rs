//! The home page.

use serde::Serialize;

use super::{Counted, EntryRow, Label, Link, Str};
use crate::site::Href;

/// The home page: search first, the five entrances, what is open for comment, the newest entries, the fixed columns.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Home<'a> {
    /// A sentence that says what this site is.
    pub lead: Option<Str<'a>>,
    /// The five disclosures with their counts, in the official order.
    pub disclosures: Vec<Counted<'a>>,
    /// The three facets.
    pub facets: Vec<Counted<'a>>,
    /// 正在征求意见, 正在公示.
    pub open: Vec<OpenNotice<'a>>,
    pub newest: Vec<EntryRow<'a>>,
    /// Where all of them are listed.
    pub all: Option<Link<'a>>,
    /// The fixed columns, each with its newest entries.
    pub columns: Vec<HomeColumn<'a>>,
    /// Other ways in: catalogue, plan, coverage, registers, years.
    pub ways: Vec<Counted<'a>>,
}

/// A column on the home page.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct HomeColumn<'a> {
    pub title: Str<'a>,
    pub href: Href<'a>,
    /// Its newest entries; an empty column says so in words.
    pub rows: Vec<EntryRow<'a>>,
}

/// Something the public may still take part in.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct OpenNotice<'a> {
    /// What it is: 征求意见 or 公示.
    pub kind: Label<'a>,
    pub title: Str<'a>,
    pub href: Href<'a>,
    /// The last day, `YYYY-MM-DD`.
    pub closes: Str<'a>,
    /// Whom to write to or call.
    pub contact: Option<Str<'a>>,
}
