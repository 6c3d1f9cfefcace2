//! The catalogue: a table to read, and the national table, column for column.

use serde::Serialize;

use super::{Download, Label, Link, Str};
use crate::site::Href;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Catalogue<'a> {
    /// Its title: 政府信息主动公开目录.
    pub title: Str<'a>,
    /// A sentence about it.
    pub lead: Option<Str<'a>>,
    /// When it was last revised, `YYYY-MM-DD`.
    pub revised: Option<Str<'a>>,
    pub items: u64,
    /// Whether any item has a code (序号).
    pub coded: bool,
    /// The levels that occur (县级, 乡级), in the official order: the columns of 公开层级.
    pub levels: Vec<Str<'a>>,
    /// 一级事项 with their 二级事项, in the catalogue's order.
    pub fields: Vec<CatalogueField<'a>>,
    /// The other form of the same: to read, or column for column.
    pub other: Link<'a>,
    /// What is not published of itself, where there is any.
    pub exceptions: Option<Link<'a>>,
    /// The log of its changes.
    pub changes: Option<Link<'a>>,
    pub downloads: Vec<Download<'a>>,
}

/// A field (一级事项) with its rows.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CatalogueField<'a> {
    /// Its id: the anchor.
    pub id: Str<'a>,
    pub title: Str<'a>,
    pub href: Href<'a>,
    /// Its items, at least one.
    pub items: Vec<CatalogueItem<'a>>,
}

/// An item (二级事项): a row of the national table.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CatalogueItem<'a> {
    /// 序号, as printed.
    pub code: Str<'a>,
    /// 二级事项.
    pub title: Str<'a>,
    pub href: Href<'a>,
    /// 公开内容（要素）.
    pub elements: Vec<Element<'a>>,
    /// 公开依据.
    pub basis: Vec<Str<'a>>,
    /// 公开时限, in the catalogue's words.
    pub time_limit: Str<'a>,
    /// 公开主体.
    pub organisation: Str<'a>,
    /// Whether that is another body than the one whose site this is.
    pub elsewhere: bool,
    /// 责任科室.
    pub office: Option<Str<'a>>,
    /// 公开渠道和载体.
    pub channels: Vec<Channel<'a>>,
    /// 公开对象 is 全社会.
    pub all: bool,
    /// 公开对象 is this group.
    pub group: Option<Str<'a>>,
    /// 公开方式: active, on-request, withheld.
    pub way: Label<'a>,
    /// For each of [`Catalogue::levels`]: does it hold?
    pub levels: Vec<bool>,
    /// 五公开.
    pub disclosures: Vec<Label<'a>>,
    /// 政策解读, 舆情回应, 公众参与.
    pub facets: Vec<Label<'a>>,
    /// How many entries it has; that there is none is told only where the standing is public. The national form has no such column.
    pub count: Option<u64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Element<'a> {
    pub name: Str<'a>,
    /// Every entry must have it.
    pub each: bool,
    pub optional: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Channel<'a> {
    /// Its name: `政府网站`.
    pub name: Str<'a>,
    /// □ rather than ■.
    pub optional: bool,
}
