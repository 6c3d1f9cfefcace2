//! What stands around a place of a text.

use std::ops::Range;

use crate::scan::{
    pasted::is_code,
    subject::{Subject, after, before},
};

/// Bytes looked at on either side.
const NEAR: usize = 600;

/// Whether a reader sees byte `at` as a letter of the text: no code, no address, nothing within a tag.
pub(super) fn is_shown(subject: &Subject<'_>, at: usize) -> bool {
    if at < subject.body.start as usize {
        return true;
    }
    let layout = subject.layout;
    let spans = layout.links.iter().map(|it| it.range).chain(layout.images.iter().map(|it| it.range));
    for span in spans.map(crate::source::Range::bytes).filter(|it| it.contains(&at)) {
        let written = subject.text.get(span.start..at).unwrap_or_default();
        // Text comes first, the address after it; a bare address is all address.
        let bare = !written.is_empty() && !written.starts_with(['[', '!', '<']) || written.starts_with("<http");
        if bare || written.contains("](") {
            return false;
        }
    }
    let line = before(subject.text, at, NEAR).rsplit('\n').next().unwrap_or_default();
    let in_tag = line.rfind('<').is_some_and(|open| {
        let tag = &line[open + 1..];
        !tag.contains('>') && tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!')
    });
    !in_tag
        && !is_definition(line)
        && !is_raw(subject.text, at)
        && !is_address(subject.text, at)
        && !is_code(subject, at)
}

/// Whether what follows `line`, the start of a line, is of a link's definition: `[1]: a.pdf "附件"`, or its label.
fn is_definition(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '>']);
    line.starts_with('[') && (line.contains("]:") || !line.contains(']')) && !line.starts_with("[^")
}

/// Whether byte `at` stands in `<pre>` or `<code>`.
fn is_raw(text: &str, at: usize) -> bool {
    let left = before(text, at, NEAR);
    [("<pre", "</pre"), ("<code", "</code")]
        .iter()
        .any(|(open, close)| left.rfind(open).is_some_and(|it| left.rfind(close).is_none_or(|end| end < it)))
}

/// Endings of names of files.
const FILES: [&str; 12] =
    [".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".pdf", ".zip", ".rar", ".txt", ".jpg", ".csv"];

/// Whether byte `at` stands in an address of the web or of mail, or in the name of a file.
fn is_address(text: &str, at: usize) -> bool {
    let parts = |c: char| c.is_whitespace() || "，。；、（）《》“”‘’！？|<>[]\"".contains(c);
    let left = before(text, at, NEAR);
    let left = &left[left.rfind(parts).map_or(0, |it| it + left[it..].chars().next().map_or(1, char::len_utf8))..];
    let right = after(text, at, NEAR);
    let right = &right[..right.find(parts).unwrap_or(right.len())];
    let word = [left, right].concat();
    let mail = word.split_once('@').is_some_and(|(_, host)| host.contains('.'));
    left.contains("://") || left.starts_with("www.") || mail || FILES.iter().any(|it| right.ends_with(it))
}

/// The line that `range` stands in, or what is near of a long one.
pub(super) fn line<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    let left = before(text, range.start, NEAR);
    let from = range.start - left.rsplit('\n').next().unwrap_or_default().len();
    let right = after(text, range.end, NEAR);
    let to = range.end + right.split('\n').next().unwrap_or_default().len();
    &text[from..to]
}

/// The run of hanzi that `range` stands in; one in brackets belongs to what is around them: 镇（乡）人民政府.
pub(super) fn clause(text: &str, range: &Range<usize>) -> Range<usize> {
    let left = before(text, range.start, NEAR);
    let joins = |letter: char| is_hanzi(letter) || matches!(letter, '（' | '）');
    let from = range.start - (left.len() - left.trim_end_matches(joins).len());
    let right = after(text, range.end, NEAR);
    let to = range.end + right.len() - right.trim_start_matches(joins).len();
    from..to
}

pub(super) fn is_hanzi(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

const OPEN: [char; 8] = ['“', '‘', '《', '「', '『', '〈', '"', '\''];
const CLOSE: [char; 8] = ['”', '’', '》', '」', '』', '〉', '"', '\''];

/// What is quoted around `range` in its line, the marks left out.
pub(super) fn quoted<'t>(text: &'t str, range: &Range<usize>) -> Option<&'t str> {
    let left = before(text, range.start, NEAR);
    let left = left.rsplit('\n').next().unwrap_or_default();
    let right = after(text, range.end, NEAR);
    let right = right.split('\n').next().unwrap_or_default();
    let (from, open) = left.char_indices().rev().find(|it| OPEN.contains(&it.1) || CLOSE.contains(&it.1))?;
    let pair = OPEN.iter().position(|it| *it == open)?;
    let to = right.find(CLOSE[pair])?;
    let begin = range.start - left.len() + from + open.len_utf8();
    text.get(begin..range.end + to)
}

/// Whether the line speaks of a wrong wording: `“布署”应为“部署”`.
pub(super) fn is_corrected(line: &str) -> bool {
    [
        "应为",
        "应改为",
        "改为",
        "更正",
        "误写",
        "写成",
        "错写",
        "勘误",
        "不能写",
        "写作",
        "错别字",
        "错字",
        "误作",
        "误为",
    ]
    .iter()
    .any(|it| line.contains(it))
}
