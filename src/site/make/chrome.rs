//! What every page shares: banner, navigation in the order of the national platform notice, footer.

use crate::{
    model::{FieldId, ItemId, Model},
    site::{
        Href,
        list::ListId,
        page::{Chrome, Feed, Footer, Link, NavLink, NavPart},
        route::{PageId, Part},
        site::Site,
    },
    vocabulary::{Disclosure, Facet, Word},
};

/// The fixed parts of the platform (国办公开办函〔2019〕61号) and the words by which an item is known to be one.
const FIXED: [(&str, &[&str]); 4] = [
    ("政府信息公开指南", &["公开指南"]),
    ("政府信息公开制度", &["信息公开制度", "公开制度"]),
    ("政府信息公开年报", &["公开年度报告", "公开年报"]),
    ("依申请公开", &["依申请公开"]),
];

/// The items that are fixed parts, in order.
pub(in crate::site) fn fixed(model: &Model) -> Vec<(&'static str, ItemId)> {
    let find = |(title, words): &(&'static str, &[&str])| {
        let named = |it: &(ItemId, &crate::model::Item)| {
            it.1.is_open() && words.iter().any(|word| it.1.title.contains(word)) && !it.1.title.contains("企事业")
        };
        Some((*title, model.items().find(named)?.0))
    };
    FIXED.iter().filter_map(find).collect()
}

impl<'m> Site<'m> {
    /// Which part of the navigation a page belongs to.
    pub fn part(&self, page: PageId) -> Part {
        match page {
            PageId::List(ListId::Item(id), _) => self.part_of_item(id),
            PageId::Entry(id) => self.model.entry(id).items.first().map_or(Part::None, |&it| self.part_of_item(it)),
            PageId::Field(id) => Part::Field(id),
            PageId::List(ListId::Disclosure(it), _) => Part::Disclosure(it),
            PageId::List(ListId::Facet(it), _) => Part::Facet(it),
            PageId::Catalogue => Part::Catalogue,
            PageId::Plan(id) => Part::Plan(id),
            PageId::Coverage => Part::Coverage,
            PageId::Accounts => Part::Accounts,
            _ => Part::None,
        }
    }

    fn part_of_item(&self, id: ItemId) -> Part {
        if self.fixed.iter().any(|it| it.1 == id) {
            return Part::Item(id);
        }
        self.model.item(id).field.map_or(Part::None, Part::Field)
    }

    /// The way from the pages that lie as deep as `at` up to the root of the site: `../../`; on 404, which is shown at any
    /// address, the path from the root of the host.
    pub fn root(&self, at: &str) -> String {
        if at == "/404.html" { self.base() } else { "../".repeat(at.matches('/').count().saturating_sub(1)) }
    }

    /// The frame of the pages in `part` whose way up to the root is `root`.
    pub fn chrome(&self, part: Part, root: &str) -> Chrome<'m> {
        let site = &self.model.site;
        let identity = &site.identity;
        Chrome {
            lang: "zh-CN".into(),
            root: root.to_owned().into(),
            home: self.below(root, PageId::Home),
            title: (*site.title).into(),
            organisation: self.model.owner().map(|it| &*it.name).filter(|it| !site.title.contains(it)).map(Into::into),
            site_name: (*site.title).into(),
            site_domain: identity.domain.as_deref().map_or_else(|| self.host().into(), Into::into),
            site_id: identity.site_id.as_deref().unwrap_or_default().into(),
            search: None,
            notice: site.notice.as_deref().map(Into::into),
            nav: self.nav(part, root),
            feeds: vec![Feed {
                title: (*site.title).into(),
                href: Href::below(root, "/feed.xml"),
                media: "application/atom+xml".into(),
            }],
            footer: self.footer(root),
        }
    }

    /// The host of the site's address.
    fn host(&self) -> String {
        let url = &self.model.site.url;
        let after = url.find("://").map_or(&**url, |at| &url[at + 3..]);
        after.split('/').next().unwrap_or_default().to_owned()
    }

    fn nav(&self, part: Part, root: &str) -> Vec<NavPart<'m>> {
        let link = |title: &'m str, page: PageId, mine: Part| NavLink {
            title: title.into(),
            href: self.below(root, page),
            current: part == mine,
            button: false,
            links: Vec::new(),
        };
        let mut platform: Vec<NavLink<'m>> = Vec::new();
        let mut request = None;
        for &(title, id) in &self.fixed {
            let made = link(title, PageId::List(ListId::Item(id), None), Part::Item(id));
            if title == "依申请公开" {
                request = Some(NavLink { button: true, ..made });
            } else {
                platform.push(made);
            }
        }
        let statutory: Vec<NavLink<'m>> =
            self.statutory().map(|id| link(&self.model.field(id).title, PageId::Field(id), Part::Field(id))).collect();
        if !statutory.is_empty() {
            let place = platform.len().min(2);
            let head =
                NavLink { links: statutory, ..link("法定主动公开内容", PageId::Catalogue, Part::Catalogue) };
            platform.insert(place, head);
        }
        platform.extend(request);
        let five = Disclosure::ALL
            .iter()
            .map(|&it| link(it.label(), PageId::List(ListId::Disclosure(it), None), Part::Disclosure(it)));
        let facets =
            Facet::ALL.iter().map(|&it| link(it.label(), PageId::List(ListId::Facet(it), None), Part::Facet(it)));
        let mut more = vec![link("主动公开目录", PageId::Catalogue, Part::Catalogue)];
        for (place, plan) in self.model.plans.iter().enumerate() {
            let id = crate::model::PlanId::new(place);
            more.push(link(&plan.title, PageId::Plan(id), Part::Plan(id)));
        }
        more.push(link("公开覆盖情况", PageId::Coverage, Part::Coverage));
        if !self.model.accounts.is_empty() {
            more.push(link("政务新媒体账号", PageId::Accounts, Part::Accounts));
        }
        let group =
            |title: Option<&'static str>, links: Vec<NavLink<'m>>| NavPart { title: title.map(Into::into), links };
        let mut nav = vec![
            group(Some("政府信息公开"), platform),
            group(Some("五公开"), five.collect()),
            group(Some("解读、回应与参与"), facets.collect()),
            group(Some("目录与任务"), more),
        ];
        nav.retain(|it| !it.links.is_empty());
        nav
    }

    /// The fields with an item that a law names.
    fn statutory(&self) -> impl Iterator<Item = FieldId> {
        let named = |id: FieldId| self.items_of(id).any(|it| !self.model.item(it).legal_items.is_empty());
        (0..self.model.fields.len()).map(FieldId::new).filter(move |&id| named(id))
    }

    fn footer(&self, root: &str) -> Footer<'m> {
        let site = &self.model.site;
        let identity = &site.identity;
        let text = |it: &'m Option<Box<str>>| it.as_deref().map(Into::into);
        let outside = |title: &'m str, url: &'m str| Some(Link { title: title.into(), href: Href::web(url)? });
        Footer {
            emblem: identity.emblem.as_deref().and_then(|url| outside("党政机关网站标识", url)),
            report_errors: identity.report_errors.as_deref().and_then(|url| outside("我为政府网站找错", url)),
            site_id: text(&identity.site_id),
            host: text(&identity.host).or_else(|| self.model.owner().map(|it| (*it.name).into())),
            operator: text(&identity.operator),
            contact: text(&identity.contact),
            icp: identity.icp.as_deref().and_then(|it| outside(it, "https://beian.miit.gov.cn/")),
            police: identity.police.as_deref().and_then(|it| outside(it, "https://beian.mps.gov.cn/")),
            map: Some(self.below(root, PageId::Map)),
            ipv6: text(&identity.ipv6),
            links: Vec::new(),
        }
    }
}
