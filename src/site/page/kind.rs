//! A whole page: head and body.

use serde::Serialize;

use super::{
    Accounts, Archive, Catalogue, Changes, Coverage, Entry, Exceptions, Field, Head, Home, Institutions, Item, Listing,
    Moved, NotFound, Plan, Project, Register, Search, SiteMap, Tombstone, Websites,
};

/// A page as values. Templates find the way of its [`Section`](super::Section) beside them, as `page.trail`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Page<'a> {
    /// What it says about itself.
    pub head: Head<'a>,
    /// What stands on it.
    pub body: Body<'a>,
}

/// What stands on a page; each kind has a template of its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(untagged)]
pub enum Body<'a> {
    Home(Box<Home<'a>>),
    Catalogue(Catalogue<'a>),
    /// The same, column for column.
    NationalForm(Catalogue<'a>),
    Field(Field<'a>),
    Item(Box<Item<'a>>),
    /// A disclosure, facet, organisation, year or theme, or documents.
    Listing(Box<Listing<'a>>),
    /// The pages of a list by year.
    Archive(Archive<'a>),
    Entry(Box<Entry<'a>>),
    Plan(Plan<'a>),
    Coverage(Coverage<'a>),
    /// 依申请公开和不予公开事项.
    Exceptions(Exceptions<'a>),
    /// 目录变更记录.
    Changes(Changes<'a>),
    /// 站内检索.
    Search(Search<'a>),
    Map(SiteMap<'a>),
    Project(Project<'a>),
    Register(Register<'a>),
    Accounts(Accounts<'a>),
    /// 公共企事业单位.
    Institutions(Institutions<'a>),
    /// 404.
    NotFound(NotFound<'a>),
    Tombstone(Tombstone<'a>),
    /// The way on from an old address.
    Moved(Moved<'a>),
    Websites(Websites<'a>),
}
