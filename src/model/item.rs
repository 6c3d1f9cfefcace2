//! Fields (一级事项) and items (公开事项): the branches and the rows of the national table.

use super::{FieldId, OrganisationId, RegisterId};
use crate::{
    day::{Day, limit::TimeLimit},
    record::{Record, schema},
    source::Span,
    vocabulary::{
        AdminLevel, Channel, Column, Disclosure, EntryKind, Facet, InterpretationNeed, Occurs, Set, UpdateCycle, Way,
        is_left_open,
    },
};

#[derive(Debug)]
pub struct Field {
    pub id: Box<str>,
    pub record: Record<schema::Field>,
    pub title: Box<str>,
    /// The field above it.
    pub parent: Option<FieldId>,
}

/// One of the elements (要素) an item asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    pub name: Box<str>,
    /// Whether every entry must have it; otherwise the item's entries together.
    pub each: bool,
    /// Whether it may be missing.
    pub optional: bool,
    pub span: Span,
}

/// A channel an item asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct RequiredChannel {
    pub channel: Channel,
    /// The words of a channel outside the list (其他).
    pub other: Option<Box<str>>,
    /// Whether it may be left out (□).
    pub optional: bool,
    pub span: Span,
}

/// A citation (公开依据).
#[derive(Clone, Debug, PartialEq)]
pub struct Basis {
    /// As written.
    pub text: Box<str>,
    pub span: Span,
}

/// To whom (公开对象).
#[derive(Clone, Debug, PartialEq)]
pub enum Audience {
    /// 全社会.
    All,
    /// 特定群体, and which: empty where it is not said.
    Group(Box<str>),
}

#[derive(Debug)]
pub struct Item {
    /// Its full id: `field/item`.
    pub id: Box<str>,
    pub record: Record<schema::Item>,
    pub field: Option<FieldId>,
    /// Title (二级事项).
    pub title: Box<str>,
    /// The five disclosures it is classed in; empty is a fault (0201).
    pub disclosures: Set<Disclosure>,
    pub facets: Set<Facet>,
    pub elements: Vec<Element>,
    /// Citations.
    pub basis: Vec<Basis>,
    /// Its time limit in its own words; empty where it has none.
    pub limit_text: Box<str>,
    /// Its time limit, understood; none where missing or unreadable (0103).
    pub time_limit: Option<TimeLimit>,
    /// Whether a limit is written that could not be read: the statutory one judges meanwhile.
    pub unread_limit: bool,
    /// When something is due.
    pub occurs: Occurs,
    /// How often, for periodic items.
    pub update: Option<UpdateCycle>,
    /// The first day it is owed.
    pub since: Option<Day>,
    /// The column's kind, for freshness.
    pub column: Column,
    /// Who publishes.
    pub organisation: Option<OrganisationId>,
    /// 责任科室.
    pub office: Option<Box<str>>,
    pub channels: Vec<RequiredChannel>,
    /// To whom; none where it is not said.
    pub audience: Option<Audience>,
    /// Which way; none where it is not said.
    pub way: Option<Way>,
    pub levels: Set<AdminLevel>,
    /// Levels that no list has, as written: 省级.
    pub other_levels: Box<[Box<str>]>,
    /// Duties of law it serves: `2019:20.10`.
    pub legal_items: Vec<Box<str>>,
    /// Kinds of entry it takes; empty = any.
    pub kinds: Set<EntryKind>,
    /// The day a plan or a superior sets for it.
    pub due: Option<Day>,
    /// Whether its entries need an interpretation.
    pub interpretation: InterpretationNeed,
    /// Its typed table.
    pub register: Option<RegisterId>,
}

impl Item {
    /// Whether one of its elements may be met by what a text says, and by no key that every entry has.
    pub fn asks_the_text(&self) -> bool {
        self.elements.iter().any(|it| !matches!(&*it.name, "标题" | "正文" | "成文日期" | "发布日期"))
    }

    /// Whether there is always something of it, so that nobody can report that there was nothing: the budget and the annual report of
    /// a year, the institution and its guides, and what is written to be standing. What only happens may not have happened.
    pub fn always_is(&self) -> bool {
        const ALWAYS: [EntryKind; 3] = [EntryKind::Budget, EntryKind::Page, EntryKind::Guide];
        if self.occurs == Occurs::Event {
            return false;
        }
        // There may have been no progress to report of in a quarter.
        let is_yearly = self.update == Some(UpdateCycle::Yearly);
        let mut kinds = self.kinds.iter().peekable();
        let said = self.occurs == Occurs::Standing && self.record.has(schema::Item::OCCURS);
        said || self.is_annual_report()
            || kinds.peek().is_some() && kinds.all(|it| ALWAYS.contains(&it) || it == EntryKind::Report && is_yearly)
    }

    /// Whether it is the annual report on disclosure.
    pub fn is_annual_report(&self) -> bool {
        let named = self.title.contains("信息公开") || self.title.contains("政务公开");
        named && (self.title.contains("年报") || self.title.contains("年度报告"))
    }

    /// Why it is not published of itself; none where nothing is said: `……` says nothing.
    pub fn ground(&self) -> Option<&str> {
        let said = |text: &&str| text.chars().any(char::is_alphanumeric) && !is_left_open(text);
        self.record.get(schema::Item::GROUND).map(str::trim).filter(said)
    }

    /// The day on which that was last looked at, as written.
    pub fn reviewed(&self) -> Option<Day> {
        self.record.get(schema::Item::REVIEWED)
    }

    /// Whether it may appear on the site at all: what is withheld never does.
    pub fn is_open(&self) -> bool {
        self.way != Some(Way::Withheld)
    }

    /// Whether entries of it may appear on the site: what is given on application only is named there, not shown.
    pub fn is_shown(&self) -> bool {
        !matches!(self.way, Some(Way::OnRequest | Way::Withheld))
    }
}
