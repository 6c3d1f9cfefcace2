//! The document's number, as it is printed above its text.

use std::ops::Range;

use crate::number::{DocumentNumber, document::Form};

/// Lines at the head of a text in which its number may stand.
const LINES: usize = 6;

/// The number that stands on a line of its own near the head of `body`, and where.
pub(super) fn number_above(body: &str) -> Option<(Range<usize>, DocumentNumber)> {
    let mut at = 0;
    let lines = body.split_inclusive('\n').map(|line| {
        at += line.len();
        (at - line.len(), line)
    });
    for (start, line) in lines.filter(|it| !it.1.trim().is_empty()).take(LINES) {
        // The year's bracket is in every number.
        if line.len() > 120 || !line.contains(['〔', '[', '［', '【', '（', '(']) {
            continue;
        }
        let blank = |it: char| it.is_whitespace() || matches!(it, '*' | '_' | '>' | '#' | '\\');
        let mut bare = line.trim_matches(blank);
        for label in ["发文字号", "文号", "文件编号"] {
            if let Some(rest) = bare.strip_prefix(label) {
                bare = rest.trim_start_matches(['：', ':', ' ', '\u{3000}', '*']);
            }
        }
        if let Ok(Form::Standard(number)) = DocumentNumber::parse(bare) {
            let begin = start + line.find(bare).unwrap_or_default();
            return Some((begin..begin + bare.len(), number));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_on_its_own_line_is_the_documents() {
        let read = |text: &str| number_above(text).map(|it| it.1.to_string());
        for (text, number) in [
            ("示局发〔2018〕9号\n\n各科室：\n", Some("示局发〔2018〕9号")),
            ("\n**示局发〔2018〕9号**\n", Some("示局发〔2018〕9号")),
            ("文号：示局发〔2018〕9号\n", Some("示局发〔2018〕9号")),
            ("根据示局发〔2018〕9号文件，\n", None),
            ("一\n\n二\n\n三\n\n四\n\n五\n\n六\n\n示局发〔2018〕9号\n", None),
            ("", None),
        ] {
            assert_eq!(read(text).as_deref(), number, "{text}");
        }
    }
}
