//! The door of the room: an entry's text, looked at by its lines.

use std::sync::LazyLock;

use memchr::memchr2;

use super::{
    heading, indented,
    line::{Line, lines},
    link, list, office, sign, swallowed, table,
};
use crate::{diagnostic::Findings, scan::subject::Subject, source::Needles};

/// The full-width bar, which separates cells for who typed it.
const BAR: &str = "｜";

static NEEDLES: LazyLock<Needles> = LazyLock::new(|| Needles::new(link::BRACKETS.iter().chain([&BAR])));

/// Looks at the text of an entry. Most texts have lines of their own only, beginning with a hanzi: those are left at once.
pub fn entry(subject: &Subject<'_>, findings: &mut Findings) {
    let (start, body) = subject.body_text();
    let (mut brackets, mut barred) = (Vec::new(), false);
    NEEDLES.find_in(body.as_bytes(), |sign, at| match link::BRACKETS.get(sign) {
        Some(it) => brackets.push((start + at, *it)),
        None => barred = true,
    });
    indented::entry(subject, findings);
    link::entry(subject, &brackets, findings);
    office::tags(subject, findings);
    office::pages(subject, findings);
    sign::entry(subject, findings);
    swallowed::entry(subject, findings);
    let layout = subject.layout;
    let bytes = subject.text.as_bytes();
    let joined = layout.lines.iter().any(|it| it.joined);
    let marked = layout.lines.iter().any(|it| {
        let line = bytes.get(it.at as usize..).unwrap_or_default();
        matches!(line, [b' ' | b'\t' | b'#' | b'-' | b'+', ..] | [0xef, 0xbc, 0x83, ..])
    });
    let celled = barred || memchr2(b'\t', b'|', body.as_bytes()).is_some();
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
