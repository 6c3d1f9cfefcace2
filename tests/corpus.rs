//! Real texts and many texts: laws with their headings and emphasis, documents by the thousand, checked and built.

use std::{collections::BTreeMap, time::Duration};

use super::support::{
    binary::{Done, gongkai},
    corpus::{bench, laws, library_of, many},
    project::Project,
};

/// Checks and builds `project`, which may take `seconds`; no stop stands, and each entry has its page.
fn built(project: &Project, seconds: u64) -> BTreeMap<String, String> {
    let run = |args: &[&str]| Done::of(gongkai(project.root()).args(args).timeout(Duration::from_secs(seconds)));
    let done = run(&["check", "--stop-only", "--format", "concise"]);
    assert_eq!(done.code, Some(0), "{}", done.out.lines().take(40).collect::<Vec<_>>().join("\n"));
    run(&["build", "-q", "--format", "concise"]).code(0);
    let lock = project.read("catalogue/index.lock");
    let part = |line: &str, at: usize| line.split('\t').nth(at).expect("eight parts").to_owned();
    let pages: BTreeMap<String, String> = lock.lines().skip(1).map(|line| (part(line, 2), part(line, 1))).collect();
    for address in pages.values() {
        assert!(project.at(&format!("public{address}")).is_file(), "{address} has no page");
    }
    pages
}

#[test]
fn real_laws_keep_their_headings_and_emphasis() {
    let (laws, real) = laws();
    if real {
        assert_eq!(laws.len(), 238);
    } else {
        println!("skipped: no ../shared/corpus beside the checkout; {} small texts instead", laws.len());
    }
    let project = library_of(&laws);
    let pages = built(&project, 240);
    assert_eq!(pages.len(), laws.len() + 1);
    let mut wrong = Vec::new();
    let (mut headings, mut strong) = (0, 0);
    for (at, law) in laws.iter().enumerate() {
        let page = project.read(&format!("public{}", pages[&format!("laws/{at:03}")]));
        // The words of headings, in order: those of the chrome stand before the first and after the last.
        let shown = shown_headings(&page);
        let mut rest = shown.iter();
        for (_, words) in law.headings() {
            headings += 1;
            let plain: String = words.chars().filter(|it| !"*_`\\ 　".contains(*it)).collect();
            if !rest.any(|it| *it == plain) {
                wrong.push(format!("{}: the heading {words} is missing or out of order", law.title));
                break;
            }
        }
        let body = text_of(&page);
        if law.body.contains("**") {
            strong += 1;
            if !page.contains("<strong>") || body.contains("**") {
                wrong.push(format!("{}: emphasis is not rendered", law.title));
            }
        }
        if body.lines().any(|line| line.trim_start().starts_with("## ")) {
            wrong.push(format!("{}: a heading is shown with its marks", law.title));
        }
        let last = law.body.lines().rev().map(letters).find(|it| it.chars().count() > 4).unwrap_or_default();
        if !letters(&body).contains(&last) {
            wrong.push(format!("{}: its end is missing: {last}", law.title));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(headings > laws.len(), "{headings} headings, {strong} with emphasis");
}

/// Letters and digits only.
fn letters(text: &str) -> String {
    text.chars().filter(|it| it.is_alphanumeric()).collect()
}

/// The words of `<h1>` to `<h6>`, without spaces.
fn shown_headings(page: &str) -> Vec<String> {
    let starts = page.match_indices("<h").filter(|(at, _)| {
        let mut after = page[at + 2..].chars();
        after.next().is_some_and(|it| ('1'..='6').contains(&it))
            && after.next().is_some_and(|it| it == '>' || it == ' ')
    });
    starts
        .map(|(at, _)| {
            let end = page[at..].find("</h").map_or(page.len(), |it| at + it);
            text_of(&page[at..end]).chars().filter(|it| !it.is_whitespace()).collect()
        })
        .collect()
}

/// `html` without its tags, its escapes undone.
fn text_of(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for it in html.chars() {
        match it {
            '<' => inside = true,
            '>' if inside => inside = false,
            _ if !inside => out.push(it),
            _ => {}
        }
    }
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&#x2F;", "/"), ("&amp;", "&")]
        .iter()
        .fold(out, |text, (from, to)| text.replace(from, to))
}

#[test]
fn ten_thousand_documents_are_checked_and_built() {
    let folder = Project::empty();
    let (project, entries) = if bench(10_000, folder.root()) {
        (folder, 10_000)
    } else {
        println!("skipped: no ../shared/bench beside the checkout, or no Python; 1,000 documents of our own instead");
        (many(1_000), 1_001)
    };
    let pages = built(&project, 300);
    assert_eq!(pages.len(), entries);
}
