//! `coverage.json`: how items and disclosures stand. What is missing is told only where the standing is public.

use crate::{
    model::ItemId,
    site::{
        json::{Coverage, CoverageCell, CoverageDisclosure, CoverageItem},
        make::coverage::{self, coverage_row},
        page::CoverageState,
        site::Site,
    },
    vocabulary::{Disclosure, Word},
};

pub(super) fn json<'m>(site: &Site<'m>) -> Coverage<'m> {
    let page = coverage::page(site, "/coverage/index.html");
    let disclosures = Disclosure::ALL.iter().zip(&page.shares);
    Coverage {
        as_of: site.model.today.to_string().into(),
        disclosures: disclosures
            .map(|(&it, share)| CoverageDisclosure {
                disclosure: it.key().into(),
                disclosure_label: it.label().into(),
                items: page.public.then_some(share.items),
                filled: page.public.then_some(share.filled),
                entries: share.entries,
            })
            .collect(),
        items: site.model.items().filter(|it| it.1.is_open()).map(|it| item(site, it.0)).collect(),
    }
}

fn item<'m>(site: &Site<'m>, id: ItemId) -> CoverageItem<'m> {
    let public = site.model.site.shows_standing();
    let row = coverage_row(site, id, "/coverage/index.html");
    let cells = Disclosure::ALL
        .iter()
        .zip(row.cells)
        .filter(|(_, cell)| if public { cell.state != CoverageState::Other } else { cell.count > 0 });
    CoverageItem {
        item: (*site.model.item(id).id).into(),
        item_label: (*site.model.item(id).title).into(),
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
