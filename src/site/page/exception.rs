//! The page of exceptions: what is on request or withheld, on which ground, and when that was last looked at.

use serde::Serialize;

use super::{Label, Link, Str};
use crate::site::Href;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Exceptions<'a> {
    pub title: Str<'a>,
    /// A sentence about it.
    pub lead: Str<'a>,
    /// How to apply: the page of 依申请公开, where there is one.
    pub apply: Option<Link<'a>>,
    /// Is a missing ground told as missing (standing public)? Otherwise an empty cell is only empty.
    pub public: bool,
    /// 依申请, 不予公开: each with at least one item.
    pub groups: Vec<ExceptionGroup<'a>>,
}

/// The exceptions of one way, a table.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ExceptionGroup<'a> {
    /// on-request or withheld.
    pub way: Label<'a>,
    pub about: Str<'a>,
    pub items: Vec<Exception<'a>>,
}

/// An item (二级事项) that is not published of itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Exception<'a> {
    /// 一级事项.
    pub field: Str<'a>,
    /// 二级事项.
    pub title: Str<'a>,
    /// Its page: what is withheld has none.
    pub href: Option<Href<'a>>,
    /// 公开主体.
    pub organisation: Str<'a>,
    pub office: Option<Str<'a>>,
    /// Which article, which circumstance.
    pub ground: Option<Str<'a>>,
    /// The day of the last re-assessment, `YYYY-MM-DD`.
    pub reviewed: Option<Str<'a>>,
}
