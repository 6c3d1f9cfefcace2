//! What every rendered page must show.

use std::collections::BTreeSet;
use std::path::Path;

use gongkai::internals::emit::{self, Shared};

use super::{Made, pages, render, theme};

const SITE: [&str; 3] = ["SiteName", "SiteDomain", "SiteIDCode"];
const COLUMN: [&str; 4] = ["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"];
const ARTICLE: [&str; 3] = ["ArticleTitle", "PubDate", "ContentSource"];

fn each(check: impl Fn(&Made, &str)) {
    let theme = theme();
    for made in pages() {
        check(&made, &render(&theme, &made));
    }
}

/// The pages lie below the test folder afterwards, to be looked at in a browser.
#[test]
fn every_kind_of_page_can_be_seen() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("theme");
    for asset in theme().assets() {
        let file = root.join(&asset.address);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, &asset.bytes).unwrap();
    }
    each(|made, html| {
        let mut file = root.join(&made.address[1..]);
        if made.address.ends_with('/') {
            file = file.join("index.html");
        }
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, html).unwrap();
        assert!(html.contains("示例：本站内容为虚构"), "{}: the notice is missing", made.address);
        assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n"), "{}", made.address);
    });
}

#[test]
fn labels_of_home_list_and_article_pages() {
    each(|made, html| {
        let labels: Vec<&str> = SITE.into_iter().chain(COLUMN).chain(ARTICLE).collect();
        for (at, label) in labels.iter().enumerate() {
            let count = html.matches(&format!("<meta name=\"{label}\" content=\"")).count();
            assert_eq!(count, usize::from(at < made.labels), "{}: {label}", made.address);
            assert!(
                !html.contains(&format!("<meta name=\"{label}\" content=\"\">")),
                "{}: {label} is empty",
                made.address
            );
        }
    });
}

#[test]
fn nothing_the_policy_forbids() {
    each(|made, html| {
        // A block of data is run by nobody; files of the theme are what the policy allows.
        let html = html.replace("<script type=\"application/ld+json\">", "");
        let html = html.replace("<script defer src=\"", "<i src=\"").replace("src=\"..", "");
        let html =
            html.replace("<script src=\"../static/", "<a href=\"").replace("<script src=\"static/", "<a href=\"");
        for forbidden in ["<script", "<style", " style=", " onclick=", "javascript:", "http://", " src=\"//", "@import"]
        {
            assert!(!html.contains(forbidden), "{}: {forbidden}", made.address);
        }
        let scripts = html.matches("<script").count();
        assert_eq!(
            html.matches("<script src=\"../../static/").count(),
            scripts,
            "{}: a script in the page",
            made.address
        );
    });
}

#[test]
fn tags_balance_and_ids_are_single() {
    each(|made, html| {
        let mut open: Vec<&str> = Vec::new();
        let mut ids = BTreeSet::new();
        for piece in html.split('<').skip(1) {
            let tag = &piece[..piece.find('>').unwrap_or_else(|| panic!("{}: <{piece}", made.address))];
            let name = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap_or_default();
            if tag.starts_with('!')
                || tag.ends_with('/')
                || ["meta", "link", "input", "br", "hr", "img"].contains(&name)
            {
                continue;
            }
            if let Some(id) = tag.split(" id=\"").nth(1).and_then(|rest| rest.split('"').next()) {
                assert!(ids.insert(id), "{}: id {id} stands twice", made.address);
            }
            if tag.starts_with('/') {
                assert_eq!(open.pop(), Some(name), "{}: …<{tag}>", made.address);
            } else {
                open.push(name);
            }
        }
        assert!(open.is_empty(), "{}: {open:?} left open", made.address);
        for reference in html.split("aria-labelledby=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(ids.contains(reference), "{}: aria-labelledby {reference} leads nowhere", made.address);
        }
    });
}

#[test]
fn headings_go_down_step_by_step() {
    each(|made, html| {
        let mut last = 0;
        for heading in html.split("<h").skip(1).filter_map(|rest| rest.chars().next().and_then(|c| c.to_digit(10))) {
            assert!(heading <= last + 1, "{}: h{heading} after h{last}", made.address);
            last = heading;
        }
        assert_eq!(html.matches("<h1").count(), 1, "{}", made.address);
    });
}

#[test]
fn landmarks_tables_and_current_places() {
    each(|made, html| {
        for part in [
            "<main id=\"main\"",
            "<nav class=\"legal\"",
            "<footer",
            "<header class=\"banner\"",
            "role=\"search\"",
            "class=\"skip\"",
        ] {
            assert_eq!(html.matches(part).count(), 1, "{}: {part}", made.address);
        }
        // Tables of the author's own text are not the theme's.
        let text = html.split("<div class=\"text\">").nth(1).map_or(0, |rest| rest.matches("<table>").count());
        let tables = html.matches("<table").count();
        let captions = html.matches("<caption").count();
        assert!(
            captions + usize::from(text > 1 || (text == 1 && tables > captions)) >= tables,
            "{}: a table without caption",
            made.address
        );
    });
    let theme = theme();
    let decision = pages().into_iter().find(|made| made.address == "/disclosure/decision/").unwrap();
    assert!(render(&theme, &decision).contains("aria-current=\"page\">决策公开"));
}

#[test]
fn pages_stay_in_their_budget() {
    each(|made, html| {
        let small = ["/index.html", "/disclosure/decision/", "/cyzsj/2018/00041.html", "/404.html"];
        if small.contains(&made.address) {
            assert!(html.len() < 12 * 1024, "{}: {} bytes", made.address, html.len());
        }
    });
}

#[test]
fn equal_values_give_equal_bytes() {
    let (one, two) = (theme(), theme());
    for (first, second) in pages().iter().zip(&pages()) {
        assert_eq!(render(&one, first), render(&two, second), "{}", first.address);
    }
}

#[test]
fn text_is_escaped() {
    let mut made = pages().remove(0);
    made.page.head.description = Some("\"><script>".into());
    let html = render(&theme(), &made);
    assert!(html.contains("content=\"&quot;&gt;&lt;script&gt;\""), "{html}");
}

#[test]
fn a_site_that_says_nothing_of_itself_has_no_empty_parts() {
    let made = pages().into_iter().find(|it| it.address == "/catalogue/").unwrap();
    let mut chrome = super::chrome(made.address);
    chrome.site_id = "".into();
    chrome.notice = None;
    chrome.search = None;
    chrome.footer = gongkai::internals::site::page::Footer { map: chrome.footer.map, ..Default::default() };
    let theme = theme();
    let frame = emit::page_shell(&theme, &chrome).ok().unwrap();
    let mut out = Vec::new();
    let opening = emit::section_shell(&theme, &made.section).ok().unwrap();
    emit::render(&theme, Shared { page: &frame, section: &opening }, &made.page, &mut out).ok().unwrap();
    let html = String::from_utf8(out).unwrap();
    let (_, foot) = html.split_once("<footer").unwrap();
    assert!(!foot.contains("<p>") && foot.contains("站点地图"), "{foot}");
    assert!(!html.contains("SiteIDCode") && !html.contains("class=\"notice\"") && !html.contains("<form"), "{html}");
}
