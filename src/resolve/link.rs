//! All entries together: numbers and addresses, references between entries, what the lock remembers without an entry.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

use rayon::prelude::*;

use super::{
    Catalogue,
    circle::cut_circles,
    lock::{self, Assigned, Lock, Numbers, Slot},
    names, policy,
    rules::UNLOCKED_ENTRY,
};
use crate::{
    diagnostic::{Finding, Findings, Level, Policy, Rulebook, Subject},
    model::{ByName, Entry, EntryId, Lost, Model, OrganisationId, Redirect, Relation, State},
    number::Template,
    record::{EntryRef, Key, Many, Record, Spanned},
    schema,
    source::{Place, Span},
    vocabulary::{EntryKind, nearest_of},
};

/// What may be done about entries without a line in the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Numbering {
    /// Each gets a number, which is written to the lock: `build`, `lock`.
    Write,
    /// Each is shown with the number it would get, and a finding says so: `check`.
    Tell,
    /// Each is an error: `--locked`.
    Refuse,
}

/// The whole, ready to be measured and judged.
#[derive(Debug)]
pub struct Whole {
    pub model: Model,
    /// What settings say about findings.
    pub policy: Policy,
    /// The lock, brought up to date.
    pub lock: Lock,
}

/// Keys by which entries refer to entries, beside `replaced_by`.
const RELATIONS: [Key<schema::Entry, Many<EntryRef>>; 3] =
    [schema::Entry::INTERPRETS, schema::Entry::ABOUT, schema::Entry::OF];

/// Puts the entries into the model.
pub fn whole(
    catalogue: Catalogue,
    mut entries: Vec<Box<Entry>>,
    mut lock: Lock,
    rulebook: &Rulebook,
    numbering: Numbering,
    findings: &mut Findings,
) -> Whole {
    entries.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    let Catalogue { mut model, mut policy, names: known, template, later, .. } = catalogue;
    let by_name = ByName::new(&entries);
    number((&mut entries, &by_name), &model, &template, &mut lock, numbering, findings);
    if numbering == Numbering::Refuse {
        policy.levels.insert(UNLOCKED_ENTRY.code, Level::Error);
    }
    model.lost = lost(&lock, &entries, &by_name);
    let index = References::new(&entries, &by_name);
    let related = |entry: &Entry| {
        let mut findings = Findings::new();
        (index.relations(entry, &mut findings), findings)
    };
    let relations: Vec<(Box<[Relation]>, Findings)> = entries.par_iter().map(|it| related(it)).collect();
    for (entry, (relations, found)) in entries.iter_mut().zip(relations) {
        entry.relations = relations;
        findings.extend(found);
    }
    circles(&mut entries, findings);
    forget_minhashes(&mut entries);
    let index = References::new(&entries, &by_name);
    for record in later.redirects {
        let Some(value) = record.get(schema::Redirect::TO) else { continue };
        let Some(to) = index.find(Spanned { value, span: record.span_of(schema::Redirect::TO) }, findings) else {
            continue;
        };
        model.redirects.push(Redirect { from: record.get(schema::Redirect::FROM).unwrap_or_default().into(), to });
    }
    let mut subject = |subject: &Subject, span: Span, findings: &mut Findings| match subject {
        Subject::Entry(value) => {
            index.find(Spanned { value, span }, findings).map(|id| Subject::Entry(entries[id.at()].name.to_string()))
        }
        Subject::Item(value) => known.items.find(Spanned { value, span }, findings).map(|_| subject.clone()),
        Subject::Account(value) => known.accounts.find(Spanned { value, span }, findings).map(|_| subject.clone()),
        Subject::Project(value) => known.projects.find(Spanned { value, span }, findings).map(|_| subject.clone()),
        Subject::Organisation(value) => {
            known.organisations.find(Spanned { value, span }, findings).map(|_| subject.clone())
        }
        _ => Some(subject.clone()),
    };
    policy.allows = policy::allows(&later.allows, rulebook, &mut subject, findings);
    let attached = entries.iter().flat_map(|entry| &entry.attachments);
    policy.checked = attached.filter(|it| it.checked).filter_map(|it| it.file).collect();
    (model.entries, model.by_name) = (entries, by_name);
    Whole { model, policy, lock }
}

/// Numbers made by the site's template.
struct Made<'a> {
    template: &'a Template,
    model: &'a Model,
    /// Organisations by what stands for them in numbers.
    by_code: BTreeMap<&'a str, &'a str>,
    /// What stands for each organisation in numbers: two that share a code by mistake both keep it.
    codes: BTreeMap<&'a str, &'a str>,
    entries: &'a [Box<Entry>],
    by_name: &'a ByName,
}

impl Numbers for Made<'_> {
    fn make(&self, candidate: &lock::Candidate<'_>, year: i32, serial: u32) -> (String, String) {
        let code = self.codes.get(candidate.organisation).copied().unwrap_or(candidate.organisation);
        let item = self.by_name.find(self.entries, candidate.path).and_then(|it| self.entries[it.at()].items.first());
        let item = item.and_then(|&item| self.model.item(item).record.get(schema::Item::CODE)).unwrap_or_default();
        let number = self.template.render(&crate::number::Parts {
            organisation_code: code,
            organisation_id: candidate.organisation,
            item_code: item,
            year,
            serial,
        });
        (number, self.template.serial(serial))
    }

    fn slot(&self, number: &str) -> Option<Slot> {
        let parts = self.template.read(number)?;
        let organisation = match (parts.organisation_id, parts.organisation_code) {
            (Some(id), _) => id.to_owned(),
            (None, Some(code)) => (*self.by_code.get(code)?).to_owned(),
            (None, None) => self.model.owner().map(|it| it.id.to_string()).unwrap_or_default(),
        };
        Some(Slot { organisation, year: parts.year?, serial: parts.serial? })
    }
}

fn number(
    (entries, by_name): (&mut [Box<Entry>], &ByName),
    model: &Model,
    template: &Template,
    lock: &mut Lock,
    numbering: Numbering,
    findings: &mut Findings,
) {
    let id = |it: Option<OrganisationId>| it.map_or("site", |id| &*model.organisation(id).id);
    let made = Made {
        template,
        model,
        by_code: model.organisations.iter().map(|it| (it.number_code(), &*it.id)).collect(),
        codes: model.organisations.iter().map(|it| (&*it.id, it.number_code())).collect(),
        entries,
        by_name,
    };
    let candidates: Vec<lock::Candidate<'_>> = entries
        .iter()
        .map(|entry| lock::Candidate {
            path: &entry.name,
            title: &entry.title,
            made: entry.made,
            published: entry.published_day(),
            public: entry.is_published(),
            numbered: matches!(entry.state, State::Published | State::Scheduled),
            by_hand: entry.record.get(schema::Entry::INDEX),
            organisation: id(entry.organisation),
            page: (entry.kind == EntryKind::Page)
                .then(|| entry.items.first().map(|&item| &*model.item(item).id))
                .flatten(),
        })
        .collect();
    let first_run = lock.lines.is_empty();
    let mut fresh = 0;
    let place = |path: &str| by_name.find(entries, path).map(EntryId::at);
    let assigned = lock::assign(lock, &candidates, &place, &made, model.today);
    let series = candidates.par_iter().zip(&assigned).map(|(candidate, it)| {
        // A number set by hand belongs to no series, even where it looks like one of ours.
        let number = it.as_ref().filter(|_| candidate.by_hand.is_none())?;
        let slot = made.slot(&number.index_number).or_else(|| Slot::of_address(&number.address));
        slot.map(|slot| (slot.year, slot.serial))
    });
    let series: Vec<Option<(i32, u32)>> = series.collect();
    for ((entry, assigned), series) in entries.iter_mut().zip(assigned).zip(series) {
        let Some(Assigned { index_number, address, locked, released, first_published, changed }) = assigned else {
            continue;
        };
        fresh += usize::from(changed);
        if changed && !first_run && numbering != Numbering::Write {
            unlocked(entry, &index_number, locked.is_some(), findings);
        }
        entry.series = series;
        entry.index_number = index_number.into();
        entry.address = address.into();
        entry.locked_number = locked.filter(|it| **it != *entry.index_number).map(Into::into);
        entry.released = released;
        entry.first_published = first_published;
    }
    // A project that has no lock yet is told so once, not once an entry.
    if first_run && fresh > 0 && numbering != Numbering::Write {
        let text = text! {
            zh: "还没有编号簿，{fresh} 个条目尚未登记编号",
            en: "there is no index.lock yet: {fresh} entries have no number"
        };
        tell(findings.raise(&UNLOCKED_ENTRY, Place::Project, text));
    }
}

fn unlocked(entry: &Entry, number: &str, moved: bool, findings: &mut Findings) {
    let text = if moved {
        text! {
            zh: "文件改了名，编号簿里还是旧名（编号 {number} 不变）",
            en: "the file was renamed and index.lock has its old name (its number stays {number})"
        }
    } else {
        text! {
            zh: "尚未登记编号，发布时将编为 {number}",
            en: "no line in index.lock yet; it would be numbered {number}"
        }
    };
    tell(findings.raise(&UNLOCKED_ENTRY, Place::File(entry.file), text));
}

fn tell(finding: &mut Finding) {
    finding.key("unlocked").help(text! {
        zh: "运行 gongkai lock 登记，并提交 catalogue/index.lock",
        en: "run `gongkai lock` and commit catalogue/index.lock"
    });
}

/// Lines of the lock whose entry is no longer there, or was taken down.
fn lost(lock: &Lock, entries: &[Box<Entry>], by_name: &ByName) -> Vec<Lost> {
    let own = |line: &lock::Line| {
        by_name.find(entries, &line.path).map(|it| &entries[it.at()]).filter(|it| *it.address == *line.address)
    };
    let lost = |line: &lock::Line| {
        // Whether its entry is published; none where it has none any more.
        let published = match line.state {
            lock::State::Reserved => return None,
            lock::State::Withdrawn => Some(false),
            lock::State::Released => own(line).map(|it| it.is_published()),
        };
        (published != Some(true)).then(|| Lost {
            index_number: line.index_number.as_str().into(),
            address: line.address.as_str().into(),
            path: line.path.as_str().into(),
            title: line.title.as_str().into(),
            withdrawn: published == Some(false),
        })
    };
    lock.lines.par_iter().filter_map(lost).collect()
}

/// What entries may be called: path, index number, a document number that only one has.
struct References<'a> {
    entries: &'a [Box<Entry>],
    by_name: &'a ByName,
    /// By index number, and by document number: most references are paths, so these are made when one is not.
    numbers: OnceLock<Numbered<'a>>,
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
    fn new(entries: &'a [Box<Entry>], by_name: &'a ByName) -> Self {
        Self { entries, by_name, numbers: OnceLock::new() }
    }

    fn numbers(&self) -> &Numbered<'a> {
        self.numbers.get_or_init(|| Numbered::new(self.entries))
    }

    fn get(&self, name: &str) -> Option<EntryId> {
        self.by_name.find(self.entries, name).or_else(|| self.numbers().index.get(name).copied())
    }

    fn find(&self, reference: Spanned<&str>, findings: &mut Findings) -> Option<EntryId> {
        let typed = reference.value.trim();
        let bare = typed.strip_prefix("content/").unwrap_or(typed);
        let bare = bare.strip_suffix(".md").unwrap_or(bare);
        if let Some(id) = self.get(typed).or_else(|| self.get(bare)) {
            return Some(id);
        }
        let what = words! { zh: "条目", en: "entry" };
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
                names::dangling(typed, what, self.nearest(typed), reference.span, findings);
                None
            }
        }
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

    fn relations(&self, entry: &Entry, findings: &mut Findings) -> Box<[Relation]> {
        let mut relations = Vec::new();
        for key in RELATIONS {
            // What an appraisal is of is a body, not an entry.
            if key == schema::Entry::OF && entry.kind == EntryKind::Evaluation {
                continue;
            }
            for reference in entry.record.spanned(key) {
                if let Some(to) = self.find(reference, findings) {
                    relations.push(Relation { key: key.name, to, span: reference.span });
                }
            }
        }
        let key = schema::Entry::REPLACED_BY;
        if let Some(value) = entry.record.get(key) {
            let span = entry.record.span_of(key);
            if let Some(to) = self.find(Spanned { value, span }, findings) {
                relations.push(Relation { key: key.name, to, span });
            }
        }
        relations.into()
    }
}

/// Forgets the minhashes of texts that are compared with no other.
fn forget_minhashes(entries: &mut [Box<Entry>]) {
    let mut compared = vec![false; entries.len()];
    for (at, entry) in entries.iter().enumerate() {
        for policy in entry.related(schema::Entry::INTERPRETS) {
            (compared[at], compared[policy.at()]) = (true, true);
        }
    }
    entries.par_iter_mut().zip(compared).filter(|it| !it.1).for_each(|(entry, _)| entry.body.minhash = Box::default());
}

/// Reports cycles among `replaced_by` and cuts them, so that following successors always ends.
fn circles(entries: &mut [Box<Entry>], findings: &mut Findings) {
    let mut next: Vec<Option<usize>> =
        entries.iter().map(|entry| entry.related(schema::Entry::REPLACED_BY).next().map(EntryId::at)).collect();
    let before = next.clone();
    let place = |at: usize| {
        let record: &Record<schema::Entry> = &entries[at].record;
        (entries[at].name.to_string(), record.span_of(schema::Entry::REPLACED_BY))
    };
    cut_circles(&mut next, &place, findings);
    for (at, (before, after)) in before.iter().zip(&next).enumerate() {
        if before != after {
            entries[at].relations =
                entries[at].relations.iter().filter(|it| it.key != schema::Entry::REPLACED_BY.name).copied().collect();
        }
    }
}
