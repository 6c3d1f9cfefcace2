//! The rules' own examples, as far as one file alone can show them.

use crate::{
    compile::rulebook::example,
    diagnostic::Findings,
    source::FileId,
    syntax::{OVERLOOKED_FILE, RULES, UNSAFE_PATH, catalogue, entry, meant_path, path_problems, text},
};

fn codes(example: &str) -> Vec<&'static str> {
    let mut findings = Findings::new();
    let mut codes = Vec::new();
    for file in example.split("==> ").skip(1) {
        let (path, content) = file.split_once('\n').expect("a path in a line of its own");
        codes.extend(path_problems(path).iter().map(|_| UNSAFE_PATH.code));
        if meant_path(path).is_some_and(|meant| meant != path) {
            codes.push(OVERLOOKED_FILE.code);
            continue;
        }
        let content = text(FileId(7), content.as_bytes(), &mut findings);
        if path.starts_with("catalogue/") {
            catalogue(FileId(7), &content, &mut findings);
        } else {
            entry(FileId(7), &content, &mut findings);
        }
    }
    codes.extend(findings.iter().map(|it| it.rule.code));
    codes
}

#[test]
fn examples_are_true() {
    for rule in RULES {
        let bad = codes(&example::bad(rule));
        assert!(!bad.is_empty() && bad.iter().all(|code| *code == rule.code), "{}: {bad:?}", rule.name);
        assert_eq!(codes(&example::good(rule)), Vec::<&str>::new(), "{}", rule.name);
    }
}
