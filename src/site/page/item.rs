//! The pages of a field and of an item.

use serde::Serialize;

use super::{CatalogueItem, EntryRow, Fact, Label, Link, Pager, Str};
use crate::site::Href;

/// The page of a field (一级事项): its items in short.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Field<'a> {
    pub title: Str<'a>,
    /// A sentence about it.
    pub lead: Option<Str<'a>>,
    /// Fields below it.
    pub fields: Vec<Link<'a>>,
    pub items: Vec<FieldItem<'a>>,
    /// Its newest entries.
    pub rows: Vec<EntryRow<'a>>,
}

/// An item in short.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct FieldItem<'a> {
    /// 序号, as printed.
    pub code: Str<'a>,
    pub title: Str<'a>,
    pub href: Href<'a>,
    /// 公开时限.
    pub time_limit: Str<'a>,
    /// Who is responsible: office, or organisation.
    pub office: Str<'a>,
    /// 五公开.
    pub disclosures: Vec<Label<'a>>,
    /// How many entries it has; that there is none is told only where the standing is public.
    pub count: Option<u64>,
    /// When the newest was published.
    pub latest: Option<Str<'a>>,
}

/// The page of an item (二级事项). On its numbered pages only the entries are shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Item<'a> {
    pub field: Link<'a>,
    /// The row of the national table.
    pub row: CatalogueItem<'a>,
    /// The names of the levels that hold, joined.
    pub levels: Str<'a>,
    /// 常年, 定期, 事项发生时: how it occurs, in words.
    pub occurs: Option<Str<'a>>,
    /// Columns of the catalogue's own, and what else there is to say.
    pub facts: Vec<Fact<'a>>,
    /// The register it is kept in.
    pub register: Option<Link<'a>>,
    /// What is missing; told only where the standing is public.
    pub missing: Vec<Missing<'a>>,
    /// 零报告.
    pub nil: Vec<Nil<'a>>,
    pub rows: Vec<EntryRow<'a>>,
    /// Where this page stands among its pages.
    pub pager: Pager<'a>,
}

/// Something that ought to be public and is not.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Missing<'a> {
    /// What: `批复文号`, `2018年第三季度`.
    pub what: Str<'a>,
    /// Why it is said, or who has it in hand.
    pub note: Option<Str<'a>>,
}

/// A nil report: in this period there was nothing to publish.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Nil<'a> {
    /// The period in words: `2018年第三季度`.
    pub period: Str<'a>,
    pub reason: Str<'a>,
    /// Who says so.
    pub by: Option<Str<'a>>,
    /// On what day, `YYYY-MM-DD`.
    pub on: Option<Str<'a>>,
}
