//! All entries together: numbered, linked to each other, and put into the model.

use rayon::prelude::*;

use super::{
    Catalogue, Numbering,
    circle::cut_circles,
    lock::Lock,
    numbering::{lost, number},
    old_address, policy,
    references::References,
    rules::{DUPLICATE_ID, UNLOCKED_ENTRY},
};
use crate::{
    diagnostic::{Findings, Level, Policy, Rulebook, Subject},
    model::{ByName, Change, Entry, EntryId, Model, Redirect, Relation},
    record::{Record, Spanned, schema},
    source::Span,
};

/// A catalogue with its entries, ready to be measured and judged.
#[derive(Debug)]
pub struct Linked {
    pub model: Model,
    /// What settings say about findings.
    pub policy: Policy,
    /// The lock, brought up to date.
    pub lock: Lock,
}

/// Puts the entries into the model.
pub fn link(
    catalogue: Catalogue,
    mut entries: Vec<Box<Entry>>,
    mut lock: Lock,
    rulebook: &Rulebook,
    numbering: Numbering,
    findings: &mut Findings,
) -> Linked {
    entries.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    let Catalogue { mut model, mut policy, names: known, template, later, .. } = catalogue;
    let by_name = ByName::new(&entries);
    // As the run found it: from here on it says what this run releases.
    model.lock_began = lock.began();
    let presumed = numbering == Numbering::Refuse || lock.is_unreleased();
    number((&mut entries, &by_name), &model, &template, &mut lock, numbering, findings);
    if numbering == Numbering::Refuse {
        policy.levels.insert(UNLOCKED_ENTRY.code, Level::Error);
    }
    model.lost = lost(&lock, (&entries, &by_name), model.today, presumed.then_some(numbering == Numbering::Refuse));
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
    let index = References::new(&entries, &by_name);
    for record in later.redirects {
        let Some(value) = record.get(schema::Redirect::TO) else { continue };
        let Some(to) = index.find(Spanned { value, span: record.span_of(schema::Redirect::TO) }, None, findings) else {
            continue;
        };
        let from = record.get(schema::Redirect::FROM).unwrap_or_default();
        let place = old_address::place(from, &model.site, &model.organisations);
        // Who asks for one address can be led to one entry.
        let same = |it: &&Redirect| it.place == place && place.page().is_some() || *it.from == *from;
        match model.redirects.iter().find(same) {
            Some(first) if first.to == to => {}
            Some(first) => twice(from, first, record.span_of(schema::Redirect::FROM), findings),
            None => model.redirects.push(Redirect { from: from.into(), place, to, record }),
        }
    }
    for record in later.changes {
        let (Some(on), Some(kind)) = (record.get(schema::Change::ON), record.get(schema::Change::KIND)) else {
            continue;
        };
        let notice = record.get(schema::Change::NOTICE).and_then(|value| {
            let span = record.span_of(schema::Change::NOTICE);
            index.find(Spanned { value, span }, None, findings)
        });
        // What was removed since is no item any more.
        let item = record.get(schema::Change::ITEM).and_then(|id| known.items.get(id.trim()));
        model.changes.push(Change { on, kind, item, notice, record });
    }
    let mut subject = |subject: &Subject, span: Span, findings: &mut Findings| match subject {
        Subject::Entry(value) => index
            .find(Spanned { value, span }, None, findings)
            .map(|id| Subject::Entry(entries[id.at()].name.to_string())),
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
    Linked { model, policy, lock }
}

/// Tells that the old address `from` leads to two entries.
fn twice(from: &str, first: &Redirect, second: Span, findings: &mut Findings) {
    let first = first.record.span_of(schema::Redirect::FROM);
    findings
        .raise(
            &DUPLICATE_ID,
            second,
            text! { zh: "旧网址“{from}”转到了两条信息", en: "the old address `{from}` leads to two entries" },
        )
        .label(text! { zh: "这里又写了一次", en: "declared again here" })
        .mark(first, text! { zh: "先在这里写过", en: "first declared here" })
        .help(text! { zh: "留下正确的一条，删去另一条 [[redirect]]", en: "keep the right one and delete the other [[redirect]]" });
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
