//! List pages: a disclosure, a facet, an organisation, a year, a theme; items have a page of their own kind.

use super::{
    about::{list_about, list_title},
    item,
    link::{counted, href},
    month::months,
    organisation::organisation,
    row::{mixed_rows, pager},
};
use crate::{
    site::{
        list::ListId,
        page::{Body, Counted, Group, Listing, Str, Tab},
        route::PageId,
        site::Site,
    },
    vocabulary::{Disclosure, Facet, Word},
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
    Body::Listing(Box::new(Listing {
        title: list_title(site, list).into(),
        lead: front.then(|| list_about(site, list).into()),
        // The first entry of a year must not change every page of every other.
        tabs: if front { tabs(site, list, at) } else { Vec::new() },
        facts: Vec::new(),
        organisation: organisation.map(|id| self::organisation(site, id, at)),
        chart: if front && matches!(list, ListId::Organisation(_) | ListId::Year(_)) {
            months(site, list)
        } else {
            None
        },
        contact: None,
        groups: if front { groups(site, list, at) } else { Vec::new() },
        rows: mixed_rows(site, at, &entries, true),
        pager: Some(pager(site, at, list, number)),
    }))
}

/// The siblings of a list: the five, the three, the years, the themes.
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
        _ => Vec::new(),
    }
}

/// The items of a disclosure or facet, with their counts.
fn groups<'m>(site: &Site<'m>, list: ListId, at: &str) -> Vec<Group<'m>> {
    let belongs = |item: &crate::model::Item| match list {
        ListId::Disclosure(it) => item.disclosures.contains(it),
        ListId::Facet(it) => item.facets.contains(it),
        _ => false,
    };
    let links: Vec<Counted<'m>> = site
        .model
        .items()
        .filter(|(_, item)| item.is_open() && belongs(item))
        .map(|(id, item)| counted(site, at, &item.title, ListId::Item(id)))
        .collect();
    if links.is_empty() { Vec::new() } else { vec![Group { title: "公开事项".into(), links }] }
}
