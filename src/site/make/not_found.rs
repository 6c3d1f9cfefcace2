//! Pages that stand where a page was, or never was.

use super::link::{link, rooted};

use crate::{
    record::schema,
    site::{
        page::{Link, NotFound, Tombstone},
        route::PageId,
        site::Site,
    },
};

/// 404 is shown at any address, so its links are whole paths from the host's root.
pub(super) fn page<'m>(site: &Site<'m>) -> NotFound<'m> {
    let link = |title: &'static str, page: PageId| Link { title: title.into(), href: rooted(site, page) };
    NotFound {
        links: vec![link("首页", PageId::Home), link("主动公开目录", PageId::Catalogue), link("站点地图", PageId::Map)],
    }
}

pub(super) fn tombstone<'m>(site: &Site<'m>, place: usize, at: &str) -> Tombstone<'m> {
    let lost = &site.model.lost[place];
    let written = site.gone(lost);
    let reason = written.and_then(|it| it.record.get(schema::Gone::REASON)).unwrap_or("本页内容已由发布机关撤下。");
    // Without a word of it: the day that its own front matter set.
    let entry = site.model.named(&lost.path).map(|id| site.model.entry(id));
    let due = entry.filter(|it| it.address == lost.address).and_then(|it| it.record.get(schema::Entry::WITHDRAW_ON));
    let on = written.and_then(|it| it.on).or(due).map_or_else(String::new, |day| day.to_string());
    let link = |title: &'static str, page: PageId| link(site, at, title, page);
    Tombstone {
        index_number: Some((*lost.index_number).into()),
        reason: reason.into(),
        on: on.into(),
        links: vec![link("首页", PageId::Home), link("主动公开目录", PageId::Catalogue)],
    }
}
