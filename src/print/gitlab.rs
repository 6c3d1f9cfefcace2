//! GitLab's code quality report: a JSON list, an issue a finding. Explained findings are none.

use serde_json::{Value, json};

use super::{
    Texts,
    texts::{From, message, place_of},
};
use crate::{
    diagnostic::{Diagnostic, Level, Report},
    vocabulary::Lang,
};

/// Every issue must stand in a file: one about the project as a whole stands at its catalogue.
const CATALOGUE: &str = "catalogue";

/// All diagnostics that are not explained, with a line end.
pub fn gitlab(report: &Report, texts: &Texts<'_>, lang: Lang) -> String {
    let told = report.diagnostics.iter().filter(|it| it.explained.is_none());
    let issues: Vec<Value> = told.map(|it| issue(it, texts, lang)).collect();
    let mut out = serde_json::to_string_pretty(&issues).expect("strings and numbers always serialise");
    out.push('\n');
    out
}

fn issue(diagnostic: &Diagnostic, texts: &Texts<'_>, lang: Lang) -> Value {
    let finding = &diagnostic.finding;
    let severity = match diagnostic.level {
        Level::Error if diagnostic.stops() => "blocker",
        Level::Error => "major",
        Level::Warn => "minor",
        Level::Note | Level::Off => "info",
    };
    let place = place_of(finding, From::Here, texts);
    let catalogue = texts.paths.here(CATALOGUE);
    let (path, line) = place.as_ref().map_or((&*catalogue, 1), |it| (&*it.path, it.line()));
    json!({
        "description": format!("{} {}", finding.rule.code, message(finding, lang, texts)),
        "check_name": finding.rule.name,
        "fingerprint": diagnostic.fingerprint,
        "severity": severity,
        "location": { "path": path, "lines": { "begin": line } },
    })
}
