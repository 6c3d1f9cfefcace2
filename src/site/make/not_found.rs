//! The page for addresses that are not there.

use super::link::rooted;
use crate::site::{
    page::{Link, NotFound},
    route::PageId,
    site::Site,
};

/// 404 is shown at any address, so its links are whole paths from the host's root.
pub(super) fn page<'m>(site: &Site<'m>) -> NotFound<'m> {
    let link = |title: &'static str, page: PageId| Link { title: title.into(), href: rooted(site, page) };
    NotFound {
        links: vec![link("首页", PageId::Home), link("主动公开目录", PageId::Catalogue), link("站点地图", PageId::Map)],
    }
}
