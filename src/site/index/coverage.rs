//! `coverage.json`: how items and disclosures stand. What is missing is told only where the standing is public.

use crate::{
    model::ItemId,
    site::{
        json::{Coverage, CoverageCell, CoverageDisclosure, CoverageItem},
        page::CoverageState,
        site::Site,
    },
    vocabulary::{Disclosure, Word},
};

impl<'m> Site<'m> {
    pub(super) fn coverage_json(&self) -> Coverage<'m> {
        let page = self.coverage("/coverage/index.html");
        let disclosures = Disclosure::ALL.iter().zip(&page.shares);
        Coverage {
            as_of: self.model.today.to_string().into(),
            disclosures: disclosures
                .map(|(&it, share)| CoverageDisclosure {
                    disclosure: it.key().into(),
                    disclosure_label: it.label().into(),
                    items: page.public.then_some(share.items),
                    filled: page.public.then_some(share.filled),
                    entries: share.entries,
                })
                .collect(),
            items: self.model.items().filter(|it| it.1.is_open()).map(|it| self.coverage_item(it.0)).collect(),
        }
    }

    fn coverage_item(&self, id: ItemId) -> CoverageItem<'m> {
        let public = self.model.site.shows_standing();
        let row = self.coverage_row(id, "/coverage/index.html");
        let cells = Disclosure::ALL
            .iter()
            .zip(row.cells)
            .filter(|(_, cell)| if public { cell.state != CoverageState::Other } else { cell.count > 0 });
        CoverageItem {
            item: (*self.model.item(id).id).into(),
            item_label: (*self.model.item(id).title).into(),
            cells: cells
                .map(|(&it, cell)| CoverageCell {
                    disclosure: it.key().into(),
                    entries: cell.count,
                    state: public.then(|| match cell.state {
                        CoverageState::Gap => "gap".into(),
                        CoverageState::Nil => "nil".into(),
                        CoverageState::Event => "event".into(),
                        CoverageState::Some | CoverageState::Other => "filled".into(),
                    }),
                })
                .collect(),
        }
    }
}
