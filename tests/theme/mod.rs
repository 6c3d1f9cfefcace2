//! The default theme: every kind of page, rendered from made-up values and looked at closely.

mod contrast;
mod documents;
mod extended;
mod lists;
mod look;
mod registers;
mod words;

use gongkai::internals::emit::{self, Shared, Theme};
use gongkai::internals::site::Href;
use gongkai::internals::site::page::{
    Bar, Body, Chart, Chrome, Column, EntryRow, FeedLink, Footer, Head, Label, Link, NavLink, NavPart, Page, Section,
};

/// A made-up page at an address of the site.
struct Made {
    /// `/cyzsj/2018/00007.html`; a folder stands for its `index.html`.
    address: &'static str,
    /// How many page labels it must bear: 3, 7 or 10.
    labels: usize,
    /// Its section.
    section: Section<'static>,
    /// The page.
    page: Page<'static>,
}

/// One page of each kind.
fn pages() -> Vec<Made> {
    let mut pages = lists::pages();
    pages.extend(documents::pages());
    pages.extend(registers::pages());
    pages
}

fn theme() -> Theme {
    Theme::load(&[], "zh").map_err(|faults| format!("{faults:#?}")).unwrap()
}

fn href(from: &str, to: &str) -> Href<'static> {
    Href::between(from, &if to.ends_with('/') { format!("{to}index.html") } else { to.to_owned() })
}

fn link(from: &str, title: &'static str, to: &str) -> Link<'static> {
    Link { title: title.into(), href: href(from, to) }
}

fn word(key: &'static str, label: &'static str) -> Label<'static> {
    Label { key, label: label.into() }
}

fn row(from: &str, title: &'static str, serial: u32, published: &'static str) -> EntryRow<'static> {
    EntryRow {
        title: title.into(),
        href: href(from, &format!("/cyzsj/2018/{serial:05}.html")),
        published: published.into(),
        document_number: None,
        kind: None,
        organisation: None,
        summary: None,
        mark: None,
        genre: None,
        ended: None,
        interpretations: vec![],
    }
}

fn chart() -> Chart<'static> {
    let bar = |label: &'static str, value: &'static str, length| Bar {
        label: label.into(),
        href: None,
        value: value.into(),
        length,
    };
    Chart {
        title: "36 项中“行政许可”最多，24 项".into(),
        of: "职权类型".into(),
        counts: "项数".into(),
        bars: vec![bar("行政许可", "24", 100), bar("行政处罚", "12", 50)],
        source: Some("权责清单".into()),
        downloads: vec![],
    }
}

fn column(name: &'static str) -> Column<'static> {
    Column {
        name: name.into(),
        description: "公布重大建设项目的批准、实施和竣工信息".into(),
        keywords: "重大建设项目，审批，施工".into(),
        kind: "信息公开目录".into(),
    }
}

fn section(address: &str, title: &'static str, trail: &[(&'static str, &str)]) -> Section<'static> {
    let mut links = vec![link(address, "首页", "/index.html")];
    links.extend(trail.iter().map(|(title, to)| link(address, title, to)));
    Section { column: Some(column(title)), trail: links, crumbs: Some("{\"@type\":\"BreadcrumbList\"}".into()) }
}

fn page(address: &str, title: &'static str, body: Body<'static>) -> Page<'static> {
    Page {
        head: Head {
            title: Some(title.into()),
            description: None,
            canonical: format!("https://www.example.gov.cn/cyzsj{address}").into(),
            article: None,
            alternates: vec![],
            scripts: Vec::new(),
            noindex: false,
            refresh: None,
            data: None,
        },
        body,
    }
}

fn chrome(from: &str) -> Chrome<'static> {
    let nav = |title: &'static str, to: &str| NavLink {
        title: title.into(),
        href: href(from, to),
        current: from.starts_with(to),
        button: title == "依申请公开",
        links: vec![],
    };
    let platform = [
        ("政府信息公开指南", "/guide/guide/1.html"),
        ("政府信息公开制度", "/rules/"),
        ("法定主动公开内容", "/catalogue/major-projects/"),
        ("政府信息公开年报", "/reports/"),
        ("依申请公开", "/request/"),
    ];
    let columns = [
        ("政策文件", "/policy/"),
        ("政策解读", "/facet/interpretation/"),
        ("五公开", "/disclosure/"),
        ("政府信息公开目录", "/catalogue/"),
        ("工作任务", "/plan/"),
        ("回应关切", "/facet/response/"),
        ("政民互动", "/facet/participation/"),
        ("数据开放", "/register/"),
        ("公共企事业单位", "/organisation/"),
    ];
    let part = |links: &[(&'static str, &str)]| NavPart {
        title: None,
        links: links.iter().map(|(title, to)| nav(title, to)).collect(),
    };
    Chrome {
        lang: "zh-CN".into(),
        root: "../".repeat(from.matches('/').count() - 1).into(),
        home: href(from, "/index.html"),
        title: "赣州蓉江新区产业招商局政府信息公开".into(),
        organisation: None,
        site_name: "赣州蓉江新区产业招商局政府信息公开".into(),
        site_domain: "www.example.gov.cn".into(),
        site_id: "3607000000".into(),
        // These have a box of their own.
        search: (!["/index.html", "/search/index.html"].contains(&from)).then(|| href(from, "/search/")),
        notice: Some("示例：本站内容为虚构，仅用于演示，不是任何机关发布的信息。".into()),
        nav: vec![part(&platform), part(&columns)],
        local: None,
        feeds: vec![FeedLink {
            title: "最新公开".into(),
            href: href(from, "/feed.xml"),
            media: "application/atom+xml".into(),
        }],
        footer: Footer {
            emblem: Some(Link {
                title: "党政机关网站".into(), href: Href::outside("https://www.example.gov.cn/e")
            }),
            report_errors: Some(link(from, "我为政府网站找错", "/errors/")),
            site_id: Some("3607000000".into()),
            host: Some("赣州蓉江新区产业招商局".into()),
            operator: None,
            contact: Some("0797-8000000".into()),
            icp: Some(Link {
                title: "赣ICP备00000000号".into(), href: Href::outside("https://www.example.gov.cn/i")
            }),
            police: Some(Link {
                title: "赣公网安备 00000000000000号".into(),
                href: Href::outside("https://www.example.gov.cn/p"),
            }),
            map: Some(href(from, "/map/")),
            ipv6: Some("本网站已支持IPv6".into()),
            links: vec![link(from, "隐私声明", "/privacy/"), link(from, "无障碍声明", "/access/")],
        },
    }
}

fn render(theme: &Theme, made: &Made) -> String {
    let file =
        if made.address.ends_with('/') { format!("{}index.html", made.address) } else { made.address.to_owned() };
    let frame = emit::page_shell(theme, &chrome(&file)).map_err(|fault| format!("{fault:?}")).unwrap();
    let mut out = Vec::new();
    let opening = emit::section_shell(theme, &made.section).map_err(|fault| format!("{fault:?}")).unwrap();
    emit::render(theme, Shared { page: &frame, section: &opening }, &made.page, &mut out)
        .map_err(|fault| format!("{}: {fault:?}", made.address))
        .unwrap();
    String::from_utf8(out).unwrap()
}
