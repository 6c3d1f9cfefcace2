//! The catalogue, to read and as the national table.

use super::{
    change, exception,
    link::{href, link},
};
use crate::{
    model::{FieldId, Item, ItemId},
    record::schema,
    site::{
        Href,
        entry_facts::organisation_name,
        exception::has_exceptions,
        list::ListId,
        page::{Catalogue, CatalogueField, CatalogueItem, Channel, Download, Element, Label, Link, Str},
        route::{self, PageId},
        site::Site,
    },
    vocabulary::{AdminLevel, Channel as ChannelWord, Set, Way, Word},
};

const TITLE: &str = "政府信息主动公开目录";

/// What the page with all columns is called.
pub(super) const FORM: &str = "国家统一格式目录表";

/// What citizens look for.
pub(super) fn page<'m>(site: &Site<'m>, at: &str) -> Catalogue<'m> {
    Catalogue {
        lead: Some("列出本站全部公开事项。点击事项名称，查看已公开的内容。".into()),
        ..catalogue(site, at, TITLE, link(site, at, FORM, PageId::NationalForm))
    }
}

/// All that the national table has.
pub(in crate::site) fn form<'m>(site: &Site<'m>, at: &str) -> Catalogue<'m> {
    let mut form = Catalogue {
        lead: Some("按国家统一的目录格式列出全部公开事项。点击事项名称，查看已公开的内容。".into()),
        ..catalogue(site, at, FORM, link(site, at, TITLE, PageId::Catalogue))
    };
    // A new entry is no reason to make it again.
    form.fields.iter_mut().flat_map(|it| &mut it.items).for_each(|it| it.count = None);
    form
}

fn catalogue<'m>(site: &Site<'m>, at: &str, title: &'static str, other: Link<'m>) -> Catalogue<'m> {
    let model = site.model;
    let levels = levels(site);
    let fields: Vec<CatalogueField<'m>> = model
        .fields
        .iter()
        .enumerate()
        .filter_map(|(place, field)| {
            let id = FieldId::new(place);
            let items: Vec<_> = site.items_of(id).map(|it| catalogue_item(site, it, &levels, at)).collect();
            (!items.is_empty()).then(|| CatalogueField {
                id: (*field.id).into(),
                title: (*field.title).into(),
                href: href(site, at, PageId::Field(id)),
                items,
            })
        })
        .collect();
    Catalogue {
        title: title.into(),
        lead: None,
        revised: model.site.revised.map(|day| day.to_string().into()),
        items: fields.iter().map(|it| it.items.len() as u64).sum(),
        coded: fields.iter().flat_map(|it| &it.items).any(|it| !it.code.is_empty()),
        other,
        levels: levels.iter().map(|it| it.label().into()).collect(),
        fields,
        exceptions: has_exceptions(model).then(|| link(site, at, exception::TITLE, PageId::Exceptions)),
        changes: site.has_changes().then(|| link(site, at, change::TITLE, PageId::Changes)),
        downloads: ["xlsx", "csv", "json"].map(|it| download(at, it)).into(),
    }
}

/// The whole of it for spreadsheets and for programs.
fn download(at: &str, ending: &str) -> Download<'static> {
    Download {
        href: Href::between(at, &route::catalogue_file(ending)),
        format: ending.to_ascii_uppercase().into(),
        size: None,
    }
}

/// The levels that occur, in the official order.
fn levels(site: &Site<'_>) -> Vec<AdminLevel> {
    let all = site.model.items.iter().fold(Set::<AdminLevel>::EMPTY, |all, it| all.union(it.levels));
    all.iter().collect()
}

/// A row of the national table.
pub(super) fn catalogue_item<'m>(site: &Site<'m>, id: ItemId, levels: &[AdminLevel], at: &str) -> CatalogueItem<'m> {
    let item = site.model.item(id);
    let (all, group) = match &item.audience {
        Some(crate::model::Audience::Group(group)) => (false, Some((**group).into())),
        _ => (true, None),
    };
    CatalogueItem {
        code: code(item),
        title: (*item.title).into(),
        href: href(site, at, PageId::List(ListId::Item(id), None)),
        elements: item
            .elements
            .iter()
            .map(|it| Element { name: (*it.name).into(), each: it.each, optional: it.optional })
            .collect(),
        basis: item.basis.iter().map(|it| (*it.text).into()).collect(),
        time_limit: (*item.limit_text).into(),
        organisation: organisation_name(site.model, item.organisation).into(),
        elsewhere: item.organisation.is_some_and(|it| Some(it) != site.model.site.organisation),
        office: item.office.as_deref().map(Into::into),
        channels: item.channels.iter().map(channel).collect(),
        all,
        group,
        way: Label::of(item.way.unwrap_or(Way::Active)),
        levels: levels.iter().map(|&it| item.levels.contains(it)).collect(),
        disclosures: item.disclosures.iter().map(Label::of).collect(),
        facets: item.facets.iter().map(Label::of).collect(),
        count: told_count(site, site.lists.get(ListId::Item(id)).len()),
    }
}

/// The number of an item's entries; that there is none is told only where the standing is public.
pub(super) fn told_count(site: &Site<'_>, count: usize) -> Option<u64> {
    Some(count as u64).filter(|it| *it > 0 || site.model.site.shows_standing())
}

pub(super) fn code(item: &Item) -> Str<'_> {
    item.record.get(schema::Item::CODE).unwrap_or_default().into()
}

fn channel(it: &crate::model::RequiredChannel) -> Channel<'_> {
    let name = match (&it.other, it.channel) {
        (Some(other), _) => (**other).into(),
        (None, channel) => ChannelWord::label(channel).into(),
    };
    Channel { name, optional: it.optional }
}
