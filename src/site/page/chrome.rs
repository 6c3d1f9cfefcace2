//! What surrounds a page: head labels, navigation, footer; the section it stands in.

use serde::Serialize;

use super::{Fact, Html, Link, Str};

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
    /// The sub-list that the page at hand is in, shown beside lists: the fields of the catalogue.
    pub local: Option<NavPart<'a>>,
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

/// The section that pages belong to: an item's entries and numbered pages have one in common, other pages have their own.
/// One value serves all pages of a section that lie equally deep.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Section<'a> {
    /// The labels of the column; none for home, 404 and what was withdrawn.
    pub column: Option<Column<'a>>,
    /// The way from the home page, the page itself left out.
    pub trail: Vec<Link<'a>>,
    /// The same as data of schema.org, where there is more than the home page: JSON that can end no block of a page.
    pub crumbs: Option<Str<'a>>,
}

/// The four column labels of 国办发〔2017〕47号.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Column<'a> {
    /// `ColumnName`.
    pub name: Str<'a>,
    /// `ColumnDescription`: purpose and content.
    pub description: Str<'a>,
    /// `ColumnKeywords`, joined by `，`.
    pub keywords: Str<'a>,
    /// `ColumnType`: `政策文件`.
    pub kind: Str<'a>,
}

/// The head of a page, besides what the whole site shares (see [`Chrome`](super::Chrome)) and what its section does (see
/// [`Section`](super::Section); templates find its column here too, as `page.head.column`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Head<'a> {
    /// The page's own title, without the site's; none on the home page.
    pub title: Option<Str<'a>>,
    /// One sentence for search engines; on article pages the label [`Article::description`] stands in its place.
    pub description: Option<Str<'a>>,
    /// The whole address of the page, for `rel=canonical`.
    pub canonical: Str<'a>,
    /// The labels of the article (article pages).
    pub article: Option<Article<'a>>,
    /// The same content in other forms.
    pub alternates: Vec<Alternate<'a>>,
    /// Scripts of the theme that the page loads, by their names below `static/`; it works without them.
    pub scripts: Vec<&'static str>,
    /// Keep search engines away (404, previews).
    pub noindex: bool,
    /// Where browsers go on to by themselves (old addresses).
    pub refresh: Option<Href<'a>>,
    /// What the page is, as data of schema.org: JSON that can end no block of a page.
    pub data: Option<Html<'a>>,
}

/// The content labels of 国办发〔2017〕47号: three required ones, then the optional ones.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Article<'a> {
    /// `ArticleTitle`, equal to the visible title.
    pub title: Str<'a>,
    /// `PubDate`, `YYYY-MM-DD HH:MM`.
    pub published: Str<'a>,
    /// `ContentSource`.
    pub source: Str<'a>,
    /// `Keywords`, joined by `，`.
    pub keywords: Option<Str<'a>>,
    /// `Author`.
    pub author: Option<Str<'a>>,
    /// `Description`.
    pub description: Option<Str<'a>>,
    /// `Image`, a whole address.
    pub image: Option<Str<'a>>,
    /// `Url`, a whole address.
    pub url: Option<Str<'a>>,
    /// Other labels by name.
    pub others: Vec<Fact<'a>>,
}

/// The same content in another form.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Alternate<'a> {
    pub href: Href<'a>,
    /// Its media type: `application/json`.
    pub media: Str<'a>,
    pub title: Str<'a>,
}
