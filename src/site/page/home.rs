//! The home page.

use serde::Serialize;

use super::{Contact, Counted, EntryRow, Label, Link, Str};
use crate::site::Href;

/// The home page: what people come for first, then what the law asks for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Home<'a> {
    /// A sentence that says what this site is.
    pub lead: Option<Str<'a>>,
    /// The page that searches, for the box that comes first; none where there is none.
    pub search: Option<Href<'a>>,
    /// 找政策, 办事情, 提意见, 申请公开: where each leads.
    pub errands: Vec<Link<'a>>,
    /// The five disclosures with their counts, in the official order.
    pub disclosures: Vec<Counted<'a>>,
    /// The three facets.
    pub facets: Vec<Counted<'a>>,
    /// 正在征求意见, 正在公示.
    pub open: Vec<OpenNotice<'a>>,
    /// The newest documents and interpretations.
    pub policies: Vec<EntryRow<'a>>,
    /// Where all documents are listed.
    pub documents: Option<Href<'a>>,
    /// The newest entries of all other kinds; posts in new media are listed by their accounts.
    pub newest: Vec<EntryRow<'a>>,
    /// Where all of them are listed.
    pub all: Option<Link<'a>>,
    /// How much of the catalogue is filled; none where standing is not shown.
    pub coverage: Option<CoverageNote<'a>>,
    /// All fields that have entries.
    pub fields: Vec<Counted<'a>>,
    /// The bodies that publish here, where there are several.
    pub bodies: Vec<Counted<'a>>,
    /// Whom to ask.
    pub contact: Option<Contact<'a>>,
    /// Other ways in: catalogue, plan, coverage, registers, years.
    pub ways: Vec<Counted<'a>>,
}

/// How much of the catalogue is filled, in two numbers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CoverageNote<'a> {
    /// The page with the rest.
    pub href: Href<'a>,
    /// Open items.
    pub items: u64,
    /// Those with something in the period judged.
    pub filled: u64,
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
