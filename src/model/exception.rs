//! Nil reports, duties that do not apply, addresses that moved or are gone.

use super::{EntryId, ItemId, OrganisationId};
use crate::{
    day::{Day, Period},
    record::{Record, schema},
    source::Range,
    vocabulary::{is_left_open, names_nobody},
};

/// A nil report (零报告): in this period there was nothing of this kind.
#[derive(Debug)]
pub struct Nil {
    pub item: ItemId,
    pub period: Period,
    /// What is written of it: reason, by, on.
    pub record: Record<schema::Nil>,
}

impl Nil {
    /// Whether somebody stands for it today: who, why, and a day that is not to come.
    pub fn is_attested(&self, today: Day) -> bool {
        let says = |text: Option<&str>| text.is_none_or(|it| it.contains(char::is_alphanumeric) && !is_left_open(it));
        let by = self.record.get(schema::Nil::BY);
        by.is_none_or(|by| !names_nobody(by))
            && says(by)
            && says(self.record.get(schema::Nil::REASON))
            && self.record.get(schema::Nil::ON).is_none_or(|on| on <= today)
    }
}

/// A duty that does not apply (不涉及).
#[derive(Debug)]
pub struct NotApplicable {
    /// The duty: `2019:20.14`.
    pub duty: Box<str>,
    /// The organisation; the site's where none is named.
    pub organisation: Option<OrganisationId>,
    /// As written.
    pub record: Record<schema::NotApplicable>,
}

/// An old address that leads to an entry.
#[derive(Debug)]
pub struct Redirect {
    /// The old address, as written.
    pub from: Box<str>,
    /// Where that is on this site, or why no page can stand there.
    pub place: OldPlace,
    pub to: EntryId,
    /// As written.
    pub record: Record<schema::Redirect>,
}

/// Where an old address is on this site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OldPlace {
    /// The file of a page, from the site's root: `/zcwj/index.html`.
    Page(Box<str>),
    /// On another host.
    Elsewhere,
    /// Here, and of a kind that no page of a static site answers: with a query, of another ending, with letters that files may
    /// not have.
    Unanswered,
}

impl OldPlace {
    /// The file of the page, if one may stand there.
    pub fn page(&self) -> Option<&str> {
        match self {
            Self::Page(it) => Some(it),
            Self::Elsewhere | Self::Unanswered => None,
        }
    }
}

/// An address taken down.
#[derive(Debug)]
pub struct Gone {
    pub address: Box<str>,
    /// Where that is on this site, or why no page can stand there.
    pub place: OldPlace,
    /// Since when.
    pub on: Option<Day>,
    /// What is written of it: reason.
    pub record: Record<schema::Gone>,
}

/// A line of the lock without an entry: an address that was once given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// The day it was made, as the lock knows it.
    pub made: Option<Day>,
    /// The day of publication, as the lock knows it.
    pub published: Option<Day>,
    /// 索引号.
    pub index_number: Box<str>,
    pub address: Box<str>,
    /// The path of the file it had.
    pub path: Box<str>,
    pub title: Box<str>,
    /// Whether it was taken down on purpose, so that a tombstone stands there.
    pub withdrawn: bool,
    /// Whether readers have surely seen it: not where it was released this very day, or may never have been.
    pub sure: bool,
    /// Where its number stands in the lock.
    pub range: Range,
}
