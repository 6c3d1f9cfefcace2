//! Lists and inline tables, which may run over many lines.

use std::ops::Range;

use super::{
    SlipKind,
    atom::atom,
    cursor::Cursor,
    key::{is_key, key},
    quote::{literal, string, wide_string},
};

/// What stands next inside brackets.
enum Next {
    Open(char),
    Close(char),
    Comma,
    Other,
}

fn next(char: char) -> Next {
    match char {
        '[' | '【' | '［' => Next::Open('['),
        '{' | '｛' => Next::Open('{'),
        ']' | '】' | '］' => Next::Close('['),
        '}' | '｝' => Next::Close('{'),
        ',' | '，' | '、' | '；' | ';' => Next::Comma,
        _ => Next::Other,
    }
}

/// The bracket that closes `mark`.
fn closing(mark: char) -> &'static str {
    if mark == '[' { "]" } else { "}" }
}

/// Reads a value of any kind.
pub(super) fn value(cursor: &mut Cursor<'_, '_>) {
    match cursor.peek() {
        Some('"') => string(cursor),
        Some('\'') => literal(cursor),
        Some('“' | '”' | '＂' | '‘' | '’' | '＇' | '「' | '『') => wide_string(cursor),
        Some(char) if matches!(next(char), Next::Open(_)) => brackets(cursor),
        _ => atom(cursor),
    }
}

/// Reads from an opening bracket to its partner. No recursion: the depth is the author's.
fn brackets(cursor: &mut Cursor<'_, '_>) {
    let outer = cursor.open.len();
    enter(cursor);
    while cursor.open.len() > outer && cursor.deep.is_none() {
        if gap(cursor) {
            return give_up(cursor, outer);
        }
        let Some(char) = cursor.peek() else { return give_up(cursor, outer) };
        let range = cursor.at..cursor.at + char.len_utf8();
        match next(char) {
            Next::Close(mark) => leave(cursor, mark, char, range),
            Next::Comma => comma(cursor, char, range),
            Next::Open(_) | Next::Other => element(cursor),
        }
    }
}

/// Steps to what comes next, over lines and comments; true where a new statement begins, so that a bracket is missing.
fn gap(cursor: &mut Cursor<'_, '_>) -> bool {
    loop {
        let from = cursor.at;
        cursor.space(true);
        if cursor.text[from..cursor.at].contains('\n') && is_statement(cursor) {
            return true;
        }
        if !cursor.comment() {
            return false;
        }
    }
}

/// Whether the line it stands at the start of can only be a statement of its own.
fn is_statement(cursor: &Cursor<'_, '_>) -> bool {
    let line = cursor.rest().trim_end();
    if let Some(inner) = line.strip_prefix('[') {
        let name = inner.trim_start_matches('[').split(']').next().unwrap_or("");
        let first = name.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic());
        return first && !matches!(name, "true" | "false" | "inf" | "nan") && is_key(name);
    }
    let Some(open) = cursor.open.last() else { return false };
    if open.mark == '{' && !open.filled {
        return false;
    }
    line.split_once('=').is_some_and(|(key, _)| is_key(key.trim_end()))
}

fn enter(cursor: &mut Cursor<'_, '_>) {
    let Some(char) = cursor.peek() else { return };
    let Next::Open(mark) = next(char) else { return };
    let range = cursor.at..cursor.at + char.len_utf8();
    if char != mark {
        let plain = if mark == '[' { "[" } else { "{" };
        cursor.patch(range.clone(), SlipKind::FullWidth(plain), plain);
    }
    cursor.step(range.end);
    cursor.push(mark, range);
}

fn leave(cursor: &mut Cursor<'_, '_>, mark: char, char: char, range: Range<usize>) {
    let Some(open) = cursor.open.pop() else { return };
    let right = closing(open.mark);
    if open.mark != mark {
        cursor.patch(range.clone(), SlipKind::WrongClose(right), right);
    } else if !char.is_ascii() {
        cursor.patch(range.clone(), SlipKind::FullWidth(right), right);
    }
    cursor.step(range.end);
    if let Some(outer) = cursor.open.last_mut() {
        outer.filled = true;
    }
}

fn comma(cursor: &mut Cursor<'_, '_>, char: char, range: Range<usize>) {
    let filled = cursor.open.last_mut().is_some_and(|open| std::mem::replace(&mut open.filled, false));
    if !filled {
        cursor.patch(range.clone(), SlipKind::ExtraComma, "");
    } else if char != ',' {
        cursor.patch(range.clone(), SlipKind::FullWidth(","), ",");
    }
    cursor.step(range.end);
}

/// One element of a list, or `key = value` of an inline table.
fn element(cursor: &mut Cursor<'_, '_>) {
    let Some((mark, filled)) = cursor.open.last().map(|open| (open.mark, open.filled)) else { return };
    if filled {
        let at = cursor.last.max(cursor.patched.used());
        cursor.patch(at..at, SlipKind::MissingComma, ",");
    }
    if mark == '{' {
        let start = cursor.at;
        if !key(cursor) {
            return skip(cursor, start);
        }
        cursor.space(false);
    }
    if let Some(open) = cursor.open.last_mut() {
        open.filled = true;
    }
    match cursor.peek().map(next) {
        Some(Next::Open(_)) => enter(cursor),
        None | Some(Next::Close(_) | Next::Comma) => {
            let at = cursor.last.max(cursor.patched.used());
            cursor.patched.replace(at..at, super::MARKER);
            cursor.slip(at..at, SlipKind::MissingValue, None);
        }
        Some(Next::Other) => value(cursor),
    }
}

/// Steps over what is no `key = value`, up to the next comma or bracket of the line.
fn skip(cursor: &mut Cursor<'_, '_>, start: usize) {
    let rest = cursor.rest();
    let mut quote = None;
    let end = rest.char_indices().find(|&(_, char)| {
        match quote {
            Some(open) if open == char => quote = None,
            None if matches!(char, '"' | '\'') => quote = Some(char),
            None => return !matches!(next(char), Next::Other),
            Some(_) => {}
        }
        false
    });
    let length = end.map_or(rest.len(), |(at, _)| at).max(1);
    let end = start + rest.get(..length).map_or(rest.len(), |part| part.trim_end().len().max(1));
    let end = if cursor.text.is_char_boundary(end) { end } else { cursor.line_end() };
    // An opening bracket where a key should be goes away with all that is in its line.
    let end = if matches!(cursor.peek().map(next), Some(Next::Open(_))) { cursor.line_end() } else { end };
    cursor.patch(start..end, SlipKind::NoStatement, "");
    cursor.at = end;
}

/// Closes what is still open where the last value ended.
fn give_up(cursor: &mut Cursor<'_, '_>, outer: usize) {
    let unclosed = cursor.open.split_off(outer);
    let mut closers: String = unclosed.iter().rev().map(|open| closing(open.mark)).collect();
    let late = cursor.patched.used() > cursor.last;
    if late {
        closers.push('\n');
    }
    let at = cursor.last.max(cursor.patched.used());
    let patch = cursor.patched.replace(at..at, &closers);
    // One bracket is offered. Several in a row are nested wrongly as often as they are left open.
    let patch = patch.filter(|_| unclosed.len() == 1 && !late);
    for open in unclosed.into_iter().rev() {
        cursor.slip(open.range, SlipKind::Unclosed(closing(open.mark)), patch);
    }
}
