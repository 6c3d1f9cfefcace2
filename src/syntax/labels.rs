//! Words by which a text says what follows: `一、主要职责`, `**会议时间**：…`, `联系电话：…`, the first cell of a row.
//!
//! Clerks write elements so as often as with headings of Markdown. What is found is a candidate; whether an element of that name is asked
//! for is decided elsewhere. A word after which nothing comes says nothing, and is left out.

use std::ops::Range;

use memchr::{memchr_iter, memchr2_iter};

use crate::vocabulary::{is_numeral, says_nothing};

/// Characters of a label at most: what is longer is a sentence.
const LONGEST: usize = 20;

/// The labels of `text` with their places in it, in the order written.
pub(super) fn labels(text: &str) -> Vec<(&str, Range<usize>)> {
    let mut found = Vec::new();
    let (mut fenced, mut is_first) = (false, true);
    let bytes = text.as_bytes();
    let mut start = 0;
    for end in memchr_iter(b'\n', bytes).chain([text.len()]) {
        let line = std::mem::replace(&mut start, end + 1)..end;
        let words = text[line.clone()].trim_start_matches([' ', '\t', '\u{3000}', '>']);
        if words.starts_with("```") || words.starts_with("~~~") {
            fenced = !fenced;
        } else if !fenced && !words.is_empty() {
            let start = line.end - words.len();
            let rest = || text.get(line.end + 1..).unwrap_or_default();
            if words.starts_with('|') {
                row(words, start, &mut found);
            } else if let Some((label, says)) = label(words) {
                let addressed = || is_first && is_salutation(&words[label.clone()], &words[label.end..]);
                if says || !is_heading(words, &label) && !addressed() && goes_on(rest()) {
                    found.push((&words[label.clone()], start + label.start..start + label.end));
                }
            }
            is_first = false;
        }
    }
    found
}

/// Where the first colon stands near the beginning of a line's words: half-width or full-width, which is EF BC 9A.
fn near_colon(words: &str) -> Option<usize> {
    let bytes = words.as_bytes();
    let bytes = &bytes[..bytes.len().min(NEAR + 2)];
    let at = memchr2_iter(b':', 0x9A, bytes).find_map(|at| match bytes[at] {
        b':' => Some(at),
        _ => bytes[..at].ends_with(b"\xEF\xBC").then(|| at - 2),
    });
    at.filter(|at| *at < NEAR)
}

/// Whether `label` is the whole of a heading of Markdown, which is told among the headings.
fn is_heading(words: &str, label: &Range<usize>) -> bool {
    let signs = words.len() - words.trim_start_matches('#').len();
    (1..=6).contains(&signs)
        && words[signs..].starts_with(' ')
        && words[..label.start].trim_end_matches(' ').len() == signs
}

/// Whether the first line of a text says to whom it is written: `各镇人民政府、区直各单位：`.
fn is_salutation(label: &str, after: &str) -> bool {
    let whom = bare_of_ordinal(label).unwrap_or(label);
    after.starts_with(['：', ':']) && (whom.starts_with('各') || whom.contains('、'))
}

/// The cells of a row that name the cell to their right: every other one.
fn row<'t>(words: &'t str, start: usize, found: &mut Vec<(&'t str, Range<usize>)>) {
    let mut borders = memchr_iter(b'|', words.as_bytes()).chain([words.len()]).skip(1);
    let mut from = 1;
    // A row of a list is numbered; its cells stand below their names.
    if words[1..].trim_start().starts_with(|it: char| it.is_ascii_digit()) {
        return;
    }
    while let (Some(middle), Some(end)) = (borders.next(), borders.next()) {
        let (name, value) = (&words[from..middle], &words[middle + 1..end]);
        let inner = trimmed(name);
        let label = &name[inner.clone()];
        if is_label(label) && !says_nothing(value) && !value.trim_matches([' ', '-', ':']).is_empty() {
            found.push((label, start + from + inner.start..start + from + inner.end));
        }
        from = end + 1;
    }
}

/// The label with which a line begins, and whether something stands behind it in the line; none where it begins with a sentence.
fn label(words: &str) -> Option<(Range<usize>, bool)> {
    let begin = words.len() - words.trim_start_matches(['#', '-', '+', ' ', '\t']).len();
    let inner = &words[begin..];
    // Far from the beginning it is one of a sentence.
    let colon = near_colon(inner);
    if colon.is_none() && !stands_apart(words, inner) {
        return None;
    }
    if let Some(rest) = inner.strip_prefix('【') {
        let end = near(rest).find('】')?;
        let from = begin + '【'.len_utf8();
        let after = &words[from + end + '】'.len_utf8()..];
        return is_label(&rest[..end]).then(|| (from..from + end, says(after)));
    }
    if let Some(colon) = colon {
        let part = trimmed(&inner[..colon]);
        let after = inner[colon..].trim_start_matches(['：', ':', '*', '_', ' ']);
        let range = begin + part.start..begin + part.end;
        let open = after.trim().is_empty();
        return (is_label(&inner[part]) && (open || says(after))).then_some((range, !open));
    }
    // A line of its own that is numbered, bold or a heading.
    let part = trimmed(inner);
    let stands_out =
        words.starts_with('#') || inner.starts_with("**") || bare_of_ordinal(&inner[part.clone()]).is_some();
    (stands_out && is_label(&inner[part.clone()])).then(|| (begin + part.start..begin + part.end, false))
}

/// Bytes before the colon behind a label at most, with signs of emphasis, an ordinal and brackets.
const NEAR: usize = (LONGEST + 14) * 3;

fn near(text: &str) -> &str {
    let mut end = text.len().min(NEAR);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Whether a line without a colon near its beginning may be a label: most are sentences, which nothing sets apart.
fn stands_apart(words: &str, inner: &str) -> bool {
    let apart = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'*' | b'_' | b'`' | b'(' | b' ' | b'\t');
    words.starts_with('#')
        || inner.bytes().next().is_some_and(apart)
        || inner.starts_with(['【', '（', '\u{3000}'])
        || inner.starts_with(|it| ('①'..='⑳').contains(&it) || is_numeral(it))
}

/// Whether `text` says something: what is longer than a placeholder does.
fn says(text: &str) -> bool {
    text.len() > 90 || !says_nothing(text)
}

/// What stands in `text` between spaces and the signs of emphasis.
fn trimmed(text: &str) -> Range<usize> {
    let signs = |it: char| it.is_whitespace() || matches!(it, '*' | '_' | '#' | '`');
    let start = text.len() - text.trim_start_matches(signs).len();
    start..text.trim_end_matches(signs).len().max(start)
}

fn is_label(text: &str) -> bool {
    let of_sentence = |it: char| matches!(it, '。' | '，' | '；' | '！' | '？' | '“' | '[' | '|');
    // A loop, not `all`: it is asked of every cell of every table.
    for (count, letter) in text.chars().enumerate() {
        if count == LONGEST || of_sentence(letter) {
            return false;
        }
    }
    !text.is_empty()
}

/// `text` without the ordinal that it begins with, if it does: `一、`, `（二）`, `3.`, `①`.
fn bare_of_ordinal(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix(|it| ('①'..='⑳').contains(&it)) {
        return Some(rest);
    }
    let inner = text.trim_start_matches(['（', '(']);
    let rest = inner.trim_start_matches(is_numeral);
    (rest.len() < inner.len()).then(|| rest.strip_prefix(['、', '.', '．', '）', ')'])).flatten()
}

/// Whether something follows in the lines of `rest` before the next heading.
fn goes_on(rest: &str) -> bool {
    let next = rest.split('\n').map(str::trim).find(|it| !it.is_empty());
    next.is_some_and(|it| !it.starts_with('#') && says(it))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lines_passed_over_have_no_label(words in "[甲一①（【:：*# 。3]{0,6}.{0,60}|.*") {
            let inner = words.trim_start_matches(['#', '-', '+', ' ', '\t']);
            if !stands_apart(&words, inner) {
                prop_assert!(!words.starts_with('#') && !inner.starts_with(['【', '*']));
                prop_assert!(bare_of_ordinal(&inner[trimmed(inner)]).is_none());
            }
        }

        #[test]
        fn the_first_colon_is_found_where_it_is_near(words in "[甲：:”Ꚛa]{0,120}|.*") {
            let first = words.find(['：', ':']).filter(|at| *at < NEAR);
            prop_assert_eq!(near_colon(&words), first);
        }
    }

    #[test]
    fn labels_are_found_as_clerks_write_them() {
        let text = "一、主要职责\n\n负责某事。\n\n**会议时间**：5月3日\n**会议地点：** 二楼\n- 联系电话：0797-1\n　　办公地址：某路\n\n| 批复文号 | 某字 | 批复时间 | 5月 |\n|---|---|---|---|\n| 金额（万元） | 3 |\n【申请条件】年满\n（二）申请材料：\n身份证\n## 办理流程\n先来。\n①收费标准\n不收。\n";
        let found: Vec<&str> = labels(text).into_iter().map(|it| it.0).collect();
        assert_eq!(
            found,
            [
                "一、主要职责",
                "会议时间",
                "会议地点",
                "联系电话",
                "办公地址",
                "批复文号",
                "批复时间",
                "金额（万元）",
                "申请条件",
                "（二）申请材料",
                "①收费标准"
            ]
        );
        for (label, range) in labels(text) {
            assert_eq!(&text[range], label);
        }
    }

    #[test]
    fn what_says_nothing_is_no_element() {
        for text in [
            "主要职责：",
            "主要职责：……",
            "一、主要职责\n## 办公地址\n",
            "主要职责：待填写",
            "| 主要职责 | |\n",
            "```\n主要职责：有\n```",
            "负责某事，主要职责：有",
            "各镇人民政府、区直各单位：\n\n请落实。",
            "教育局、民政局：\n\n请落实。",
            "| 1 | 某村 | 3 | 某人 |\n",
            "## 办公地址\n\n某路\n",
        ] {
            assert!(labels(text).is_empty(), "{text}: {:?}", labels(text));
        }
    }
}
