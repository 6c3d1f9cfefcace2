//! What every page shares: banner, navigation, footer.

use super::{link::below, nav::nav};
use crate::site::{
    Href,
    page::{Chrome, FeedLink, Footer, Link},
    route::{NavItem, PageId},
    site::Site,
};

/// What the pages share that mark `current` in the navigation and whose way up to the root is `root`.
pub fn chrome<'m>(site: &Site<'m>, current: NavItem, root: &str) -> Chrome<'m> {
    let settings = &site.model.site;
    let identity = &settings.identity;
    Chrome {
        lang: "zh-CN".into(),
        root: root.to_owned().into(),
        home: below(site, root, PageId::Home),
        title: (*settings.title).into(),
        organisation: site.model.owner().map(|it| &*it.name).filter(|it| !settings.title.contains(it)).map(Into::into),
        site_name: (*settings.title).into(),
        site_domain: identity.domain.as_deref().map_or_else(|| host(site).into(), Into::into),
        site_id: identity.site_id.as_deref().unwrap_or_default().into(),
        search: None,
        notice: settings.notice.as_deref().map(Into::into),
        nav: nav(site, current, root),
        feeds: vec![FeedLink {
            title: (*settings.title).into(),
            href: Href::below(root, "/feed.xml"),
            media: "application/atom+xml".into(),
        }],
        footer: footer(site, root),
    }
}

/// The host of the site's address.
fn host(site: &Site<'_>) -> String {
    let url = &site.model.site.url;
    let after = url.find("://").map_or(&**url, |at| &url[at + 3..]);
    after.split('/').next().unwrap_or_default().to_owned()
}

fn footer<'m>(site: &Site<'m>, root: &str) -> Footer<'m> {
    let settings = &site.model.site;
    let identity = &settings.identity;
    let text = |it: &'m Option<Box<str>>| it.as_deref().map(Into::into);
    let outside = |title: &'m str, url: &'m str| Some(Link { title: title.into(), href: Href::web(url)? });
    Footer {
        emblem: identity.emblem.as_deref().and_then(|url| outside("党政机关网站标识", url)),
        report_errors: identity.report_errors.as_deref().and_then(|url| outside("我为政府网站找错", url)),
        site_id: text(&identity.site_id),
        host: text(&identity.host).or_else(|| site.model.owner().map(|it| (*it.name).into())),
        operator: text(&identity.operator),
        contact: text(&identity.contact),
        icp: identity.icp.as_deref().and_then(|it| outside(it, "https://beian.miit.gov.cn/")),
        police: identity.police.as_deref().and_then(|it| outside(it, "https://beian.mps.gov.cn/")),
        map: Some(below(site, root, PageId::Map)),
        ipv6: text(&identity.ipv6),
        links: Vec::new(),
    }
}
