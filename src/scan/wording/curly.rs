//! 1701: quotation marks that are straight, or turned the wrong way.

use super::{
    find::Found,
    place::{is_hanzi, is_shown},
    stray::STRAY_TRADITIONAL,
    told::{Slip, tell},
};
use crate::{diagnostic::Findings, scan::subject::Subject};

/// Answers whether some are turned the wrong way, or may be.
pub(super) fn entry(subject: &Subject<'_>, found: &Found, findings: &mut Findings) -> bool {
    if found.straight.len() > 1 {
        straight(subject, &found.straight, findings);
    }
    found.curly.len() > 1 && turned(subject, &found.curly, findings)
}

/// Tells `"` around or beside hanzi; of each line only where they pair.
fn straight(subject: &Subject<'_>, marks: &[usize], findings: &mut Findings) {
    let text = subject.text;
    let mut slips = Vec::new();
    let mut from = 0;
    while let Some(&first) = marks.get(from) {
        let end = text[first..].find('\n').map_or(text.len(), |at| first + at);
        let count = marks[from..].iter().take_while(|it| **it < end).count();
        let line: Vec<usize> =
            marks[from..from + count].iter().copied().filter(|it| is_written(subject, *it)).collect();
        from += count;
        if !line.len().is_multiple_of(2) {
            continue;
        }
        for pair in line.chunks_exact(2) {
            let (open, close) = (pair[0], pair[1]);
            let inside = &text[open + 1..close];
            let quotes = inside.starts_with(is_hanzi) || inside.ends_with(is_hanzi) || inside.starts_with('《');
            if quotes && inside.trim() == inside {
                let slip =
                    |at: usize, mended: &str| Slip { range: at..at + 1, mended: Some(mended.to_owned()), safe: true };
                // A quotation within a quotation.
                let before = text[..open].rsplit('\n').next().unwrap_or_default();
                let is_inner = before.matches('“').count() > before.matches('”').count();
                let marks = if is_inner { ["‘", "’"] } else { ["“", "”"] };
                slips.extend([slip(open, marks[0]), slip(close, marks[1])]);
            }
        }
    }
    if slips.is_empty() {
        return;
    }
    let count = slips.len() / 2;
    tell(
        &STRAY_TRADITIONAL,
        subject,
        &slips,
        text! { zh: "有 {count} 处引号是英文的", en: "quotations with straight marks: {count}" },
        findings,
    )
    .help(text! { zh: "中文的引号是“”", en: "Chinese ones are “”" })
    .key("straight");
}

/// Whether the mark at byte `at` is one of the text: in a tag or the title of a link it is none; one behind a backslash is meant.
fn is_written(subject: &Subject<'_>, at: usize) -> bool {
    // An inch, a second of arc.
    !subject.text[..at].ends_with(|c: char| c.is_ascii_digit() || c == '\\') && is_shown(subject, at)
}

/// Tells `”…“`, `“…“` and `”…”`, where every mark before them has its other half.
fn turned(subject: &Subject<'_>, marks: &[usize], findings: &mut Findings) -> bool {
    let text = subject.text;
    let mut slips = Vec::new();
    let mut from = 0;
    while let Some(&first) = marks.get(from) {
        let end = text[first..].find('\n').map_or(text.len(), |at| first + at);
        let count = marks[from..].iter().take_while(|it| **it < end).count();
        let line = &marks[from..from + count];
        from += count;
        let open = |at: usize| text[at..].starts_with('“');
        // A quotation of several paragraphs opens each and closes the last: from there on nothing is certain.
        let opened = line.iter().filter(|it| open(**it)).count();
        let sound = line.iter().enumerate().all(|(place, it)| open(*it) == place.is_multiple_of(2));
        if sound && opened * 2 == count {
            continue;
        }
        if !count.is_multiple_of(2) {
            break;
        }
        let pairs = line.chunks_exact(2).filter(|pair| !open(pair[0]) || open(pair[1]));
        for pair in pairs {
            let (start, stop) = (pair[0], pair[1]);
            let inside = &text[start + 3..stop];
            // Only what is a word or a sentence in one piece.
            let one = !inside.is_empty() && inside.chars().count() <= 30 && !inside.contains(['。', '；', '|']);
            let begins = text[..start].chars().next_back().is_none_or(|c| !"。！？……".contains(c));
            if !one || !begins || !is_shown(subject, start) {
                return true;
            }
            let slip =
                |at: usize, mended: &str| Slip { range: at..at + 3, mended: Some(mended.to_owned()), safe: false };
            if !open(start) {
                slips.push(slip(start, "“"));
            }
            if open(stop) {
                slips.push(slip(stop, "”"));
            }
        }
    }
    if slips.is_empty() {
        return false;
    }
    let count = slips.len();
    tell(
        &STRAY_TRADITIONAL,
        subject,
        &slips,
        text! { zh: "有 {count} 个引号的方向反了", en: "quotation marks turned the wrong way: {count}" },
        findings,
    )
    .help(text! { zh: "左边是“，右边是”", en: "“ opens, ” closes" })
    .key("turned");
    true
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;

    #[test]
    fn marks_of_quotations_are_told() {
        for (text, part) in [
            ("落实\"放管服\"改革。", "有 1 处引号是英文的"),
            ("推进\"互联网+\"行动和\"一网通办\"。", "有 2 处引号是英文的"),
            ("”两不愁三保障”政策。", "有 1 个引号的方向反了"),
            ("落实”放管服“改革。", "有 2 个引号的方向反了"),
            ("落实“放管服“改革。", "有 1 个引号的方向反了"),
            ("落实”放管服”改革。", "有 1 个引号的方向反了"),
        ] {
            let told = told(text);
            assert!(told.iter().any(|it| it.0 == "GK1701" && it.1.contains(part)), "{text}: {told:?}");
        }
        for text in [
            "落实“放管服”改革，推进“互联网+”。",
            "“第一段。\n\n“第二段。”\n\n另有“三公”经费。",
            "屏幕尺寸 15\" 和 17\" 两种。",
            "[附件](a.pdf \"附件一\")",
            "<span title=\"说明\">文字</span>",
            "`\"甲\"`",
            "English \"quoted\" words.",
        ] {
            assert!(told(text).iter().all(|it| it.0 != "GK1701"), "{text}: {:?}", told(text));
        }
    }
}
