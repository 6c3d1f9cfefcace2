//! A probe of a project's own theme: the home page, a list and an entry are made, and looked at for what every theme must print.

use crate::{
    check::{MISSING_FOOTER_PART, MISSING_PAGE_LABEL, MISSING_PLATFORM_PART},
    diagnostic::{Findings, Rule},
    emit::{self, Shared, Theme},
    model::Model,
    record::schema,
    site::{
        PageId, Site,
        make::{self, Material},
        page::{Chrome, Page},
    },
    vocabulary::{Scope, Text},
};

/// Tells what the pages of `theme`, a project's own, leave out that they must print. A template that fails is told where pages are
/// made.
pub(super) fn probe(model: &Model, site: &Site<'_>, theme: &Theme, findings: &mut Findings) {
    if model.site.scope == Scope::Column {
        return;
    }
    let pages = [
        (words! { zh: "首页", en: "the home page" }, Some(PageId::Home)),
        (words! { zh: "栏目页", en: "a list" }, Some(PageId::Catalogue)),
        (words! { zh: "文章页", en: "an article" }, site.entries().next().map(PageId::Entry)),
    ];
    let none = Material::default();
    for (name, page) in pages.into_iter().filter_map(|(name, page)| Some((name, page?))) {
        let Some(Probed { html, chrome, values }) = render(site, theme, page, &none) else { continue };
        let (head, body) = html.split_once("<body").unwrap_or(("", &html));
        let mut tell = |rule: &'static Rule, what: Text, lacks: &[String]| {
            if lacks.is_empty() {
                return;
            }
            let (what, what_en) = (what.zh, what.en);
            let (zh, en) = (lacks.join("、"), lacks.join(", "));
            let record = &model.site.record;
            let place = if record.has(schema::Site::THEME) {
                record.span_of(schema::Site::THEME).into()
            } else {
                model.site.place()
            };
            findings
                .raise(
                    rule,
                    place,
                    text! {
                        zh: "自己的主题在{page}上没有印出{what}：{zh}",
                        en: "the theme does not print {what_en} on {page_en}: {en}",
                        page = name.zh,
                        page_en = name.en,
                    },
                )
                .help(text! {
                    zh: "照内置主题的模板补上（chrome/head.html、chrome/column.html、base.html、chrome/header.html、chrome/footer.html）",
                    en: "print what the templates of the built-in theme print (chrome/head.html, chrome/column.html, base.html, chrome/header.html, chrome/footer.html)",
                })
                .key(format!("{page:?} {zh}"));
        };
        let is_label = |name: &&str| !["\"", "'", ""].iter().any(|it| head.contains(&format!("name={it}{name}{it}")));
        let labels: Vec<String> =
            labels(&chrome, &values, page).into_iter().filter(is_label).map(str::to_owned).collect();
        tell(&MISSING_PAGE_LABEL, text! { zh: "标签", en: "labels" }, &labels);
        // What is written in other letters there is not looked for.
        let lacks = |text: &String| !text.contains(['&', '<', '>', '"', '\'']) && !body.contains(&**text);
        let footer: Vec<String> = footer(&chrome).into_iter().filter(lacks).collect();
        tell(&MISSING_FOOTER_PART, text! { zh: "页脚的内容", en: "parts of the footer" }, &footer);
        let parts: Vec<String> = parts(&chrome).into_iter().filter(lacks).collect();
        tell(&MISSING_PLATFORM_PART, text! { zh: "政府信息公开平台的栏目", en: "parts of the platform" }, &parts);
    }
}

/// A page as its theme prints it, and the values it was made from.
struct Probed<'a> {
    html: String,
    chrome: Chrome<'a>,
    values: Page<'a>,
}

fn render<'a>(site: &'a Site<'_>, theme: &Theme, page: PageId, none: &'a Material) -> Option<Probed<'a>> {
    let root = make::root(site, &site.address(page));
    let chrome = make::chrome(site, make::nav_item(site, page), &root);
    let shell = emit::page_shell(theme, &chrome).ok()?;
    let section = emit::section_shell(theme, &make::section(site, make::section_of(site, page), &root)).ok()?;
    let values = make::page(site, page, none);
    let mut html = Vec::new();
    emit::render(theme, Shared { page: &shell, section: &section }, &values, &mut html).ok()?;
    Some(Probed { html: String::from_utf8(html).ok()?, chrome, values })
}

/// The labels that the page must have: those that have something to say.
fn labels(chrome: &Chrome<'_>, values: &Page<'_>, page: PageId) -> Vec<&'static str> {
    let mut labels = Vec::new();
    let mut add = |name, text: &str| labels.extend((!text.is_empty()).then_some(name));
    add("SiteName", &chrome.site_name);
    add("SiteDomain", &chrome.site_domain);
    add("SiteIDCode", &chrome.site_id);
    if page != PageId::Home {
        for it in ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"] {
            add(it, it);
        }
    }
    if let Some(article) = &values.head.article {
        add("ArticleTitle", &article.title);
        add("PubDate", &article.published);
        add("ContentSource", &article.source);
    }
    labels
}

/// What the footer must show, as far as the settings give it.
fn footer(chrome: &Chrome<'_>) -> Vec<String> {
    let footer = &chrome.footer;
    let texts = [&footer.site_id, &footer.host, &footer.contact].into_iter().flatten().map(ToString::to_string);
    let links = [&footer.emblem, &footer.report_errors].into_iter().flatten().map(|it| it.href.as_str().to_owned());
    let filings = [&footer.icp, &footer.police].into_iter().flatten().map(|it| it.title.to_string());
    let map = footer.map.iter().map(|it| it.as_str().to_owned());
    texts.chain(links).chain(filings).chain(map).collect()
}

/// The fixed parts of the platform that the navigation has.
fn parts(chrome: &Chrome<'_>) -> Vec<String> {
    let platform = chrome.nav.first().into_iter().flat_map(|it| &it.links);
    platform.map(|it| it.title.to_string()).collect()
}
