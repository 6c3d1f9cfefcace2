//! The coverage matrix: item × five disclosures.

use crate::{
    compliance::Fill,
    model::{FieldId, ItemId},
    site::{
        list::ListId,
        page::{Coverage, CoverageCell, CoverageField, CoverageRow, CoverageShare, CoverageState},
        route::PageId,
        site::Site,
    },
    vocabulary::{Disclosure, Word},
};

impl<'m> Site<'m> {
    pub(in crate::site) fn coverage(&self, at: &str) -> Coverage<'m> {
        let model = self.model;
        let open: Vec<ItemId> = model.items().filter(|it| it.1.is_open()).map(|it| it.0).collect();
        let fields = (0..model.fields.len()).map(FieldId::new).filter_map(|id| {
            let rows: Vec<CoverageRow<'m>> = self.items_of(id).map(|it| self.coverage_row(it, at)).collect();
            (!rows.is_empty()).then(|| CoverageField {
                title: (*model.field(id).title).into(),
                href: self.to(at, PageId::Field(id)),
                rows,
            })
        });
        Coverage {
            as_of: model.today.to_string().into(),
            shares: Disclosure::ALL.iter().map(|&it| self.share(it, &open, at)).collect(),
            fields: fields.collect(),
            items: open.len() as u64,
            filled: open.iter().filter(|&&it| self.is_filled(it)).count() as u64,
            public: model.site.shows_standing(),
            downloads: Vec::new(),
        }
    }

    /// Whether some cell of the item's row is filled.
    fn is_filled(&self, id: ItemId) -> bool {
        self.model.item(id).disclosures.iter().any(|it| self.standing_of(id, it) == Fill::Filled)
    }

    fn standing_of(&self, id: ItemId, disclosure: Disclosure) -> Fill {
        self.compliance.item(id).fill(self.model.item(id), disclosure, self.model.today)
    }

    fn share(&self, disclosure: Disclosure, open: &[ItemId], at: &str) -> CoverageShare<'m> {
        let items: Vec<ItemId> =
            open.iter().copied().filter(|&id| self.model.item(id).disclosures.contains(disclosure)).collect();
        let filled = items.iter().filter(|&&id| self.standing_of(id, disclosure) == Fill::Filled).count();
        let percent = u8::try_from(filled * 100 / items.len().max(1)).unwrap_or(100);
        CoverageShare {
            title: disclosure.label().into(),
            href: self.to(at, PageId::List(ListId::Disclosure(disclosure), None)),
            items: items.len() as u64,
            filled: filled as u64,
            percent,
            entries: self.lists.get(ListId::Disclosure(disclosure)).len() as u64,
        }
    }

    pub(in crate::site) fn coverage_row(&self, id: ItemId, at: &str) -> CoverageRow<'m> {
        let (item, compliance) = (self.model.item(id), self.compliance.item(id));
        let cell = |&it: &Disclosure| {
            if !item.disclosures.contains(it) {
                return CoverageCell { state: CoverageState::Other, count: 0 };
            }
            let state = match self.standing_of(id, it) {
                Fill::Filled => CoverageState::Some,
                Fill::Nil => CoverageState::Nil,
                Fill::Event => CoverageState::Event,
                Fill::Gap => CoverageState::Gap,
            };
            CoverageCell { state, count: compliance.cells[it.ordinal()] as u64 }
        };
        CoverageRow {
            title: (*item.title).into(),
            href: self.to(at, PageId::List(ListId::Item(id), None)),
            cells: Disclosure::ALL.iter().map(cell).collect(),
            total: self.lists.get(ListId::Item(id)).len() as u64,
        }
    }
}
