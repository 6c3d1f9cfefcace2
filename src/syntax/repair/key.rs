//! A key: where it ends, the quotes it wants, the equals sign behind it.

use super::{SlipKind, SyntaxSlip, cursor::Cursor, quote::quoted};

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
    if let Some((from, to)) = more_equals(cursor) {
        let patch = cursor.patched.replace(cursor.at..to, "");
        // Where nothing follows, that is what is told.
        if !cursor.text[to..cursor.line_end()].trim().is_empty() {
            cursor.slip(from..to, SlipKind::ExtraEquals, patch);
        }
        cursor.step(to);
    }
    true
}

/// Where more equals signs stand, with white space before and between them or none: no value begins with one.
fn more_equals(cursor: &Cursor<'_, '_>) -> Option<(usize, usize)> {
    let rest = cursor.rest();
    let signs = ['=', '＝'];
    let bare = rest.trim_start_matches([' ', '\t', '\u{3000}']);
    if !bare.starts_with(signs) {
        return None;
    }
    let after = bare.trim_start_matches([' ', '\t', '\u{3000}', '=', '＝']);
    let end = bare[..bare.len() - after.len()].trim_end_matches([' ', '\t', '\u{3000}']).len();
    let from = cursor.at + rest.len() - bare.len();
    Some((from, from + end))
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
