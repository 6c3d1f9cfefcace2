//! An entry: one piece of government information, with what is written of it and what the lock remembers.

use super::{EntryId, ItemId, Names, OrganisationId, ProjectId, Reviews, Typed};
use crate::{
    day::{Day, Moment},
    record::{Body, Key, Record, schema},
    source::{FileId, Place, Span},
    vocabulary::{Disclosure, EntryKind, Facet, Set},
};

/// Whether an entry is public as of today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// `draft = true`: never published.
    Draft,
    /// `publish_on` is still to come.
    Scheduled,
    /// Public.
    Published,
    /// `withdraw_on` has come, the lock says withdrawn, or validity of a penalty was revoked by withdrawal.
    Withdrawn,
}

/// A reference from one entry to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Relation {
    /// The key that makes it: `interprets`, `about`, `of`, `replaced_by`.
    pub key: &'static str,
    /// The other entry.
    pub to: EntryId,
    pub span: Span,
}

/// A file that an entry publishes beside its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Attachment {
    /// The path as written, from the entry's folder.
    pub path: Box<str>,
    /// The file; none where it is missing or outside.
    pub file: Option<FileId>,
    /// Its size in bytes; 0 where it is missing.
    pub size: u64,
    /// Whether someone looked at it and said so (`checked`): for files no program can read.
    pub checked: bool,
    /// Where it is missing: the files that were probably meant, by their paths from the entry's folder.
    pub meant: Box<[Box<str>]>,
    pub span: Span,
}

#[derive(Debug)]
pub struct Entry {
    pub file: FileId,
    /// Its name: path below `content/` without `.md`.
    pub name: Box<str>,
    /// What its front matter says, key by key, with places; own keys of kinds are asked here.
    pub record: Record<schema::Entry>,
    pub kind: EntryKind,
    /// The items it serves; the first is its home.
    pub items: Box<[ItemId]>,
    /// Who publishes it: its own, else its item's.
    pub organisation: Option<OrganisationId>,
    /// 责任科室: its own, else its item's.
    pub office: Option<Box<str>>,
    /// The five disclosures it belongs to: its items'.
    pub disclosures: Set<Disclosure>,
    /// Facets: its items', and what its kind means.
    pub facets: Set<Facet>,
    /// 成文日期.
    pub made: Option<Day>,
    /// 发布日期.
    pub published: Option<Moment>,
    /// Whether it is public.
    pub state: State,
    /// 索引号; empty while it has none.
    pub index_number: Box<str>,
    /// From the lock: the number it had before this run, if that was another.
    pub locked_number: Option<Box<str>>,
    /// From the lock: whether it had a line there before this run.
    pub kept: bool,
    /// The year and serial of its number; none for one set by hand.
    pub series: Option<(i32, u32)>,
    /// Address from the site's root, beginning with `/`; empty while it has none.
    pub address: Box<str>,
    /// From the lock: `as_of` of the first run that saw it published.
    pub released: Option<Day>,
    /// From the lock: `published` as then written.
    pub first_published: Option<Day>,
    /// References to other entries.
    pub relations: Box<[Relation]>,
    /// The project it tells of.
    pub project: Option<ProjectId>,
    pub table: Option<Box<Typed>>,
    /// Files it lists as attachments, in order.
    pub attachments: Box<[Attachment]>,
    /// What its text is like.
    pub body: Body,
    /// What the record of its reviews says, in short.
    pub reviews: Reviews,
    /// What becomes of the names in it, where it says until when they are shown.
    pub names: Option<Box<Names>>,
}

impl Entry {
    /// Whether it is public as of today.
    pub fn is_published(&self) -> bool {
        self.state == State::Published
    }

    /// Title; empty where it is missing. Its record keeps it: there may be a million.
    pub fn title(&self) -> &str {
        self.record.get(schema::Entry::TITLE).unwrap_or_default().trim()
    }

    /// Where the value of `key` stands; the head of the file where it is not written.
    pub fn at<V>(&self, key: Key<schema::Entry, V>) -> Place {
        if self.record.has(key) { Place::At(self.record.span_of(key)) } else { Place::File(self.file) }
    }

    /// The day it was first public, here or on the site it comes from: what is judged by time. None where it came from another site
    /// and does not say since when it was public there.
    pub fn first_public(&self) -> Option<Day> {
        match (self.record.get(schema::Entry::FIRST_PUBLISHED), self.published_day()) {
            (Some(first), published) => Some(published.map_or(first, |it| it.min(first))),
            (None, _) if self.record.has(schema::Entry::MIGRATED_FROM) => None,
            (None, published) => published,
        }
    }

    /// What becomes of the names in it, where none may be shown any more.
    pub fn hidden_names(&self) -> Option<&Names> {
        self.names.as_deref().filter(|it| it.over)
    }

    /// Its day of publication.
    pub fn published_day(&self) -> Option<Day> {
        self.published.map(|moment| moment.day)
    }

    /// The entries it refers to by `key`.
    pub fn related<V>(&self, key: Key<schema::Entry, V>) -> impl Iterator<Item = EntryId> {
        self.relations.iter().filter(move |relation| relation.key == key.name).map(|relation| relation.to)
    }
}
