//! The catalogue as the national table, and the pages of fields.

use super::row::word;
use crate::{
    model::{EntryId, FieldId, Item, ItemId},
    site::{
        list::ListId,
        page::{Catalogue, CatalogueField, CatalogueItem, Channel, Element, Field, FieldItem, Str},
        route::PageId,
        whole::Site,
    },
    vocabulary::{AdminLevel, Channel as ChannelWord, Set, Way, Word},
};

impl<'m> Site<'m> {
    pub(in crate::site) fn catalogue(&self, at: &str) -> Catalogue<'m> {
        let model = self.model;
        let levels = self.levels();
        let fields: Vec<CatalogueField<'m>> = model
            .fields
            .iter()
            .enumerate()
            .filter_map(|(place, field)| {
                let id = FieldId::new(place);
                let items: Vec<_> = self.items_of(id).map(|it| self.catalogue_item(it, &levels, at)).collect();
                (!items.is_empty()).then(|| CatalogueField {
                    id: (*field.id).into(),
                    title: (*field.title).into(),
                    href: self.to(at, PageId::Field(id)),
                    items,
                })
            })
            .collect();
        Catalogue {
            title: "政府信息主动公开目录".into(),
            lead: Some("按国家统一的目录格式列出全部公开事项。点击事项名称，查看已公开的内容。".into()),
            revised: model.site.revised.map(|day| day.to_string().into()),
            items: fields.iter().map(|it| it.items.len() as u64).sum(),
            levels: levels.iter().map(|it| it.label().into()).collect(),
            fields,
            downloads: Vec::new(),
        }
    }

    /// The levels that occur, in the official order.
    fn levels(&self) -> Vec<AdminLevel> {
        let all = self.model.items.iter().fold(Set::<AdminLevel>::EMPTY, |all, it| all.union(it.levels));
        all.iter().collect()
    }

    /// The items of a field that may be public, as written.
    pub(in crate::site) fn items_of(&self, field: FieldId) -> impl Iterator<Item = ItemId> {
        self.model.items().filter(move |(_, it)| it.field == Some(field) && it.is_open()).map(|it| it.0)
    }

    /// A row of the national table.
    pub(in crate::site) fn catalogue_item(&self, id: ItemId, levels: &[AdminLevel], at: &str) -> CatalogueItem<'m> {
        let item = self.model.item(id);
        let (all, group) = match &item.audience {
            Some(crate::model::Audience::Group(group)) => (false, Some((**group).into())),
            _ => (true, None),
        };
        CatalogueItem {
            code: code(item),
            title: (*item.title).into(),
            href: self.to(at, PageId::List(ListId::Item(id), None)),
            elements: item
                .elements
                .iter()
                .map(|it| Element { name: (*it.name).into(), each: it.each, optional: it.optional })
                .collect(),
            basis: item.basis.iter().map(|it| (*it.text).into()).collect(),
            time_limit: (*item.limit_text).into(),
            organisation: self.organisation_name(item.organisation).into(),
            office: item.office.as_deref().map(Into::into),
            channels: item.channels.iter().map(channel).collect(),
            all,
            group,
            way: word(item.way.unwrap_or(Way::Active)),
            levels: levels.iter().map(|&it| item.levels.contains(it)).collect(),
            disclosures: item.disclosures.iter().map(word).collect(),
            facets: item.facets.iter().map(word).collect(),
            count: self.lists.get(ListId::Item(id)).len() as u64,
        }
    }

    pub(in crate::site) fn field(&self, id: FieldId, at: &str) -> Field<'m> {
        let model = self.model;
        let below = model.fields.iter().enumerate().filter(|(_, it)| it.parent == Some(id));
        let newest: Vec<EntryId> = self.lists.field(id).iter().rev().copied().collect();
        Field {
            title: (*model.field(id).title).into(),
            lead: model.field(id).record.text("lead").map(Into::into),
            fields: below.map(|(place, it)| self.link(at, &it.title, PageId::Field(FieldId::new(place)))).collect(),
            items: self.items_of(id).map(|it| self.field_item(it, at)).collect(),
            rows: self.rows(at, &newest, false),
        }
    }

    fn field_item(&self, id: ItemId, at: &str) -> FieldItem<'m> {
        let item = self.model.item(id);
        let list = self.lists.get(ListId::Item(id));
        let latest = list.last().and_then(|&it| self.model.entry(it).published_day());
        FieldItem {
            code: code(item),
            title: (*item.title).into(),
            href: self.to(at, PageId::List(ListId::Item(id), None)),
            time_limit: (*item.limit_text).into(),
            office: item.office.as_deref().unwrap_or(self.organisation_name(item.organisation)).into(),
            disclosures: item.disclosures.iter().map(word).collect(),
            count: list.len() as u64,
            latest: latest.map(|day| day.to_string().into()),
        }
    }
}

fn code(item: &Item) -> Str<'_> {
    item.record.text("code").unwrap_or_default().into()
}

fn channel(it: &crate::model::RequiredChannel) -> Channel<'_> {
    let name = match (&it.other, it.channel) {
        (Some(other), _) => (**other).into(),
        (None, channel) => ChannelWord::label(channel).into(),
    };
    Channel { name, optional: it.optional }
}
