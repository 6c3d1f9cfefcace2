//! One statement: a comment, a table's head, `key = value`.

use super::{
    SlipKind, SyntaxSlip,
    bracket::value,
    cursor::{Cursor, MARKER},
    header::header,
    plain::plain,
    quote::quoted,
};

/// Reads one statement to the end of its line.
pub(super) fn statement(cursor: &mut Cursor<'_, '_>) {
    cursor.space(true);
    match plain(&cursor.text[cursor.at..]) {
        Some(length) => cursor.step(cursor.at + length),
        None => odd_statement(cursor),
    }
}

/// Reads one statement sign by sign.
pub(super) fn odd_statement(cursor: &mut Cursor<'_, '_>) {
    if cursor.at >= cursor.text.len() || cursor.comment() {
        return;
    }
    match cursor.peek() {
        Some('[' | '【' | '［') => header(cursor),
        _ => {
            if assignment(cursor) {
                tail(cursor);
            }
        }
    }
}

/// Reads `key = value`; whether there was one.
fn assignment(cursor: &mut Cursor<'_, '_>) -> bool {
    let start = cursor.at;
    if !key(cursor) {
        let end = start + cursor.text[start..cursor.line_end().max(start)].trim_end().len();
        cursor.patch(start..end, SlipKind::NoStatement, "");
        cursor.at = cursor.line_end();
        return false;
    }
    cursor.space(false);
    if cursor.at >= cursor.line_end() || cursor.rest().starts_with('#') {
        let at = cursor.last.max(cursor.patched.used());
        cursor.patched.replace(at..at, MARKER);
        cursor.slip(start..cursor.last, SlipKind::MissingValue, None);
        return true;
    }
    value(cursor);
    true
}

/// Reads a key and what follows it up to the value; false where this is none.
pub(super) fn key(cursor: &mut Cursor<'_, '_>) -> bool {
    let start = cursor.at;
    let Some((end, separator)) = key_end(cursor) else { return false };
    let key = cursor.text[start..end].trim_end();
    if key.is_empty() {
        return false;
    }
    cursor.dots(start, key);
    spell(cursor, start, key);
    cursor.step(start + key.len());
    cursor.space(false);
    if cursor.at < end {
        // Space of a kind that nobody types.
        cursor.patched.replace(cursor.at..end, " ");
        cursor.at = end;
    }
    let Some(separator) = separator else {
        cursor.patch(cursor.at..cursor.at, SlipKind::MissingEquals, "= ");
        return true;
    };
    let after = cursor.at + separator.len_utf8();
    match separator {
        '＝' | '：' => cursor.patch(cursor.at..after, SlipKind::FullWidth("="), equals(cursor, after)),
        ':' => cursor.patch(cursor.at..after, SlipKind::Colon, equals(cursor, after)),
        _ => {}
    }
    cursor.step(after);
    while cursor.rest().starts_with('=') {
        cursor.patch(cursor.at..cursor.at + 1, SlipKind::ExtraEquals, "");
        cursor.step(cursor.at + 1);
    }
    true
}

/// An equals sign with the spaces that are missing around it, up to `after`.
fn equals(cursor: &Cursor<'_, '_>, after: usize) -> &'static str {
    let left = cursor.text[..cursor.at].ends_with([' ', '\t', '\u{3000}']);
    let right = cursor.text[after..].starts_with([' ', '\t', '\u{3000}']);
    match (left, right) {
        (true, true) => "=",
        (true, false) => "= ",
        (false, true) => " =",
        (false, false) => " = ",
    }
}

/// Where the key ends, and the sign after it; none of a sign where a value follows at once.
fn key_end(cursor: &Cursor<'_, '_>) -> Option<(usize, Option<char>)> {
    let line = cursor.rest();
    let inside = cursor.inside();
    let mut skip = 0;
    let mut words = false;
    for (at, char) in line.char_indices() {
        if at < skip {
            continue;
        }
        match char {
            '=' | '＝' | ':' | '：' => return Some((cursor.at + at, Some(char))),
            '"' | '\'' | '[' | '{' if words => return Some((cursor.at + at, None)),
            '"' | '\'' => skip = at + 1 + line[at + 1..].find(char)? + 1,
            '#' | '[' | '{' => return None,
            ',' | '，' | ']' | '}' if inside => return None,
            _ if words || char.is_alphanumeric() => words |= char != '.',
            _ => {}
        }
    }
    None
}

/// Gives a key the quotes it wants.
fn spell(cursor: &mut Cursor<'_, '_>, start: usize, key: &str) {
    if is_key(key) {
        return;
    }
    let end = start + key.len();
    let inner = key.trim_matches(['“', '”', '＂', '‘', '’']);
    let patch = cursor.patched.replace(start..end, &quoted(inner.trim_matches(['"', '\''])));
    if inner.len() < key.len() {
        let mut slip = SyntaxSlip::new(start..end, SlipKind::FullWidth("\""), patch);
        slip.certain = !inner.contains(['"', '\'', '\\']);
        cursor.slips.push(slip);
    } else {
        cursor.bare.push(start);
    }
}

/// What follows a value at the end of its line.
pub(super) fn tail(cursor: &mut Cursor<'_, '_>) {
    // A bracket that was given up leaves the walk at the next statement.
    if cursor.deep.is_some() || cursor.text[cursor.last..cursor.at].contains('\n') {
        return;
    }
    cursor.space(false);
    let end = cursor.line_end();
    if cursor.at >= end || cursor.comment() {
        return;
    }
    let rest = cursor.rest();
    let junk = rest.find(" #").map_or(rest, |comment| &rest[..comment]).trim_end();
    let kind = if junk.chars().all(|char| matches!(char, ',' | ';' | '，' | '；' | '。' | '、')) {
        SlipKind::ExtraComma
    } else if matches!(junk, "]" | "}" | "】" | "｝") {
        SlipKind::WrongClose("")
    } else {
        SlipKind::Trailing
    };
    let range = cursor.at..cursor.at + junk.len();
    let patch = cursor.patched.replace(range.clone(), "");
    let mut slip = SyntaxSlip::new(range, kind, patch);
    // A comma behind a value that is complete is one of another language. A full stop may belong to a text without quotes.
    slip.certain |= slip.kind == SlipKind::ExtraComma && !junk.contains(['。', '、']);
    cursor.slips.push(slip);
    cursor.at = end;
}

/// Whether TOML takes `key` as it stands: bare or quoted words with dots between them.
pub(super) fn is_key(key: &str) -> bool {
    let bare = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    if key.bytes().all(bare) {
        return true;
    }
    let mut rest = key;
    loop {
        rest = rest.trim_start_matches([' ', '\t']);
        let length = match rest.chars().next() {
            Some(quote @ ('"' | '\'')) => match rest[1..].find(quote) {
                Some(length) if quote == '\'' || !rest[1..=length].contains('\\') => length + 2,
                _ => return false,
            },
            _ => rest.bytes().take_while(|&byte| bare(byte)).count(),
        };
        if length == 0 {
            return false;
        }
        rest = rest[length..].trim_start_matches([' ', '\t']);
        match rest.strip_prefix('.') {
            Some(after) => rest = after,
            None => return rest.is_empty(),
        }
    }
}
