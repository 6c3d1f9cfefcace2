//! Pages that stand where a page was, or never was.

use super::{
    about::list_title,
    link::{href, rooted},
};

use crate::{
    model::OrganisationId,
    site::{
        Href,
        list::ListId,
        page::{Link, Moved, NotFound, Tombstone},
        route::PageId,
        site::Site,
        withdrawal::Withdrawal,
    },
};

/// 404 is shown at any address, so its links are whole paths from the host's root.
pub(super) fn page<'m>(site: &Site<'m>) -> NotFound<'m> {
    let link = |(title, page): (String, PageId)| Link { title: title.into(), href: rooted(site, page) };
    NotFound { links: ways(site, None).into_iter().map(link).collect(), map: rooted(site, PageId::Map) }
}

/// Where a reader may go on who did not find what lay at `address`: the list of the body and of the year that it names, and the
/// pages that lead everywhere.
fn ways(site: &Site<'_>, address: Option<&str>) -> Vec<(String, PageId)> {
    let list = |list: ListId| (list_title(site, list), PageId::List(list, None));
    let has = |list: &ListId| !site.lists.get(*list).is_empty();
    let named = |part: &str| {
        let mut bodies = (0..site.model.organisations.len()).map(OrganisationId::new);
        let body = bodies.find(|&it| *site.model.organisation(it).id == *part).map(ListId::Organisation);
        body.or_else(|| part.parse().ok().map(ListId::Year))
    };
    let mut lists: Vec<ListId> =
        address.into_iter().flat_map(|it| it.split('/')).filter_map(named).filter(has).collect();
    if lists.is_empty() {
        lists.extend(site.lists.years().next().map(ListId::Year));
    }
    lists.push(ListId::Documents);
    let mut ways: Vec<_> = lists.into_iter().filter(has).map(list).collect();
    ways.extend([
        ("网站首页".to_owned(), PageId::Home),
        ("主动公开目录".to_owned(), PageId::Catalogue),
        ("站点地图".to_owned(), PageId::Map),
    ]);
    ways
}

/// What is left of a line of the lock, by its place in `Model::lost`.
pub(super) fn tombstone<'m>(site: &Site<'m>, place: usize, at: &str) -> Tombstone<'m> {
    left(site, Withdrawal::of_lost(site, place), (&site.model.lost[place].address, at))
}

/// What is left at an address that the lock never gave, by its place in `Model::gone`.
pub(super) fn gone<'m>(site: &Site<'m>, place: usize, at: &str) -> Tombstone<'m> {
    left(site, Withdrawal::of_gone(site, place), (at, at))
}

/// What is left of what was taken down.
fn left<'m>(site: &Site<'m>, it: Withdrawal<'m>, (address, at): (&str, &str)) -> Tombstone<'m> {
    let link = |(title, page): (String, PageId)| Link { title: title.into(), href: href(site, at, page) };
    Tombstone {
        index_number: it.index_number.map(Into::into),
        reason: it.reason.unwrap_or("本页内容已由发布机关撤下。").into(),
        on: it.on.map_or_else(String::new, |day| day.to_string()).into(),
        links: ways(site, Some(address)).into_iter().map(link).collect(),
    }
}

/// The way on from an old address, by its place in `Model::redirects`.
pub(super) fn moved<'m>(site: &Site<'m>, place: usize, at: &str) -> Moved<'m> {
    let entry = site.model.entry(site.model.redirects[place].to);
    let link = |(title, page): (String, PageId)| Link { title: title.into(), href: href(site, at, page) };
    // What was taken down is named no more.
    let title = if site.is_open(site.model.redirects[place].to) { entry.title() } else { "已撤下的页面" };
    Moved {
        to: Link { title: title.into(), href: Href::between(at, &entry.address) },
        url: site.url(&entry.address).into(),
        links: ways(site, Some(&entry.address)).into_iter().map(link).collect(),
    }
}
