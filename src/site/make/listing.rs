//! List pages: a disclosure, a facet, an organisation, a year, a theme; items have a page of their own kind.

use std::collections::BTreeMap;

use super::{
    about::{ENDED, list_about, list_title},
    answers::answers,
    archive::periods,
    item,
    link::{counted, href},
    month::months,
    organisation::organisation,
    row::{document_rows, mixed_rows, pager},
};
use crate::{
    model::ItemId,
    site::{
        Href,
        list::ListId,
        page::{Body, Counted, Group, Listing, Str, Tab},
        route::{self, PageId},
        site::Site,
    },
    vocabulary::{Disclosure, DocumentClass, Facet, Word},
};

/// Page `number` of `list`.
pub(super) fn page<'m>(site: &Site<'m>, list: ListId, number: Option<u32>, at: &str) -> Body<'m> {
    if let ListId::Item(id) = list {
        return Body::Item(Box::new(item::page(site, id, number, at)));
    }
    let entries = site.lists.page(list, number);
    let front = number.is_none();
    let organisation = match list {
        ListId::Organisation(id) if front => Some(id),
        _ => None,
    };
    let has_feed = front && site.has_feed(list);
    let (facts, figures) = if front { answers(site, list) } else { (Vec::new(), None) };
    Body::Listing(Box::new(Listing {
        title: list_title(site, list).into(),
        lead: front.then(|| list_about(site, list).into()),
        // The first entry of a year must not change every page of every other.
        tabs: if front { tabs(site, list, at) } else { Vec::new() },
        facts,
        organisation: organisation.map(|id| self::organisation(site, id, at)),
        chart: if front && matches!(list, ListId::Organisation(_) | ListId::Year(_)) {
            months(site, list)
        } else {
            figures
        },
        contact: None,
        groups: if front { groups(site, list, at) } else { Vec::new() },
        rows: if list.is_of_documents() {
            document_rows(site, at, &entries)
        } else {
            mixed_rows(site, at, &entries, true)
        },
        pager: Some(pager(site, at, list, number)),
        periods: if front { periods(site, list, at) } else { Vec::new() },
        ended: ended(site, list, number, at),
        feed: has_feed.then(|| Href::between(at, &route::feed(site.model, list))),
        feed_json: has_feed.then(|| Href::between(at, &route::feed_json(site.model, list))),
    }))
}

/// The documents that have their places on page `number` of `list` and are in force no more.
fn ended<'m>(site: &Site<'m>, list: ListId, number: Option<u32>, at: &str) -> Option<Counted<'m>> {
    if !list.hides_ended() {
        return None;
    }
    let places = site.lists.places(list, number);
    let count = places.iter().filter(|&&it| site.lists.ended_on(it).is_some()).count() as u64;
    (count > 0).then(|| Counted { count, ..counted(site, at, ENDED, ListId::Ended) })
}

/// The siblings of a list: the five, the three, the years, the themes, the kinds of documents.
fn tabs<'m>(site: &Site<'m>, list: ListId, at: &str) -> Vec<Tab<'m>> {
    let tab = |title: Str<'m>, other: ListId| Tab {
        title,
        href: href(site, at, PageId::List(other, None)),
        current: other == list,
    };
    match list {
        ListId::Disclosure(_) => {
            Disclosure::ALL.iter().map(|&it| tab(it.label().into(), ListId::Disclosure(it))).collect()
        }
        ListId::Facet(_) => Facet::ALL.iter().map(|&it| tab(it.label().into(), ListId::Facet(it))).collect(),
        ListId::Year(_) => site.lists.years().map(|year| tab(format!("{year}年").into(), ListId::Year(year))).collect(),
        ListId::Theme(_) => site.lists.themes().map(|(place, title)| tab(title.into(), ListId::Theme(place))).collect(),
        ListId::Documents | ListId::Class(_) | ListId::Ended => {
            let classes = DocumentClass::ALL.iter().map(|&it| (it.label(), ListId::Class(it)));
            let all = [("现行有效", ListId::Documents)].into_iter().chain(classes).chain([(ENDED, ListId::Ended)]);
            let all: Vec<_> = all.filter(|it| !site.lists.get(it.1).is_empty()).collect();
            // Of one kind only there is nothing to choose from.
            let all = if all.len() > 1 { all } else { Vec::new() };
            all.into_iter().map(|(title, list)| tab(title.into(), list)).collect()
        }
        _ => Vec::new(),
    }
}

/// The items of a disclosure or facet, each with how many of its entries are on that list.
fn groups<'m>(site: &Site<'m>, list: ListId, at: &str) -> Vec<Group<'m>> {
    if !matches!(list, ListId::Disclosure(_) | ListId::Facet(_)) {
        return Vec::new();
    }
    let belongs = |item: &crate::model::Item| match list {
        ListId::Disclosure(it) => item.disclosures.contains(it),
        ListId::Facet(it) => item.facets.contains(it),
        _ => false,
    };
    let mut counts: BTreeMap<ItemId, u64> = BTreeMap::new();
    for &id in site.lists.get(list) {
        let entry = site.model.entry(id);
        for (at, item) in entry.items.iter().enumerate() {
            let is_first = !entry.items[..at].contains(item);
            *counts.entry(*item).or_default() += u64::from(is_first);
        }
    }
    let links: Vec<Counted<'m>> = site
        .model
        .items()
        .filter(|(_, item)| item.is_open() && belongs(item))
        .map(|(id, item)| {
            let count = counts.get(&id).copied().unwrap_or(0);
            Counted { count, ..counted(site, at, &item.title, ListId::Item(id)) }
        })
        .collect();
    if links.is_empty() { Vec::new() } else { vec![Group { title: "公开事项".into(), links }] }
}
