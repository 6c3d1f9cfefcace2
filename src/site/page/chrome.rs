//! What every page shares: head labels, banner, navigation, footer. Rendered once for each (folder depth, part).

use serde::Serialize;

use super::{Link, Str};
use crate::site::Href;

/// The frame of a page. One value serves all pages of the same folder depth in the same part of the site.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Chrome<'a> {
    /// The language of the pages: `zh-CN`.
    pub lang: Str<'a>,
    /// The way up to the site's root: ``, `../`, `../../`; on 404 the base path of the site, `/cyzsj/`.
    pub root: Str<'a>,
    pub home: Href<'a>,
    /// The site's title, in the banner and behind every page title.
    pub title: Str<'a>,
    /// Who publishes it, below the title; left out where the title says so.
    pub organisation: Option<Str<'a>>,
    /// `SiteName`.
    pub site_name: Str<'a>,
    /// `SiteDomain`, without a scheme. An empty label is left out.
    pub site_domain: Str<'a>,
    /// `SiteIDCode`, 10 characters; empty where the body has none.
    pub site_id: Str<'a>,
    /// The search page; none where there is none.
    pub search: Option<Href<'a>>,
    /// A sentence at the top of every page: a sample's warning, a preview's mark.
    pub notice: Option<Str<'a>>,
    /// The parts, in the order of the national platform notice (国办公开办函〔2019〕61号).
    pub nav: Vec<NavPart<'a>>,
    /// Feeds of the whole site.
    pub feeds: Vec<FeedLink<'a>>,
    pub footer: Footer<'a>,
}

/// A group of the navigation: the platform's fixed parts, then the other columns.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct NavPart<'a> {
    /// A heading; none for a group without one.
    pub title: Option<Str<'a>>,
    pub links: Vec<NavLink<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct NavLink<'a> {
    pub title: Str<'a>,
    pub href: Href<'a>,
    /// Does the page at hand belong to it?
    pub current: bool,
    /// Shown as a button of its own (依申请公开).
    pub button: bool,
    /// Its sub-list, opened where wanted (法定主动公开内容).
    pub links: Vec<NavLink<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct FeedLink<'a> {
    pub title: Str<'a>,
    pub href: Href<'a>,
    /// `application/atom+xml` or `application/feed+json`.
    pub media: Str<'a>,
}

/// The footer: the seven parts of 国办发〔2017〕47号, and what else the body says at the foot. An empty one is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Footer<'a> {
    /// 党政机关网站标识.
    pub emblem: Option<Link<'a>>,
    /// 我为政府网站找错.
    pub report_errors: Option<Link<'a>>,
    /// 网站标识码.
    pub site_id: Option<Str<'a>>,
    /// 主办单位.
    pub host: Option<Str<'a>>,
    /// 承办单位.
    pub operator: Option<Str<'a>>,
    /// 联系方式.
    pub contact: Option<Str<'a>>,
    /// ICP备案编号.
    pub icp: Option<Link<'a>>,
    /// 公安机关备案标识.
    pub police: Option<Link<'a>>,
    /// 站点地图.
    pub map: Option<Href<'a>>,
    /// IPv6 and the like: a string printed as it is.
    pub ipv6: Option<Str<'a>>,
    /// Privacy, accessibility, terms of reuse.
    pub links: Vec<Link<'a>>,
}
