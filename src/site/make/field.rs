//! The page of a field: its fields, its items, its newest entries.

use super::{
    catalogue::code,
    link::{href, link},
    row::rows,
};
use crate::{
    model::{EntryId, FieldId, ItemId},
    schema,
    site::{
        list::ListId,
        owner::organisation_name,
        page::{Field, FieldItem, Label},
        route::PageId,
        site::Site,
    },
};

pub(super) fn page<'m>(site: &Site<'m>, id: FieldId, at: &str) -> Field<'m> {
    let model = site.model;
    let below = model.fields.iter().enumerate().filter(|(_, it)| it.parent == Some(id));
    let newest: Vec<EntryId> = site.lists.field(id).iter().rev().copied().collect();
    Field {
        title: (*model.field(id).title).into(),
        // Not told yet: `[[field]]` has no such key.
        lead: None,
        fields: below.map(|(place, it)| link(site, at, &it.title, PageId::Field(FieldId::new(place)))).collect(),
        items: site.items_of(id).map(|it| field_item(site, it, at)).collect(),
        rows: rows(site, at, &newest, false),
    }
}

fn field_item<'m>(site: &Site<'m>, id: ItemId, at: &str) -> FieldItem<'m> {
    let item = site.model.item(id);
    let list = site.lists.get(ListId::Item(id));
    let latest = list.last().and_then(|&it| site.model.entry(it).published_day());
    FieldItem {
        code: code(item),
        title: (*item.title).into(),
        href: href(site, at, PageId::List(ListId::Item(id), None)),
        time_limit: item.record.get(schema::Item::TIME_LIMIT).unwrap_or_default().into(),
        office: item.office.as_deref().unwrap_or(organisation_name(site.model, item.organisation)).into(),
        disclosures: item.disclosures.iter().map(Label::of).collect(),
        count: list.len() as u64,
        latest: latest.map(|day| day.to_string().into()),
    }
}
