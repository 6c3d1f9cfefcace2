//! Lists of entries, the site map, and what stands where a page was or never was.

use serde::Serialize;

use super::{Chart, Contact, Counted, EntryRow, Fact, Link, Organisation, Pager, Str, Tab};

use crate::site::Href;

/// A list of entries, with what must be said above it. On numbered pages only title, tabs, rows and pager are
/// filled in.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Listing<'a> {
    /// Its title: `决策公开`.
    pub title: Str<'a>,
    /// What it gathers.
    pub lead: Option<Str<'a>>,
    /// Its sibling pages: the five, the years.
    pub tabs: Vec<Tab<'a>>,
    /// Facts above the list.
    pub facts: Vec<Fact<'a>>,
    /// What is said of an organisation.
    pub organisation: Option<Organisation<'a>>,
    /// How much was published month by month (organisations, years).
    pub chart: Option<Chart<'a>>,
    /// Whom to ask.
    pub contact: Option<Contact<'a>>,
    /// Links with counts: the items of a disclosure, the themes below a theme.
    pub groups: Vec<Group<'a>>,
    /// The entries, newest first; an empty list says so in words.
    pub rows: Vec<EntryRow<'a>>,
    /// Where this page stands among its pages; none on a page that only leads on.
    pub pager: Option<Pager<'a>>,
}

/// A group of links with counts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Group<'a> {
    pub title: Str<'a>,
    pub links: Vec<Counted<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct SiteMap<'a> {
    pub parts: Vec<MapPart<'a>>,
}

/// A part of the site with what stands below it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct MapPart<'a> {
    pub title: Str<'a>,
    /// Its page, where it has one.
    pub href: Option<Href<'a>>,
    /// The pages below it.
    pub links: Vec<Link<'a>>,
}

/// 404: a page that never was.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct NotFound<'a> {
    /// Ways on: home, catalogue, map.
    pub links: Vec<Link<'a>>,
}

/// What is left of a page that was taken down.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Tombstone<'a> {
    pub index_number: Option<Str<'a>>,
    /// Why it was taken down.
    pub reason: Str<'a>,
    pub on: Str<'a>,
    /// Ways on.
    pub links: Vec<Link<'a>>,
}
