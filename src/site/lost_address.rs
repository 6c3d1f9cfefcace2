//! Addresses of the lock that no entry has any more: a tombstone where somebody says why, else a finding.

use std::collections::BTreeMap;

use super::{
    rules::{LIVING_GONE, LOST_ADDRESS},
    site::Site,
};
use crate::{
    day::Day,
    diagnostic::{Edit, Findings},
    model::{Entry, Gone, Lost},
    record::schema,
    source::Place,
    vocabulary::{Text, Words, nearness},
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
            .fix(it.record.extent().map(Edit::delete))
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
        let Lost { address, path, title, index_number, .. } = lost;
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
                zh: "误删的，恢复 content/{path}.md；确实要撤下的，写明原因：\ngongkai withdraw {index_number} --reason 〔原因〕",
                en: "restore content/{path}.md; or, for what must go, say why:\ngongkai withdraw {index_number} --reason 〔why〕",
            })
            .lesser_if(!lost.sure)
            .key(&**address);
        if let Some((new, same)) = renamed(site, lost) {
            let Text { zh: zh_same, en: en_same } = same;
            finding.help(text! {
                zh: "像是改名为 content/{new}.md（{zh_same}）：是的话，在 catalogue 文件夹新建 redirect.toml（已有的接在后面），写上下面几行，旧网址就通向它；不是的，恢复 content/{path}.md\n[[redirect]]\nfrom = \"{address}\"\nto = \"{new}\"",
                en: "it looks as if it were renamed to content/{new}.md ({en_same}): if so, add these lines to a redirect.toml in the folder catalogue; else restore content/{path}.md\n[[redirect]]\nfrom = \"{address}\"\nto = \"{new}\"",
            });
        }
    }
}

/// The one entry that was never public before and has two things in common with what is lost – the day it was made, the day of
/// publication, some of its title: it is likely that under another name. With what they have in common.
fn renamed<'m>(site: &Site<'m>, lost: &Lost) -> Option<(&'m str, Text)> {
    let entries = site.entries().map(|id| site.model.entry(id));
    let is_new = |it: &&Entry| it.released.is_none_or(|day| day == site.model.today);
    let common = |entry: &'m Entry| {
        let same = |one: Option<Day>, other: Option<Day>| one.is_some() && one == other;
        let near = [
            (same(entry.made, lost.made), words! { zh: "成文日期相同", en: "made on the same day" }),
            (
                same(entry.published_day(), lost.published),
                words! { zh: "发布日期相同", en: "published on the same day" },
            ),
        ];
        let days: Vec<Words> = near.iter().filter(|it| it.0).map(|it| it.1).collect();
        let wanted = if days.is_empty() { 1.0 } else { 0.3 };
        let nearness = nearness(&entry.title, &lost.title);
        let title = (nearness >= wanted).then_some(if nearness >= 1.0 {
            words! { zh: "标题相同", en: "of the same title" }
        } else {
            words! { zh: "标题相近", en: "with a title much like it" }
        });
        let all: Vec<Words> = title.into_iter().chain(days).collect();
        let join = |tongue: fn(&Words) -> &'static str, gap| all.iter().map(tongue).collect::<Vec<_>>().join(gap);
        let likely = all.len() > 1 || title.is_some();
        likely.then(|| (&*entry.name, Text { zh: join(|it| it.zh, "、"), en: join(|it| it.en, ", ") }))
    };
    let mut near = entries.filter(is_new).filter_map(common);
    near.next().filter(|_| near.next().is_none())
}
