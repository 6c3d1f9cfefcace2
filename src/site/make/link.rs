//! Ways from page to page, and the links that print them.

use std::borrow::Cow;

use crate::{
    model::{EntryId, ItemId},
    record::{EntryRef, Key, Many, schema},
    site::{
        Href,
        list::ListId,
        page::{Counted, Link, Relation, RelationKind},
        route::{PageId, canonical},
        site::Site,
    },
    vocabulary::{EntryKind, Word},
};

/// The way from the pages that lie as deep as `at` up to the root of the site: `../../`; on 404, which is shown at any
/// address, the path from the root of the host.
pub fn root(site: &Site<'_>, at: &str) -> String {
    if at == "/404.html" { base(site) } else { "../".repeat(at.matches('/').count().saturating_sub(1)) }
}

/// The path of `page` from the root of its host.
pub(super) fn rooted(site: &Site<'_>, page: PageId) -> Href<'static> {
    Href::outside(canonical(&base(site), &site.address(page)))
}

/// The path of the site from the root of its host: `/cyzsj/`.
fn base(site: &Site<'_>) -> String {
    let url = &site.model.site.url;
    let after = url.find("://").map_or(&**url, |at| &url[at + 3..]);
    after.find('/').map_or_else(|| "/".to_owned(), |at| after[at..].to_owned())
}

/// The way from the page at `from` to `page`.
pub(super) fn href(site: &Site<'_>, from: &str, page: PageId) -> Href<'static> {
    Href::between(from, &site.address(page))
}

/// The way to `page` from the pages whose way up to the root is `root`, which may be a path from the root of the host.
pub(super) fn below(site: &Site<'_>, root: &str, page: PageId) -> Href<'static> {
    if root.starts_with('/') { rooted(site, page) } else { Href::below(root, &site.address(page)) }
}

/// A link to `page`.
pub(super) fn link<'m>(site: &Site<'m>, from: &str, title: &'m str, page: PageId) -> Link<'m> {
    Link { title: title.into(), href: href(site, from, page) }
}

pub(super) fn entry_link<'m>(site: &Site<'m>, from: &str, id: EntryId) -> Link<'m> {
    let entry = site.model.entry(id);
    Link { title: (*entry.title).into(), href: Href::between(from, &entry.address) }
}

/// A link to the list of an item.
pub(super) fn item_link<'m>(site: &Site<'m>, from: &str, id: ItemId) -> Link<'m> {
    link(site, from, &site.model.item(id).title, PageId::List(ListId::Item(id), None))
}

/// A link to a list with the number of its entries.
pub(super) fn counted<'m>(site: &Site<'m>, from: &str, title: &'m str, list: ListId) -> Counted<'m> {
    Counted {
        key: Cow::Borrowed(match list {
            ListId::Disclosure(it) => it.key(),
            ListId::Facet(it) => it.key(),
            _ => "",
        }),
        title: title.into(),
        href: href(site, from, PageId::List(list, None)),
        count: site.lists.count(site.model, list) as u64,
        about: None,
    }
}

/// Related entries by heading, in the order they are shown; only those on the site.
pub(super) fn relations<'m>(site: &Site<'m>, id: EntryId, at: &str) -> Vec<Relation<'m>> {
    let entry = site.model.entry(id);
    let to = |key| entry.related::<Many<EntryRef>>(key).filter(|&it| site.is_open(it)).collect::<Vec<_>>();
    let back = |key: Key<schema::Entry, Many<EntryRef>>| site.referring(id, key);
    let about = to(schema::Entry::ABOUT);
    let draft = back(schema::Entry::ABOUT);
    let is_result = |it: &EntryId| site.model.entry(*it).kind == EntryKind::ConsultationResult;
    let (results, others): (Vec<_>, Vec<_>) = back(schema::Entry::OF).into_iter().partition(is_result);
    let consulted = if entry.kind == EntryKind::ConsultationResult { to(schema::Entry::OF) } else { Vec::new() };
    let of = if entry.kind == EntryKind::ConsultationResult { Vec::new() } else { to(schema::Entry::OF) };
    let groups = [
        (RelationKind::Interprets, to(schema::Entry::INTERPRETS)),
        (RelationKind::InterpretedBy, back(schema::Entry::INTERPRETS)),
        (RelationKind::Consultation, consulted),
        (RelationKind::Consultation, draft),
        (RelationKind::Result, results),
        (RelationKind::Decision, about),
        (RelationKind::ReplacedBy, entry.related(schema::Entry::REPLACED_BY).filter(|&it| site.is_open(it)).collect()),
        (RelationKind::Replaces, site.referring(id, schema::Entry::REPLACED_BY)),
        (RelationKind::Related, of),
        (RelationKind::Related, others),
    ];
    let make = |(key, mut ids): (RelationKind, Vec<EntryId>)| {
        ids.sort();
        ids.dedup();
        Relation { key, links: ids.into_iter().map(|it| entry_link(site, at, it)).collect() }
    };
    let mut relations: Vec<Relation<'m>> = Vec::new();
    for made in groups.into_iter().map(make).filter(|it| !it.links.is_empty()) {
        match relations.iter_mut().find(|it| it.key == made.key) {
            Some(same) => same.links.extend(made.links),
            None => relations.push(made),
        }
    }
    relations
}
