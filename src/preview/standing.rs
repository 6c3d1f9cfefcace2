//! How full the catalogue is, at a glance.

use serde::Serialize;

use crate::{
    compile::SitePlan,
    compliance::Fill,
    site::{ListId, PageId},
};

/// How many items stand how.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Standing {
    /// Items that may be public.
    pub items: usize,
    /// Those with something of the time that is judged.
    pub filled: usize,
    /// Those with a report that there was nothing.
    pub nil: usize,
    /// Those that owe nothing now.
    pub event: usize,
    /// Those that owe something and have nothing.
    pub gaps: Vec<Gap>,
}

/// An item that owes something and has nothing.
#[derive(Clone, Debug, Serialize)]
pub struct Gap {
    pub title: String,
    /// Its page, from the site's root.
    pub page: String,
}

/// How the items of `plan` stand.
pub fn standing(plan: &SitePlan<'_>) -> Standing {
    let analysis = plan.analysis;
    let mut standing = Standing::default();
    for (id, item) in analysis.model.items().filter(|it| it.1.is_open()) {
        standing.items += 1;
        match analysis.compliance.item(id).stands(item, analysis.model.today) {
            Fill::Filled => standing.filled += 1,
            Fill::Nil => standing.nil += 1,
            Fill::Event => standing.event += 1,
            Fill::Gap => standing.gaps.push(Gap {
                title: analysis.model.item_title(id),
                page: plan.site.address(PageId::List(ListId::Item(id), None)).into_owned(),
            }),
        }
    }
    standing
}
