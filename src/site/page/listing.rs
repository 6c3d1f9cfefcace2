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
    /// The years, or the months of a year, and where their pages begin.
    pub periods: Vec<Link<'a>>,
    /// The documents that have their places on this page and are in force no more: how many, and where they are listed.
    pub ended: Option<Counted<'a>>,
    /// Its feed.
    pub feed: Option<Href<'a>>,
    /// The same as JSON.
    pub feed_json: Option<Href<'a>>,
}

/// The numbered pages of a list by year, or by month.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Archive<'a> {
    /// Its title: `决策公开：历年目录`.
    pub title: Str<'a>,
    /// Newest first.
    pub volumes: Vec<Volume<'a>>,
}

/// A year or a month of an archive.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Volume<'a> {
    /// Its anchor on the page.
    pub id: Str<'a>,
    /// `2018年`, `3月`.
    pub title: Str<'a>,
    /// The page with its pages, where it has one of its own.
    pub href: Option<Href<'a>>,
    /// How many pages of the list have an entry of it.
    pub count: u64,
    /// Those pages, newest first; none where it has a page of its own.
    pub pages: Vec<VolumePage<'a>>,
}

/// A page of a list, and the days it spans.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct VolumePage<'a> {
    pub href: Href<'a>,
    /// None is the front page.
    pub number: Option<u64>,
    pub from: Str<'a>,
    /// None on the front page, which grows.
    pub to: Option<Str<'a>>,
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
    /// Ways on: home, catalogue, map, documents, the newest year.
    pub links: Vec<Link<'a>>,
    /// The map, among whose links a script looks for those that the address asked for has a part of.
    pub map: Href<'a>,
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
