//! The ways from a page of a list to its other pages.

use super::link::href;
use crate::site::{list::ListId, page::Pager, route::PageId, site::Site};

/// Where page `number` of `list` stands among its pages.
pub(super) fn pager(site: &Site<'_>, from: &str, list: ListId, number: Option<u32>) -> Pager<'static> {
    let pages = site.lists.pages(list);
    let page = |number: Option<u32>| href(site, from, PageId::List(list, number));
    let newer = match number {
        None => None,
        Some(number) if number == pages => Some(page(None)),
        Some(number) => Some(page(Some(number + 1))),
    };
    let older = match number {
        None => (pages > 0).then(|| page(Some(pages))),
        Some(1) => None,
        Some(number) => Some(page(Some(number - 1))),
    };
    Pager {
        total: number.is_none().then(|| site.lists.get(list).len() as u64),
        number: number.map(u64::from),
        newest: number.map(|_| page(None)),
        newer,
        older,
        oldest: (pages > 0 && number != Some(1)).then(|| page(Some(1))),
    }
}
