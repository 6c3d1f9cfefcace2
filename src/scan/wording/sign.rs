//! 1701: full-width letters and digits, signs of punctuation that stand twice.

use std::ops::Range;

use super::{
    find::Found,
    place::is_shown,
    stray::STRAY_TRADITIONAL,
    told::{Slip, pairs, tell},
};
use crate::{
    diagnostic::Findings,
    scan::subject::{Subject, after, before},
};

pub(super) fn entry(subject: &Subject<'_>, found: &Found, findings: &mut Findings) {
    if !found.wide.is_empty() {
        wide(subject, found, findings);
    }
    if !found.doubled.is_empty() {
        doubled(subject, found, findings);
    }
}

fn wide(subject: &Subject<'_>, found: &Found, findings: &mut Findings) {
    let narrow = |it: char| match it {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(it) - 0xfee0).unwrap_or(it),
        it => it,
    };
    let joined = joined(subject.text, &found.wide);
    let slips: Vec<Slip> = joined
        .iter()
        .filter(|it| is_shown(subject, it.start) && !may_be_private(subject.text, it))
        .filter_map(|range| {
            let mended = subject.text.get(range.clone())?.chars().map(narrow).collect();
            Some(Slip { range: range.clone(), mended: Some(mended), safe: is_plain(subject, range.start, range.end) })
        })
        .collect();
    if slips.is_empty() {
        return;
    }
    let (count, pairs) = (slips.len(), pairs(subject, &slips));
    let (zh, en) = (pairs.zh, pairs.en);
    tell(
        &STRAY_TRADITIONAL,
        subject,
        &slips,
        text! { zh: "有 {count} 处全角的字母、数字：{zh}", en: "full-width letters or numbers: {en}" },
        findings,
    )
    .help(text! { zh: "用半角：关掉输入法的全角状态再输入", en: "write ASCII" })
    .key("wide");
}

/// The runs, those joined that full-width signs of an address or a number hold together: `１．５`, `ｈｔｔｐ：／／`, `１，０００`.
fn joined(text: &str, runs: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for run in runs {
        let is_digit = |c: Option<char>| c.is_some_and(|c| ('０'..='９').contains(&c));
        if let Some(last) = joined.last_mut()
            && let Some(between) = text.get(last.end..run.start)
        {
            let holds = match between {
                "，" => {
                    is_digit(text[..last.end].chars().next_back())
                        && run.len() == 9
                        && text[run.clone()].chars().all(|c| is_digit(Some(c)))
                }
                "？" | "：／／" => true,
                _ => between.strip_prefix(HOLDING) == Some(""),
            };
            if holds {
                last.end = run.end;
                continue;
            }
        }
        joined.push(run.clone());
    }
    // A sign that holds a run to what is ASCII already goes with it: `zhang＠ｂ．ｃｎ`.
    for run in &mut joined {
        let is_ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let (left, right) = (&text[..run.start], &text[run.end..]);
        if let Some(rest) = left.strip_suffix(HOLDING)
            && is_ascii(rest.chars().next_back())
        {
            run.start = rest.len();
        }
        if let Some(rest) = right.strip_prefix(HOLDING)
            && is_ascii(rest.chars().next())
        {
            run.end = text.len() - rest.len();
        }
    }
    joined
}

/// Full-width signs within an address or a number.
const HOLDING: [char; 8] = ['．', '／', '＠', '－', '＿', '＝', '＆', '＃'];

/// Whether the run is, or is part of, so many digits that they may be somebody's number: that is told by rules that do not print it.
fn may_be_private(text: &str, range: &Range<usize>) -> bool {
    let is_part = |it: char| {
        it.is_ascii_digit()
            || matches!(
                it,
                '０'..='９' | 'x' | 'X' | 'Ｘ' | 'ｘ' | '*' | '-' | '－' | '—' | '·' | '.' | '（' | '）' | '(' | ')'
            )
            || it.is_whitespace()
    };
    let left = before(text, range.start, 120);
    let left = &left[left.trim_end_matches(is_part).len()..];
    let right = after(text, range.end, 120);
    let right = &right[..right.len() - right.trim_start_matches(is_part).len()];
    let digits = |it: &str| it.chars().filter(|it| it.is_numeric()).count();
    digits(left) + digits(&text[range.clone()]) + digits(right) >= 7
}

/// Whether letters in ASCII between `start` and `end` stay what they are to Markdown: digits and a sign at a line's beginning
/// are the number of an item.
fn is_plain(subject: &Subject<'_>, start: usize, end: usize) -> bool {
    let begins = subject.text[..start].trim_end_matches([' ', '\u{3000}']).ends_with('\n');
    let signed = subject.text[end..].starts_with(['.', ')', '-']);
    !(begins && signed)
}

fn doubled(subject: &Subject<'_>, found: &Found, findings: &mut Findings) {
    let slips: Vec<Slip> = found
        .doubled
        .iter()
        .filter(|it| is_shown(subject, it.start) && !is_quoted(subject.text, it))
        .filter_map(|range| {
            let signs: Vec<char> = subject.text.get(range.clone())?.chars().collect();
            let same = signs.iter().all(|it| *it == signs[0]);
            let mended = match signs[0] {
                // What was meant as six dots.
                '。' if same && signs.len() >= 3 => "……".to_owned(),
                first if same => first.to_string(),
                // The sign that ends more is the one that was meant.
                _ => signs.iter().find(|it| **it == '。').or(signs.last())?.to_string(),
            };
            Some(Slip { range: range.clone(), mended: Some(mended), safe: same && signs.len() == 2 })
        })
        .collect();
    if slips.is_empty() {
        return;
    }
    let (count, pairs) = (slips.len(), pairs(subject, &slips));
    let (zh, en) = (pairs.zh, pairs.en);
    tell(
        &STRAY_TRADITIONAL,
        subject,
        &slips,
        text! { zh: "有 {count} 处标点重复：{zh}", en: "signs of punctuation that follow each other: {en}" },
        findings,
    )
    .help(text! { zh: "只留一个", en: "keep one" })
    .key("doubled");
}

/// Whether the signs are spoken of: nothing else stands between the marks around them.
fn is_quoted(text: &str, range: &Range<usize>) -> bool {
    text[..range.start].ends_with(['“', '‘', '「', '`']) && text[range.end..].starts_with(['”', '’', '」', '`'])
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    #[test]
    fn signs_and_widths_are_told() {
        for (text, part) in [
            ("联系人：：办公室。", "“：：”改为“：”"),
            ("汛期已到，，请落实值守。。", "有 2 处标点重复"),
            ("内容待定。。。", "“。。。”改为“……”"),
            ("各科室、，请落实。", "“、，”改为“，”"),
            ("采用ＰＰＰ模式，投资１２００万元。", "“ＰＰＰ”改为“PPP”，“１２００”改为“1200”"),
        ] {
            let told = told(text);
            assert!(told.iter().any(|it| it.0 == "GK1701" && it.1.contains(part)), "{text}: {told:?}");
        }
        for text in [
            "汛期已到，请落实值守。（见附件）、（见目录）。",
            "身份证 １１０１０５ １９４９１２３１ ００２Ｘ",
            "《办法》、《细则》，“甲”、“乙”。",
            "2018年6月，共ABC三类……",
            "好！！",
            "标点“，，”重复",
        ] {
            assert!(told(text).is_empty(), "{text}: {:?}", told(text));
        }
    }
}
