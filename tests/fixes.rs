//! Edits that findings offer: they lie in their text, mend what they say they mend, and break nothing.

use std::{collections::BTreeMap, fs, sync::LazyLock};

use gongkai::internals::{
    diagnostic::{Diagnostic, Edit, Findings},
    rulebook::{RULEBOOK, example},
    source::FileId,
    syntax,
};
use proptest::prelude::*;

use super::support::{
    committed::at,
    edits::apply,
    files::{has_ending, lasting},
    library::{self, Checked},
    project::Project,
};

/// Rounds after which nothing safe is left to do: an edit may uncover another fault of the same line.
const ROUNDS: usize = 4;

fn is_safe(diagnostic: &Diagnostic) -> bool {
    let fix = &diagnostic.finding.fix;
    !fix.is_empty() && fix.iter().all(|edit| edit.safe)
}

/// Makes the edits of the findings that `wanted` takes; whether there were any.
fn mend(project: &Project, checked: &Checked, wanted: impl Fn(&Diagnostic) -> bool) -> bool {
    let mut files: BTreeMap<String, Vec<&[Edit]>> = BTreeMap::new();
    for diagnostic in checked.report.diagnostics.iter().filter(|it| wanted(it)) {
        let Some(first) = diagnostic.finding.fix.first() else { continue };
        let path = checked.analysis.sources.path(first.file).to_owned();
        files.entry(path).or_default().push(&diagnostic.finding.fix);
    }
    for (path, fixes) in &files {
        let bytes = fs::read(project.at(path)).expect("a file that a finding stands in");
        let text = syntax::text(FileId(0), &bytes, &mut Findings::new());
        project.write(path, apply(&text, fixes.iter().copied()));
    }
    !files.is_empty()
}

/// Makes all safe edits of the project, as often as there are some.
fn mend_all(project: &Project) -> Checked {
    for _ in 0..ROUNDS {
        let checked = library::check(library::of_folder(project.root()), None);
        if !mend(project, &checked, is_safe) {
            return checked;
        }
    }
    let checked = library::check(library::of_folder(project.root()), None);
    let left: Vec<String> =
        checked.report.diagnostics.iter().filter(|it| is_safe(it)).map(|it| checked.line(it)).collect();
    assert!(left.is_empty(), "safe edits that never end: {left:?}");
    checked
}

/// The stops of `checked` by rule.
fn stops(checked: &Checked) -> BTreeMap<&'static str, usize> {
    let mut stops = BTreeMap::new();
    for diagnostic in checked.report.diagnostics.iter().filter(|it| it.stops()) {
        *stops.entry(diagnostic.finding.rule.code).or_default() += 1;
    }
    stops
}

#[test]
fn safe_edits_of_every_bad_example_mend_it_and_raise_no_new_stop() {
    let mut mended = Vec::new();
    for rule in RULEBOOK.rules() {
        let project = Project::with(&example::bad(rule));
        let before = library::check(library::of_folder(project.root()), None);
        let fixed: Vec<String> =
            before.report.diagnostics.iter().filter(|it| is_safe(it)).map(|it| before.line(it)).collect();
        if fixed.is_empty() {
            continue;
        }
        let after = mend_all(&project);
        for line in &fixed {
            let told = after.report.diagnostics.iter().any(|it| after.line(it) == *line);
            assert!(!told, "{}: {line} is told after its edits", rule.code);
        }
        for (code, count) in stops(&after) {
            assert!(stops(&before).get(code) >= Some(&count), "{}: {code} is new", rule.code);
        }
        mended.push(rule.code);
    }
    for code in ["GK0002", "GK0005", "GK0013", "GK0306", "GK0801"] {
        assert!(mended.contains(&code), "{code} has no safe edit: {mended:?}");
    }
}

/// Lines with a slip, and as they are after the safe edits.
const LINES: [(&str, &str); 20] = [
    ("title＝“关于防汛的通知”", "title = \"关于防汛的通知\""),
    ("title: \"关于防汛的通知\"", "title = \"关于防汛的通知\""),
    ("title \"关于防汛的通知\"", "title = \"关于防汛的通知\""),
    ("title == \"关于防汛的通知\"", "title = \"关于防汛的通知\""),
    ("title = 关于防汛的通知", "title = \"关于防汛的通知\""),
    ("title = “关于\"防汛\"的通知”", "title = \"关于\\\"防汛\\\"的通知\""),
    ("title =　　\"关于防汛的通知\"", "title = \"关于防汛的通知\""),
    ("title = \"关于防汛的通知\",", "title = \"关于防汛的通知\""),
    ("Title = \"关于防汛的通知\"", "title = \"关于防汛的通知\""),
    ("published = \"2018年6月22日\"", "published = 2018-06-22"),
    ("published = 2018/6/22", "published = 2018-06-22"),
    ("published = ２０１８-０６-２２", "published = 2018-06-22"),
    ("keywords = [\"防汛\"、\"值守\"]", "keywords = [\"防汛\", \"值守\"]"),
    ("keywords = 【“防汛”，“值守”】", "keywords = [\"防汛\",\"值守\"]"),
    ("draft = 是", "draft = true"),
    ("draft = \"false\"", "draft = false"),
    ("number = \"示局发【2018】1号\"", "number = \"示局发〔2018〕1号\""),
    ("number = 12", "number = \"12\""),
    ("// 备注", "#备注"),
    ("summary = \"C:\\目录\"", "summary = \"C:\\\\目录\""),
];

/// What is no prose keeps its letters: the address, the definition of a link, the name of a file, what stands in a program.
#[test]
fn wording_is_mended_in_prose_alone() {
    let kept = [
        "请看[安排表][x]。\n\n[x]: https://www.example.gov.cn/a.html \"布署\"",
        "甲\\\"转义\\\"乙",
        "网址 http://x.example.cn/布署/登陆网站.html 和 www.x.cn/布署 可查",
        "来信请寄 布署@example.cn",
        "见“布署登记表.docx”",
        "<pre>布署 \"甲乙\"</pre>",
    ];
    let mended = [
        ("会议布署了防汛", "会议部署了防汛"),
        ("邮箱ｚｈａｎｇ＠ｂ．ｃｎ", "邮箱zhang@b.cn"),
        ("１，０００元，１．５倍", "1,000元，1.5倍"),
        ("邮箱zhang＠ｂ．ｃｎ，版本ｖ１．2", "邮箱zhang@b.cn，版本v1.2"),
        ("表１：Ａ类、Ｂ类，１，２为编号", "表1：A类、B类，1，2为编号"),
        ("他说“中文 \"嵌套\" 英文”", "他说“中文 ‘嵌套’ 英文”"),
    ];
    for (text, wanted) in kept.iter().map(|it| (*it, *it)).chain(mended) {
        let project = Project::base();
        let entry = project.read("content/2018/通知.md");
        let (head, _) = entry.rsplit_once("\n+++\n").expect("front matter");
        project.write("content/2018/通知.md", format!("{head}\n+++\n{text}\n"));
        mend_all(&project);
        let now = project.read("content/2018/通知.md");
        assert_eq!(now.rsplit_once("\n+++\n").expect("front matter").1.trim_end(), wanted);
    }
}

#[test]
fn slips_are_mended_as_they_were_read() {
    for (typed, proper) in LINES {
        let entry = format!("+++\n{typed}\n+++\n正文。\n");
        let path = "content/2018/通知.md";
        let project = Project::with(&format!("==> {path}\n{entry}"));
        mend_all(&project);
        let line = project.read(path).lines().nth(1).expect("the second line").to_owned();
        // Spaces are the author's own business.
        assert_eq!(line.replace(' ', ""), proper.replace(' ', ""), "{typed}");
    }
}

#[test]
fn what_may_mean_two_things_is_offered_but_not_safe() {
    for (typed, proper) in [
        ("titel = \"关于防汛的通知\"", "title = \"关于防汛的通知\""),
        ("title = \"关于防汛的通知", "title = \"关于防汛的通知\""),
        ("keywords = [\"防汛\" \"值守\"]", "keywords = [\"防汛\", \"值守\"]"),
        ("keywords = [\"防汛\"", "keywords = [\"防汛\"]"),
    ] {
        let path = "content/2018/通知.md";
        let project = Project::with(&format!("==> {path}\n+++\n{typed}\n+++\n正文。\n"));
        let checked = library::check(library::of_folder(project.root()), None);
        let file = checked.analysis.sources.find(path).expect("the entry");
        let offered = |it: &Diagnostic| {
            let fix = &it.finding.fix;
            // What is missing besides is offered with holes.
            fix.iter().any(|edit| edit.file == file) && fix.iter().all(|edit| !edit.safe && !edit.has_hole())
        };
        assert!(mend(&project, &checked, offered), "{typed}: nothing is offered");
        let line = project.read(path).lines().nth(1).expect("the second line").to_owned();
        assert_eq!(line.replace(' ', ""), proper.replace(' ', ""), "{typed}");
    }
}

#[test]
fn edits_never_repeat_a_number_that_must_not_be_published() {
    let project = Project::with(
        "==> content/2018/通知.md\n+++\ntitle = 对11010519491231002X的处罚\nitem = \"policy/notices\"\n+++\n证号 11010519491231002X。\n",
    );
    let checked = library::check(library::of_folder(project.root()), None);
    let fixes = checked.report.diagnostics.iter().flat_map(|it| &it.finding.fix);
    let texts: Vec<&str> = fixes.map(|it| it.text.as_str()).collect();
    assert!(texts.contains(&"********"), "{texts:?}");
    assert!(texts.iter().all(|it| !it.contains("19491231")), "{texts:?}");
}

#[test]
fn a_missing_key_is_offered_with_a_hole() {
    let texts = [
        (
            "catalogue/words.toml",
            "[[word]]\nwrong = \"帐号\"\n",
            "[[word]]\nright = \"〔规范写法〕\"\nwrong = \"帐号\"\n",
        ),
        (
            "content/2018/通知.md",
            "+++\ntitle = \"通知\"\n[[attachments]]\ntitle = \"附件\"\n+++\n",
            "+++\ntitle = \"通知\"\n[[attachments]]\nfile = \"〔文件〕\"\ntitle = \"附件\"\n+++\n",
        ),
    ];
    for (path, typed, proper) in texts {
        let project = Project::with(&format!("==> {path}\n{typed}"));
        let checked = library::check(library::of_folder(project.root()), None);
        let first = checked.of("GK0006").into_iter().find(|it| !it.finding.fix.is_empty()).expect("an edit").clone();
        assert!(!is_safe(&first));
        mend(&project, &checked, |it| it.finding == first.finding);
        assert_eq!(project.read(path), proper);
    }
}

/// The texts of the committed projects: what is spoilt below.
fn texts() -> Vec<(bool, String)> {
    let mut texts = Vec::new();
    for folder in ["tests/mistakes", "."] {
        for name in ["catalogue", "content"] {
            let folder = at(folder).join(name);
            for (path, bytes) in lasting(&folder) {
                let entry = has_ending(&path, &["md"]);
                if let (true, Ok(text)) = (entry || has_ending(&path, &["toml"]), String::from_utf8(bytes)) {
                    texts.push((entry, text));
                }
            }
        }
    }
    texts
}

/// Texts with a few slips of the hand, and whether they are entries.
pub fn spoilt() -> impl Strategy<Value = (bool, String)> {
    let what = prop::sample::select(vec![
        "“", "”", "＝", "：", ":", "，", "、", "【", "】", "［", "｛", "[", "]", "{", "}", "\"", "'", "\\", "\u{3000}",
        "\u{200b}", "=", ",", "#", "＃", "//", "\n", " ", "2018/5/3", "是", "⼯", "\"\"\"", "",
    ]);
    let places = prop::collection::vec((any::<prop::sample::Index>(), 0_usize..3, what), 1..6);
    (prop::sample::select(texts()), places).prop_map(|((entry, mut text), places)| {
        for (place, length, what) in places {
            let starts: Vec<usize> = text.char_indices().map(|it| it.0).chain([text.len()]).collect();
            let at = place.index(starts.len());
            let end = starts[(at + length).min(starts.len() - 1)];
            text.replace_range(starts[at]..end, what);
        }
        (entry, text)
    })
}

/// What a project without words or leaders of its own has texts looked through for.
static LEXICON: LazyLock<gongkai::internals::scan::Lexicon> =
    LazyLock::new(|| gongkai::internals::scan::Lexicon::new([], []));

fn read(entry: bool, text: &str) -> Findings {
    let file = FileId(0);
    let mut findings = Findings::new();
    let text = syntax::text(file, text.as_bytes(), &mut findings);
    if entry {
        let document = syntax::entry(file, &text, &mut findings);
        gongkai::internals::scan::entry(&document, "content/2018/a.md", &text, &LEXICON, &mut findings);
    } else {
        let tables = syntax::catalogue(file, &text, &mut findings);
        gongkai::internals::scan::catalogue(file, &text, &tables, &mut findings);
    }
    findings
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn edits_of_spoilt_texts_lie_in_them_and_come_to_an_end((entry, text) in spoilt()) {
        let findings = read(entry, &text);
        let decoded = syntax::text(FileId(0), text.as_bytes(), &mut Findings::new());
        for finding in findings.iter() {
            let ranges: Vec<_> = finding.fix.iter().map(|it| it.range).collect();
            prop_assert!(ranges.windows(2).all(|it| it[0].end <= it[1].start), "{finding:?}");
            prop_assert!(finding.fix.iter().all(|it| it.file == FileId(0) && it.safe == finding.fix[0].safe));
            // One finding's edits alone can always be made.
            apply(&decoded, [finding.fix.as_slice()]);
        }
        let mut mended = decoded;
        for _ in 0..8 {
            let findings = read(entry, &mended);
            let safe = findings.iter().map(|it| it.fix.as_slice()).filter(|it| it.iter().all(|edit| edit.safe));
            let next = apply(&mended, safe);
            if next == mended {
                return Ok(());
            }
            mended = next;
        }
        prop_assert!(false, "safe edits that never end: {mended}");
    }
}
