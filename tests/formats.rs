//! Findings for other programs: each format by its own schema, whatever names and texts come in.

use std::collections::BTreeSet;

use gongkai::internals::{
    diagnostic::{Allow, Findings, Policy, Report, finalize},
    print::{Format, Look, Texts, render},
    rulebook::RULEBOOK,
    source::{FileId, Place, Role, Source, Sources, Span},
    text::{Lang, Text},
};
use quick_xml::{
    Reader, XmlVersion,
    events::{Event, attributes::Attribute},
};
use serde_json::Value;

use super::support::{binary::run, committed::at, project::Project};

/// A hostile name: it ends lines, attributes, tags, properties and commands, turns the line around and hides a number.
const NAME: &str = "content/2018/a\n::error::b\"'<c>&%0A,d:\u{202e}e\u{1}.md";

fn look(lang: Lang) -> Look {
    Look { lang, colour: false, width: 100 }
}

/// A report with a finding of each kind: in a file, at a place, about the project, twins, and one that is explained.
fn report(sources: &Sources) -> Report {
    let file = FileId(0);
    let rules = RULEBOOK.rules();
    let rule = |name: &str| *rules.iter().find(|it| it.name == name).expect("a rule");
    let hostile = || Text {
        zh: "有\n换行、“引号”\"、%0A、<尖括号>、]]>、::error::、\u{202e}和\u{1}".into(),
        en: "hostile\n%<>&\"::error::\u{202e}".into(),
    };
    let mut findings = Findings::new();
    findings.raise(rule("unknown-key"), Place::Project, hostile());
    findings.raise(rule("unknown-key"), file, hostile());
    for at in [4, 10] {
        findings.raise(rule("toml-syntax"), Span::new(file, at..at + 3), hostile()).label(hostile()).help(hostile());
    }
    findings.raise(rule("late-publication"), Span::new(file, 0..3), hostile()).mark(Span::new(file, 4..10), hostile());
    findings.raise(rule("unused-allow"), Span::new(file, 0..3), hostile());
    let allow = Allow {
        portion: None,
        portion_span: Span::new(file, 0..0),
        rule: rule("late-publication"),
        subject: None,
        reason: "系统\n故障".to_owned(),
        owner: "办公室".to_owned(),
        until: None,
        span: Span::new(file, 0..0),
        extent: None,
        until_span: Span::new(file, 0..0),
    };
    let policy = Policy { allows: vec![allow], ..Policy::default() };
    finalize(findings, &policy, sources, "2018-12-31".parse().expect("a day"))
}

fn rendered(format: Format, lang: Lang) -> String {
    let sources = Sources::new(vec![Source { path: NAME.into(), size: 9, role: Role::Entry }]);
    let report = report(&sources);
    assert_eq!(report.diagnostics.len(), 6);
    let texts = Texts::new(&sources, [(FileId(0), "标\n𠮷题\n文字".to_owned())].into());
    render(format, &report, &texts, look(lang), "2018-12-31".parse().expect("a day"))
}

/// Fails where `document` is not SARIF 2.1.0.
fn assert_sarif(document: &Value) {
    let schema = std::fs::read_to_string(at("tests/schemas/sarif-2.1.0.json")).expect("the schema");
    // The standard's own slip: a bracket too many in the pattern of languages.
    let schema = json(&schema.replace("|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$", "$|^[a-zA-Z]{2}-[a-zA-Z]{2}$"));
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
    let errors: Vec<String> =
        validator.iter_errors(document).map(|it| format!("{}: {it}", it.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{document:#}");
    let mut spoilt = document.clone();
    spoilt["runs"][0]["columnKind"] = "bytes".into();
    assert!(!validator.is_valid(&spoilt), "the schema takes anything");
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}:\n{text}"))
}

/// An element of XML, with its attributes.
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|it| it.0 == name).map(|it| &*it.1).expect("an attribute")
    }
}

/// The elements of `text`; panics where it is not well-formed.
fn elements(text: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(text);
    let mut elements = Vec::new();
    let mut depth = 0;
    loop {
        let event = reader.read_event().unwrap_or_else(|error| panic!("{error}:\n{text}"));
        match event {
            Event::Start(ref tag) | Event::Empty(ref tag) => {
                depth += i32::from(matches!(event, Event::Start(_)));
                let attribute = |it: Result<Attribute<'_>, _>| {
                    let it = it.unwrap_or_else(|error| panic!("{error}:\n{text}"));
                    let value = it.normalized_value(XmlVersion::Implicit1_0).expect("well-formed").into_owned();
                    (it.key.as_ref().to_owned(), value)
                };
                let attributes = tag.attributes().map(attribute).collect();
                elements.push(Element { name: tag.name().as_ref().to_owned(), attributes });
            }
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{text}");
    let allowed = |it: char| matches!(it, '\n' | '\r' | '\t') || it >= ' ' && !matches!(it, '\u{fffe}' | '\u{ffff}');
    assert!(text.chars().all(allowed), "{text:?}");
    elements
}

/// How many elements there are of `name`.
fn count(elements: &[Element], name: &str) -> usize {
    elements.iter().filter(|it| it.name == name).count()
}

#[test]
fn sarif_is_valid_by_its_schema() {
    for lang in [Lang::Zh, Lang::En] {
        let document = json(&rendered(Format::Sarif, lang));
        assert_sarif(&document);
        let run = &document["runs"][0];
        assert_eq!(run["columnKind"], "unicodeCodePoints");
        let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
        let results = run["results"].as_array().expect("results");
        assert_eq!(results.len(), 6);
        for result in results {
            let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("small")];
            assert_eq!(rule["id"], result["ruleId"]);
            assert!(rule["properties"]["effect"] == "stop" || rule["properties"]["effect"] == "verdict");
            let suppressed = result["suppressions"].is_array();
            assert_eq!(suppressed, result["ruleId"] == "GK0401", "{result}");
            for place in result["locations"].as_array().into_iter().flatten() {
                let uri = place["physicalLocation"]["artifactLocation"]["uri"].as_str().expect("a path");
                assert!(uri.starts_with("content/2018/a%0A%3A%3Aerror") && uri.is_ascii(), "{uri}");
            }
        }
        // Characters, not units of UTF-16: the third character of the second line.
        let regions: Vec<&Value> = results
            .iter()
            .map(|it| &it["locations"][0]["physicalLocation"]["region"])
            .filter(|it| it.is_object())
            .collect();
        assert!(regions.iter().any(|it| it["startLine"] == 2 && it["startColumn"] == 1), "{regions:?}");
        assert!(results.iter().any(|it| it["locations"].is_null()), "the one about the project has no place");
    }
}

#[test]
fn fingerprints_tell_all_apart_and_know_neither_line_nor_folder() {
    let prints = |text: &str| -> BTreeSet<String> {
        let document = json(text);
        let results = document["runs"][0]["results"].as_array().expect("results").clone();
        let of = |it: &Value| it["partialFingerprints"]["gongkai/v1"].as_str().expect("a fingerprint").to_owned();
        let prints: BTreeSet<String> = results.iter().map(of).collect();
        assert_eq!(prints.len(), results.len(), "two findings of one fingerprint");
        prints
    };
    prints(&rendered(Format::Sarif, Lang::Zh));
    // A message that names its line is another after a line is added; its fingerprint is not.
    let spoilt = Project::base();
    spoilt.write("catalogue/note.toml", b"# \xcd\xa8\xd6\xaa\xff\n# \xff\n");
    let before = prints(&run(spoilt.root(), ["check", "--format", "sarif"]).code(1).out);
    spoilt.write("catalogue/note.toml", b"\n\n# \xcd\xa8\xd6\xaa\xff\n# \xff\n");
    assert_eq!(before, prints(&run(spoilt.root(), ["check", "--format", "sarif"]).code(1).out));
    let bad = "==> catalogue/words.toml\n[[word]]\nwrong = \"帐号\"\nnope = 1\n[[word]]\nwrong = \"帐户\"\nnope = 1\n";
    let project = Project::with(bad);
    let told = |project: &Project| prints(&run(project.root(), ["check", "--format", "sarif"]).code(1).out);
    let before = told(&project);
    let elsewhere = Project::with(bad);
    elsewhere.replace("catalogue/words.toml", "[[word]]\nwrong = \"帐号\"", "# 说明\n\n\n[[word]]\nwrong = \"帐号\"");
    assert_eq!(before, told(&elsewhere));
}

#[test]
fn every_line_for_github_is_one_command() {
    for lang in [Lang::Zh, Lang::En] {
        let out = rendered(Format::Github, lang);
        assert_eq!(out.lines().count(), 6, "{out}");
        for line in out.lines() {
            let rest = line.strip_prefix("::").expect("a command");
            let (command, _) = rest.split_once("::").expect("a message");
            let (level, properties) = command.split_once(' ').expect("a title");
            assert!(matches!(level, "error" | "warning" | "notice"), "{line}");
            for property in properties.split(',') {
                let (name, value) = property.split_once('=').expect("a value");
                assert!(matches!(name, "file" | "line" | "col" | "endLine" | "endColumn" | "title"), "{line}");
                assert!(!value.contains(':') && !value.contains('\u{202e}'), "{line}");
            }
            assert_eq!(level == "notice", line.contains("GK0401"), "an explained one is a notice: {line}");
        }
        let file = "file=content/2018/a%0A%3A%3Aerror%3A%3Ab\"'<c>&%250A%2Cd%3A";
        assert_eq!(out.matches(file).count(), 5, "{out}");
    }
}

#[test]
fn every_concise_line_is_one_finding() {
    let out = rendered(Format::Concise, Lang::Zh);
    assert_eq!(out.lines().count(), 6, "{out}");
    assert!(!out.contains(['\u{202e}', '\u{1}']), "{out}");
}

#[test]
fn gitlab_gets_a_list_without_what_is_explained() {
    let document = json(&rendered(Format::Gitlab, Lang::Zh));
    let issues = document.as_array().expect("a list");
    assert_eq!(issues.len(), 5);
    let mut prints = BTreeSet::new();
    for issue in issues {
        let text = |key: &str| issue[key].as_str().expect("a text");
        assert!(!text("description").is_empty() && !text("check_name").is_empty(), "{issue}");
        assert!(prints.insert(text("fingerprint").to_owned()), "{issue}");
        assert!(matches!(text("severity"), "info" | "minor" | "major" | "critical" | "blocker"), "{issue}");
        let path = issue["location"]["path"].as_str().expect("a path");
        assert!(path == "catalogue" || path == NAME, "{path}");
        assert!(issue["location"]["lines"]["begin"].as_u64().is_some_and(|it| it > 0), "{issue}");
        assert_ne!(issue["check_name"], "late-publication");
    }
}

#[test]
fn junit_is_well_formed_and_fails_by_errors_alone() {
    for lang in [Lang::Zh, Lang::En] {
        let elements = elements(&rendered(Format::Junit, lang));
        let counts = ["testsuites", "testsuite", "testcase", "failure", "system-out", "error"];
        assert_eq!(counts.map(|it| count(&elements, it)), [1, 2, 5, 4, 1, 0]);
        assert_eq!((elements[0].attribute("tests"), elements[0].attribute("failures")), ("5", "4"));
        let cases = elements.iter().filter(|it| it.name == "testcase");
        let names: BTreeSet<_> = cases.map(|it| (it.attribute("classname"), it.attribute("name"))).collect();
        assert_eq!(names.len(), 5, "{names:?}");
        // A name comes back as it was, but for what XML has no place for.
        let path = NAME.replace('\u{1}', "\u{fffd}");
        let mut suites = elements.iter().filter(|it| it.name == "testsuite");
        assert!(suites.any(|it| it.attribute("name") == path), "{path:?}");
    }
}

#[test]
fn a_run_without_findings_is_a_document_in_every_format() {
    let project = Project::base();
    run(project.root(), ["lock"]).code(0);
    let out = |format: &str| run(project.root(), ["check", "--format", format]).code(0).out;
    assert_sarif(&json(&out("sarif")));
    assert_eq!(json(&out("gitlab")), serde_json::json!([]));
    assert_eq!(count(&elements(&out("junit")), "testcase"), 1);
    assert_eq!(out("github"), "");
    assert_eq!(json(&out("json"))["findings"], serde_json::json!([]));
}

#[test]
fn forty_mistakes_are_told_in_every_format_by_check_and_build() {
    let project = Project::copy_of(&at("tests/mistakes"));
    let told = |command: &str, format: &str| run(project.root(), [command, "-q", "--format", format]).code(1).out;
    for command in ["check", "build"] {
        let document = json(&told(command, "json"));
        let all = document["findings"].as_array().expect("findings").len();
        let sarif = json(&told(command, "sarif"));
        assert_sarif(&sarif);
        let results = sarif["runs"][0]["results"].as_array().expect("results");
        assert_eq!(results.len(), all);
        assert!(results.iter().any(|it| it["fixes"].is_array()));
        assert_eq!(told(command, "github").lines().count(), all);
        let explained = results.iter().filter(|it| it["suppressions"].is_array()).count();
        assert_eq!(json(&told(command, "gitlab")).as_array().expect("a list").len(), all - explained);
        let junit = elements(&told(command, "junit"));
        assert_eq!(count(&junit, "testcase"), all - explained);
        for format in Format::ALL {
            let out = told(command, format.name());
            for private in ["11010519491231002X", "13800138000", "6222021234567890128"] {
                assert!(!out.contains(private), "{private} in {}", format.name());
            }
        }
    }
}

#[test]
fn json_and_sarif_offer_the_same_edit() {
    let project = Project::with("==> catalogue/words.toml\n[[word]]\nwrong = \"帐𠮷号\"，\nright = \"账号\"\n");
    let document = json(&run(project.root(), ["check", "--format", "json"]).code(1).out);
    let findings = document["findings"].as_array().expect("findings");
    let finding = findings.iter().find(|it| it["fix"].is_array()).expect("an edit");
    let edit = serde_json::json!([{
        "path": "catalogue/words.toml",
        "start": { "line": 2, "column": 14, "utf16": 15 },
        "end": { "line": 2, "column": 15, "utf16": 16 },
        "text": "",
        "safe": true,
    }]);
    assert_eq!(finding["fix"], edit);
    let sarif = json(&run(project.root(), ["check", "--format", "sarif"]).code(1).out);
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    let fixes: Vec<&Value> = results.iter().filter(|it| it["fixes"].is_array()).map(|it| &it["fixes"][0]).collect();
    let change = &fixes[0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "catalogue/words.toml");
    let region = serde_json::json!({ "startLine": 2, "startColumn": 14, "endLine": 2, "endColumn": 15 });
    assert_eq!(change["replacements"][0]["deletedRegion"], region);
}

/// Exit 2 and 3: who reads a format learns the cause from a document of that format.
#[test]
fn a_run_that_fails_says_why_in_its_format() {
    let folder = Project::empty();
    let base = Project::base();
    base.write("catalogue/index.lock", "damaged");
    let failing: [(&Project, &[&str], u8); 3] =
        [(&folder, &["check"], 2), (&base, &["build", "--as-of", "2018-02-30"], 2), (&base, &["check"], 2)];
    for (project, args, code) in failing {
        let done = |format: &str| run(project.root(), args.iter().chain(&["--format", format])).code(code.into());
        let human = done("human");
        assert!(human.out.is_empty() && human.err.starts_with("错误："), "{}", human.err);
        let told = human.err.lines().next().expect("a line").trim_start_matches("错误：").to_owned();
        for format in Format::ALL {
            assert_eq!(done(format.name()).err, human.err, "{}", format.name());
        }
        let document = json(&done("json").out);
        assert_eq!(document["error"]["message"]["zh"], told);
        assert_eq!((&document["error"]["kind"], &document["error"]["exit"]), (&"usage".into(), &code.into()));
        assert_eq!(document["findings"], serde_json::json!([]));
        let sarif = json(&done("sarif").out);
        assert_sarif(&sarif);
        let invocation = &sarif["runs"][0]["invocations"][0];
        assert_eq!(invocation["executionSuccessful"], false);
        let said = invocation["toolExecutionNotifications"][0]["message"]["text"].as_str().expect("a message");
        assert!(said.starts_with(&told), "{said}");
        let github = done("github").out;
        assert!(github.starts_with("::error title=gongkai::") && github.lines().count() == 1, "{github}");
        assert_eq!(json(&done("gitlab").out), serde_json::json!([]));
        let junit = elements(&done("junit").out);
        assert_eq!(count(&junit, "error"), 1);
        assert!(done("concise").out.is_empty());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_machine_that_fails_says_so_in_the_format_and_never_after_a_document() {
    let project = Project::base();
    let out = run(project.root(), ["build", "--format", "json", "--out", "/proc/gongkai"]).code(3).out;
    assert_eq!(json(&out)["error"]["kind"], "machine");
    // The document was printed before the timings could not be written.
    let done = run(project.root(), ["check", "--format", "json", "--timings", "/proc/gongkai"]).code(3);
    assert!(json(&done.out)["error"].is_null() && !done.err.is_empty(), "{}", done.out);
}

#[test]
fn formats_are_known_by_their_names_alone() {
    for format in Format::ALL {
        assert_eq!(Format::named(format.name()), Some(format));
    }
    assert_eq!(Format::named("pdf"), None);
    let help = run(Project::empty().root(), ["check", "--help"]).code(0).out;
    assert!(help.contains("human|concise|json|sarif|github|gitlab|junit"), "{help}");
}

/// Each took as long as its line: ten thousand on one of five megabytes took minutes.
#[test]
fn findings_on_one_long_line_cost_no_more_than_on_many() {
    let project = Project::base();
    let text = format!("[甲](没有.md)，{}电话13812345678，{}", "文".repeat(80), "字".repeat(80)).repeat(3000);
    let entry = project.read("content/2018/通知.md");
    project.write("content/2018/通知.md", format!("{entry}\n{text}\n"));
    let start = std::time::Instant::now();
    let out = run(project.root(), ["check"]).code(1).out;
    assert!(start.elapsed() < std::time::Duration::from_secs(60), "{:?}", start.elapsed());
    assert_eq!(out.matches("[GK1401").count(), 3000);
    assert!(out.len() < 12_000_000, "a piece of the line is shown each time: {}", out.len());
    assert!(!out.contains("13812345678"), "numbers in the piece are blotted out");
    // The place is that of the whole line: each repeat is 188 characters long.
    let line = project.read("content/2018/通知.md").lines().count();
    assert!(
        out.contains(&format!("content/2018/通知.md:{line}:{}\n", 1 + 2999 * text.chars().count() / 3000)),
        "columns"
    );
}
