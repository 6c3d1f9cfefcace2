//! What a theme of one's own adds to every page passes the same gates as a text.

use super::support::{
    committed, files,
    library::{base, check},
};

fn told(path: &str, text: &str) -> Vec<(&'static str, String)> {
    let mut project = base();
    project.write(format!("themes/default/{path}"), text);
    let checked = check(project, None);
    let stops = checked.report.diagnostics.iter().filter(|it| it.stops());
    stops.map(|it| (it.finding.rule.code, it.finding.message.zh.clone())).collect()
}

#[test]
fn numbers_and_marks_stop_the_build() {
    for (path, text, code) in [
        ("strings.toml", "[zh.home]\nnewest = \"机密★10年\"\n", "GK0702"),
        ("templates/body/lost.html", "{% extends \"base.html\" %}\n{# 11010519491231002X #}", "GK0801"),
    ] {
        let told = told(path, text);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].0 == code && told[0].1.contains(path) && told[0].1.contains("第 2 行"), "{told:?}");
    }
}

#[test]
fn the_built_in_words_bear_nothing() {
    // Changed in what nobody sees: copies are not looked at.
    for (path, bytes) in files::tree(&committed::at("themes/default")) {
        let text = format!("{}\n", String::from_utf8(bytes).expect("UTF-8"));
        assert_eq!(told(&path, &text), [], "{path}");
    }
}
