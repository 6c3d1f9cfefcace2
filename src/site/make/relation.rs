//! Entries that an entry stands in relation to, each as a card: policy and interpretation, consultation and result.

use crate::{
    model::EntryId,
    record::{EntryRef, Key, Many, schema},
    site::{
        Href,
        entry_facts::validity,
        page::{Label, Related, Relation, RelationKind},
        site::Site,
    },
    vocabulary::{EntryKind, Word},
};

/// Related entries by heading, in the order they are shown; only those on the site.
pub(super) fn relations<'m>(site: &Site<'m>, id: EntryId, at: &str) -> Vec<Relation<'m>> {
    let entry = site.model.entry(id);
    let to = |key| entry.related::<Many<EntryRef>>(key).filter(|&it| site.is_open(it)).collect::<Vec<_>>();
    let back = |key: Key<schema::Entry, Many<EntryRef>>| -> Vec<EntryId> { site.referring(id, key).collect() };
    let about = to(schema::Entry::ABOUT);
    let draft = back(schema::Entry::ABOUT);
    let is_result = |it: &EntryId| site.model.entry(*it).kind == EntryKind::ConsultationResult;
    let (results, others): (Vec<_>, Vec<_>) = back(schema::Entry::OF).into_iter().partition(is_result);
    let consulted = if entry.kind == EntryKind::ConsultationResult { to(schema::Entry::OF) } else { Vec::new() };
    let of = if entry.kind == EntryKind::ConsultationResult { Vec::new() } else { to(schema::Entry::OF) };
    let groups = [
        (RelationKind::Interprets, to(schema::Entry::INTERPRETS)),
        (RelationKind::InterpretedBy, back(schema::Entry::INTERPRETS)),
        (RelationKind::Consultation, consulted),
        (RelationKind::Consultation, draft),
        (RelationKind::Result, results),
        (RelationKind::Decision, about),
        (RelationKind::Related, of),
        (RelationKind::Related, others),
    ];
    let make = |(key, mut ids): (RelationKind, Vec<EntryId>)| {
        ids.sort();
        ids.dedup();
        Relation { key, links: ids.into_iter().map(|it| card(site, at, it)).collect() }
    };
    let mut relations: Vec<Relation<'m>> = Vec::new();
    for made in groups.into_iter().map(make).filter(|it| !it.links.is_empty()) {
        match relations.iter_mut().find(|it| it.key == made.key) {
            Some(same) => same.links.extend(made.links),
            None => relations.push(made),
        }
    }
    relations
}

/// An entry in few words: its number where it has one, the form of an interpretation and who gave it, and its day.
fn card<'m>(site: &Site<'m>, from: &str, id: EntryId) -> Related<'m> {
    let entry = site.model.entry(id);
    let number = entry.record.get(schema::Entry::NUMBER).filter(|it| *it != "无").map(Into::into);
    let mut details: Vec<_> = number.into_iter().collect();
    if entry.kind == EntryKind::Interpretation {
        let forms: Vec<&str> = entry.record.all(schema::Entry::FORM).map(Word::label).collect();
        if !forms.is_empty() {
            details.push(forms.join("、").into());
        }
        let by = entry.record.get(schema::Entry::FIRST_INTERPRETER).and_then(|it| it.get(schema::Interpreter::POST));
        let by = by.filter(|it| !it.trim().is_empty());
        details.extend(by.map(|it| format!("解读人：{it}").into()));
    }
    details.extend(entry.published_day().map(|it| it.to_string().into()));
    Related {
        title: entry.title().into(),
        href: Href::between(from, &entry.address),
        validity: validity(entry, site.model.today).map(Label::of),
        details,
    }
}
