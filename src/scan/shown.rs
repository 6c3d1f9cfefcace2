//! What a reader sees of a text: references resolved, comments and marks gone, cells side by side.
//!
//! Few texts are looked at so: those in which markup stands between digits, or beside a word that may be a mark. For all others
//! the source says the same.

use std::ops::Range;

use memchr::{memchr2_iter, memchr3_iter, memmem};

use crate::{
    markup::{self, Plain},
    number::personal::{self, Personal},
    source,
};

/// A body as it is shown.
pub(super) struct Shown {
    /// Its plain text, a line a block.
    pub plain: Plain,
    /// Where it breaks within a line.
    breaks: Vec<usize>,
    /// Texts of attributes, with the bytes of the body that they come from.
    pub attributes: Vec<(String, source::Range)>,
}

impl Shown {
    /// Renders `body`.
    pub fn of(body: &str) -> Self {
        let document = markup::parse(body);
        let attributes = document.attributes().map(|(text, range)| (decoded(text), range)).collect();
        let plain = document.plain();
        let breaks = plain.places(&document.breaks()).collect();
        Self { plain, breaks, attributes }
    }

    /// Personal numbers in the plain text; none goes on from one block to the next.
    pub fn numbers(&self) -> Personal {
        // A line end that is one byte long and stands between no two groups of digits.
        let mut apart = self.plain.text.clone().into_bytes();
        for line in self.plain.lines.iter().filter(|line| line.start > 0) {
            apart[line.start as usize - 1] = 1;
        }
        // A break may stand within a number wherever a line was full.
        for &at in &self.breaks {
            if let Some(space) = apart.get_mut(at).filter(|it| **it == b' ') {
                *space = b'\x0b';
            }
        }
        let Ok(text) = String::from_utf8(apart) else { return Personal::default() };
        let mut found = personal::find(&text);
        // A tab that someone typed is a blank to readers, and so is the border between two cells that a number was typed over.
        if text.contains('\t') {
            let known: Vec<usize> = found.identities.iter().map(|it| it.range.start).collect();
            let loose = personal::find(&text.replace('\t', " ")).identities;
            found.identities.extend(loose.into_iter().filter(|it| !known.contains(&it.range.start)));
            found.identities.sort_by_key(|it| it.range.start);
        }
        found
    }

    /// The bytes of the file, whose body begins at `start`, that `range` of the plain text comes from.
    pub fn origin(&self, range: Range<usize>, start: usize) -> source::Range {
        self.plain.origin(range).shifted(start)
    }
}

/// An address with its escaped digits and letters read.
fn decoded(text: &str) -> String {
    if !text.contains("%3") {
        return text.to_owned();
    }
    let mut made = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        made.push_str(&rest[..at]);
        let code = rest.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        let code = code.filter(u8::is_ascii_alphanumeric);
        made.push(code.map_or('%', char::from));
        rest = &rest[at + if code.is_some() { 3 } else { 1 }..];
    }
    made.push_str(rest);
    made
}

/// May a number be written in `body` so that its source does not show it: does markup stand between two digits, or is a
/// character written by its code?
pub(super) fn splits_digits(body: &str) -> bool {
    let bytes = body.as_bytes();
    let split = |at: usize| is_between_digits(bytes, at);
    memmem::find(bytes, b"&#").is_some()
        || memmem::find_iter(bytes, b"%3").count() > 10
        || memchr3_iter(b'<', b'*', b'&', bytes).any(split)
        || memchr3_iter(b'[', b']', b'\\', bytes).any(split)
        || memchr3_iter(b'`', b'_', b'~', bytes).any(split)
        || memchr2_iter(b'>', b'\t', bytes).any(split)
        || memmem::find_iter(bytes, b"  \n").any(split)
}

/// Does the last letter before `at`, and the first one behind the markup there, belong to a number?
fn is_between_digits(bytes: &[u8], at: usize) -> bool {
    let gap = bytes[..at].iter().rev().take(16).take_while(|byte| is_markup(**byte)).count();
    let before = &bytes[..at - gap];
    if !(before.last().is_some_and(u8::is_ascii_digit) || before.len() > 2 && is_digit(&before[before.len() - 3..])) {
        return false;
    }
    let mut rest = &bytes[at..];
    for _ in 0..64 {
        rest = match rest {
            [b'<', ..] => after(rest, if rest.starts_with(b"<!--") { b"-->" } else { b">" }),
            [b']', b'(', ..] => after(rest, b")"),
            [b'&', ..] => after(rest, b";"),
            [byte, ..] if is_markup(*byte) => &rest[1..],
            [0xC2, 0xA0 | 0xAD, ..] => &rest[2..],
            [0xE2, 0x80, _, ..] | [0xE3, 0x80, 0x80, ..] | [0xEF, 0xBB, 0xBF, ..] => &rest[3..],
            _ => return is_digit(rest) || rest.starts_with(b"X") || rest.starts_with(b"x"),
        };
    }
    true
}

fn after<'t>(rest: &'t [u8], end: &[u8]) -> &'t [u8] {
    memmem::find(&rest[..rest.len().min(4096)], end).map_or(&[], |found| &rest[found + end.len()..])
}

/// Does a digit stand first?
fn is_digit(bytes: &[u8]) -> bool {
    matches!(bytes, [b'0'..=b'9', ..] | [0xEF, 0xBC, 0x90..=0x99, ..])
}

fn is_markup(byte: u8) -> bool {
    matches!(byte, b'*' | b'_' | b'~' | b'`' | b'[' | b']' | b'\\' | b'>' | b'|' | b'!' | b'-' | b' ' | b'\t' | b'\n')
}

/// May a level of secrecy be written in `body` so that its source does not show it: `绝<b></b>密`, `绝**密**`?
pub(super) fn splits_level(body: &str) -> bool {
    let before = |at: usize| body[..at].bytes().next_back();
    memmem::find_iter(body.as_bytes(), "密")
        .any(|at| matches!(before(at), Some(b'>' | b'*' | b'_' | b'`' | b';' | b'[' | b']' | b')' | b'\\')))
}

/// May the mark at `range` stand alone to a reader, though HTML, a link or an escape stands beside it in `cell`?
pub(super) fn is_wrapped(cell: &str) -> bool {
    cell.len() < 600 && (cell.contains(['<', '&', '\\']) || cell.contains("]("))
}
