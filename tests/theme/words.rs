//! The words of the theme: every one that a template asks for is there, and none is there in vain.

use std::collections::BTreeSet;
use std::path::Path;

use gongkai::internals::emit::{self, DEFAULT_THEME, Shared, Theme, ThemeFile};
use gongkai::internals::site::page::{Body, Relation, RelationKind};

use super::{pages, render, theme};

/// Paths that templates put together while running.
const CHOSEN: [&str; 2] = ["relation.", "state."];

fn leaves(table: &toml::Table, path: &str, out: &mut BTreeSet<String>) {
    for (key, value) in table {
        match value.as_table() {
            Some(below) => leaves(below, &format!("{path}{key}."), out),
            None => drop(out.insert(format!("{path}{key}"))),
        }
    }
}

#[test]
fn words_and_templates_agree() {
    let text = DEFAULT_THEME.iter().find(|(path, _)| *path == "strings.toml").unwrap().1;
    let mut given = BTreeSet::new();
    leaves(text.parse::<toml::Table>().unwrap()["zh"].as_table().unwrap(), "", &mut given);
    let mut used = BTreeSet::new();
    for (path, text) in DEFAULT_THEME.iter().filter(|(path, _)| path.starts_with("templates/")) {
        let bytes = text.as_bytes();
        for (at, _) in text.match_indices("t.").filter(|(at, _)| !bytes[at - 1].is_ascii_alphanumeric()) {
            let rest = &text[at + 2..];
            let word =
                &rest[..rest.find(|c: char| !(c.is_ascii_alphanumeric() || "._".contains(c))).unwrap_or(rest.len())];
            if !CHOSEN.iter().any(|chosen| format!("{word}.") == **chosen) {
                assert!(given.contains(word), "{path}: no word for {word}");
                used.insert(word.to_owned());
            }
        }
    }
    let idle: Vec<_> = given
        .iter()
        .filter(|word| !used.contains(*word) && !CHOSEN.iter().any(|chosen| word.starts_with(chosen)))
        .collect();
    assert!(idle.is_empty(), "no template asks for {idle:?}");
}

#[test]
fn the_binary_holds_the_whole_theme() {
    fn walk(folder: &Path, root: &Path, out: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() {
                walk(&entry.path(), root, out);
            } else {
                out.insert(entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
    let mut there = BTreeSet::new();
    walk(&root, &root, &mut there);
    let inside: BTreeSet<_> = DEFAULT_THEME.iter().map(|(path, _)| (*path).to_owned()).collect();
    assert_eq!(there, inside);
}

#[test]
fn a_theme_of_ones_own_lies_over_the_default() {
    let files = [
        ThemeFile { path: "strings.toml", bytes: "[zh.home]\nnewest = \"刚刚公开\"\n".as_bytes() },
        ThemeFile { path: "templates/chrome/footer.html", bytes: b"</div><footer>own</footer>" },
        ThemeFile { path: "static/style.css", bytes: b"body{color:#000}" },
    ];
    let theme = Theme::load(&files, "zh").ok().unwrap();
    let home = pages().remove(0);
    let html = render(&theme, &home);
    assert!(html.contains("刚刚公开") && html.contains("五公开") && html.contains("<footer>own</footer>"), "{html}");
    let style = theme.assets().iter().find(|it| it.name == "style.css").expect("a style sheet");
    assert_eq!(&*style.bytes, b"body{color:#000}");
    assert!(html.contains(&format!("href=\"{}\"", style.address)), "{html}");
}

#[test]
fn a_fault_while_rendering_names_its_place() {
    let file = ThemeFile { path: "templates/body/home.html", bytes: b"<p>\n</p>\n{{ page.body.nothing.more }}\n" };
    let theme = Theme::load(&[file], "zh").ok().unwrap();
    let home = pages().remove(0);
    let frame = emit::page_shell(&theme, &super::chrome(home.address)).ok().unwrap();
    let opening = emit::section_shell(&theme, &home.section).ok().unwrap();
    let fault =
        emit::render(&theme, Shared { page: &frame, section: &opening }, &home.page, &mut Vec::new()).unwrap_err();
    assert_eq!((fault.file.as_str(), fault.line), ("templates/body/home.html", Some(3)), "{fault:?}");
}

#[test]
fn every_relation_has_its_heading() {
    let mut made = super::documents::pages().remove(0);
    let Body::Entry(entry) = &mut made.page.body else { panic!("an entry") };
    let links = entry.relations[0].links.clone();
    entry.relations = RelationKind::ALL.iter().map(|key| Relation { key: *key, links: links.clone() }).collect();
    assert_eq!(render(&theme(), &made).matches("class=\"relation\"").count(), RelationKind::ALL.len());
}
