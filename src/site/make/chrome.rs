//! What every page shares: banner, navigation, footer.

use super::{change, exception, institution, link::below, website};

use crate::{
    model::{FieldId, ItemId},
    site::{
        Href,
        exception::has_exceptions,
        institution::has_institutions,
        list::ListId,
        page::{Chrome, FeedLink, Footer, Link, NavLink, NavPart},
        route::{NavItem, PageId},
        site::Site,
    },
    vocabulary::{Disclosure, Facet, Word},
};

/// What the pages share that mark `current` in the navigation and whose way up to the root is `root`.
pub fn chrome<'m>(site: &Site<'m>, current: NavItem, root: &str) -> Chrome<'m> {
    let settings = &site.model.site;
    let identity = &settings.identity;
    let nav = nav(site, current, root);
    Chrome {
        lang: "zh-CN".into(),
        root: root.to_owned().into(),
        home: below(site, root, PageId::Home),
        title: (*settings.title).into(),
        organisation: site.model.owner().map(|it| &*it.name).filter(|it| !names(&settings.title, it)).map(Into::into),
        site_name: (*settings.title).into(),
        site_domain: identity.domain.as_deref().map_or_else(|| host(site).into(), Into::into),
        site_id: identity.site_id.as_deref().unwrap_or_default().into(),
        search: has_box(site, current).then(|| below(site, root, PageId::Search)),
        notice: settings.notice.as_deref().map(Into::into),
        local: local(&nav),
        nav,
        feeds: vec![FeedLink {
            title: "最新公开".into(),
            href: Href::below(root, "/feed.xml"),
            media: "application/atom+xml".into(),
        }],
        footer: footer(site, root),
    }
}

/// Whether the banner has a box to search: the pages that mark `current` have none of their own.
fn has_box(site: &Site<'_>, current: NavItem) -> bool {
    site.has_search() && !matches!(current, NavItem::Home | NavItem::Search)
}

/// Whether `title` has the name of a body in it; what a name says in brackets at its end may stand elsewhere in a title.
fn names(title: &str, body: &str) -> bool {
    title.contains(body.split(['（', '(']).next().filter(|it| !it.is_empty()).unwrap_or(body))
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

/// The fields with no item that a law names.
pub(super) const OTHERS: &str = "其他公开内容";

/// What of the navigation `page` marks: an item the fixed part it is, else its field; an entry what its home item marks.
pub fn nav_item(site: &Site<'_>, page: PageId) -> NavItem {
    match page {
        PageId::List(ListId::Item(id), _) => nav_item_of(site, id),
        PageId::Entry(id) => site.model.entry(id).items.first().map_or(NavItem::None, |&it| nav_item_of(site, it)),
        PageId::Field(id) => NavItem::Field(id),
        PageId::List(ListId::Disclosure(it), _) => NavItem::Disclosure(it),
        PageId::List(ListId::Facet(it), _) => NavItem::Facet(it),
        PageId::List(list, _) if list.is_of_documents() => NavItem::Documents,
        PageId::Archive(list, _) => nav_item(site, PageId::List(list, None)),
        PageId::Home => NavItem::Home,
        PageId::Search => NavItem::Search,
        PageId::Catalogue | PageId::NationalForm => NavItem::Catalogue,
        PageId::Plan(id) => NavItem::Plan(id),
        PageId::Coverage => NavItem::Coverage,
        PageId::Exceptions => NavItem::Exceptions,
        PageId::Changes => NavItem::Changes,
        PageId::Accounts => NavItem::Accounts,
        PageId::Websites => NavItem::Websites,
        PageId::Institutions => NavItem::Institutions,
        _ => NavItem::None,
    }
}

fn nav_item_of(site: &Site<'_>, id: ItemId) -> NavItem {
    if site.fixed.iter().any(|it| it.1 == id) {
        return NavItem::Item(id);
    }
    site.model.item(id).field.map_or(NavItem::None, NavItem::Field)
}

/// The fields of the catalogue in `nav` among which the page at hand is.
fn local<'m>(nav: &[NavPart<'m>]) -> Option<NavPart<'m>> {
    let is_here = |links: &[NavLink<'m>]| links.iter().any(|it| it.current);
    let statutory = nav.iter().flat_map(|it| &it.links).find(|it| is_here(&it.links));
    let statutory = statutory.map(|it| NavPart { title: Some(it.title.clone()), links: it.links.clone() });
    let others = || nav.iter().find(|it| it.title.as_deref() == Some(OTHERS) && is_here(&it.links)).cloned();
    statutory.or_else(others)
}

/// The navigation of the pages that mark `current` and whose way up to the root is `root`.
pub(super) fn nav<'m>(site: &Site<'m>, current: NavItem, root: &str) -> Vec<NavPart<'m>> {
    let link = |title: &'m str, page: PageId, mine: NavItem| NavLink {
        title: title.into(),
        href: below(site, root, page),
        current: current == mine,
        button: false,
        links: Vec::new(),
    };
    let mut platform: Vec<NavLink<'m>> = Vec::new();
    let mut request = None;
    for &(title, id) in &site.fixed {
        let made = link(title, PageId::List(ListId::Item(id), None), NavItem::Item(id));
        if title == "依申请公开" {
            request = Some(NavLink { button: true, ..made });
        } else {
            platform.push(made);
        }
    }
    let (statutory, others): (Vec<FieldId>, Vec<FieldId>) =
        (0..site.model.fields.len()).map(FieldId::new).partition(|&id| is_statutory(site, id));
    let field = |id: FieldId| link(&site.model.field(id).title, PageId::Field(id), NavItem::Field(id));
    let statutory: Vec<NavLink<'m>> = statutory.into_iter().map(field).collect();
    let others = others.into_iter().filter(|&id| site.items_of(id).next().is_some()).map(field).collect();
    if !statutory.is_empty() {
        let place = platform.len().min(2);
        let head =
            NavLink { links: statutory, ..link("法定主动公开内容", PageId::Catalogue, NavItem::Catalogue) };
        platform.insert(place, head);
    }
    platform.extend(request);
    let five = Disclosure::ALL
        .iter()
        .map(|&it| link(it.label(), PageId::List(ListId::Disclosure(it), None), NavItem::Disclosure(it)));
    let facets =
        Facet::ALL.iter().map(|&it| link(it.label(), PageId::List(ListId::Facet(it), None), NavItem::Facet(it)));
    let documents = (!site.lists.get(ListId::Documents).is_empty())
        .then(|| link("政策文件", PageId::List(ListId::Documents, None), NavItem::Documents));
    let mut more = vec![link("主动公开目录", PageId::Catalogue, NavItem::Catalogue)];
    for (place, plan) in site.model.plans.iter().enumerate() {
        let id = crate::model::PlanId::new(place);
        more.push(link(&plan.title, PageId::Plan(id), NavItem::Plan(id)));
    }
    if has_exceptions(site.model) {
        more.push(link(exception::TITLE, PageId::Exceptions, NavItem::Exceptions));
    }
    if site.has_changes() {
        more.push(link(change::TITLE, PageId::Changes, NavItem::Changes));
    }
    more.push(link("公开覆盖情况", PageId::Coverage, NavItem::Coverage));
    if !site.model.accounts.is_empty() {
        more.push(link("政务新媒体账号", PageId::Accounts, NavItem::Accounts));
    }
    if !site.model.websites.is_empty() {
        more.push(link(website::TITLE, PageId::Websites, NavItem::Websites));
    }
    if has_institutions(site.model) {
        more.push(link(institution::TITLE, PageId::Institutions, NavItem::Institutions));
    }
    let group = |title: Option<&'static str>, links: Vec<NavLink<'m>>| NavPart { title: title.map(Into::into), links };
    let mut nav = vec![
        group(Some("政府信息公开"), platform),
        group(Some(OTHERS), others),
        group(Some("五公开"), five.collect()),
        group(Some("解读、回应与参与"), documents.into_iter().chain(facets).collect()),
        group(Some("目录与任务"), more),
    ];
    nav.retain(|it| !it.links.is_empty());
    nav
}

/// Whether a law names an item of the field.
fn is_statutory(site: &Site<'_>, id: FieldId) -> bool {
    site.items_of(id).any(|it| !site.model.item(it).legal_items.is_empty())
}
