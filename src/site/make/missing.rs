//! Pages for what is not there: 404 and tombstones.

use crate::{
    schema,
    site::{
        Href,
        page::{Gone, Link, Lost},
        route::{PageId, canonical},
        site::Site,
    },
};

impl<'m> Site<'m> {
    /// 404 is shown at any address, so its links are whole paths from the host's root.
    pub(in crate::site) fn not_found(&self) -> Lost<'m> {
        let link = |title: &'static str, page: PageId| Link { title: title.into(), href: self.rooted(page) };
        Lost {
            links: vec![
                link("首页", PageId::Home),
                link("主动公开目录", PageId::Catalogue),
                link("站点地图", PageId::Map),
            ],
        }
    }

    /// The path of `page` from the root of its host.
    pub(in crate::site) fn rooted(&self, page: PageId) -> Href<'static> {
        Href::outside(canonical(&self.base(), &self.address(page)))
    }

    /// The path of the site from the root of its host: `/cyzsj/`.
    pub(in crate::site) fn base(&self) -> String {
        let url = &self.model.site.url;
        let after = url.find("://").map_or(&**url, |at| &url[at + 3..]);
        after.find('/').map_or_else(|| "/".to_owned(), |at| after[at..].to_owned())
    }

    pub(in crate::site) fn tombstone(&self, place: usize, at: &str) -> Gone<'m> {
        let lost = &self.model.lost[place];
        let written = self.gone(lost);
        let reason = written.and_then(|it| it.record.get(schema::Gone::REASON)).unwrap_or("本页内容已由发布机关撤下。");
        // Without a word of it: the day that its own front matter set.
        let entry = self.model.named(&lost.path).map(|id| self.model.entry(id));
        let due =
            entry.filter(|it| it.address == lost.address).and_then(|it| it.record.get(schema::Entry::WITHDRAW_ON));
        let on = written.and_then(|it| it.on).or(due).map_or_else(String::new, |day| day.to_string());
        let link = |title: &'static str, page: PageId| self.link(at, title, page);
        Gone {
            index_number: Some((*lost.index_number).into()),
            reason: reason.into(),
            on: on.into(),
            links: vec![link("首页", PageId::Home), link("主动公开目录", PageId::Catalogue)],
        }
    }
}
