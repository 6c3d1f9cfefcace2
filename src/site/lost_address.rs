//! Addresses of the lock that no entry has any more: a tombstone where somebody says why, else a finding.

use std::collections::BTreeMap;

use super::{
    rules::{LIVING_GONE, LOST_ADDRESS},
    site::Site,
};
use crate::{
    diagnostic::Findings,
    model::{Entry, Gone, Lost},
    record::schema,
    source::Place,
    vocabulary::nearness,
};

/// Tells addresses that `[[gone]]` declares taken down and that are public (1404).
pub(super) fn living(site: &Site<'_>, findings: &mut Findings) {
    let model = site.model;
    let mut gone: BTreeMap<&str, &Gone> = BTreeMap::new();
    for it in model.gone.iter().filter(|it| it.on.is_none_or(|on| on <= model.today)) {
        // As addresses are compared elsewhere: what stands before the site's own part does not count.
        gone.extend(it.address.match_indices('/').map(|(at, _)| (&it.address[at..], it)));
    }
    if gone.is_empty() {
        return;
    }
    for id in site.entries() {
        let entry = model.entry(id);
        let Some(it) = gone.get(&*entry.address) else { continue };
        let (address, name, title) = (&entry.address, &entry.name, &entry.title);
        findings
            .raise(
                &LIVING_GONE,
                it.record.span_of(schema::Gone::ADDRESS),
                text! { zh: "{address} 写明已经撤下，可是“{title}”还在公开", en: "{address} is declared gone, but `{title}` is public there" },
            )
            .label(text! { zh: "还在公开", en: "still public" })
            .help(text! {
                zh: "仍要公开的，删去这一条 [[gone]]；确实要撤下的，在 content/{name}.md 的文件头写：withdraw_on = {today}",
                en: "delete this [[gone]] if it is to stay; if it is to go, write in content/{name}.md: withdraw_on = {today}",
                today = model.today,
            })
            .key(&**address);
    }
}

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
        let finding = findings.raise(&LOST_ADDRESS, place, message);
        finding
            .help(text! {
                zh: "误删的，恢复 content/{path}.md；确实要撤下的，在 catalogue 文件夹新建 gone.toml（已有的接在后面），写上下面几行，最好再加一行 reason，写明原因：\n[[gone]]\naddress = \"{address}\"\non = {today}",
                en: "restore content/{path}.md; or, for what must go, add these lines to a gone.toml in the folder catalogue, best with a `reason` of your own:\n[[gone]]\naddress = \"{address}\"\non = {today}",
                today = model.today,
            })
            .lesser_if(!lost.sure)
            .key(&**address);
        if let Some(new) = renamed(site, lost) {
            finding.help(text! {
                zh: "像是改名为 content/{new}.md（成文日期相同）：是的话，在 catalogue 文件夹新建 redirect.toml（已有的接在后面），写上下面几行，旧网址就通向它；不是的，恢复 content/{path}.md\n[[redirect]]\nfrom = \"{address}\"\nto = \"{new}\"",
                en: "it looks as if it were renamed to content/{new}.md (made on the same day): if so, add these lines to a redirect.toml in the folder catalogue; else restore content/{path}.md\n[[redirect]]\nfrom = \"{address}\"\nto = \"{new}\"",
            });
        }
    }
}

/// The one entry that was never public before, made on the day of what is lost, with some of its title: it is likely that under
/// another name.
fn renamed<'m>(site: &Site<'m>, lost: &Lost) -> Option<&'m str> {
    let made = lost.made?;
    let entries = site.entries().map(|id| site.model.entry(id));
    let is_new = |it: &&Entry| it.made == Some(made) && it.released.is_none_or(|day| day == site.model.today);
    let mut near = entries.filter(is_new).filter(|it| nearness(&it.title, &lost.title) >= 0.3);
    near.next().filter(|_| near.next().is_none()).map(|it| &*it.name)
}
