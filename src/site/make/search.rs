//! The page for searching, and what leads on from it without a search.

use super::{
    about::list_title,
    link::{href, link},
};
use crate::{
    model::OrganisationId,
    site::{
        list::ListId,
        page::{Link, MapPart, Search},
        route::PageId,
        site::Site,
    },
    vocabulary::{Disclosure, Facet, Word as _},
};

/// What the page is called.
pub(super) const TITLE: &str = "站内检索";

pub(super) fn page<'m>(site: &Site<'m>, at: &str) -> Search<'m> {
    let lists = |ids: &mut dyn Iterator<Item = ListId>| -> Vec<Link<'m>> {
        let full = ids.filter(|&it| !site.lists.get(it).is_empty());
        full.map(|it| Link { title: list_title(site, it).into(), href: href(site, at, PageId::List(it, None)) })
            .collect()
    };
    let request = site.fixed.iter().find(|it| it.0 == "依申请公开").map(|it| PageId::List(ListId::Item(it.1), None));
    let mut platform = vec![link(site, at, "主动公开目录", PageId::Catalogue)];
    platform.extend(lists(&mut std::iter::once(ListId::Documents)));
    platform.push(link(site, at, "站点地图", PageId::Map));
    platform.extend(request.map(|it| link(site, at, "依申请公开", it)));
    let organisations = (0..site.model.organisations.len()).map(|it| ListId::Organisation(OrganisationId::new(it)));
    let part = |title: &'static str, links: Vec<Link<'m>>| MapPart { title: title.into(), href: None, links };
    let mut ways = vec![
        part("目录和文件", platform),
        part("五公开", lists(&mut Disclosure::ALL.iter().map(|&it| ListId::Disclosure(it)))),
        part("解读、回应与参与", lists(&mut Facet::ALL.iter().map(|&it| ListId::Facet(it)))),
        part("机构", lists(&mut { organisations })),
        part("年份", lists(&mut site.lists.years().map(ListId::Year))),
    ];
    ways.retain(|it| !it.links.is_empty());
    Search { action: href(site, at, PageId::Search), ways, request: request.map(|it| href(site, at, it)) }
}
