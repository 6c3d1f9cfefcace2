//! The door of the room: an entry's text, looked at by its lines.

use memchr::{memchr2, memmem};

use super::{
    heading, indented,
    line::{Line, lines},
    link, list, office, swallowed, table,
};
use crate::{diagnostic::Findings, scan::subject::Subject};

/// Looks at the text of an entry. Most texts have lines of their own only, beginning with a hanzi: those are left at once.
pub fn entry(subject: &Subject<'_>, findings: &mut Findings) {
    indented::entry(subject, findings);
    link::entry(subject, findings);
    office::tags(subject, findings);
    office::pages(subject, findings);
    swallowed::entry(subject, findings);
    let layout = subject.layout;
    let (_, body) = subject.body_text();
    let bytes = subject.text.as_bytes();
    let joined = layout.lines.iter().any(|it| it.joined);
    let marked = layout.lines.iter().any(|it| {
        let line = bytes.get(it.at as usize..).unwrap_or_default();
        matches!(line, [b' ' | b'\t' | b'#' | b'-' | b'+', ..] | [0xef, 0xbc, 0x83, ..])
    });
    let celled =
        memchr2(b'\t', b'|', body.as_bytes()).is_some() || memmem::find(body.as_bytes(), "｜".as_bytes()).is_some();
    if !(joined || marked || celled) {
        return;
    }
    let lines: Vec<Line<'_>> = lines(subject.text, &layout.lines);
    let mut tabled = Vec::new();
    let set_apart = |it: &Line<'_>| it.joined && (it.text.contains("  ") || it.text.contains("\u{3000}\u{3000}"));
    if celled || lines.iter().any(set_apart) {
        tabled = table::entry(subject, &lines, findings);
    }
    let rest: Vec<Line<'_>> = lines.into_iter().filter(|it| tabled.binary_search(&it.start).is_err()).collect();
    if joined || marked {
        heading::entry(subject, &rest, findings);
        list::entry(subject, &rest, findings);
    }
}
