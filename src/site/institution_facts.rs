//! Public enterprises and institutions (公共企事业单位): their catalogues, what they published, how they were appraised.

use std::collections::{BTreeMap, BTreeSet};

use super::{institution::ids, list::ListId, site::Site};
use crate::{
    model::{EntryId, FieldId, ItemId, Model, OrganisationId},
    record::{Text, schema},
    vocabulary::EntryKind,
};

/// What is known of an institution beside its own record.
#[derive(Clone, Debug)]
pub struct Institution {
    pub id: OrganisationId,
    /// Its catalogue: the items that are its own, then those of others that it publishes under, each with its entries there.
    pub items: Vec<(ItemId, usize)>,
    /// Entries that appraise it, or tell who answered for what (问责), newest first.
    pub evaluations: Vec<EntryId>,
}

/// All institutions, as their organisations stand.
pub(super) fn institutions(site: &Site<'_>) -> Vec<Institution> {
    let mut appraised = evaluations(site);
    let of = |id| Institution { id, items: items(site, id), evaluations: appraised.remove(&id).unwrap_or_default() };
    ids(site.model).map(of).collect()
}

/// The items of the bodies that supervise, in the fields that hold the institutions' own: rules, catalogue, appraisal.
pub(super) fn supervision(site: &Site<'_>) -> Vec<ItemId> {
    let model = site.model;
    let theirs: BTreeSet<OrganisationId> = ids(model).collect();
    let is_theirs = |id: Option<OrganisationId>| id.is_some_and(|it| theirs.contains(&it));
    let open = || model.items().filter(|it| it.1.is_open());
    let fields: BTreeSet<FieldId> =
        open().filter(|it| is_theirs(it.1.organisation)).filter_map(|it| it.1.field).collect();
    let over =
        |item: &crate::model::Item| item.field.is_some_and(|it| fields.contains(&it)) && !is_theirs(item.organisation);
    open().filter(|it| over(it.1)).map(|it| it.0).collect()
}

/// Its catalogue. That there is nothing of an item is told only where the standing is public.
fn items(site: &Site<'_>, id: OrganisationId) -> Vec<(ItemId, usize)> {
    let model = site.model;
    let mut counts: BTreeMap<ItemId, usize> = BTreeMap::new();
    for &entry in site.lists.get(ListId::Organisation(id)) {
        for &item in &model.entry(entry).items {
            *counts.entry(item).or_default() += 1;
        }
    }
    let mine = |item: ItemId| model.item(item).organisation == Some(id);
    let open = model.items().filter(|it| it.1.is_open()).map(|it| (it.0, counts.get(&it.0).copied().unwrap_or(0)));
    let shown = open.filter(|&(item, count)| count > 0 || mine(item) && model.site.shows_standing());
    let (mut own, others): (Vec<_>, Vec<_>) = shown.partition(|it| mine(it.0));
    own.extend(others);
    own
}

/// The evaluations on the site, newest first, by whom they appraise.
fn evaluations(site: &Site<'_>) -> BTreeMap<OrganisationId, Vec<EntryId>> {
    let model = site.model;
    let mut found: BTreeMap<OrganisationId, Vec<EntryId>> = BTreeMap::new();
    for &entry in site.lists.all().iter().rev() {
        let it = model.entry(entry);
        if it.kind != EntryKind::Evaluation {
            continue;
        }
        let names = it.record.all(schema::Entry::APPRAISED).flat_map(|it| it.split(['、', '，', ',', '；']));
        for name in names {
            if let Some(id) = named(model, name)
                && found.get(&id).is_none_or(|it| it.last() != Some(&entry))
            {
                found.entry(id).or_default().push(entry);
            }
        }
    }
    found
}

/// The institution that goes by `name`: its id, its name or its short name.
fn named(model: &Model, name: &str) -> Option<OrganisationId> {
    let name = name.trim();
    ids(model).find(|&id| {
        let it = model.organisation(id);
        *it.id == *name || *it.name == *name || *it.short == *name
    })
}

/// What a record says under `key`, where it says something.
pub(super) fn said<T>(record: &crate::record::Record<T>, key: crate::record::Key<T, Text>) -> Option<&str> {
    record.get(key).map(str::trim).filter(|it| !it.is_empty())
}
