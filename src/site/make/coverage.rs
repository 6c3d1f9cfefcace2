//! The coverage matrix: item × five disclosures.

use super::link::href;
use crate::{
    compliance::Fill,
    model::{FieldId, ItemId},
    site::{
        Href,
        list::ListId,
        page::{Coverage, CoverageCell, CoverageField, CoverageRow, CoverageShare, CoverageState, Download},
        route::PageId,
        site::Site,
    },
    vocabulary::{Disclosure, Word},
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
    let shares: Vec<CoverageShare<'m>> = Disclosure::ALL.iter().map(|&it| share(site, it, &open, at)).collect();
    Coverage {
        as_of: model.today.to_string().into(),
        told: model.site.shows_standing().then(|| told(&shares).into()),
        shares,
        fields: fields.collect(),
        items: open.len() as u64,
        filled: open.iter().filter(|&&it| is_filled(site, it)).count() as u64,
        public: model.site.shows_standing(),
        downloads: vec![Download {
            href: Href::between(at, "/api/v1/coverage.json"),
            format: "JSON".into(),
            size: None,
        }],
    }
}

/// How much of each of the five has something published.
fn told(shares: &[CoverageShare<'_>]) -> String {
    let told = |it: &CoverageShare<'_>| match it.items {
        0 => format!("{}没有事项", it.title),
        items if items == it.filled => format!("{} {items} 项均有内容", it.title),
        items => format!("{} {items} 项中 {} 项有内容", it.title, it.filled),
    };
    let all: Vec<String> = shares.iter().map(told).collect();
    format!("{}。", all.join("，"))
}

/// How large the dot of a cell is: by steps, for the number stands beside it.
const fn dot(count: u64) -> u8 {
    match count {
        0 => 0,
        1 => 4,
        2..5 => 6,
        5..10 => 8,
        _ => 10,
    }
}

/// Whether some cell of the item's row is filled.
fn is_filled(site: &Site<'_>, id: ItemId) -> bool {
    site.model.item(id).disclosures.iter().any(|it| fill(site, id, it) == Fill::Filled)
}

fn fill(site: &Site<'_>, id: ItemId, disclosure: Disclosure) -> Fill {
    site.compliance.item(id).fill(site.model.item(id), disclosure, site.model.today)
}

fn share<'m>(site: &Site<'m>, disclosure: Disclosure, open: &[ItemId], at: &str) -> CoverageShare<'m> {
    let items: Vec<ItemId> =
        open.iter().copied().filter(|&id| site.model.item(id).disclosures.contains(disclosure)).collect();
    let filled = items.iter().filter(|&&id| fill(site, id, disclosure) == Fill::Filled).count();
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
    let cell = |&it: &Disclosure| {
        if !item.disclosures.contains(it) {
            return CoverageCell { state: CoverageState::Other, count: 0, dot: 0 };
        }
        let state = match fill(site, id, it) {
            Fill::Filled => CoverageState::Some,
            Fill::Nil => CoverageState::Nil,
            Fill::Event => CoverageState::Event,
            Fill::Gap => CoverageState::Gap,
        };
        let count = compliance.cells[it.ordinal()] as u64;
        CoverageCell { state, count, dot: dot(count) }
    };
    CoverageRow {
        title: (*item.title).into(),
        href: href(site, at, PageId::List(ListId::Item(id), None)),
        cells: Disclosure::ALL.iter().map(cell).collect(),
        total: site.lists.get(ListId::Item(id)).len() as u64,
    }
}
