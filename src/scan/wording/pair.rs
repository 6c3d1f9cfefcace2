//! 1701: marks that come in pairs: one of them missing, or the pair written twice.
//!
//! Title marks do not reach beyond a paragraph. Quotations do: of several paragraphs each begins with “ and the last one ends with ”, so
//! what lacks its other half is known only at the end of the text.

use std::ops::Range;

use super::{
    find::Found,
    place::is_shown,
    stray::STRAY_TRADITIONAL,
    told::{Slip, tell},
};
use crate::{diagnostic::Findings, record::schema, scan::subject::Subject};

/// Pairs of which a second one right around the first is a slip of the hand.
const PAIRS: [(&str, &str); 3] = [("（", "）"), ("《", "》"), ("“", "”")];
/// Letters quoted of what lacks its half.
const QUOTED: usize = 10;
/// Examples in a message.
const EXAMPLES: usize = 3;

/// Looks at the title and the text; where quotation marks are turned, which of them lacks its half nobody knows.
pub(super) fn entry(subject: &Subject<'_>, found: &Found, is_turned: bool, findings: &mut Findings) {
    let title = subject.record.field(schema::Entry::TITLE).map(|it| it.range.bytes());
    let (start, body) = subject.body_text();
    let body = start..start + body.len();
    let mut halves = Vec::new();
    let mut doubled = Vec::new();
    for (part, is_title) in title.into_iter().map(|it| (it, true)).chain([(body, false)]) {
        let Some(text) = subject.text.get(part.clone()) else { continue };
        let curly: Vec<usize> = found.curly.iter().copied().filter(|it| part.contains(it)).collect();
        // Of an even number in a title those that are turned are told as such.
        if !(is_turned || is_title && curly.len().is_multiple_of(2)) {
            quotations(subject.text, &curly, &mut halves);
        }
        let marks: Vec<(usize, bool)> = found.titles.iter().copied().filter(|it| part.contains(&it.0)).collect();
        titles(part.start, text, &marks, &mut halves);
        let nested = found.nested.iter().copied().filter(|it| part.contains(it));
        twice(subject.text, nested, &mut doubled);
    }
    halves.retain(|&at| is_shown(subject, at) && !is_spoken_of(subject.text, at));
    doubled.retain(|it| is_shown(subject, it.start));
    if !halves.is_empty() {
        halves.sort_unstable();
        unpaired(subject, &halves, findings);
    }
    if !doubled.is_empty() {
        doubles(subject, &doubled, findings);
    }
}

/// The marks among `curly` without their other half.
fn quotations(text: &str, curly: &[usize], halves: &mut Vec<usize>) {
    let mut open: Vec<usize> = Vec::new();
    for &at in curly {
        if text[at..].starts_with('“') {
            let line = text[..at].rsplit('\n').next().unwrap_or_default();
            let begins = line.trim_matches([' ', '\u{3000}', '\t', '>', '*', '-', '#']).is_empty();
            // A quotation that goes on in this paragraph.
            if !begins || open.is_empty() {
                open.push(at);
            }
        } else if open.pop().is_none() && !text[..at].ends_with(|c: char| c.is_ascii_digit()) {
            halves.push(at);
        }
    }
    halves.extend(open);
}

/// Those of `marks`, title marks in `part`, which begins at byte `start`, without their other half in their paragraph.
fn titles(start: usize, part: &str, marks: &[(usize, bool)], halves: &mut Vec<usize>) {
    let mut rest = marks;
    // What lacks its half in its paragraph, in order; a printed text may be cut within a title.
    let mut left: Vec<(usize, bool)> = Vec::new();
    while let Some(&(first, _)) = rest.first() {
        let end = blank_line(&part[first - start..]).map_or(start + part.len(), |it| first + it);
        let (own, others) = rest.split_at(rest.partition_point(|it| it.0 < end));
        rest = others;
        let mut own = alone(own);
        // 首页》概况》机构: arrows.
        if own.iter().filter(|it| !it.1).count() > 1 {
            own.retain(|it| it.1);
        }
        left.extend(own);
    }
    let mut open: Vec<usize> = Vec::new();
    for (at, opens) in left {
        if opens {
            open.push(at);
        // A title that is cut goes on with the next words: no sentence ends within it.
        } else if open.last().is_some_and(|&it| !part[it - start..at - start].contains('。')) {
            open.pop();
        } else {
            halves.push(at);
        }
    }
    halves.extend(open);
}

/// Those of `marks`, each with whether it opens, without their other half, in order.
fn alone(marks: &[(usize, bool)]) -> Vec<(usize, bool)> {
    let (mut open, mut left) = (Vec::new(), Vec::new());
    for &mark in marks {
        if mark.1 {
            open.push(mark);
        } else if open.pop().is_none() {
            left.push(mark);
        }
    }
    left.extend(open);
    left.sort_unstable();
    left
}

/// Where the first line without letters begins.
fn blank_line(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if at > 0 && line.trim().is_empty() {
            return Some(at);
        }
        at += line.len();
    }
    None
}

/// Both halves of the outer pair where one pair stands right around another, （（…））, of those that begin at `nested`.
fn twice(text: &str, nested: impl Iterator<Item = usize>, doubled: &mut Vec<Range<usize>>) {
    for at in nested {
        let Some((open, close)) = PAIRS.into_iter().find(|it| text[at..].starts_with(it.0)) else { continue };
        let inside = at + open.len() * 2;
        let line = text[inside..].split('\n').next().unwrap_or_default();
        let end = line.find([open, close].map(|it| it.chars().next().unwrap_or_default()));
        let is_whole = |end: &usize| line[*end..].starts_with(&close.repeat(2));
        if let Some(end) = end.filter(|&end| end > 0).filter(is_whole) {
            let end = inside + end;
            doubled.extend([at..at + open.len(), end..end + close.len()]);
        }
    }
}

/// Whether nothing but the mark at byte `at` stands between the quotation marks around it, or it stands in them: 书名号“《”.
fn is_spoken_of(text: &str, at: usize) -> bool {
    text[..at].ends_with(['“', '‘', '「', '`', '"']) && text[at + 3..].starts_with(['”', '’', '」', '`', '"'])
}

fn unpaired(subject: &Subject<'_>, halves: &[usize], findings: &mut Findings) {
    let slips: Vec<Slip> = halves.iter().map(|&at| Slip { range: at..at + 3, mended: None, safe: false }).collect();
    let shown: Vec<String> = halves.iter().take(EXAMPLES).map(|&at| around(subject.text, at)).collect();
    let more = halves.len() > shown.len();
    let (zh, en) = (shown.join("；") + if more { "……" } else { "" }, shown.join("; ") + if more { " …" } else { "" });
    let count = slips.len();
    tell(
        &STRAY_TRADITIONAL,
        subject,
        &slips,
        text! { zh: "有 {count} 处引号、书名号只有一半：{zh}", en: "quotation or title marks without their other half ({count}): {en}" },
        findings,
    )
    .help(text! { zh: "对照原件补上缺的一半；多余的删去", en: "write the other half as the original has it, or delete this one" })
    .key("unpaired");
}

/// The mark at byte `at` with the words on its inner side. What may be somebody's number is not printed.
fn around(text: &str, at: usize) -> String {
    let opens = text[at..].starts_with(['“', '《']);
    let words: String = if opens {
        text[at..].chars().take(QUOTED).take_while(|it| *it != '\n').collect()
    } else {
        let end = at + 3;
        let back: Vec<char> = text[..end].chars().rev().take(QUOTED).take_while(|it| *it != '\n').collect();
        back.into_iter().rev().collect()
    };
    let digits = words.chars().filter(|it| it.is_numeric()).count();
    if digits < 5 { words } else { text[at..].chars().take(1).collect() }
}

fn doubles(subject: &Subject<'_>, doubled: &[Range<usize>], findings: &mut Findings) {
    let mut slips: Vec<Slip> =
        doubled.iter().map(|it| Slip { range: it.clone(), mended: Some(String::new()), safe: true }).collect();
    slips.sort_by_key(|it| it.range.start);
    let count = slips.len() / 2;
    let shown: String = subject.text[slips[0].range.start..].chars().take(2).collect();
    tell(
        &STRAY_TRADITIONAL,
        subject,
        &slips,
        text! { zh: "有 {count} 处括号、引号、书名号写了两层：{shown}", en: "brackets or marks written twice around the same words ({count}): {shown}" },
        findings,
    )
    .help(text! { zh: "只留一层", en: "keep one pair" })
    .key("doubled-pairs");
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    fn said(text: &str) -> Vec<String> {
        told(text).into_iter().filter(|it| it.0 == "GK1701").map(|it| it.1).collect()
    }

    #[test]
    fn halves_and_doubled_pairs_are_told() {
        for (text, part) in [
            ("按照《防汛条例执行。", "只有一半：《防汛条例执行。"),
            ("按照防汛条例》执行。", "只有一半：按照防汛条例》"),
            ("落实“放管服改革。\n\n各科室执行。", "只有一半：“放管服改革。"),
            ("落实放管服”改革。", "只有一半：落实放管服”"),
            ("推进“一网通办。\n\n落实“放管服”改革。", "只有一半：“一网通办。"),
            ("请落实值守（（见附件））。", "有 1 处括号、引号、书名号写了两层：（（"),
            ("按照《《防汛条例》》执行。", "写了两层：《《"),
            ("依据《取水条例规定，办理许可。\n\n依据水法》的规定办理。", "有 2 处"),
        ] {
            let told = said(text);
            assert!(told.iter().any(|it| it.contains(part)), "{text}: {told:?}");
        }
        for text in [
            "“第一段。\n\n“第二段。”\n\n另有“三公”经费。",
            "修改为：“第三条　各单位应当值守。\n\n“第四条　各单位应当报告。”",
            "按照《关于印发〈办法〉的通知》和《《条例》实施细则》执行。",
            "首页》概况》机构职能",
            "根据《关于修改〈土地\n\n管理法〉的决定》修正。",
            "书名号“《”和“》”成对使用，引号“和”也是。",
            "（（一）第一项）",
            "屏幕 15” 一种。",
            "`（（甲））`",
            "当前位置：`《`",
            "由甲说：“先做这件。\n\n再做那件。”",
        ] {
            assert!(said(text).is_empty(), "{text}: {:?}", said(text));
        }
    }
}
