//! 0807: a person whom a label names in full: a party, who asked, where someone lives, a number of an identity card gone wrong.

use std::sync::LazyLock;

use memchr::{
    memchr,
    memmem::{self, Finder},
};

use super::{
    Subject,
    person::{is_han, is_masked, is_name},
    subject::after,
};
use crate::{
    day::Day,
    diagnostic::{
        Edit, Effect, Example, Finding, Findings, Level, Rule, Ungrounded,
        laws::{PRIVACY_25, REGULATIONS_2008_14, REGULATIONS_2019_15},
    },
    number::identity,
    record::schema,
    source::{FileId, Span},
    vocabulary::Text,
};

pub static UNMASKED_PARTY: Rule = Rule {
    code: "GK0807",
    name: "unmasked-party",
    label: "当事人未遮盖",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_14, REGULATIONS_2019_15, PRIVACY_25],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "当事人的姓名、住址或者证件号没有遮盖", en: "a party's name, address or number that is not masked" },
    why: words! {
        zh: "行政相对人、来信人是自然人的，公开姓名、住址、证件号要有法律依据。遮去一部分，群众仍能监督，本人不致受扰。",
        en: "Names, addresses and numbers of private persons need a legal ground. Partly masked the public can still follow the matter.",
    },
    mend: words! {
        zh: "姓名写成“张*”的样子，住址只写到乡镇、街道，证件号遮去中间；法律规定公开全名的，保留。",
        en: "Write 张*, an address down to the township, a masked number; keep a full name where the law demands it.",
    },
    example: Example {
        bad: "--> content/2018/通知.md
+++
当事人：张三丰，住址：示例镇第一村3组12号。
",
        good: "--> content/2018/通知.md
+++
当事人：张*，住址：示例镇第一村。
",
    },
};

/// Labels before a private person's name.
const PARTIES: [&str; 12] = [
    "当事人",
    "被处罚人",
    "违法行为人",
    "来信人",
    "信访人",
    "投诉人",
    "举报人",
    "申请人",
    "提问人",
    "咨询人",
    "写信人",
    "留言人",
];

/// Labels before the address of a person's home.
const HOMES: [&str; 7] = ["家庭住址", "住址", "户籍地址", "户籍所在地", "户口所在地", "居住地址", "居住地"];

/// What stands after a surname that is a person's only part shown: `王先生`.
const TITLES: [&str; 6] = ["先生", "女士", "小姐", "同志", "同学", "老师"];

/// Labels before a number of an identity card.
const NUMBERS: [&str; 4] = ["身份证号码", "身份证号", "身份号码", "身份证"];

/// Finders of a rare word each, one of which is in every label: together faster than one automaton of all labels.
static FINDERS: LazyLock<[Finder<'static>; 4]> =
    LazyLock::new(|| [Finder::new("人"), Finder::new("户"), Finder::new("住"), Finder::new("身份")]);

/// The labels of `text`, the longest at each place, and where each ends.
fn labels(text: &str) -> impl Iterator<Item = (&'static str, usize)> {
    let [party, household, home, card] = &*FINDERS;
    let all = [(party, &PARTIES[..]), (household, &HOMES), (home, &HOMES), (card, &NUMBERS)];
    all.into_iter().flat_map(move |(finder, labels)| {
        finder.find_iter(text.as_bytes()).filter_map(move |at| {
            // What stands before 人 in the labels: most people in a text are no party.
            let of_party = ['事', '罚', '为', '信', '访', '诉', '报', '请', '问', '询', '言'];
            if std::ptr::eq(finder, party) && !text[..at].ends_with(of_party) {
                return None;
            }
            let label_at = |label: &&'static str| {
                let start = at.checked_sub(memmem::find(label.as_bytes(), finder.needle())?)?;
                let end = start + label.len();
                (text.as_bytes().get(start..end) == Some(label.as_bytes())).then_some((*label, end))
            };
            labels.iter().filter_map(label_at).max_by_key(|(label, _)| label.len())
        })
    })
}

/// Looks at an entry: who its keys name, and what follows labels in its text.
pub(super) fn entry(subject: &Subject<'_>, findings: &mut Findings) {
    for key in [schema::Entry::PARTY, schema::Entry::ASKER] {
        let names =
            subject.record.get(key).unwrap_or_default().split(['、', '，', ',', ';', '；', '/', '（', '(', ' ']);
        if let Some(name) = names.into_iter().find(|name| is_full(name)) {
            name_of(subject.record.span_of(key), name, subject.day, findings);
        }
    }
    let (start, body) = subject.body_text();
    text(subject.file, start, body, subject.day, findings);
}

/// Looks at a text that begins at byte `start` of its file.
fn text(file: FileId, start: usize, text: &str, day: Option<Day>, findings: &mut Findings) {
    let mut is_labelled = false;
    for (label, end) in labels(text) {
        is_labelled = true;
        if let Some((at, value)) = value(text, end) {
            one(file, start + at, label, value, day, findings);
        }
    }
    // A head that is a label is a label.
    if is_labelled && memchr(b'|', text.as_bytes()).is_some() {
        columns(text, &mut |label, at, cell| one(file, start + at, label, cell, day, findings));
    }
}

/// Hands on each cell of a table whose head is a label: the label, where the cell begins, and its words.
fn columns(text: &str, each: &mut dyn FnMut(&'static str, usize, &str)) {
    let mut at = 0;
    let mut above = "";
    let mut labels: Vec<Option<&'static str>> = Vec::new();
    for line in text.split_inclusive('\n') {
        let row = line.trim_start().starts_with('|');
        if !row {
            labels.clear();
        } else if line.contains("--") && line.chars().all(|it| matches!(it, '|' | '-' | ':' | ' ' | '\r' | '\n')) {
            labels = above.split('|').map(label_of).collect();
        } else if labels.iter().any(Option::is_some) {
            let mut from = at;
            for (cell, label) in line.split('|').zip(&labels) {
                if let Some(label) = label {
                    each(label, from + cell.len() - cell.trim_start().len(), cell.trim());
                }
                from += cell.len() + 1;
            }
        }
        above = line;
        at += line.len();
    }
}

/// The label that the head of a column is.
fn label_of(head: &str) -> Option<&'static str> {
    let head = head.trim_matches(['*', '_', ' ', '\u{3000}']);
    let head = head.strip_suffix("姓名").filter(|it| !it.is_empty()).unwrap_or(head);
    [&PARTIES[..], &HOMES, &NUMBERS].concat().into_iter().find(|label| *label == head)
}

/// Judges what follows `label`; it begins at byte `at` of the file.
fn one(file: FileId, at: usize, label: &str, value: &str, day: Option<Day>, findings: &mut Findings) {
    let place = |length: usize| Span::new(file, at..at + length);
    if PARTIES.contains(&label) {
        let name: &str = &value[..value.find(|char| !is_han(char) && char != '·').unwrap_or(value.len())];
        if is_full(name) {
            name_of(place(name.len()), name, day, findings);
        }
    } else if HOMES.contains(&label) {
        let home = &value[..value.find(['，', '。', '；', ',', ';', '|', '\n', ' ', '\t']).unwrap_or(value.len())];
        let fine = ["号", "室", "组", "栋", "单元", "幢"]
            .iter()
            .any(|part| home.match_indices(part).any(|(end, _)| home[..end].ends_with(|char: char| char.is_numeric())));
        if fine && home.chars().filter(|&char| is_han(char)).count() > 3 && !home.contains(['*', '×', '＊']) {
            raise(
                place(home.len()),
                text! { zh: "住址写到了门牌", en: "an address down to the door" },
                text! { zh: "只写到乡镇、街道或者村", en: "write it down to the township or village only" },
                day,
                findings,
            );
        }
    } else {
        let length = value.find(|char: char| !char.is_ascii_alphanumeric()).unwrap_or(value.len());
        let number = &value[..length];
        // A digit may be wrong, missing or too many.
        let shaped = (17..=19).contains(&length) && number[..length - 1].bytes().all(|byte| byte.is_ascii_digit());
        if shaped && !identity::is_valid(number) {
            let masked = format!("{}********{}", &number[..6], &number[length - 4..]);
            let finding = raise(
                place(length),
                text! { zh: "像是抄错一位的身份证号 {masked}，没有遮盖", en: "what looks like an identity number with a slip, {masked}, is not masked" },
                text! { zh: "改成 {masked}，并核对原件", en: "write {masked}, and compare it with the original" },
                day,
                findings,
            );
            finding.private().fix([Edit::new(place(length), masked.as_str(), false)]).key(masked);
        }
    }
}

/// What follows a label that ends before byte `at` of `text`, with a colon or markup behind it: where the rest begins, and the rest.
fn value(text: &str, at: usize) -> Option<(usize, &str)> {
    let rest = text[at..].trim_start_matches(['*', '_', ' ', '|', '\u{3000}']);
    let rest = ["姓名", "（姓名）", "（自然人）", "名称"].iter().find_map(|it| rest.strip_prefix(it)).unwrap_or(rest);
    let rest = rest.strip_prefix(['：', ':']).or_else(|| (rest.len() < text.len() - at).then_some(rest))?;
    let rest = rest.trim_start_matches(['*', '_', ' ', '|', '\u{3000}']);
    let begins = text.len() - rest.len();
    Some((begins, after(text, begins, 200)))
}

fn is_full(name: &str) -> bool {
    is_name(name) && !is_masked(name) && !TITLES.iter().any(|it| name.ends_with(it))
}

fn name_of(span: Span, name: &str, day: Option<Day>, findings: &mut Findings) {
    let first = name.chars().next().unwrap_or('某');
    // A span of the name alone, rather than of a value that holds it.
    let exact = span.range.bytes().len() == name.len();
    let finding = raise(
        span,
        text! { zh: "个人姓名没有遮盖", en: "a private person's name is not masked" },
        text! { zh: "写成“{first}*”；法律规定公开全名的，保留", en: "write {first}*; keep it where the law demands the full name" },
        day,
        findings,
    );
    if exact {
        finding.fix([Edit::new(span, format!("{first}*"), false)]);
    }
}

fn raise(span: Span, message: Text, help: Text, day: Option<Day>, findings: &mut Findings) -> &mut Finding {
    let key = format!("{} {}", message.zh, span.range.start);
    let finding = findings.raise(&UNMASKED_PARTY, span, message).help(help).key(key);
    finding.on = day;
    finding
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_is_found() {
        for label in [&PARTIES[..], &HOMES, &NUMBERS].concat() {
            for text in [label.to_owned(), format!("某{label}：甲"), format!("**{label}**：甲")] {
                let found: Vec<_> = labels(&text).map(|(it, end)| (it, text[..end].ends_with(it))).collect();
                assert_eq!(found, [(label, true)], "{text}");
            }
        }
    }

    fn told(source: &str) -> Vec<String> {
        let mut findings = Findings::new();
        text(FileId(0), 0, source, None, &mut findings);
        findings.iter().filter_map(|it| it.place.span()).map(|it| source[it.range.bytes()].to_owned()).collect()
    }

    #[test]
    fn people_are_known_by_their_labels() {
        for (source, what) in [
            ("当事人：张三丰，男。", "张三丰"),
            ("**被处罚人**：王小明\n", "王小明"),
            ("家庭住址：示例县示例镇第一村3组12号。", "示例县示例镇第一村3组12号"),
            ("| 住址 | 示例镇幸福路8号2单元301室 |", "示例镇幸福路8号2单元301室"),
            ("身份证号：110105194912310021，", "110105194912310021"),
            ("身份证号码 11010519491231003X", "11010519491231003X"),
            ("身份证号：1101051949123102X", "1101051949123102X"),
            ("当事人姓名：李小龙", "李小龙"),
            ("申请人：王小明。", "王小明"),
            ("| 当事人 | 结果 |\n| --- | --- |\n| 某公司 | 警告 |\n| 张三 | 警告 |\n", "张三"),
        ] {
            assert_eq!(told(source), [what], "{source}");
        }
    }

    #[test]
    fn masked_ones_bodies_and_talk_are_silent() {
        for source in [
            "当事人：张*，男。",
            "来信人：王先生",
            "| 当事人 | 负责人 |\n| --- | --- |\n| 张* | 李四 |\n",
            "当事人：示例市示例建材有限公司",
            "当事人有权申请复议。当事人应当提供身份证。",
            "住址：示例镇第一村",
            "家庭住址：\n",
            "身份证号：110105********0021",
            "身份证号：11010519491231002X",
            "申请人填写姓名、住址、身份证号。",
        ] {
            assert_eq!(told(source), Vec::<String>::new(), "{source}");
        }
    }
}
