//! `interpretations.json`: each policy that is interpreted, with its interpretations.

use std::collections::BTreeMap;

use crate::{
    model::EntryId,
    record::schema,
    site::{
        json::{Interpretation, Interpretations, Policy},
        site::Site,
    },
    vocabulary::{EntryKind, Word},
};

/// The policies on the site that the entry interprets.
fn policies(site: &Site<'_>, id: EntryId) -> impl Iterator<Item = EntryId> {
    let entry = site.model.entry(id);
    let is_one = entry.kind == EntryKind::Interpretation;
    entry.related(schema::Entry::INTERPRETS).filter(move |&it| is_one && site.is_open(it))
}

/// The policies on the site that something on it interprets, each with that, by day.
fn interpreted(site: &Site<'_>) -> BTreeMap<EntryId, Vec<EntryId>> {
    let mut found: BTreeMap<EntryId, Vec<EntryId>> = BTreeMap::new();
    for id in site.entries() {
        for policy in policies(site, id) {
            found.entry(policy).or_default().push(id);
        }
    }
    for list in found.values_mut() {
        list.sort_by_key(|&id| (site.model.entry(id).published, id));
        list.dedup();
    }
    found
}

/// Whether any policy is interpreted.
pub(super) fn are_any(site: &Site<'_>) -> bool {
    site.entries().any(|id| policies(site, id).next().is_some())
}

pub(super) fn json<'m>(site: &Site<'m>) -> Interpretations<'m> {
    let mut policies: Vec<Policy<'m>> = interpreted(site).into_iter().map(|(id, by)| policy(site, id, &by)).collect();
    policies.sort_by(|a, b| a.entry.cmp(&b.entry));
    Interpretations { as_of: site.model.today.to_string().into(), policies }
}

fn policy<'m>(site: &Site<'m>, id: EntryId, by: &[EntryId]) -> Policy<'m> {
    let entry = site.model.entry(id);
    Policy {
        entry: (*entry.index_number).into(),
        title: entry.title().into(),
        published: entry.published_day().map(|it| it.to_string().into()),
        interpretations: by.iter().map(|&it| interpretation(site, it)).collect(),
    }
}

fn interpretation<'m>(site: &Site<'m>, id: EntryId) -> Interpretation<'m> {
    let entry = site.model.entry(id);
    let forms = || entry.record.all(schema::Entry::FORM);
    let first = entry.record.get(schema::Entry::FIRST_INTERPRETER).and_then(|it| it.get(schema::Interpreter::POST));
    let first = first.filter(|it| !it.trim().is_empty());
    Interpretation {
        entry: (*entry.index_number).into(),
        title: entry.title().into(),
        published: entry.published_day().map(|it| it.to_string().into()),
        forms: forms().map(|it| it.key().into()).collect(),
        forms_label: forms().map(|it| it.label().into()).collect(),
        first_interpreter: first.map(Into::into),
    }
}
