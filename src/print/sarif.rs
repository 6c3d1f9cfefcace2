//! SARIF 2.1.0 (OASIS), for code scanning and editors: one run, the rules that spoke, a result a finding.
//!
//! Columns are characters, as everywhere in this program: `columnKind` says so, for the standard's own default differs. Paths
//! are URIs below `%SRCROOT%`, the folder where the command was typed, which stays unsaid: it is another on every machine. `fixes` holds safe
//! edits alone, because viewers offer the first fix with one click. An explained finding is a result with a suppression.

use serde::Serialize;
use serde_json::{Value, json};

use super::{
    Failure, Texts,
    style::help_in,
    texts::{From, Located, locate, message, place_of},
};
use crate::{
    day::Day,
    diagnostic::{Basis, Diagnostic, Edit, Explanation, Level, Report, Rule},
    source::Position,
    vocabulary::Lang,
};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// All diagnostics as one SARIF document with a line end.
pub fn sarif(report: &Report, texts: &Texts<'_>, lang: Lang, as_of: Day) -> String {
    let mut rules: Vec<&'static Rule> = report.diagnostics.iter().map(|it| it.finding.rule).collect();
    rules.sort_by_key(|rule| rule.code);
    rules.dedup();
    let index = |rule: &Rule| rules.partition_point(|it| it.code < rule.code);
    let results: Vec<Value> =
        report.diagnostics.iter().map(|it| result(it, index(it.finding.rule), texts, lang)).collect();
    let mut run = run(&rules, results, json!({ "executionSuccessful": true }), lang);
    run["properties"] = json!({ "asOf": as_of.to_string() });
    document(run)
}

/// A run that failed before it had results.
pub fn failure(failure: &Failure, lang: Lang) -> String {
    let notification = json!({
        "descriptor": { "id": failure.kind() },
        "level": "error",
        "message": { "text": failure.lines(lang) },
    });
    let invocation = json!({
        "executionSuccessful": false,
        "exitCode": failure.exit,
        "toolExecutionNotifications": [notification],
    });
    document(run(&[], Vec::new(), invocation, lang))
}

/// A log with one run.
#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Value; 1],
}

fn document(run: Value) -> String {
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run] };
    let mut out = serde_json::to_string_pretty(&log).expect("strings and numbers always serialise");
    out.push('\n');
    out
}

fn run(rules: &[&'static Rule], results: Vec<Value>, invocation: Value, lang: Lang) -> Value {
    let rules: Vec<Value> = rules.iter().map(|it| descriptor(it, lang)).collect();
    let folder = words! {
        zh: "运行命令的文件夹；项目不在它下面的，是项目所在的文件夹",
        en: "where the command was typed; the project's folder where that is not below it"
    };
    let mut run = json!({
        "tool": { "driver": {
            "name": "gongkai",
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "rules": rules,
        } },
        "language": match lang { Lang::Zh => "zh-CN", Lang::En => "en" },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": { ROOT: { "description": { "text": folder.get(lang) } } },
    });
    // Put in as they are: the macro would copy each of them.
    run["invocations"] = vec![invocation].into();
    run["results"] = results.into();
    run
}

/// A rule; without an address, for its text is in the program.
fn descriptor(rule: &Rule, lang: Lang) -> Value {
    let name = match lang {
        Lang::Zh => rule.label,
        Lang::En => rule.name,
    };
    json!({
        "id": rule.code,
        "name": name,
        "shortDescription": { "text": rule.title.get(lang) },
        "fullDescription": { "text": rule.why.get(lang) },
        "help": { "text": rule.mend.get(lang) },
        "defaultConfiguration": { "level": level(rule.level) },
        "properties": { "effect": rule.effect, "name": rule.name, "label": rule.label },
    })
}

fn result(diagnostic: &Diagnostic, index: usize, texts: &Texts<'_>, lang: Lang) -> Value {
    let finding = &diagnostic.finding;
    let help = help_in(diagnostic, lang);
    let authority = match diagnostic.basis {
        Basis::Law(_) => "law",
        Basis::Tool => "tool",
        Basis::Advice => "advice",
    };
    let mut result = json!({
        "ruleId": finding.rule.code,
        "ruleIndex": index,
        "level": level(diagnostic.level),
        "message": { "text": format!("{}\n{help}", message(finding, lang, texts)) },
        "partialFingerprints": { "gongkai/v1": diagnostic.fingerprint },
        "properties": { "effect": finding.rule.effect, "authority": authority },
    });
    let label = finding.label.as_ref().map(|it| it.get(lang));
    if let Some(place) = place_of(finding, From::Here, texts).map(|it| location(it, label)) {
        result["locations"] = json!([place]);
    }
    let marks: Vec<Value> = finding
        .marks
        .iter()
        .filter_map(|it| Some(location(locate(it.span.into(), From::Here, texts)?, Some(it.text.get(lang)))))
        .collect();
    if !marks.is_empty() {
        result["relatedLocations"] = marks.into();
    }
    if finding.fix.first().is_some_and(|it| it.safe) {
        result["fixes"] = json!([{ "description": { "text": help }, "artifactChanges": changes(&finding.fix, texts) }]);
    }
    if let Some(Explanation { reason, owner, .. }) = &diagnostic.explained {
        let justification = match lang {
            Lang::Zh => format!("{reason}（{owner}）"),
            Lang::En => format!("{reason} ({owner})"),
        };
        result["suppressions"] = json!([{ "kind": "external", "status": "accepted", "justification": justification }]);
    }
    result
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warn => "warning",
        Level::Note => "note",
        Level::Off => "none",
    }
}

fn location(place: Located<'_>, label: Option<&str>) -> Value {
    let Located { path, ends } = place;
    let mut physical = json!({ "artifactLocation": artifact(&path) });
    if let Some((start, end)) = ends {
        physical["region"] = region(start, end);
    }
    let mut location = json!({ "physicalLocation": physical });
    if let Some(label) = label {
        location["message"] = json!({ "text": label });
    }
    location
}

/// The edits of one finding, file by file; they come in the order of files and places.
fn changes(fix: &[Edit], texts: &Texts<'_>) -> Vec<Value> {
    let change = |edits: &[Edit]| {
        let replacements: Vec<Value> = edits.iter().filter_map(|it| replacement(it, texts)).collect();
        json!({ "artifactLocation": artifact(&texts.path_here(edits[0].file)), "replacements": replacements })
    };
    fix.chunk_by(|a, b| a.file == b.file).map(change).collect()
}

fn replacement(edit: &Edit, texts: &Texts<'_>) -> Option<Value> {
    let (start, end) = locate(edit.span().into(), From::Here, texts)?.ends?;
    let mut replacement = json!({ "deletedRegion": region(start, end) });
    if !edit.text.is_empty() {
        replacement["insertedContent"] = json!({ "text": edit.text });
    }
    Some(replacement)
}

fn region(start: Position, end: Position) -> Value {
    json!({ "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column })
}

/// What paths are relative to.
const ROOT: &str = "%SRCROOT%";

fn artifact(path: &str) -> Value {
    json!({ "uri": uri(path), "uriBaseId": ROOT })
}

/// `path` as a relative URI: every byte but letters, digits and `-._~/` by its number.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(byte.into()),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}
