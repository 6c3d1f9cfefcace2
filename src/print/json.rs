//! Findings for programs: one JSON document, both tongues, nothing capped.

use std::borrow::Cow;

use serde::Serialize;

use super::{
    Failure, Texts, completeness_json,
    texts::{From, Located, locate, place_of},
};
use crate::{
    day::Day,
    diagnostic::{Basis, Diagnostic, Edit, Effect, Level, Report},
    source::{Place, Position},
    vocabulary::{Lang, Text},
};

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    as_of: String,
    /// The project's folder from where the command was typed.
    #[serde(skip_serializing_if = "str::is_empty")]
    root: &'a str,
    counts: Count,
    #[serde(skip_serializing_if = "Option::is_none")]
    completeness: Option<completeness_json::Completeness<'a>>,
    findings: Vec<One<'a>>,
}

#[derive(Serialize)]
struct Count {
    errors: usize,
    warnings: usize,
    notes: usize,
    explained: usize,
    stops: usize,
}

#[derive(Serialize)]
struct One<'a> {
    code: &'a str,
    name: &'a str,
    label: &'a str,
    effect: Effect,
    level: Level,
    message: Both<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Spot<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    marks: Vec<Mark<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<Line<'a>>,
    help: Both<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fix: Vec<Change<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rename: Option<Moved<'a>>,
    authority: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    grounds: Vec<Owned>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    subjects: Vec<About<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explained: Option<Explained<'a>>,
    fingerprint: &'a str,
}

#[derive(Serialize)]
struct Both<'a> {
    zh: &'a str,
    en: &'a str,
}

#[derive(Serialize)]
struct Owned {
    zh: String,
    en: String,
}

#[derive(Serialize)]
struct Spot<'a> {
    path: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<Point>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<Point>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<Both<'a>>,
}

#[derive(Serialize)]
struct Point {
    line: usize,
    column: usize,
    utf16: usize,
}

#[derive(Serialize)]
struct Change<'a> {
    #[serde(flatten)]
    place: Spot<'a>,
    text: &'a str,
    safe: bool,
}

#[derive(Serialize)]
struct Moved<'a> {
    from: &'a str,
    to: &'a str,
}

/// What stands for a report that never came to be.
#[derive(Serialize)]
struct Failed<'a> {
    version: u32,
    error: Cause<'a>,
    findings: [(); 0],
}

#[derive(Serialize)]
struct Cause<'a> {
    kind: &'static str,
    exit: u8,
    message: Both<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    causes: Vec<Both<'a>>,
}

#[derive(Serialize)]
struct Mark<'a> {
    #[serde(flatten)]
    place: Spot<'a>,
}

#[derive(Serialize)]
struct Line<'a> {
    name: Both<'a>,
    text: Both<'a>,
}

#[derive(Serialize)]
struct About<'a> {
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
struct Explained<'a> {
    reason: &'a str,
    owner: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
}

/// All diagnostics as one JSON document with a line end.
pub fn json(report: &Report, texts: &Texts<'_>, as_of: Day) -> String {
    let counts = report.counts();
    let document = Document {
        version: 1,
        as_of: as_of.to_string(),
        root: &texts.paths.below,
        counts: Count {
            errors: counts.errors,
            warnings: counts.warnings,
            notes: counts.notes,
            explained: counts.explained,
            stops: counts.stops,
        },
        completeness: report.completeness.as_ref().map(completeness_json::completeness),
        findings: report.diagnostics.iter().map(|it| one(it, texts)).collect(),
    };
    print(&document)
}

/// The failure as a JSON document without findings.
pub fn failure(failure: &Failure) -> String {
    let error = Cause {
        kind: failure.kind(),
        exit: failure.exit,
        message: both(&failure.message),
        causes: failure.causes.iter().map(both).collect(),
    };
    print(&Failed { version: 1, error, findings: [] })
}

fn print(document: &impl Serialize) -> String {
    let mut out = serde_json::to_string_pretty(document).expect("strings and numbers always serialise");
    out.push('\n');
    out
}

fn one<'a>(diagnostic: &'a Diagnostic, texts: &'a Texts<'_>) -> One<'a> {
    let finding = &diagnostic.finding;
    let (authority, grounds) = match &diagnostic.basis {
        Basis::Law(grounds) => ("law", grounds.as_slice()),
        Basis::Tool => ("tool", [].as_slice()),
        Basis::Advice => ("advice", [].as_slice()),
    };
    One {
        code: finding.rule.code,
        name: finding.rule.name,
        label: finding.rule.label,
        effect: finding.rule.effect,
        level: diagnostic.level,
        message: both(&finding.message),
        place: place_of(finding, From::Project, texts).map(|it| spot_at(it, finding.label.as_ref())),
        marks: finding
            .marks
            .iter()
            .filter_map(|it| Some(Mark { place: spot(it.span.into(), Some(&it.text), texts)? }))
            .collect(),
        notes: finding.notes.iter().map(|it| Line { name: both(&it.name), text: both(&it.text) }).collect(),
        help: Both { zh: diagnostic.help().0, en: diagnostic.help().1 },
        fix: finding.fix.iter().filter_map(|it| change(it, texts)).collect(),
        rename: finding.rename.as_ref().map(|it| Moved { from: &it.from, to: &it.to }),
        authority,
        grounds: grounds.iter().map(|it| Owned { zh: it.words(Lang::Zh), en: it.words(Lang::En) }).collect(),
        subjects: finding.subjects.iter().map(|it| About { kind: it.key(), name: it.name() }).collect(),
        explained: diagnostic.explained.as_ref().map(|it| Explained {
            reason: &it.reason,
            owner: &it.owner,
            until: it.until.map(|day| day.to_string()),
        }),
        fingerprint: &diagnostic.fingerprint,
    }
}

fn both(text: &Text) -> Both<'_> {
    Both { zh: &text.zh, en: &text.en }
}

fn spot<'a>(place: Place, label: Option<&'a Text>, texts: &'a Texts<'_>) -> Option<Spot<'a>> {
    Some(spot_at(locate(place, From::Project, texts)?, label))
}

fn spot_at<'a>(place: Located<'a>, label: Option<&'a Text>) -> Spot<'a> {
    let point = |at: Position| Point { line: at.line, column: at.column, utf16: at.utf16 };
    let (start, end) = place.ends.map(|(start, end)| (point(start), point(end))).unzip();
    Spot { path: place.path, start, end, label: label.map(both) }
}

fn change<'a>(edit: &'a Edit, texts: &'a Texts<'_>) -> Option<Change<'a>> {
    Some(Change { place: spot(edit.span().into(), None, texts)?, text: &edit.text, safe: edit.safe })
}
