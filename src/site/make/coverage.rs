//! The coverage matrix: item × five disclosures.

use super::link::href;
use crate::{
    model::{FieldId, ItemId},
    site::{
        list::ListId,
        page::{Coverage, CoverageCell, CoverageField, CoverageRow, CoverageShare, CoverageState},
        route::PageId,
        site::Site,
    },
    vocabulary::{Disclosure, Occurs, Word},
};

pub(in crate::site) fn page<'m>(site: &Site<'m>, at: &str) -> Coverage<'m> {
    let model = site.model;
    let open: Vec<ItemId> = model.items().filter(|it| it.1.is_open()).map(|it| it.0).collect();
    let fields = (0..model.fields.len()).map(FieldId::new).filter_map(|id| {
        let rows: Vec<CoverageRow<'m>> = site.items_of(id).map(|it| coverage_row(site, it, at)).collect();
        (!rows.is_empty()).then(|| CoverageField {
            title: (*model.field(id).title).into(),
            href: href(site, at, PageId::Field(id)),
            rows,
        })
    });
    Coverage {
        as_of: model.today.to_string().into(),
        shares: Disclosure::ALL.iter().map(|&it| share(site, it, &open, at)).collect(),
        fields: fields.collect(),
        items: open.len() as u64,
        filled: open.iter().filter(|&&it| is_filled(site, it)).count() as u64,
        public: model.site.shows_standing(),
        downloads: Vec::new(),
    }
}

fn is_filled(site: &Site<'_>, id: ItemId) -> bool {
    !site.lists.get(ListId::Item(id)).is_empty()
}

fn share<'m>(site: &Site<'m>, disclosure: Disclosure, open: &[ItemId], at: &str) -> CoverageShare<'m> {
    let items: Vec<ItemId> =
        open.iter().copied().filter(|&id| site.model.item(id).disclosures.contains(disclosure)).collect();
    let filled = items.iter().filter(|&&id| is_filled(site, id)).count();
    let percent = u8::try_from(filled * 100 / items.len().max(1)).unwrap_or(100);
    CoverageShare {
        title: disclosure.label().into(),
        href: href(site, at, PageId::List(ListId::Disclosure(disclosure), None)),
        items: items.len() as u64,
        filled: filled as u64,
        percent,
        entries: site.lists.get(ListId::Disclosure(disclosure)).len() as u64,
    }
}

pub(in crate::site) fn coverage_row<'m>(site: &Site<'m>, id: ItemId, at: &str) -> CoverageRow<'m> {
    let (item, compliance) = (site.model.item(id), site.compliance.item(id));
    let quiet = !compliance.nils.is_empty() || item.occurs == Occurs::Event || !compliance.owes;
    let cell = |&it: &Disclosure| {
        let shown = site.lists.get(ListId::Item(id)).iter();
        let count = shown.filter(|&&entry| site.model.entry(entry).disclosures.contains(it)).count() as u64;
        let count = if item.disclosures.contains(it) { count } else { 0 };
        let state = match (item.disclosures.contains(it), count) {
            (false, _) => CoverageState::Other,
            (true, 0) if quiet => CoverageState::Nil,
            (true, 0) => CoverageState::Gap,
            (true, _) => CoverageState::Some,
        };
        CoverageCell { state, count }
    };
    CoverageRow {
        title: (*item.title).into(),
        href: href(site, at, PageId::List(ListId::Item(id), None)),
        cells: Disclosure::ALL.iter().map(cell).collect(),
        total: site.lists.get(ListId::Item(id)).len() as u64,
    }
}
