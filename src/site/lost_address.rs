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
        let message = if lost.sure {
            text! { zh: "“{title}”公开过，现在没有了：{address}", en: "`{title}` was public and is gone: {address}" }
        } else {
            text! {
                zh: "“{title}”可能已经有人看到，现在没有了：{address}",
                en: "`{title}` may have been seen and is gone: {address}"
            }
        };
        findings
            .raise(&LOST_ADDRESS, place, message)
            .help(text! {
                zh: "误删的，恢复 content/{path}.md；确实要撤下的，在 catalogue 文件夹新建 gone.toml（已有的接在后面），写上下面几行，最好再加一行 reason，写明原因：\n[[gone]]\naddress = \"{address}\"\non = {today}",
                en: "restore content/{path}.md; or, for what must go, add these lines to a gone.toml in the folder catalogue, best with a `reason` of your own:\n[[gone]]\naddress = \"{address}\"\non = {today}",
                today = model.today,
            })
            .lesser_if(!lost.sure)
            .key(&**address);
    }
}
