//! The archive of a list: its pages by year, or those of a year by month.

use super::{about::list_title, link::href};
use crate::site::{
    archive::{self, has_archive, is_split},
    list::ListId,
    page::{Archive, Link, Volume, VolumePage},
    route::PageId,
    site::Site,
};

pub(super) fn page(site: &Site<'_>, list: ListId, year: Option<i32>, at: &str) -> Archive<'static> {
    let split = year.is_none() && is_split(&site.lists, list);
    let volume = |it: archive::Volume| {
        let own = split.then(|| href(site, at, PageId::Archive(list, Some(it.period))));
        let page = |it: archive::VolumePage| VolumePage {
            href: href(site, at, PageId::List(list, it.number)),
            number: it.number.map(u64::from),
            from: it.from.to_string().into(),
            to: it.to.filter(|&to| to != it.from).map(|to| to.to_string().into()),
        };
        Volume {
            id: anchor(list, year, it.period).into(),
            title: period(list, year, it.period).into(),
            count: u64::from(it.count),
            pages: it.pages.into_iter().map(page).collect(),
            href: own,
        }
    };
    Archive {
        title: title(site, list, year).into(),
        volumes: site.volumes(list, year).into_iter().map(volume).collect(),
    }
}

/// `决策公开：历年目录`
pub(super) fn title(site: &Site<'_>, list: ListId, year: Option<i32>) -> String {
    let of = year.map_or_else(
        || if matches!(list, ListId::Year(_)) { "各月目录".to_owned() } else { "历年目录".to_owned() },
        |year| format!("{year}年目录"),
    );
    format!("{}：{of}", list_title(site, list))
}

/// Ways to each year, or month, of a list.
pub(super) fn periods(site: &Site<'_>, list: ListId, at: &str) -> Vec<Link<'static>> {
    if !has_archive(&site.lists, list) {
        return Vec::new();
    }
    let split = is_split(&site.lists, list);
    let way = |it: i32| {
        let own = split.then_some(it);
        let page = href(site, at, PageId::Archive(list, own)).into_text();
        let page = if split { page } else { format!("{page}#{}", anchor(list, None, it)) };
        Link { title: period(list, None, it).into(), href: crate::site::Href::outside(page) }
    };
    let periods: Vec<i32> = match list {
        ListId::Year(_) => site.volumes(list, None).into_iter().map(|it| it.period).collect(),
        _ => archive::years(site.model, &site.lists, list).into_iter().rev().collect(),
    };
    // One of them is the list itself.
    if periods.len() > 1 { periods.into_iter().map(way).collect() } else { Vec::new() }
}

fn is_month(list: ListId, year: Option<i32>) -> bool {
    year.is_some() || matches!(list, ListId::Year(_))
}

fn anchor(list: ListId, year: Option<i32>, period: i32) -> String {
    let kind = if is_month(list, year) { 'm' } else { 'y' };
    format!("{kind}{period}")
}

fn period(list: ListId, year: Option<i32>, period: i32) -> String {
    format!("{period}{}", if is_month(list, year) { "月" } else { "年" })
}
