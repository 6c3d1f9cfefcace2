//! Entries that an entry stands in relation to, both ways.

use crate::{
    model::EntryId,
    site::{
        page::{Relation, RelationKind},
        whole::Site,
    },
    vocabulary::EntryKind,
};

impl<'m> Site<'m> {
    /// Related entries by heading, in the order they are shown; only those on the site.
    pub(in crate::site) fn relations(&self, id: EntryId, at: &str) -> Vec<Relation<'m>> {
        let entry = self.model.entry(id);
        let to = |key: &'static str| entry.related(key).filter(|&it| self.is_open(it)).collect::<Vec<_>>();
        let back = |key: &'static str| self.referring(id, key);
        let about = to("about");
        let draft = back("about");
        let is_result = |it: &EntryId| self.model.entry(*it).kind == EntryKind::ConsultationResult;
        let (results, others): (Vec<_>, Vec<_>) = back("of").into_iter().partition(is_result);
        let consulted = if entry.kind == EntryKind::ConsultationResult { to("of") } else { Vec::new() };
        let of = if entry.kind == EntryKind::ConsultationResult { Vec::new() } else { to("of") };
        let groups = [
            (RelationKind::Interprets, to("interprets")),
            (RelationKind::InterpretedBy, back("interprets")),
            (RelationKind::Consultation, consulted),
            (RelationKind::Consultation, draft),
            (RelationKind::Result, results),
            (RelationKind::Decision, about),
            (RelationKind::ReplacedBy, to("replaced_by")),
            (RelationKind::Replaces, back("replaced_by")),
            (RelationKind::Related, of),
            (RelationKind::Related, others),
        ];
        let make = |(key, mut ids): (RelationKind, Vec<EntryId>)| {
            ids.sort();
            ids.dedup();
            Relation { key, links: ids.into_iter().map(|it| self.entry_link(at, it)).collect() }
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

    /// The entries on the site that refer to `id` by `key`.
    pub(in crate::site) fn referring(&self, id: EntryId, key: &'static str) -> Vec<EntryId> {
        let all = self.backlinks.get(&id).map_or(&[][..], Vec::as_slice);
        all.iter().filter(|it| it.0 == key).map(|it| it.1).collect()
    }
}
