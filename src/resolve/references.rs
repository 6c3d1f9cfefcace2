//! References between entries.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

use super::{
    names::{self, List},
    rules::DANGLING_REFERENCE,
};
use crate::{
    diagnostic::Findings,
    model::{ByName, Entry, EntryId, Relation, State},
    record::{EntryRef, Key, Many, Spanned, schema},
    source::Span,
    vocabulary::{EntryKind, nearest_of},
};

/// Keys by which entries refer to entries, beside `replaced_by`.
const RELATIONS: [Key<schema::Entry, Many<EntryRef>>; 3] =
    [schema::Entry::INTERPRETS, schema::Entry::ABOUT, schema::Entry::OF];

/// What entries may be called: path, index number, a document number that only one has.
pub(super) struct References<'a> {
    entries: &'a [Box<Entry>],
    by_name: &'a ByName,
    /// By index number, and by document number: most references are paths, so these are made when one is not.
    numbers: OnceLock<Numbered<'a>>,
    /// By title, which is only asked for to say what was meant.
    titles: OnceLock<BTreeMap<String, Vec<&'a str>>>,
}

/// Entries by their numbers.
struct Numbered<'a> {
    index: BTreeMap<&'a str, EntryId>,
    documents: BTreeMap<&'a str, Vec<EntryId>>,
}

impl<'a> Numbered<'a> {
    fn new(entries: &'a [Box<Entry>]) -> Self {
        let mut it = Self { index: BTreeMap::new(), documents: BTreeMap::new() };
        for (at, entry) in entries.iter().enumerate() {
            let id = EntryId::new(at);
            if !entry.index_number.is_empty() {
                it.index.entry(&entry.index_number).or_insert(id);
            }
            if let Some(number) = entry.record.get(schema::Entry::NUMBER) {
                it.documents.entry(number).or_default().push(id);
            }
        }
        it
    }
}

impl<'a> References<'a> {
    pub fn new(entries: &'a [Box<Entry>], by_name: &'a ByName) -> Self {
        Self { entries, by_name, numbers: OnceLock::new(), titles: OnceLock::new() }
    }

    fn numbers(&self) -> &Numbered<'a> {
        self.numbers.get_or_init(|| Numbered::new(self.entries))
    }

    fn get(&self, name: &str) -> Option<EntryId> {
        self.by_name.find(self.entries, name).or_else(|| self.numbers().index.get(name).copied())
    }

    /// The entry that `reference` names; nothing is told (0009) with the nearest name.
    /// `list` is what it stands in or may be made; none where a list is not taken.
    pub fn find(&self, reference: Spanned<&str>, list: Option<List<'_>>, findings: &mut Findings) -> Option<EntryId> {
        let typed = reference.value.trim();
        let bare = typed.strip_prefix("content/").unwrap_or(typed);
        let bare = bare.strip_suffix(".md").unwrap_or(bare);
        if let Some(id) = self.get(typed).or_else(|| self.get(bare)) {
            return Some(id);
        }
        match self.numbers().documents.get(typed).map(Vec::as_slice) {
            Some(&[id]) => Some(id),
            Some(_) => {
                names::dangling(
                    typed,
                    words! { zh: "唯一条目（这个文号有几个条目在用）", en: "single entry" },
                    None,
                    reference.span,
                    findings,
                );
                None
            }
            None => {
                self.lost(typed, bare, (reference.span, list), findings);
                None
            }
        }
    }

    /// Tells that `typed` names nothing, with what was probably meant.
    fn lost(&self, typed: &str, bare: &str, (span, list): (Span, Option<List<'_>>), findings: &mut Findings) {
        let what = words! { zh: "条目", en: "entry" };
        let proper = bare.replace(['\\', '／'], "/");
        if self.get(&proper).is_some() {
            names::dangling(typed, what, Some(&proper), span, findings);
            return;
        }
        // One of several that is known tells that several were meant.
        let parts: Vec<&str> = typed.split(['、', '，', ',', '；', ';']).map(str::trim).collect();
        let known = |it: &&str| {
            self.get(it).is_some() || self.numbers().documents.contains_key(*it) || self.called(it).is_some()
        };
        if parts.len() > 1 && self.called(typed).is_none() && parts.iter().any(known) {
            return names::several(&parts, what, span, list, findings);
        }
        match self.called(typed).or_else(|| self.called(bare.rsplit('/').next()?)).unwrap_or_default() {
            [one] => _ = names::dangling(typed, what, Some(one), span, findings),
            [] => _ = names::dangling(typed, what, self.nearest(typed), span, findings),
            many => {
                let all = many.iter().take(6).copied().collect::<Vec<_>>().join("、");
                names::dangling(typed, what, None, span, findings)
                    .help(text! { zh: "有几条信息都用这个标题，写其中一条的路径：{all}", en: "several entries have this title; write the path of one: {all}" });
            }
        }
    }

    /// The names of the entries whose title is `title`, or whose file is called so.
    fn called(&self, title: &str) -> Option<&[&'a str]> {
        let titles = self.titles.get_or_init(|| {
            let mut titles: BTreeMap<String, Vec<&str>> = BTreeMap::new();
            for entry in self.entries {
                let (title, file) = (names::plain(entry.title()), entry.name.rsplit('/').next().unwrap_or_default());
                if title != file {
                    titles.entry(file.to_owned()).or_default().push(&entry.name);
                }
                titles.entry(title).or_default().push(&entry.name);
            }
            titles
        });
        titles.get(&names::plain(title)).map(Vec::as_slice)
    }

    /// What was most likely meant, where there are not too many to look through.
    fn nearest(&self, typed: &str) -> Option<&str> {
        if self.entries.len() > names::MANY {
            return None;
        }
        let numbers = self.numbers().index.keys().copied();
        let all: BTreeSet<&str> = self.entries.iter().map(|entry| &*entry.name).chain(numbers).collect();
        (all.len() <= names::MANY).then(|| nearest_of(all, typed, 0.6)).flatten()
    }

    /// Tells a reference from what is to be public to a draft, which readers will not find.
    fn is_public(&self, entry: &Entry, to: EntryId, reference: Spanned<&str>, findings: &mut Findings) {
        if entry.state != State::Draft && self.entries[to.at()].state == State::Draft {
            let name = reference.value;
            findings
                .raise(
                    &DANGLING_REFERENCE,
                    reference.span,
                    text! { zh: "“{name}”是草稿，没有公开", en: "`{name}` is a draft and not public" },
                )
                .label(text! { zh: "引用落空", en: "names nothing" })
                .help(text! {
                    zh: "先公开那一条（删去它的 draft = true），或者把本条也写成草稿",
                    en: "publish that entry first (delete its `draft = true`), or make this one a draft, too",
                });
        }
    }

    /// What `entry` refers to.
    pub fn relations(&self, entry: &Entry, findings: &mut Findings) -> Box<[Relation]> {
        let mut relations = Vec::new();
        for key in RELATIONS {
            // What an appraisal is of is a body, not an entry.
            if key == schema::Entry::OF && entry.kind == EntryKind::Evaluation {
                continue;
            }
            let all: Vec<&str> = entry.record.all(key).collect();
            let whole = entry.record.span_of(key);
            for reference in entry.record.spanned(key) {
                if let Some(to) = self.find(
                    reference,
                    Some(List { key: key.name, all: &all, inside: reference.span != whole }),
                    findings,
                ) {
                    self.is_public(entry, to, reference, findings);
                    relations.push(Relation { key: key.name, to, span: reference.span });
                }
            }
        }
        let key = schema::Entry::REPLACED_BY;
        if let Some(value) = entry.record.get(key) {
            let span = entry.record.span_of(key);
            if let Some(to) = self.find(Spanned { value, span }, None, findings) {
                self.is_public(entry, to, Spanned { value, span }, findings);
                relations.push(Relation { key: key.name, to, span });
            }
        }
        relations.into()
    }
}
