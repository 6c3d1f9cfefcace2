//! Entries that an entry stands in relation to, both ways.

use super::link::entry_link;
use crate::{
    model::EntryId,
    record::{EntryRef, Key, Many},
    schema,
    site::{
        page::{Relation, RelationKind},
        site::Site,
    },
    vocabulary::EntryKind,
};

/// Related entries by heading, in the order they are shown; only those on the site.
pub(super) fn relations<'m>(site: &Site<'m>, id: EntryId, at: &str) -> Vec<Relation<'m>> {
    let entry = site.model.entry(id);
    let to = |key| entry.related::<Many<EntryRef>>(key).filter(|&it| site.is_open(it)).collect::<Vec<_>>();
    let back = |key: Key<schema::Entry, Many<EntryRef>>| site.referring(id, key);
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
        (RelationKind::ReplacedBy, entry.related(schema::Entry::REPLACED_BY).filter(|&it| site.is_open(it)).collect()),
        (RelationKind::Replaces, site.referring(id, schema::Entry::REPLACED_BY)),
        (RelationKind::Related, of),
        (RelationKind::Related, others),
    ];
    let make = |(key, mut ids): (RelationKind, Vec<EntryId>)| {
        ids.sort();
        ids.dedup();
        Relation { key, links: ids.into_iter().map(|it| entry_link(site, at, it)).collect() }
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
