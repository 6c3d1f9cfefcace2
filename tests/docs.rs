//! Documents that the program makes are the ones that are kept, and what documents show can be read.

use std::{collections::BTreeSet, fs};

use gongkai::internals::{diagnostic::Findings, source::FileId, syntax};

use super::support::{
    binary::run,
    committed::{at, same},
    files::ending,
    project::Project,
};

#[test]
fn the_reference_of_rules_is_that_of_the_program() {
    let folder = Project::empty();
    same("docs/rules.md", &run(folder.root(), ["rules", "--format", "markdown"]).code(0).out);
    same("docs/rules.en.md", &run(folder.root(), ["rules", "--format", "markdown", "--lang", "en"]).code(0).out);
}

#[test]
fn the_reference_of_keys_is_that_of_the_program() {
    same("docs/keys.md", &syntax::reference());
}

/// The blocks of TOML in a Markdown text, each with the line it begins on.
fn blocks(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut lines = text.lines().enumerate();
    while let Some((at, line)) = lines.next() {
        if line.trim() == "```toml" {
            let inside: Vec<&str> = lines.by_ref().map(|it| it.1).take_while(|it| it.trim() != "```").collect();
            found.push((at + 2, inside.join("\n") + "\n"));
        }
    }
    found
}

/// What is wrong with a block: a catalogue, or an entry where it begins with its fence.
fn faults(block: &str) -> Vec<String> {
    let file = FileId(0);
    let mut findings = Findings::new();
    let text = syntax::text(file, block.as_bytes(), &mut findings);
    if text.starts_with("+++") {
        syntax::entry(file, &text, &mut findings);
    } else {
        syntax::catalogue(file, &text, &mut findings);
    }
    findings.iter().map(|it| format!("{} {}", it.rule.code, it.message.zh)).collect()
}

/// What the contract shows and the program does not read yet, in its own words: exactly this, so that a line goes when its key
/// comes.
const LATER: &[&str] = &[
    "GK0004 目录里没有“fault”这种表",
    "GK0004 目录里没有“figures”这种表",
    // There keys of other tables stand below this one.
    "GK0004 penalty-publicity（行政处罚公示期；不写则不提示）里没有“accounts”这个键",
    "GK0004 penalty-publicity（行政处罚公示期；不写则不提示）里没有“publish”这个键",
    "GK0004 penalty-publicity（行政处罚公示期；不写则不提示）里没有“first_interpreter”这个键",
];

#[test]
fn every_block_of_toml_that_documents_show_is_read_without_a_word() {
    let mut paths = ending(&at("docs"), "md");
    paths.extend(
        ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "ARCHITECTURE.md"]
            .map(at)
            .into_iter()
            .filter(|it| it.is_file()),
    );
    // The contract that the program was written to, where it stands beside the checkout.
    let contract = at("../shared/design/2-formats.md");
    if contract.is_file() {
        paths.push(contract.clone());
    } else {
        println!("skipped: no ../shared/design/2-formats.md beside the checkout");
    }
    let (mut wrong, mut later) = (Vec::new(), BTreeSet::new());
    for path in &paths {
        for (line, block) in blocks(&fs::read_to_string(path).expect("readable")) {
            // The contract names the keys of a table that it does not show.
            for told in faults(&block).into_iter().filter(|it| !(*path == contract && it.starts_with("GK0006"))) {
                if *path == contract && LATER.contains(&told.as_str()) {
                    later.insert(told);
                } else {
                    wrong.push(format!("{}:{line}: {told}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    if contract.is_file() {
        let come: Vec<_> = LATER.iter().filter(|it| !later.contains(**it)).collect();
        assert!(come.is_empty(), "no longer to come: {come:?}");
    }
    assert!(faults("[site]\ntitel = 1\n").len() + faults("[[item]]\nid = \"甲\"\n").len() >= 3, "faults are seen");
}

#[test]
fn every_dependency_is_named_with_its_reason_and_no_other() {
    let manifest = fs::read_to_string(at("Cargo.toml")).expect("readable");
    let manifest: toml::Table = manifest.parse().expect("a manifest");
    let listed = |table: &str| manifest[table].as_table().expect("a table").keys().cloned().collect::<Vec<_>>();
    let mut used = [listed("dependencies"), listed("dev-dependencies")].concat();
    used.sort();
    let text = fs::read_to_string(at("docs/dependencies.md")).expect("readable");
    let rows = text.lines().take_while(|line| *line != "## What was left out").filter_map(|it| it.strip_prefix("| "));
    let names = rows.filter_map(|row| row.split(" | ").next()).filter(|name| !matches!(*name, "crate" | "---"));
    let mut named: Vec<String> = names.map(str::to_owned).collect();
    named.sort();
    assert_eq!(named, used);
}
