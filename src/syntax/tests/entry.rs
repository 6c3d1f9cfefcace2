//! Entries.

use super::of_entry;
use crate::{
    diagnostic::Findings,
    record::schema::Entry,
    source::FileId,
    syntax::{entry, kind_keys},
    vocabulary::EntryKind,
};

const BODY: &str = "+++\n## 标题\n\n正文，见[附件](a.pdf)。\n";

fn front(lines: &str) -> Vec<(usize, &'static str)> {
    of_entry(&format!("+++\n{lines}\n{BODY}"))
}

#[test]
fn front_matter_of_a_wrong_form_is_told_once() {
    for (text, expected) in [
        ("", &[][..]),
        ("+++\n+++\n", &[]),
        ("\n+++\ntitle = \"x\"\n+++\n正文\n", &[]),
        ("+++\ntitle = \"x\"\n+++\n```\n+++\n```\n", &[]),
        ("+++\ntitle = \"x\"\n+++", &[]),
        ("---\ntitle: 标题\nmade: 2018-05-03\ntags:\n- 甲\n---\n正文\n", &[(1, "GK0003"), (4, "GK0004")]),
        ("---\ntitle: 标题\nmade: 2018-05-03\n---\n正文\n", &[(1, "GK0003")]),
        ("---\ntitle: 标题\n\n正文\n", &[(1, "GK0003")]),
        ("# 标题\n\n正文\n", &[(1, "GK0003")]),
        ("title = \"x\"\n+++\n正文\n", &[(1, "GK0003")]),
        ("title = \"x\"\ntitel = \"y\"\n+++\n正文\n", &[(1, "GK0003"), (2, "GK0004")]),
        ("+++\ntitle = \"x\"\n\n正文第一段\n", &[(2, "GK0003")]),
        ("+++\n", &[(1, "GK0003")]),
        ("+++\ntitle = \"x\"\n+++\n+++\ntitle = \"y\"\n+++\n正文\n", &[(4, "GK0003")]),
        ("＋＋＋\ntitle = \"x\"\n＋＋＋\n正文\n", &[(1, "GK0002"), (3, "GK0002")]),
        ("+++\ntitle = \"x\"\n++++\n正文\n", &[(3, "GK0003")]),
    ] {
        assert_eq!(of_entry(text), expected, "{text}");
    }
}

#[test]
fn keys_are_judged_by_the_kind() {
    assert_eq!(front("kind = \"decision\"\nmeeting = \"第1次常务会议\""), []);
    assert_eq!(front("kind = \"news\"\nmeeting = \"第1次常务会议\""), [(3, "GK0004")]);
    assert_eq!(front("meeting = \"第1次常务会议\"\nposted = 2018-01-01"), []);
    assert_eq!(front("kind = \"新闻稿\"\nmeeting = \"第1次常务会议\""), [(2, "GK0007")]);
    assert_eq!(front("[review]\nsecrecy = { by = \"a\", on = 2018-05-08 }\nsummary = \"x\""), [(4, "GK0004")]);
    assert_eq!(front("[[review]]\nsecrecy = { by = \"a\", on = 2018-05-08 }"), [(2, "GK0005")]);
    assert_eq!(
        front("[elements]\n项目名称 = \"x\"\n\"批复文号\" = \"y\"\n批复时间 ＝ \"z\""),
        [(3, "GK0003"), (5, "GK0002"), (5, "GK0003")]
    );
    assert_eq!(
        front("published = 2018-05-10 9:30\nmade = 2018年5月3日\ndraft = 是"),
        [(2, "GK0005"), (3, "GK0005"), (4, "GK0005")]
    );
    assert_eq!(front("published = \"2018-05-10 09:30\"\nrevised = { on = 2018-06-01 }\nitem = \"a/b\""), []);
    assert_eq!(front("published = 2018-05-10 09:30:00"), []);
    assert_eq!(front("number = \"示局发［2018］О1号\""), [(2, "GK0013")]);
}

#[test]
fn keys_of_a_kind_known_later_are_told_then() {
    let text = format!("+++\ntitle = \"x\"\nmeeting = \"第1次常务会议\"\n{BODY}");
    let mut findings = Findings::new();
    let document = entry(FileId(7), &text, &mut findings);
    assert!(findings.is_empty());
    kind_keys(&document.record, EntryKind::Decision, &mut findings);
    assert!(findings.is_empty());
    kind_keys(&document.record, EntryKind::News, &mut findings);
    assert_eq!(super::told(&text, &findings), [(3, "GK0004")]);
}

#[test]
fn places_and_facts_count_from_the_start_of_the_file() {
    let text = format!("+++\ntitle = “好”\n{BODY}");
    let document = entry(FileId(7), &text, &mut Findings::new());
    assert_eq!(&text[document.record.span_of(Entry::TITLE).range.bytes()], "“好”");
    assert_eq!(&text[document.record.range.bytes()], "+++");
    assert!(text[document.body.start as usize..].starts_with("## 标题"));
    assert_eq!(text[document.body.headings().next().unwrap().range.bytes()].trim_end(), "## 标题");
    assert_eq!(&text[document.body.links().next().unwrap().range.bytes()], "[附件](a.pdf)");
}

#[test]
fn what_is_to_be_written_for_an_unknown_key_has_its_value_mended() {
    let help = |line: &str| -> Vec<String> {
        let mut findings = Findings::new();
        entry(FileId(0), &format!("+++\n{line}\n+++\n正文\n"), &mut findings);
        let unknown = findings.iter().filter(|it| it.rule.code == "GK0004");
        unknown.filter_map(|it| it.help.as_ref().map(|it| it.zh.clone())).collect()
    };
    assert_eq!(help("标题 ＝ “关于防汛的通知”"), ["改为：title = \"关于防汛的通知\""]);
    assert_eq!(help("标题：《关于防汛的通知》").len(), 1);
    assert_eq!(help("发布日期 = 2018/6/22"), ["改为：published = 2018-06-22"]);
    assert_eq!(help("标题 = 关于防汛的通知"), ["改为：title = \"关于防汛的通知\""]);
    assert_eq!(help("关键词 = [“防汛”，“值守”]"), ["改为：keywords = [\"防汛\",\"值守\"]"]);
}
