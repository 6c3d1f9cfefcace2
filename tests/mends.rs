//! What findings offer, followed to the letter: the finding is gone, and none is new. And how many of them offer something.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use gongkai::internals::{
    diagnostic::{Diagnostic, Edit, Findings},
    rulebook::{RULEBOOK, example},
    source::FileId,
    syntax,
};
use rayon::prelude::*;

use super::support::{
    binary::run,
    committed::at,
    edits::apply,
    files::lasting,
    library::{self, Checked},
    project::{Project, split},
    story::Stories,
};

/// A project with a fault, and the rule that tells it; without a rule all that is told counts.
struct Case {
    name: String,
    code: Option<String>,
    files: BTreeMap<String, Vec<u8>>,
}

impl Case {
    fn with(name: &str, code: &str, fragments: &str) -> Self {
        let mut files: BTreeMap<String, Vec<u8>> = lasting(Project::base().root()).into_iter().collect();
        for (path, text) in split(fragments) {
            files.insert(path, text.as_bytes().to_vec());
        }
        Self { name: name.to_owned(), code: Some(code.to_owned()), files }
    }

    fn project(&self) -> Project {
        let project = Project::empty();
        for (path, bytes) in &self.files {
            project.write(path, bytes);
        }
        project
    }
}

fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> =
        RULEBOOK.rules().into_iter().map(|it| Case::with(it.code, it.code, &example::bad(it))).collect();
    // Only a known phrase with a slip in it has one that is near.
    let limit = RULEBOOK.rules().into_iter().find(|it| it.code == "GK0103").expect("the rule");
    let slip = example::bad(limit).replace("若干个工作日", "20个工作曰");
    cases.push(Case::with("GK0103 a slip", "GK0103", &slip));
    for file in ["table-b.md", "clerks.md"] {
        let Ok(text) = fs::read_to_string(at("tests/ui").join(file)) else { continue };
        for section in &Stories::parse(&text).sections {
            let Some(code) = section.code() else { continue };
            let fragments: Vec<String> =
                section.files().iter().map(|(path, text)| format!("==> {path}\n{text}")).collect();
            let fragments = fragments.concat();
            cases.push(Case::with(&section.heading, code, &fragments));
        }
    }
    cases.push(Case {
        name: "tests/mistakes".to_owned(),
        code: None,
        files: lasting(&at("tests/mistakes")).into_iter().collect(),
    });
    cases
}

/// What is put into a hole by what it asks for, the first that fits.
const FILLINGS: [(&str, &str); 26] = [
    ("个工作日的日期", "2018-07-02"),
    ("网站标识码", "3607000001"),
    ("https://", "https://www.shili.gov.cn/bureau/"),
    ("月-日", "02-04"),
    ("发布日期", "2018-06-22"),
    ("内容概述", "部署二十四小时值守。"),
    ("公开主体", "bureau"),
    ("文号", "示局发〔2018〕9号"),
    ("数字", "0.5"),
    ("期限", "2019-06-30"),
    ("day", "2018-06-21"),
    ("日期", "2018-06-21"),
    ("工作日", "10"),
    ("从哪件事起算", "作出决定"),
    ("公开时限", "自信息形成或者变更之日起20个工作日内"),
    ("科室", "办公室"),
    ("原因", "系统迁移期间未能按时上网"),
    ("五公开", "执行公开"),
    ("一级事项", "policy/notices"),
    ("发布机构", "bureau"),
    ("代号", "another-one"),
    ("正式网址", "https://www.shili.gov.cn/bureau/"),
    ("依据", "《中华人民共和国政府信息公开条例》第十条第一项"),
    ("路径或索引号", "2018/通知"),
    ("主题", "其他"),
    ("整数", "300"),
];

/// `text` with its holes filled, as a person who knows would.
fn filled(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('〔') {
        let Some((hole, after)) = after.split_once('〕') else { break };
        out.push_str(before);
        // A document number has such brackets too.
        if hole.chars().all(|it| it.is_ascii_digit()) {
            out.extend(["〔", hole, "〕"]);
        } else {
            out.push_str(FILLINGS.iter().find(|it| hole.contains(it.0)).map_or("按实填写的内容", |it| it.1));
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// How a finding is to be mended.
enum Way {
    Edits,
    Command(Vec<String>),
    Rename { from: String, to: String },
    Lines(String),
    Words,
}

/// The first command in `help`, as a shell takes it.
fn command(help: &str) -> Option<Vec<String>> {
    for (at, begin) in help.match_indices("gongkai ") {
        let line = help[at + begin.len()..].split(['\n', '；', '。', '，', '）']).next()?;
        let mut words = line.split(' ');
        let name = words.next()?;
        let mut places = match name {
            "allow" | "nil" | "new" => 2,
            "withdraw" => 1,
            "lock" | "fix" => 0,
            _ => continue,
        };
        let mut command = vec![name.to_owned()];
        while let Some(word) = words.next() {
            if word.starts_with("--") {
                command.push(word.to_owned());
                if !matches!(word, "--unsafe" | "--all") {
                    command.push(words.next()?.trim_matches('"').to_owned());
                }
            } else if places > 0 {
                places -= 1;
                command.push(word.trim_matches('"').to_owned());
            } else {
                break;
            }
        }
        if places == 0 {
            return Some(command.iter().map(|it| filled(it)).collect());
        }
    }
    None
}

fn way(diagnostic: &Diagnostic) -> Way {
    let finding = &diagnostic.finding;
    if !finding.fix.is_empty() {
        return Way::Edits;
    }
    if let Some(it) = &finding.rename {
        return Way::Rename { from: it.from.clone(), to: it.to.clone() };
    }
    let help = diagnostic.help().0;
    if let Some(command) = command(help) {
        return Way::Command(command);
    }
    match help.split_once("\n[[") {
        Some((_, lines)) => Way::Lines(filled(&format!("[[{lines}\n"))),
        None => Way::Words,
    }
}

/// Makes the edits of `diagnostic` in `project`, what is left open in them filled.
fn edit(project: &Project, checked: &Checked, diagnostic: &Diagnostic) {
    let mut files: BTreeMap<&str, Vec<Edit>> = BTreeMap::new();
    for edit in &diagnostic.finding.fix {
        let mut edit = edit.clone();
        // What waits for its last days is published today.
        if diagnostic.finding.rule.code == "GK0408" {
            edit.text = edit.text.replace("〔发布日期〕", "2018-12-31");
        }
        // Of two days the one that was compared is right.
        let other = diagnostic.finding.marks.first().and_then(|it| it.text.zh.split(' ').find(|it| it.len() == 10));
        edit.text = filled(&edit.text.replace("〔核对后的日期〕", other.unwrap_or("〔日期〕")));
        files.entry(checked.analysis.sources.path(edit.file)).or_default().push(edit);
    }
    for (path, edits) in files {
        let bytes = fs::read(project.at(path)).expect("a file that a finding stands in");
        let text = syntax::text(FileId(0), &bytes, &mut Findings::new());
        project.write(path, apply(&text, [edits.as_slice()]));
    }
}

/// How often each rule tells something of each file. Words are left out: the days in them may be others.
fn told(checked: &Checked) -> BTreeMap<(String, &'static str), usize> {
    let mut told = BTreeMap::new();
    for diagnostic in checked.report.diagnostics.iter().filter(|it| it.explained.is_none()) {
        let finding = &diagnostic.finding;
        let path = finding.place.file().map_or("", |file| checked.analysis.sources.path(file));
        *told.entry((path.to_owned(), finding.rule.code)).or_default() += 1;
    }
    told
}

/// What became of one finding.
struct Outcome {
    case: String,
    code: &'static str,
    way: &'static str,
    fault: Option<String>,
    line: String,
}

fn outcomes(case: &Case) -> Vec<Outcome> {
    let project = case.project();
    let before = library::check(library::of_folder(project.root()), None);
    let told_before = told(&before);
    let mut outcomes = Vec::new();
    for diagnostic in &before.report.diagnostics {
        let code = diagnostic.finding.rule.code;
        if case.code.as_deref().is_some_and(|it| it != code) {
            continue;
        }
        let line = before.line(diagnostic);
        let project = case.project();
        let (way, ran) = match way(diagnostic) {
            Way::Words => ("words", None),
            Way::Edits => {
                edit(&project, &before, diagnostic);
                ("edit", Some(None))
            }
            Way::Rename { from, to } => {
                fs::rename(project.at(&from), project.at(&to)).expect("a file without another in its way");
                ("rename", Some(None))
            }
            Way::Lines(lines) => {
                project.write("catalogue/zz-added.toml", lines);
                ("lines", Some(None))
            }
            Way::Command(command) => {
                let done = run(project.root(), &command);
                let failed = (done.code != Some(0)).then(|| format!("{command:?}: {}{}", done.out, done.err));
                ("command", Some(failed))
            }
        };
        let fault = match ran {
            None => None,
            Some(Some(failed)) => Some(failed),
            Some(None) => {
                let after = library::check(library::of_folder(project.root()), None);
                let (path, _) = line.split_once(": ").expect("a path");
                let key = (path.to_owned(), code);
                let told_after = told(&after);
                let count = |told: &BTreeMap<_, usize>, key| told.get(key).copied().unwrap_or_default();
                let new: Vec<_> = told_after.iter().filter(|it| *it.1 > count(&told_before, it.0)).collect();
                if count(&told_after, &key) >= told_before[&key] {
                    Some(format!("it is told again; more is told: {new:?}"))
                } else if new.is_empty() {
                    None
                } else {
                    Some(format!("more is told: {new:?}"))
                }
            }
        };
        outcomes.push(Outcome { case: case.name.clone(), code, way, fault, line });
    }
    outcomes
}

/// Where what is offered leaves something to be told, by rule (and by the project), and why.
const EXCUSED: [(&str, &str); 6] = [
    ("GK0204", "a new entry is a draft, and nothing is public until it is published"),
    ("GK0310", "what replaced a text is asked for once it is known since when it is repealed"),
    ("GK0316", "the true day of publication was late, and that is told instead"),
    ("GK1910", "the file is read as an entry then, and what that lacks is told"),
    ("tests/mistakes GK0017", "a number that another entry has is not given again"),
    ("tests/mistakes GK0204", "the same, and the lock is made on the way"),
];

/// Rules of which a finding offers nothing, and why.
const WORDS: [(&[&str], &str); 7] = [
    (&["GK0004", "GK0007", "GK0009", "GK1505"], "nothing is near what was typed"),
    (
        &["GK0003", "GK0008", "GK0010", "GK0012", "GK0209", "GK0318", "GK0401"],
        "which of several places is wrong only their author knows, or whole tables and files go",
    ),
    (
        &["GK0011", "GK0801", "GK0315", "GK0805", "GK0806", "GK0410", "GK0411", "GK1002", "GK1006", "GK1906", "GK1907"],
        "the fault lies in a file's name, or in what is no text of the project",
    ),
    (
        &["GK0109", "GK0202", "GK0203", "GK0204", "GK0212", "GK0213", "GK0501", "GK1503", "GK1506", "GK1601"],
        "an item or an entry is wanted that does not exist, and which is the body's own matter",
    ),
    (
        &["GK0313", "GK0314", "GK0320", "GK1303", "GK0504", "GK1701", "GK1805", "GK2001", "GK1401"],
        "the text itself is to be written, or what it leads to",
    ),
    (&["GK1206"], "points are for who appraises to give"),
    (
        &["GK0702", "GK0703", "GK0804"],
        "what is secret, a draft or private is looked at by a person: no program proposes how it may be published",
    ),
];

/// Hundredths of all findings that offer an edit, and that offer something; not to fall.
const EDITS: usize = 64;
const MENDS: usize = 83;

#[test]
fn what_is_offered_mends_and_how_often_something_is() {
    let all: Vec<Outcome> = cases().par_iter().flat_map_iter(outcomes).collect();
    let mut faults = Vec::new();
    let mut excused: BTreeSet<&str> = BTreeSet::new();
    let mut silent: BTreeSet<&str> = BTreeSet::new();
    for it in &all {
        let own = format!("{} {}", it.case, it.code);
        if it.way == "words" {
            silent.insert(it.code);
        }
        let Some(fault) = &it.fault else { continue };
        match EXCUSED.iter().find(|excuse| excuse.0 == it.code && it.case != "tests/mistakes" || excuse.0 == own) {
            Some(excuse) => _ = excused.insert(excuse.0),
            None => faults.push(format!("{own} {}: {}: {fault}", it.way, it.line)),
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let needless: Vec<_> = EXCUSED.iter().filter(|it| !excused.contains(it.0)).collect();
    assert!(needless.is_empty(), "excuses that nothing needs: {needless:?}");
    let known: BTreeSet<&str> = WORDS.iter().flat_map(|it| it.0).copied().collect();
    assert_eq!(silent, known, "rules of which a finding offers nothing");

    let count = |way: &str| all.iter().filter(|it| it.way == way).count();
    let (edits, commands, lines, words) =
        (count("edit") + count("rename"), count("command"), count("lines"), count("words"));
    let share = |n: usize| n * 100 / all.len();
    println!(
        "{} findings: {edits} ({} %) with an edit or a new name, {commands} with a command, {lines} with lines to add, {words} in words alone; {} % with a mend",
        all.len(),
        share(edits),
        share(all.len() - words),
    );
    assert!(share(edits) >= EDITS && share(all.len() - words) >= MENDS, "fewer findings offer a mend than did");
}
