//! The day below a document's signature (落款), which is the day it was made.

use std::ops::Range;

use super::date::dates;
use crate::day::Day;

/// Bytes at the end of a text in which a signature is looked for: behind it stand a note, a list of attachments, copies.
const TAIL: usize = 1500;

/// What says where the seal is.
const SEAL: [char; 10] = ['）', ')', '章', '印', '盖', '公', '（', '(', ' ', '\u{3000}'];

/// Bytes of the longest line that may be a day with what places it.
const LINE: usize = 400;

/// What the names of those who sign end with.
const SIGNERS: &str = "局府委办厅会院部处室心所队组团司站校馆社行署科党段区县镇乡市街道园";

/// The day below the signature, and where it stands.
pub(super) fn sign_off(body: &str) -> Option<(Range<usize>, Day)> {
    let from = (body.len().saturating_sub(TAIL)..=body.len()).find(|&at| body.is_char_boundary(at))?;
    let found = ends_with_day(&body[from..]).then(|| lone_days(&body[from..]))?;
    let found = found.into_iter().rev().find(|it| it.signed)?;
    Some((from + found.range.start..from + found.range.end, found.day))
}

/// Whether `day` stands on a line of its own anywhere: a text with a document attached has several.
pub(super) fn has_lone(body: &str, day: Day) -> bool {
    lone_days(body).iter().any(|it| it.day == day)
}

/// Whether a line of `text` may end with a day: most texts have none.
fn ends_with_day(text: &str) -> bool {
    memchr::memmem::find_iter(text.as_bytes(), "日").any(|at| {
        let rest = text[at + "日".len()..].trim_start_matches([' ', '\u{3000}', '\t', '\r', '*', '_', '\\']);
        rest.is_empty() || rest.starts_with(['\n', '<', '&'])
    })
}

/// A day on a line of its own.
struct Lone {
    range: Range<usize>,
    day: Day,
    /// Whether a signature stands above it, or before it.
    signed: bool,
}

fn lone_days(text: &str) -> Vec<Lone> {
    let mut found = Vec::new();
    let (mut at, mut above) = (0, "");
    for line in text.split_inclusive('\n') {
        let begin = at;
        at += line.len();
        let end = line.trim_end();
        if end.is_empty() {
            continue;
        }
        // A longer line is no signature; few lines end with a day, or with what places it.
        if end.len() <= LINE && end.ends_with(['日', '>', '*', '_', '\\', ';']) && end.contains('日') {
            found.extend(lone_day(line, begin, above));
        }
        if end.chars().any(|it| !matches!(it, '>' | ' ') && !SEAL.contains(&it)) {
            above = end;
        }
    }
    found
}

/// The day that `line`, which begins at byte `begin`, consists of, or ends with behind a signature.
fn lone_day(line: &str, begin: usize, above: &str) -> Option<Lone> {
    let bare = bare(line);
    let found = dates(bare);
    let [dated] = &found[..] else { return None };
    let day = dated.whole().filter(|_| bare.ends_with('日') && dated.range.end == bare.len())?;
    let before = bare[..dated.range.start].trim();
    let signed = is_signature(if before.is_empty() { self::bare(above) } else { before });
    let start = begin + line.find(bare)?;
    let range = start + dated.range.start..start + dated.range.end;
    (before.is_empty() || signed).then_some(Lone { range, day, signed })
}

/// A line without the signs and tags that place it right.
fn bare(line: &str) -> &str {
    let blank = |it: char| it.is_whitespace() || matches!(it, '*' | '_' | '\\');
    let mut rest = line.trim_matches(blank).trim_start_matches(['>', ' ']).trim_matches(blank);
    loop {
        let before = rest;
        for space in ["&nbsp;", "&emsp;", "&ensp;"] {
            rest = rest.trim_start_matches(space).trim_end_matches(space);
        }
        if rest.starts_with('<') {
            rest = rest.find('>').map_or(rest, |end| &rest[end + 1..]);
        }
        if rest.ends_with('>') {
            rest = rest.rfind('<').map_or(rest, |open| &rest[..open]);
        }
        rest = rest.trim_matches(blank);
        if rest == before {
            return rest;
        }
    }
}

/// Whether a line may be the name of a body that signs, or its seal.
fn is_signature(line: &str) -> bool {
    let name = line.trim_end_matches(SEAL);
    name.chars().count() <= 60
        && !line.contains(['。', '；', '：', ':', '，', '|', '#', '、'])
        && name.ends_with(|it| SIGNERS.contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_are_read_as_offices_set_them() {
        for text in [
            "特此通知。\n\n示例县水利局\n\n2018年6月20日\n",
            "特此通知。\n\n　　　　　　示例县人民政府办公室\n　　　　　　2018年6月20日\n\n（此件公开发布）\n",
            "示例县水利局　　2018年6月20日\n",
            "示例县水利局（盖章）\n2018年6月20日",
            "示例县水利局\n\n（印章）\n\n2018年6月20日",
            "示例县水利局 示例县财政局\n二〇一八年六月二十日\n",
            "**示例县水利局**\n\n**2018年06月20日**\n",
            "<p align=\"right\">示例县水利局</p>\n<p align=\"right\">2018年6月20日</p>\n",
            "&emsp;&emsp;示例县水利局  \n&emsp;&emsp;2018 年 6 月 20 日\n",
            "> 示例县水利局\n>\n> ２０１８年６月２０日\n",
            "示例县水利局\\\n2018年6月20日\n\n抄送：县委办公室。\n\n附件：1.名单\n",
        ] {
            assert_eq!(sign_off(text).map(|it| it.1.to_string()).as_deref(), Some("2018-06-20"), "{text}");
        }
    }

    #[test]
    fn other_days_are_no_signature() {
        for text in [
            "",
            "示例县水利局于2018年6月20日发布通知。\n",
            "| 单位 | 日期 |\n| --- | --- |\n| 水利局 | 2018年6月20日 |\n",
            "公示时间：\n2018年6月20日\n",
            "2018年6月20日\n\n示例县水利局\n",
            "会议时间\n\n2018年6月20日\n",
            "示例县水利局\n2018年6月\n",
            "示例县水利局\n2018年2月30日\n",
            "示例县水利局\n2018年6月20日至6月22日\n",
        ] {
            assert_eq!(sign_off(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "[局府 \n\u{3000}<>p&nbsp;*0-9年月日]{0,80}|.*") {
            if let Some((range, _)) = sign_off(&text) {
                assert!(text.get(range).is_some());
            }
        }
    }
}
