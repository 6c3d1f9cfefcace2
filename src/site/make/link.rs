//! Ways from page to page, and the links that print them.

use std::borrow::Cow;

use crate::{
    model::{EntryId, ItemId},
    site::{
        Href,
        list::ListId,
        page::{Counted, Link},
        route::{PageId, canonical},
        site::Site,
    },
    vocabulary::Word,
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
    Link { title: entry.title().into(), href: Href::between(from, &entry.address) }
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
