//! Addresses of the lock that no entry has any more: a tombstone where somebody says why, else a finding.

use super::{rules::LOST_ADDRESS, site::Site};
use crate::{diagnostic::Findings, model::Lost, source::Place};

/// Tells released addresses that lead nowhere now (1402).
pub(super) fn check(site: &Site<'_>, findings: &mut Findings) {
    let model = site.model;
    let place = site.sources.find("catalogue/index.lock").map_or(Place::Project, Place::File);
    for lost in model.lost.iter().filter(|it| !it.withdrawn && site.gone(it).is_none()) {
        if model.redirects.iter().any(|it| it.from.ends_with(&*lost.address)) {
            continue;
        }
        let Lost { address, path, title, .. } = lost;
        findings
            .raise(
                &LOST_ADDRESS,
                place,
                text! { zh: "“{title}”公开过，现在没有了：{address}", en: "`{title}` was public and is gone: {address}" },
            )
            .help(text! {
                zh: "恢复 content/{path}.md；确实要撤下的，在 catalogue 中写 [[gone]]：address = \"{address}\"，加上 reason（原因）和 on（日期）",
                en: "restore content/{path}.md; or write [[gone]] in catalogue with address = \"{address}\", `reason` and `on`"
            })
            .key(&**address);
    }
}
