//! `docs/mission.md` says what answers each sentence of the work plan: every cell is followed on the sample, built as of three days.

use std::{collections::BTreeSet, fs, path::Path};

use gongkai::internals::rulebook::RULEBOOK;
use serde_json::Value;

use super::support::{binary::run, committed::at, project::Project};

/// The last day of the plan, one after it, and one far from it.
const DAYS: [&str; 3] = ["2018-12-31", "2019-01-10", "2026-11-01"];

/// A row of the table.
struct Row {
    sentence: String,
    pages: String,
    data: String,
    rules: String,
    tests: String,
    lacks: String,
}

fn rows() -> Vec<Row> {
    let text = fs::read_to_string(at("docs/mission.md")).expect("the table");
    let lines = text.lines().filter(|it| it.starts_with("| ")).skip(2);
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [_, sentence, pages, data, rules, tests, lacks] = cells[..] else { panic!("seven cells: {line}") };
        let [sentence, pages, data, rules, tests, lacks] =
            [sentence, pages, data, rules, tests, lacks].map(str::to_owned);
        Row { sentence, pages, data, rules, tests, lacks }
    };
    lines.map(row).collect()
}

/// What stands in backticks in `cell`, each with the words behind it.
fn spans(cell: &str) -> Vec<(&str, &str)> {
    let parts: Vec<&str> = cell.split('`').collect();
    parts[1..].chunks(2).map(|it| (it[0], it.get(1).map_or("", |it| it.trim().trim_end_matches('、')))).collect()
}

/// Whether the page of `address` is there and holds `words`; of a command, `gongkai report …`, whether it says them as of `day`.
fn shows(site: &Path, address: &str, words: &str, day: &str) -> bool {
    if let Some(typed) = address.strip_prefix("gongkai ") {
        let project = site.parent().expect("below the project");
        let said = run(project, typed.split(' ').chain(["--as-of", day])).code(0).out;
        return !words.is_empty() && said.contains(words);
    }
    let file = if address.ends_with('/') { format!("{address}index.html") } else { address.to_owned() };
    let page = fs::read_to_string(site.join(file.trim_start_matches('/'))).unwrap_or_default();
    !words.is_empty() && page.contains(words)
}

/// Whether the file has a value at the pointer, or an entry of the number.
fn holds(site: &Path, file: &str, wanted: &str) -> bool {
    let text = fs::read_to_string(site.join("api/v1").join(file)).unwrap_or_default();
    let Ok(json) = serde_json::from_str::<Value>(&text) else { return false };
    if wanted.starts_with('/') {
        return json.pointer(wanted).is_some_and(|it| !it.is_null() && it.as_str() != Some(""));
    }
    let entries = json.pointer("/entries").and_then(Value::as_array).cloned().unwrap_or_default();
    entries.iter().filter_map(|it| it["index_number"].as_str()).any(|it| it.ends_with(&format!("/{wanted}")))
}

#[test]
fn every_sentence_of_the_plan_is_answered_on_the_sample() {
    let rows = rows();
    assert!(rows.len() >= 45, "{} sentences", rows.len());
    let mut faults = Vec::new();
    for day in DAYS {
        let project = Project::copy_of(&at("."));
        run(project.root(), ["build", "-q", "--as-of", day]).code(0);
        let site = project.at("public");
        for row in &rows {
            let (pages, data) = (spans(&row.pages), spans(&row.data));
            assert!(!pages.is_empty() && !data.is_empty(), "a page and data for {}", row.sentence);
            for (address, words) in pages {
                if !shows(&site, address, words, day) {
                    faults.push(format!("{day} {}: {address} does not say {words}", row.sentence));
                }
            }
            for pair in data.chunks(2) {
                let [(file, _), (wanted, _)] = pair else { panic!("a file and what it holds: {}", row.data) };
                if !holds(&site, file, wanted) {
                    faults.push(format!("{day} {}: {file} has no {wanted}", row.sentence));
                }
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn every_sentence_has_a_rule_and_a_test_and_says_what_is_lacking() {
    let codes: BTreeSet<&str> = RULEBOOK.rules().into_iter().map(|it| it.code).collect();
    for row in rows() {
        let rules: Vec<&str> = row.rules.split_whitespace().collect();
        assert!(!rules.is_empty() && rules.iter().all(|it| codes.contains(it)), "{}: {rules:?}", row.sentence);
        let tests = spans(&row.tests);
        assert!(!tests.is_empty(), "a test for {}", row.sentence);
        for pair in tests.chunks(2) {
            let [(file, _), (name, _)] = pair else { panic!("a file and a test: {}", row.tests) };
            let text = fs::read_to_string(at(file)).unwrap_or_default();
            let is_there = text.contains(&format!("fn {name}(")) || text.contains(&format!("\n## {name} "));
            assert!(is_there, "{}: {file} has no {name}", row.sentence);
        }
        // What is lacking names the command that will bring it, or the matter; never only that something is.
        assert!(row.lacks.is_empty() || row.lacks.chars().count() >= 4, "{}: {}", row.sentence, row.lacks);
    }
}
