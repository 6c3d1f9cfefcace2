//! The small parts that many pages share: links, facts, rows of lists, the pager.

use std::borrow::Cow;

use serde::Serialize;

use crate::{site::Href, vocabulary::Word};

/// Text on a page: borrowed from the model where it stands there as it is, made where it is put together. Never HTML.
pub type Str<'a> = Cow<'a, str>;

/// HTML that has been made safe (by `markup`): the only text a template prints unescaped.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Html<'a>(pub Str<'a>);

/// A word of a closed list: its frozen key (for classes and anchors) and what is shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Label<'a> {
    /// The English key: `partly-lapsed`.
    pub key: &'static str,
    /// The official word: `部分失效`.
    pub label: Str<'a>,
}

impl Label<'_> {
    /// A word of a closed list.
    pub fn of<W: Word>(word: W) -> Self {
        Self { key: word.key(), label: word.label().into() }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Link<'a> {
    pub title: Str<'a>,
    pub href: Href<'a>,
}

/// A link with the number of entries behind it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Counted<'a> {
    /// The key of what is counted, where it has one: `decision`; otherwise empty.
    pub key: Str<'a>,
    pub title: Str<'a>,
    pub href: Href<'a>,
    /// How many entries stand there.
    pub count: u64,
    /// One line about it, where wanted.
    pub about: Option<Str<'a>>,
}

/// One of several sibling pages, shown as a row of tabs.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Tab<'a> {
    pub title: Str<'a>,
    pub href: Href<'a>,
    /// Is it the page at hand?
    pub current: bool,
}

/// One value of a fact: text, with a link where it leads somewhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Term<'a> {
    /// What is shown.
    pub text: Str<'a>,
    /// Where it leads, if anywhere.
    pub href: Option<Href<'a>>,
}

impl<'a> Term<'a> {
    /// Text that leads nowhere.
    pub fn plain(text: impl Into<Str<'a>>) -> Self {
        Self { text: text.into(), href: None }
    }
}

/// A name and its values, a pair of a `<dl>`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Fact<'a> {
    /// The name: `项目名称`.
    pub name: Str<'a>,
    /// Its values, in order.
    pub values: Vec<Term<'a>>,
}

impl<'a> Fact<'a> {
    /// A fact with one plain value.
    pub fn plain(name: impl Into<Str<'a>>, value: impl Into<Str<'a>>) -> Self {
        Self { name: name.into(), values: vec![Term::plain(value)] }
    }
}

/// An entry as a row of a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct EntryRow<'a> {
    pub title: Str<'a>,
    pub href: Href<'a>,
    /// 发布日期, `YYYY-MM-DD`.
    pub published: Str<'a>,
    /// 发文字号, if it has one.
    pub document_number: Option<Str<'a>>,
    /// What it is: 政策文件, 公告公示; left out where all rows are of one kind.
    pub kind: Option<Label<'a>>,
    /// 发布机构; left out where all rows have the same.
    pub organisation: Option<Str<'a>>,
    /// 内容概述; left out where the list is narrow.
    pub summary: Option<Str<'a>>,
    /// What must be said beside the title: 废止, 失效, 草稿 (preview only).
    pub mark: Option<Label<'a>>,
    /// 体裁, in lists of documents.
    pub genre: Option<Str<'a>>,
    /// Since when a document is in force no more, in words, in the list of those.
    pub ended: Option<Str<'a>>,
    /// What interprets it, in lists of documents.
    pub interpretations: Vec<Link<'a>>,
}

/// Where a list page stands among its pages. Pages are numbered from the oldest, so page N keeps its members; the front
/// page holds the newest.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Pager<'a> {
    /// How many entries the whole list has: on the front page only, for a number that grows would change every page.
    pub total: Option<u64>,
    /// The number of this page, from 1 = the oldest; none on the front page.
    pub number: Option<u64>,
    /// The front page; none where this is it.
    pub newest: Option<Href<'a>>,
    /// The next newer page.
    pub newer: Option<Href<'a>>,
    /// The next older page.
    pub older: Option<Href<'a>>,
    /// Page 1; none where this is it, or where all stands on the front page.
    pub oldest: Option<Href<'a>>,
    /// The first day of what stands on this page, `YYYY-MM-DD`; none where nothing does.
    pub from: Option<Str<'a>>,
    /// The last one; none where it is the first.
    pub to: Option<Str<'a>>,
    /// The pages of the list by year; none where all stands on the front page.
    pub archive: Option<Href<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Download<'a> {
    pub href: Href<'a>,
    /// Its format in capitals: `XLSX`.
    pub format: Str<'a>,
    /// Its size in words, where known: `12 KB`.
    pub size: Option<Str<'a>>,
}
