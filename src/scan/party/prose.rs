//! People whom a decision names in its sentences: `对李建军作出行政处罚`, `李建军，男，`.

use std::sync::LazyLock;

use regex::Regex;

use super::name::{Names, is_full};
use crate::{
    record::schema,
    scan::{Subject, names::is_common, person::is_han},
    source::Span,
};

/// What stands before somebody who is decided on.
static BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "当事人|被处罚人|违法行为人|行政相对人|违法嫌疑人|被申请人|申请人|关于对|关于给予|关于|准予|给予|责令|对|你",
    )
    .expect("words")
});

/// What stands behind somebody who is decided on.
const AFTER: [&str; 34] = [
    "作出",
    "做出",
    "予以",
    "给予",
    "处以",
    "处罚",
    "处",
    "罚款",
    "实施",
    "行政",
    "的行政",
    "的处罚",
    "擅自",
    "涉嫌",
    "违反",
    "违法",
    "未经",
    "未取得",
    "未按",
    "未办理",
    "无证",
    "非法",
    "私自",
    "不服",
    "一案",
    "等",
    "于",
    "在",
    "因",
    "从事",
    "（",
    "(",
    "，",
    "警告",
];

/// Such of them as alone say that the word before is somebody: where nothing announces it.
const ACTS: [&str; 14] =
    ["擅自", "涉嫌", "违反", "违法", "未经", "未取得", "未按", "未办理", "无证", "非法", "私自", "不服", "一案", "等"];

/// A word, and the sex of whom it names.
static SEX: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"([\p{Han}·]{2,20})[*_ \u{3000}]*(?:[，,、（( \u{3000}][ ]*(?:性别[：:]?[ ]*)?[男女][，,、。；;）) \u{3000}]|[，,（(][ ]*[12][0-9]{3}年[0-9]{1,2}月(?:[0-9]{1,2}日)?出?生)")
        .expect("a pattern")
});

/// Whose names are public, or their office's: what stands before them.
const PUBLIC: [&str; 14] = [
    "法定代表人",
    "负责人",
    "代表人",
    "执法人员",
    "办案人员",
    "承办人",
    "调查人员",
    "执法人",
    "合伙人",
    "代理人",
    "审批人",
    "联系人",
    "检查人员",
    "主持人",
];

/// Takes in the people of a decision.
pub(super) fn people(subject: &Subject<'_>, names: &mut Names) {
    in_text(subject.text, &mut |name, at| names.add(name, Span::new(subject.file, at..at + name.len())));
    for key in [schema::Entry::TITLE, schema::Entry::SUMMARY] {
        let span = subject.record.span_of(key);
        if let Some(name) = named(subject.record.get(key).unwrap_or_default(), &ACTS) {
            names.add(name, span);
        }
    }
}

/// Hands on the people whom the sentences of `text` decide on, and where each name begins.
pub(super) fn in_text(text: &str, add: &mut dyn FnMut(&str, usize)) {
    for found in BEFORE.find_iter(text) {
        let rest = &text[found.end()..];
        let lead = rest.len() - rest.trim_start_matches(['*', '_', ' ', '\u{3000}', '（', '“']).len();
        if let Some(name) = named(&rest[lead..], &AFTER) {
            add(name, found.end() + lead);
        }
    }
    for found in SEX.captures_iter(text) {
        let Some(run) = found.get(1) else { continue };
        let words = run.as_str();
        let front = &text[..run.start()];
        let bare = front.trim_end_matches(['：', ':', ' ', '*', '_', '\u{3000}', '|', '\t']);
        if PUBLIC.iter().any(|it| bare.ends_with(it) || words.starts_with(it)) {
            continue;
        }
        // The whole run, or what is behind a word that announces it.
        let announced = BEFORE.find_iter(words).last().map_or(0, |it| it.end());
        if let Some(at) = [0, announced].into_iter().find(|&at| is_party(&words[at..])) {
            add(&words[at..], run.start() + at);
        }
    }
}

/// The longest name that `text` begins with, where one of `after` follows it.
fn named<'t>(text: &'t str, after: &[&str]) -> Option<&'t str> {
    let ends: Vec<usize> = text.char_indices().map(|it| it.0).chain([text.len()]).take(6).collect();
    [4, 3, 2].into_iter().filter_map(|length| ends.get(length)).find_map(|&end| {
        let (name, rest) = text.split_at(end);
        (is_party(name) && after.iter().any(|it| rest.starts_with(it))).then_some(name)
    })
}

fn is_party(name: &str) -> bool {
    is_full(name) && !is_common(name) && name.chars().all(|it| is_han(it) || it == '·')
}

/// Whose something is, by a name before 的: `公示了陈晓东的银行账号`; or who is decided on.
pub(super) fn whose(text: &str) -> Option<&str> {
    let owner = text.match_indices('的').find_map(|(at, _)| {
        let starts: Vec<usize> = text[..at].char_indices().rev().map(|it| it.0).take(4).collect();
        [4, 3, 2].into_iter().filter_map(|length| starts.get(length - 1)).find_map(|&start| {
            let before = text[..start].chars().next_back();
            let apart = before.is_none_or(|it| !is_han(it) || "了将把对示布载含".contains(it));
            (apart && is_party(&text[start..at])).then_some(&text[start..at])
        })
    });
    owner.or_else(|| BEFORE.find_iter(text).find_map(|it| named(&text[it.end()..], &AFTER)))
}
