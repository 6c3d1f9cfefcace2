//! Addresses of the lock that no entry has any more: a tombstone where somebody says why, else a finding.

use std::collections::BTreeMap;

use super::{rules::LOST_ADDRESS, site::Site};
use crate::{
    day::Day,
    diagnostic::Findings,
    model::{Entry, Lost},
    source::{Place, Span},
    vocabulary::{Text, Words, nearness},
};

/// Tells released addresses that lead nowhere now (1402).
pub(super) fn check(site: &Site<'_>, findings: &mut Findings) {
    let model = site.model;
    let file = site.sources.find("catalogue/index.lock");
    let is_told = |it: &&Lost| !it.withdrawn && site.gone(it).is_none();
    let all: Vec<&Lost> = model.lost.iter().filter(|it| is_told(it) && !site.is_led_on(it)).collect();
    if all.is_empty() {
        return;
    }
    let renamed = renamed(site, &all);
    for lost in all {
        let Lost { address, path, title, index_number, .. } = lost;
        let message = if lost.sure {
            text! { zh: "“{title}”公开过，现在没有了：{address}", en: "`{title}` was public and is gone: {address}" }
        } else {
            text! {
                zh: "“{title}”可能已经有人看到，现在没有了：{address}",
                en: "`{title}` may have been seen and is gone: {address}"
            }
        };
        let place = file.map_or(Place::Project, |file| Place::At(Span { file, range: lost.range }));
        let finding = findings.raise(&LOST_ADDRESS, place, message);
        finding
            .help(text! {
                zh: "误删的，恢复 content/{path}.md；确实要撤下的，写明原因：\ngongkai withdraw {index_number} --reason 〔原因〕",
                en: "restore content/{path}.md; or, for what must go, say why:\ngongkai withdraw {index_number} --reason 〔why〕",
            })
            .lesser_if(!lost.sure)
            .key(&**address);
        if let Some((new, same)) = renamed.get(address) {
            let Text { zh: zh_same, en: en_same } = same;
            finding.help(text! {
                zh: "像是改名为 content/{new}.md（{zh_same}）：是的话，在 catalogue 文件夹新建 redirect.toml（已有的接在后面），写上下面几行，旧网址就通向它；不是的，恢复 content/{path}.md\n[[redirect]]\nfrom = \"{address}\"\nto = \"{new}\"",
                en: "it looks as if it were renamed to content/{new}.md ({en_same}): if so, add these lines to a redirect.toml in the folder catalogue; else restore content/{path}.md\n[[redirect]]\nfrom = \"{address}\"\nto = \"{new}\"",
            });
        }
    }
}

/// The entry that `lost` is likely under another name, and how near it is.
struct Renamed<'m> {
    entry: &'m Entry,
    nearness: f64,
    /// What they have in common.
    same: Text,
}

/// What each of `all` was likely renamed to, by its address: an entry that was never public before. Each entry is proposed once, for
/// what it is nearest to, and for nothing where it is as near to another.
fn renamed<'m>(site: &Site<'m>, all: &[&Lost]) -> BTreeMap<Box<str>, (&'m str, Text)> {
    let is_new = |it: &&Entry| it.released.is_none_or(|day| day == site.model.today);
    let new: Vec<&'m Entry> = site.entries().map(|id| site.model.entry(id)).filter(is_new).collect();
    let mut takers: BTreeMap<&str, Vec<(&Lost, Renamed<'m>)>> = BTreeMap::new();
    if new.is_empty() {
        return BTreeMap::new();
    }
    for lost in all {
        let found: Vec<Renamed<'m>> = new.iter().filter_map(|entry| common(entry, lost)).collect();
        let best = found.iter().map(|it| it.nearness).fold(0.0, f64::max);
        let mut found = found.into_iter().filter(|it| it.nearness >= best);
        if let (Some(one), None) = (found.next(), found.next()) {
            takers.entry(&one.entry.name).or_default().push((lost, one));
        }
    }
    let mut out = BTreeMap::new();
    for (name, takers) in takers {
        let best = takers.iter().map(|it| it.1.nearness).fold(0.0, f64::max);
        let mut first = takers.into_iter().filter(|it| it.1.nearness >= best);
        if let (Some((lost, one)), None) = (first.next(), first.next()) {
            out.insert(lost.address.clone(), (name, one.same));
        }
    }
    out
}

/// How near titles must be, where a day is the same as well. Many notices are made and published on the same days: days alone say
/// nothing.
const LIKE: f64 = 0.4;

/// What `entry` and what is lost have in common, if it is enough: the title, or most of it and a day.
fn common<'m>(entry: &'m Entry, lost: &Lost) -> Option<Renamed<'m>> {
    let same = |one: Option<Day>, other: Option<Day>| one.is_some() && one == other;
    let days = [
        (same(entry.made, lost.made), words! { zh: "成文日期相同", en: "made on the same day" }),
        (same(entry.published_day(), lost.published), words! { zh: "发布日期相同", en: "published on the same day" }),
    ];
    let days: Vec<Words> = days.iter().filter(|it| it.0).map(|it| it.1).collect();
    let near = nearness(core(entry.title()), core(&lost.title));
    let is_same = entry.title() == &*lost.title;
    if !is_same && (near < LIKE || days.is_empty()) {
        return None;
    }
    let title = if is_same {
        words! { zh: "标题相同", en: "of the same title" }
    } else {
        words! { zh: "标题相近", en: "with a title much like it" }
    };
    let nearness = if is_same { 2.0 } else { near } + days.len() as f64 / 100.0;
    let all: Vec<Words> = std::iter::once(title).chain(days).collect();
    let join = |tongue: fn(&Words) -> &'static str, gap| all.iter().map(tongue).collect::<Vec<_>>().join(gap);
    Some(Renamed { entry, nearness, same: Text { zh: join(|it| it.zh, "、"), en: join(|it| it.en, ", ") } })
}

/// `title` without what most titles have: `关于……的通知`.
fn core(title: &str) -> &str {
    let begun = title.find("关于").map_or(title, |at| &title[at + "关于".len()..]);
    begun.rfind('的').map_or(begun, |at| &begun[..at])
}
