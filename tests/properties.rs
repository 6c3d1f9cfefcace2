//! Whatever comes in: nothing panics, every place lies in its text, and order, folder, zone and umask change nothing.

use std::{collections::BTreeSet, fs};

use gongkai::internals::{
    diagnostic::Findings,
    markup, office,
    resolve::lock::Lock,
    source::{FileId, Place, Range},
    syntax, table,
};
use proptest::prelude::*;

use super::support::{
    binary::{Done, gongkai, run},
    committed::repository,
    files::{assert_same, ending, has_ending, tree},
    library,
    project::Project,
};

const FILE: FileId = FileId(0);

/// Bytes that show themselves as text.
#[derive(Clone)]
struct Soup(Vec<u8>);

impl std::fmt::Debug for Soup {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", String::from_utf8_lossy(&self.0))
    }
}

impl AsRef<[u8]> for Soup {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// Pieces that texts of ours are made of, and what spoils them.
fn soup() -> impl Strategy<Value = Soup> {
    let pieces = prop::sample::select(vec![
        "+++\n",
        "title = \"关于…的通知\"\n",
        "item = [\"a/b\"]\n",
        "[[item]]\n",
        "id = \"x\"\n",
        "made = 2018-02-30\n",
        "published = \"2018-05-10 09:30\"\n",
        "[review]\nsecrecy = { by = \"保密员\", on = 2018-05-08 }\n",
        "= ",
        "“",
        "＝",
        "\u{3000}",
        "\u{feff}",
        "\u{200b}",
        "\u{202e}",
        "\r",
        "\r\n",
        "\0",
        "\"",
        "'''",
        "\"\"\"",
        "[",
        "]]",
        "{",
        "}",
        "#",
        "# 标题\n",
        "**真，**她",
        "~~",
        "`",
        "```\n",
        "| a | b |\n| --- |\n",
        "[文](../x.md#节)",
        "![](a.png)",
        "[^1]",
        "<script>",
        "&#x110000;",
        "11010519491231002X",
        "6222021234567890123",
        "机密★10年\n",
        "〔2018〕9号",
        "自信息形成或者变更之日起20个工作日内",
        "１３８００１３８０００",
        "𠮷",
        "e\u{301}",
        ",",
        "\"a\nb\"",
        "level = \"",
        "\\u{1",
        "\\",
        "-",
        "1e999",
        "9223372036854775808",
        "bureau/2018-00001\t/a\tb\treleased\t\t\t\tt\n",
        "# gongkai index.lock 1\n",
        "\t",
    ]);
    let piece = prop_oneof![
        8 => pieces.prop_map(|it| it.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..8),
        1 => any::<char>().prop_map(|it| it.to_string().into_bytes()),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|it| Soup(it.concat()))
}

/// Whether `range` lies in `text`, on the edges of characters.
fn lies(range: Range, text: &str) -> bool {
    let range = range.bytes();
    range.start <= range.end && text.get(range).is_some()
}

/// Every place that `findings` speak of lies in `text`, on the edges of characters.
fn within(findings: &Findings, text: &str) -> Result<(), TestCaseError> {
    for finding in findings.iter() {
        if let Place::At(span) = finding.place {
            prop_assert!(lies(span.range, text), "{}: {:?} of {}", finding.rule.code, span.range, text.len());
        }
        for mark in &finding.marks {
            prop_assert!(lies(mark.span.range, text), "{}: {:?} of {}", finding.rule.code, mark.span.range, text.len());
        }
        for edit in &finding.fix {
            prop_assert!(lies(edit.range, text), "{}: {edit:?} of {}", finding.rule.code, text.len());
        }
        prop_assert!(!finding.message.zh.is_empty() && !finding.message.en.is_empty());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_a_text(bytes in prop_oneof![soup(), prop::collection::vec(any::<u8>(), 0..400).prop_map(Soup)]) {
        let mut findings = Findings::new();
        let text = syntax::text(FILE, &bytes.0, &mut findings);
        within(&findings, &text)?;
        // What was read without a word is read alike again; a guess at an encoding need not be.
        if findings.is_empty() {
            prop_assert_eq!(syntax::text(FILE, text.as_bytes(), &mut findings), text);
            prop_assert!(findings.is_empty());
        }
    }

    #[test]
    fn any_bytes_are_a_catalogue(bytes in soup()) {
        let mut findings = Findings::new();
        let text = syntax::text(FILE, &bytes.0, &mut findings);
        syntax::catalogue(FILE, &text, &mut findings);
        within(&findings, &text)?;
    }

    #[test]
    fn any_bytes_are_an_entry(bytes in soup()) {
        let mut findings = Findings::new();
        let text = syntax::text(FILE, &bytes.0, &mut findings);
        syntax::entry(FILE, &text, &mut findings);
        within(&findings, &text)?;
    }

    #[test]
    fn any_bytes_are_a_table(bytes in soup()) {
        let text = office::decode(&bytes.0).text;
        table::read_csv(&text, table::Limits::default());
        table::read_xlsx(&bytes.0, None, table::Limits::default());
        for path in ["content/x.csv", "content/x.docx", "content/x.pdf", "content/x.html"] {
            office::read(path, &bytes.0);
        }
    }

    #[test]
    fn any_text_is_a_lock(bytes in soup()) {
        let text = String::from_utf8_lossy(&bytes.0);
        let (lock, problems) = Lock::parse(&text);
        for (range, _) in &problems {
            prop_assert!(range.bytes().end <= text.len());
        }
        let again = lock.into_text();
        let (same, none) = Lock::parse(&again);
        prop_assert!(none.iter().all(|it| matches!(it.1, gongkai::internals::resolve::lock::Problem::Twice(_))), "{again:?} {none:?}");
        prop_assert_eq!(same.into_text(), again);
    }

    #[test]
    fn any_text_is_a_page(bytes in soup()) {
        let text = String::from_utf8_lossy(&bytes.0);
        let facts = markup::facts(&text);
        let plain = markup::plain(&text);
        drop((facts, plain));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_project_is_judged_and_printed(catalogue in soup(), entry in soup(), csv in soup(), lock in prop::option::of(soup())) {
        let project = Project::base();
        project.write("catalogue/x.toml", catalogue);
        project.write("content/2018/x.md", entry);
        project.write("content/2018/x.csv", csv);
        let checked = library::check(library::of_folder(project.root()), None);
        let texts = checked.texts();
        for diagnostic in &checked.report.diagnostics {
            if let Place::At(span) = diagnostic.finding.place {
                prop_assert!(lies(span.range, texts.get(span.file)), "{}: {:?}", checked.line(diagnostic), span.range);
            }
            for edit in &diagnostic.finding.fix {
                prop_assert!(lies(edit.range, texts.get(edit.file)), "{}: {edit:?}", checked.line(diagnostic));
            }
        }
        for lang in [gongkai::internals::text::Lang::Zh, gongkai::internals::text::Lang::En] {
            checked.human(lang, None);
        }
        if let Some(lock) = lock {
            project.write("catalogue/index.lock", lock);
            let done = run(project.root(), ["check", "--format", "concise"]);
            prop_assert!(matches!(done.code, Some(0..=2)), "{:?} {}", done.code, done.err);
        }
    }
}

#[test]
fn the_order_in_which_files_were_made_changes_nothing() {
    let files: Vec<(String, Vec<u8>)> = ["catalogue", "content"]
        .iter()
        .flat_map(|folder| {
            tree(&repository().join(folder)).into_iter().map(move |(path, bytes)| (format!("{folder}/{path}"), bytes))
        })
        .collect();
    let told = |reverse: bool| {
        let project = Project::empty();
        let mut files: Vec<_> = files.iter().collect();
        if reverse {
            files.reverse();
        }
        for (path, bytes) in files {
            project.write(path, bytes);
        }
        run(project.root(), ["check", "--format", "json", "-q"]).out
    };
    assert_eq!(told(false), told(true));
}

#[test]
fn folder_zone_locale_umask_and_cores_change_nothing() {
    let build = |environment: &[(&str, &str)], jobs: &str, mask: &str, under: &str| {
        let project = Project::empty();
        for folder in ["catalogue", "content"] {
            for (path, bytes) in tree(&repository().join(folder)) {
                project.write(&format!("{under}/{folder}/{path}"), bytes);
            }
        }
        let program = assert_cmd::cargo::cargo_bin("gongkai");
        let script = format!("umask {mask}; exec \"$0\" build --jobs {jobs} --as-of 2018-12-31 -q");
        let mut command = assert_cmd::Command::new("sh");
        command.args(["-c", &script]).arg(program).current_dir(project.at(under)).env_clear();
        command.envs(environment.iter().copied()).timeout(std::time::Duration::from_secs(120));
        Done::of(&mut command).code(0);
        (tree(&project.at(&format!("{under}/public"))), project.read(&format!("{under}/catalogue/index.lock")))
    };
    let one = build(&[("TZ", "Asia/Shanghai"), ("LANG", "zh_CN.UTF-8")], "1", "022", "甲");
    let other = build(&[("TZ", "America/Los_Angeles"), ("LC_ALL", "C"), ("LANG", "tr_TR.UTF-8")], "7", "077", "a b/c");
    assert_same(&one.0, &other.0);
    assert_eq!(one.1, other.1);
    assert!(one.0.len() > 300, "{} files", one.0.len());
}

#[test]
fn line_ends_and_byte_order_marks_change_nothing() {
    let build = |change: fn(String) -> String| {
        let project = Project::copy_of(&repository().join("tests/golden"));
        for folder in ["catalogue", "content"] {
            for path in tree(&project.at(folder)).into_keys().filter(|it| has_ending(it, &["toml", "md"])) {
                let path = format!("{folder}/{path}");
                project.write(&path, change(project.read(&path)));
            }
        }
        run(project.root(), ["build", "-q"]).code(0);
        tree(&project.at("public"))
    };
    let plain = build(|text| text);
    assert_same(&plain, &build(|text| text.replace('\n', "\r\n")));
    assert_same(&plain, &build(|text| format!("\u{feff}{text}")));
}

#[test]
fn every_link_within_the_site_has_its_file() {
    let project = Project::copy_of(repository());
    Done::of(
        gongkai(project.root())
            .args(["build", "--as-of", "2018-12-31", "-q"])
            .timeout(std::time::Duration::from_secs(120)),
    )
    .code(0);
    let root = project.at("public");
    let pages = ending(&root, "html");
    let (mut seen, mut wrong) = (0, BTreeSet::new());
    for page in &pages {
        let text = fs::read_to_string(page).expect("readable");
        for link in links(&text) {
            seen += 1;
            let (address, anchor) = link.split_once('#').map_or((link.as_str(), None), |(a, b)| (a, Some(b)));
            let address = address.split('?').next().unwrap_or("");
            let target = match address.strip_prefix(BASE) {
                _ if address.is_empty() => page.clone(),
                // The page for addresses that are not there is shown at any address: only its links are whole.
                Some(below) if page.ends_with("404.html") => root.join(percent(below)),
                _ => page.parent().expect("a folder").join(percent(address)),
            };
            let target = if address.ends_with('/') || target.is_dir() { target.join("index.html") } else { target };
            let shown = page.strip_prefix(&root).expect("below").display();
            if !target.is_file() {
                wrong.insert(format!("{shown}: {link}"));
            } else if let Some(anchor) = anchor.filter(|it| !it.is_empty()) {
                let text = fs::read_to_string(&target).unwrap_or_default();
                let id = percent(anchor);
                if !text.contains(&format!("id=\"{id}\"")) && !text.contains(&format!("id={id}")) {
                    wrong.insert(format!("{shown}: no such anchor: {link}"));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {seen}:\n{}",
        wrong.len(),
        wrong.into_iter().take(40).collect::<Vec<_>>().join("\n")
    );
    assert!(seen > 5000 && pages.len() > 150, "{seen} links in {} pages", pages.len());
}

/// Where the sample's site stands on its host.
const BASE: &str = "/cyzsj/";

/// The addresses within the site that `html` names.
fn links(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for name in [" href=\"", " src=\"", " action=\""] {
        for (at, _) in html.match_indices(name) {
            let rest = &html[at + name.len()..];
            let address = rest.split('"').next().unwrap_or("").replace("&amp;", "&").replace("&#x2F;", "/");
            let outside = address.contains("://") || address.starts_with("mailto:") || address.starts_with("tel:");
            if !outside {
                found.push(address);
            }
        }
    }
    found
}

/// Undoes `%E5%85%AC`.
fn percent(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let hex = (bytes[at] == b'%')
            .then(|| text.get(at + 1..at + 3).and_then(|it| u8::from_str_radix(it, 16).ok()))
            .flatten();
        out.push(hex.unwrap_or(bytes[at]));
        at += if hex.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}
