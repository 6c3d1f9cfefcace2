//! What a reader sees of a text: references resolved, comments and marks gone, cells side by side.
//!
//! Few texts are looked at so: those in which markup stands between digits, or beside a word that may be a mark. For all others
//! the source says the same.

use std::ops::Range;

use memchr::{memchr_iter, memmem};

use crate::{
    markup::{self, Plain},
    number::{
        identity::Identity,
        personal::{self, Personal},
    },
    source,
};

use super::marks;

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
        // A digit a row, or a block: what is read so is proved by its check character.
        let rows = personal::find(&self.plain.text).identities;
        let over_lines = |it: &Identity| self.plain.text[it.range.clone()].matches('\n').count() > 3;
        found.identities.extend(rows.into_iter().filter(over_lines));
        // A tab that someone typed is a blank to readers, and so is the border between two cells that a number was typed over.
        if text.contains('\t') {
            let known: Vec<usize> = found.identities.iter().map(|it| it.range.start).collect();
            let loose = personal::find(&text.replace('\t', " ")).identities;
            found.identities.extend(loose.into_iter().filter(|it| !known.contains(&it.range.start)));
        }
        found.identities.sort_by_key(|it| it.range.start);
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

/// Are characters written by their codes in `body`, `&#49;` or `%31` for 1?
pub(super) fn has_coded_digits(body: &str) -> bool {
    let bytes = body.as_bytes();
    let before = |sign: u8, next: u8| memchr_iter(sign, bytes).filter(move |at| bytes.get(at + 1) == Some(&next));
    before(b'&', b'#').next().is_some() || before(b'%', b'3').nth(10).is_some()
}

/// Does markup follow the digit that ends before `at`, and then what may belong to the same number, so that the source does not
/// show it whole?
pub(super) fn splits_digits(bytes: &[u8], at: usize) -> bool {
    let mut rest = &bytes[at..];
    // Most digits are followed by a letter.
    if rest.first().is_none_or(|byte| !(is_markup(*byte) || matches!(byte, b'<' | b'&' | 0xC2 | 0xE2))) {
        return false;
    }
    let mut splits = false;
    for _ in 0..80 {
        splits |= matches!(rest, [b'<' | b'*' | b'&' | b'[' | b']' | b'\\' | b'`' | b'_' | b'~' | b'>' | b'\t', ..]);
        rest = match rest {
            [b'<', ..] => after(rest, if rest.starts_with(b"<!--") { b"-->" } else { b">" }),
            [b']', b'(', ..] => after(rest, b")"),
            [b'&', ..] => after(rest, b";"),
            [byte, ..] if is_markup(*byte) => &rest[1..],
            [0xC2, 0xA0 | 0xAD, ..] => &rest[2..],
            [0xE2, 0x80, _, ..] | [0xE3, 0x80, 0x80, ..] | [0xEF, 0xBB, 0xBF, ..] => &rest[3..],
            _ => return splits && (is_digit(rest) || rest.starts_with(b"X") || rest.starts_with(b"x")),
        };
    }
    splits
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

/// May a level of secrecy be written in `body` so that its source does not show it: `绝<b></b>密`, `绝**密**`, over two lines?
pub(super) fn splits_level(body: &str) -> bool {
    let before = |at: usize| body[..at].bytes().next_back();
    memmem::find_iter(body.as_bytes(), "密")
        .any(|at| matches!(before(at), Some(b'>' | b'*' | b'_' | b'`' | b';' | b'[' | b']' | b')' | b'\\' | b'\n')))
}

/// May the mark at `range` of `text` stand alone, or in brackets, to a reader, though HTML, a link or an escape stands beside it?
/// Of a sentence, which is longer than any stamp without its addresses and tags, no mark is asked.
pub(super) fn is_wrapped(text: &str, range: &Range<usize>) -> bool {
    // 国家秘密, 商业秘密 are spoken of.
    if ["国家", "商业", "工作"].iter().any(|whose| text[..range.start].ends_with(whose)) {
        return false;
    }
    let cell = &text[marks::cell(text, range)];
    if cell.len() >= 600 || !(cell.contains(['<', '&', '\\']) || cell.contains("](")) {
        return false;
    }
    let bracketed = text[..range.start].trim_end_matches(is_fringe).ends_with(['（', '(', '【', '[', '〔', '［', '〖']);
    bracketed || shown_length(cell) <= marks::STAMP
}

/// May stand between a bracket and the mark in it.
fn is_fringe(char: char) -> bool {
    char.is_ascii_alphanumeric() || char.is_whitespace() || "<>*_`&;#\\/\"=-".contains(char)
}

/// How many bytes of `cell` are neither tags nor addresses of links.
fn shown_length(cell: &str) -> usize {
    let mut length = 0;
    let mut rest = cell;
    while let Some(at) = rest.find(['<', ']']) {
        length += at;
        let end = match &rest[at..] {
            tag if tag.starts_with('<') => tag.find('>'),
            link if link.starts_with("](") => link.find(')'),
            _ => Some(0),
        };
        rest = end.map_or("", |end| &rest[at + end + 1..]);
    }
    length + rest.len()
}
