//! `catalogue.json`.

use super::limit;
use crate::{
    model::{Field, ItemId},
    record::schema,
    site::{
        entry_facts::organisation_id,
        json::{Audience, Catalogue, CatalogueField, CatalogueItem, Channel, Element},
        list::ListId,
        route::PageId,
        site::Site,
    },
    vocabulary::{Audience as AudienceWord, Way, Word},
};

pub(super) fn json<'m>(site: &Site<'m>) -> Catalogue<'m> {
    let model = site.model;
    Catalogue {
        title: "政府信息主动公开目录".into(),
        organisation: organisation_id(site.model, None).into(),
        revised: model.site.revised.map(|day| day.to_string().into()),
        fields: model.fields.iter().enumerate().map(|(at, it)| field(site, at, it)).collect(),
        items: model.items().filter(|it| it.1.is_open()).map(|it| item(site, it.0)).collect(),
    }
}

fn field<'m>(site: &Site<'m>, at: usize, field: &'m Field) -> CatalogueField<'m> {
    CatalogueField {
        id: (*field.id).into(),
        title: (*field.title).into(),
        parent: field.parent.map(|it| (*site.model.field(it).id).into()),
        url: site.url(&site.address(PageId::Field(crate::model::FieldId::new(at)))).into(),
    }
}

fn item<'m>(site: &Site<'m>, id: ItemId) -> CatalogueItem<'m> {
    let item = site.model.item(id);
    let list = ListId::Item(id);
    let (kind, group) = match &item.audience {
        Some(crate::model::Audience::Group(group)) => (AudienceWord::Group, Some((**group).into())),
        _ => (AudienceWord::All, None),
    };
    let way = item.way.unwrap_or(Way::Active);
    CatalogueItem {
        id: (*item.id).into(),
        code: item.record.get(schema::Item::CODE).map(Into::into),
        field: item.field.map_or("", |it| &*site.model.field(it).id).into(),
        title: (*item.title).into(),
        url: site.url(&site.address(PageId::List(list, None))).into(),
        disclosure: item.disclosures.iter().map(|it| it.key().into()).collect(),
        disclosure_label: item.disclosures.iter().map(|it| it.label().into()).collect(),
        facet: item.facets.iter().map(|it| it.key().into()).collect(),
        facet_label: item.facets.iter().map(|it| it.label().into()).collect(),
        elements: item
            .elements
            .iter()
            .map(|it| Element { name: (*it.name).into(), each: it.each, optional: it.optional })
            .collect(),
        basis: item.basis.iter().map(|it| (*it.text).into()).collect(),
        time_limit: limit::strictest(item),
        time_limits: limit::all(item),
        occurs: item.occurs.key().into(),
        occurs_label: item.occurs.label().into(),
        update: item.update.map(|it| it.key().into()),
        update_label: item.update.map(|it| it.label().into()),
        since: item.since.map(|day| day.to_string().into()),
        due: item.due.map(|day| day.to_string().into()),
        organisation: organisation_id(site.model, item.organisation).into(),
        office: item.office.as_deref().map(Into::into),
        channels: item
            .channels
            .iter()
            .map(|it| Channel {
                channel: it.channel.key().into(),
                channel_label: it.other.as_deref().unwrap_or(it.channel.label()).into(),
                optional: it.optional,
            })
            .collect(),
        audience: Audience { kind: kind.key().into(), kind_label: kind.label().into(), group },
        way: way.key().into(),
        way_label: way.label().into(),
        level: item
            .levels
            .iter()
            .map(|it| it.key().into())
            .chain(item.other_levels.iter().map(|_| "other".into()))
            .collect(),
        level_label: item
            .levels
            .iter()
            .map(|it| it.label().into())
            .chain(item.other_levels.iter().map(|it| (**it).into()))
            .collect(),
        legal_item: item.legal_items.iter().map(|it| (**it).into()).collect(),
        kind: item.kinds.iter().map(|it| it.key().into()).collect(),
        kind_label: item.kinds.iter().map(|it| it.label().into()).collect(),
        interpretation: item.interpretation.key().into(),
        interpretation_label: item.interpretation.label().into(),
        register: item.register.map(|it| (*site.model.register(it).id).into()),
        entries: site.lists.get(list).len() as u64,
    }
}
