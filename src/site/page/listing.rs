//! A list page: a disclosure, facet, organisation, year or theme.

use serde::Serialize;

use super::{Contact, Counted, EntryRow, Fact, Pager, Str, Tab};

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
    /// Facts above the list: an organisation's duties, leaders, officers.
    pub facts: Vec<Fact<'a>>,
    /// Whom to ask (organisations).
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
