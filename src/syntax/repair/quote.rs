//! Texts in quotes: where they end, and what a wrong quote was meant to be.

use std::ops::Range;

use super::{SlipKind, SyntaxSlip, cursor::Cursor};

/// `text` as a TOML text in double quotes.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for char in text.chars() {
        match char {
            '"' | '\\' => out.extend(['\\', char]),
            _ if char.is_control() => out.push(' '),
            _ => out.push(char),
        }
    }
    out.push('"');
    out
}

const WIDE: [char; 9] = ['“', '”', '＂', '‘', '’', '＇', '」', '』', '"'];

/// Whether a text that ends before `at` ends well there.
fn ends_well(cursor: &Cursor<'_, '_>, at: usize) -> bool {
    let rest = &cursor.text[at..];
    let next = rest.chars().find(|&char| !matches!(char, ' ' | '\t' | '\r') && !super::cursor::is_wide_space(char));
    match next {
        None | Some('\n' | '#' | '＃') => true,
        Some(',' | '，' | '、' | ']' | '】' | '］' | '}' | '｝') => cursor.inside(),
        Some(';' | '；' | '。') => !cursor.inside(),
        _ => false,
    }
}

/// Where an unclosed text that begins at `start` was meant to end: before what closes brackets, before a comment, or at
/// the end of the line.
fn meant_end(cursor: &Cursor<'_, '_>, start: usize) -> usize {
    let line = &cursor.text[start..cursor.line_end()];
    let line = line.find(" #").map_or(line, |comment| &line[..comment]).trim_end();
    let closers: &[char] = if cursor.inside() { &[',', ']', '}', ' ', '，', '】', '｝'] } else { &[] };
    start + line.trim_end_matches(closers).len()
}

/// Lines at most over which a text was broken.
const BROKEN: usize = 4;

/// So far before a text its key is looked for.
const AROUND: usize = 200;

/// Keys whose values name files, entries and items, in which parts are joined by `/`.
const PATHS: [&str; 14] = [
    "item",
    "items",
    "entry",
    "file",
    "files",
    "attachments",
    "interprets",
    "about",
    "of",
    "replaced_by",
    "to",
    "from",
    "emblem",
    "duty",
];

/// Whether the line in which a text begins at `start` gives the value of a key that names a file, an entry or an item.
fn names_path(cursor: &Cursor<'_, '_>, start: usize) -> bool {
    // No further back than a key stands: a line may be long, and have a million texts.
    let near = (start.saturating_sub(AROUND)..start).find(|&at| cursor.text.is_char_boundary(at)).unwrap_or(start);
    let before = &cursor.text[near..start];
    let before = before.rsplit('\n').next().unwrap_or(before);
    // Of tables within the line the last key counts: `attachments = [{ file = "…`.
    let Some((keys, _)) = before.rsplit_once('=') else { return false };
    let word = keys.trim_end().rsplit([' ', '{', ',', '\t', '.']).next().unwrap_or_default();
    PATHS.contains(&word)
}

/// The quote, ASCII or Chinese, that ends a text which begins at `start`, is not closed in its line, and goes on in the next ones.
fn broken_end(cursor: &Cursor<'_, '_>, start: usize) -> Option<Range<usize>> {
    let first = cursor.line_end();
    let mut at = first + 1;
    for line in cursor.text.get(at..)?.split('\n').take(BROKEN) {
        let words = line.trim();
        if words.is_empty() || words.contains(['=', '＝']) || words.starts_with(['[', '#', '+', '-']) || is_key(words)
        {
            return None;
        }
        let quotes = line.char_indices().filter(|(_, char)| WIDE.contains(char));
        let mut quotes = quotes.map(|(quote, char)| at + quote..at + quote + char.len_utf8());
        if let Some(quote) = quotes.find(|it| ends_well(cursor, it.end)) {
            return (start < quote.start).then_some(quote);
        }
        // An ASCII quote within the text: where it ends is not known.
        if line.contains('"') {
            return None;
        }
        at += line.len() + 1;
    }
    None
}

/// Letters at most of a key before a colon.
const KEY: usize = 12;

/// Whether a line is a key with a colon for its sign: `事项：“通知公告”`, `成文日期：2018年5月3日`.
fn is_key(words: &str) -> bool {
    let Some((key, value)) = words.split_once([':', '：']) else { return false };
    let key = key.trim();
    let value = value.trim_start();
    (1..=KEY).contains(&key.chars().count())
        && key.chars().all(|it| it.is_alphanumeric() || matches!(it, '_' | '-' | '.'))
        && (value.starts_with(['"', '“', '‘', '\'', '＂', '[', '【', '{'])
            || value.starts_with(|it: char| it.is_ascii_digit()))
}

/// Joins a text that was broken over lines, between quotes of any kind; between words in Latin letters stands a space.
fn join_lines(cursor: &mut Cursor<'_, '_>, open: Range<usize>, close: Range<usize>) {
    let mut patches = Vec::new();
    if &cursor.text[open.clone()] != "\"" {
        patches.extend(cursor.patched.replace(open.clone(), "\""));
    }
    let mut from = open.end;
    while let Some(length) = cursor.text[from..close.start].find('\n') {
        let line_end = from + length;
        let left = from + cursor.text[from..line_end].trim_end().len();
        let rest = &cursor.text[line_end..close.start];
        let right = line_end + (rest.len() - rest.trim_start().len());
        let latin = |char: Option<char>| char.is_some_and(|it| it.is_ascii_alphanumeric());
        let space = latin(cursor.text[..left].chars().next_back()) && latin(cursor.text[right..].chars().next());
        patches.extend(cursor.patched.replace(left..right, if space { " " } else { "" }));
        from = right;
    }
    if &cursor.text[close.clone()] != "\"" {
        patches.extend(cursor.patched.replace(close.clone(), "\""));
    }
    cursor.slip(open.start..close.end, SlipKind::BrokenText, patches);
    cursor.step(close.end);
}

/// `"…"` or `"""…"""`.
pub(super) fn string(cursor: &mut Cursor<'_, '_>) {
    let start = cursor.at;
    if cursor.text[start..].starts_with("\"\"\"") {
        return triple(cursor, "\"\"\"");
    }
    let slashes = names_path(cursor, start);
    let (end, escapes) = closing(cursor, start + 1, slashes);
    let line_end = cursor.line_end();
    let Some(end) = end else {
        if wide_end(cursor, start + 1, line_end).is_none()
            && let Some(end) = broken_end(cursor, start)
        {
            return join_lines(cursor, start..start + 1, end);
        }
        return unclosed(cursor, start, &escapes);
    };
    if !ends_well(cursor, end + 1) {
        if let Some(at) = wide_end(cursor, start + 1, end) {
            return close_wide(cursor, start, at, &escapes);
        }
        let list_goes_on = cursor.inside() && cursor.text[end + 1..line_end].trim_start().starts_with(['"', '“', '\'']);
        if let (Some(last), false) = (later_quote(cursor, end + 1), list_goes_on) {
            let patches = escape(cursor, start + 1, last, &escapes);
            cursor.slip(start..last + 1, SlipKind::InnerQuotes, patches);
            return cursor.step(last + 1);
        }
    }
    escape(cursor, start + 1, end, &escapes);
    cursor.step(end + 1);
}

/// The first quote of the line from `from` on that ends a text well.
fn later_quote(cursor: &mut Cursor<'_, '_>, from: usize) -> Option<usize> {
    let end = cursor.line_end();
    if cursor.barren == end {
        return None;
    }
    let quotes = cursor.text[from..end].match_indices('"').map(|(at, _)| from + at);
    let found = quotes.into_iter().find(|&at| ends_well(cursor, at + 1));
    if found.is_none() {
        cursor.barren = end;
    }
    found
}

/// The closing quote of a text, and the backslashes that mean nothing.
fn closing(cursor: &Cursor<'_, '_>, from: usize, slashes: bool) -> (Option<usize>, Vec<usize>) {
    let bytes = cursor.text.as_bytes();
    let mut escapes = Vec::new();
    let mut at = from;
    while let Some(length) = memchr::memchr3(b'"', b'\\', b'\n', &bytes[at..]) {
        at += length;
        match bytes[at] {
            b'"' => return (Some(at), escapes),
            b'\n' => return (None, escapes),
            _ => {
                let rest = &bytes[at + 1..];
                let hex = |count: usize| rest.len() > count && rest[1..=count].iter().all(u8::is_ascii_hexdigit);
                let known = match rest.first() {
                    // In a path `\\n` is no line end: its parts are joined by a wrong slash.
                    Some(b'"' | b'\\') => true,
                    _ if slashes => false,
                    Some(b'b' | b'e' | b'f' | b'n' | b'r' | b't') => true,
                    Some(b'x') => hex(2),
                    Some(b'u') => hex(4),
                    Some(b'U') => hex(8),
                    _ => false,
                };
                if known {
                    at += 2;
                } else {
                    escapes.push(at);
                    at += 1;
                }
            }
        }
    }
    (None, escapes)
}

/// The Chinese quote between `from` and `to` that was meant to close the text.
fn wide_end(cursor: &Cursor<'_, '_>, from: usize, to: usize) -> Option<usize> {
    let inner = &cursor.text[from..to];
    inner
        .char_indices()
        .filter(|&(_, char)| WIDE[..8].contains(&char))
        .map(|(at, char)| (from + at, from + at + char.len_utf8()))
        .find(|&(_, end)| ends_well(cursor, end))
        .map(|(at, _)| at)
}

fn close_wide(cursor: &mut Cursor<'_, '_>, start: usize, at: usize, escapes: &[usize]) {
    let end = at + cursor.text[at..].chars().next().map_or(0, char::len_utf8);
    let mut patches = escape(cursor, start + 1, at, escapes);
    patches.extend(cursor.patched.replace(at..end, "\""));
    cursor.slip(at..end, SlipKind::FullWidth("\""), patches);
    cursor.step(end);
}

fn unclosed(cursor: &mut Cursor<'_, '_>, start: usize, escapes: &[usize]) {
    if let Some(at) = wide_end(cursor, start + 1, cursor.line_end()) {
        return close_wide(cursor, start, at, escapes);
    }
    let end = meant_end(cursor, start + 1);
    let mut patches = escape(cursor, start + 1, end, escapes);
    patches.extend(cursor.patched.replace(end..end, "\""));
    cursor.slip(start..end, SlipKind::UnclosedQuote, patches);
    cursor.step(end);
}

/// Doubles the backslashes that mean nothing, one slip for all of a text, and gives inner quotes one; answers the patches of
/// the quotes, which belong to the slip of the text itself.
fn escape(cursor: &mut Cursor<'_, '_>, from: usize, to: usize, escapes: &[usize]) -> Vec<usize> {
    let (mut slashes, mut quotes) = (Vec::new(), Vec::new());
    let path = !escapes.is_empty() && names_path(cursor, from - 1);
    let (proper, kind) = if path { ("/", SlipKind::Slash) } else { ("\\\\", SlipKind::Escape) };
    let mut skip = false;
    for (at, byte) in cursor.text.as_bytes()[from..to].iter().enumerate().map(|(at, &byte)| (from + at, byte)) {
        match byte {
            _ if skip => skip = false,
            b'\\' if escapes.binary_search(&at).is_ok() => slashes.extend(cursor.patched.replace(at..at + 1, proper)),
            b'\\' => skip = true,
            b'"' => quotes.extend(cursor.patched.replace(at..at + 1, "\\\"")),
            _ => {}
        }
    }
    if let Some(&first) = escapes.iter().find(|at| (from..to).contains(at)) {
        cursor.slip(first..first + 1, kind, slashes);
    }
    quotes
}

/// `'…'` or `'''…'''`: nothing inside has a meaning.
pub(super) fn literal(cursor: &mut Cursor<'_, '_>) {
    let start = cursor.at;
    if cursor.text[start..].starts_with("'''") {
        return triple(cursor, "'''");
    }
    let line = &cursor.text[start + 1..cursor.line_end()];
    if let Some(length) = line.find('\'') {
        return cursor.step(start + 1 + length + 1);
    }
    let end = meant_end(cursor, start + 1);
    let patch = cursor.patched.replace(end..end, "'");
    cursor.slip(start..end, SlipKind::UnclosedQuote, patch);
    cursor.step(end);
}

fn triple(cursor: &mut Cursor<'_, '_>, quotes: &str) {
    let start = cursor.at;
    let bytes = cursor.text.as_bytes();
    let mut from = start + 3;
    loop {
        let Some(length) = cursor.text[from..].find(quotes) else {
            let end = meant_end(cursor, start + 3);
            let patch = cursor.patched.replace(end..end, quotes);
            cursor.slip(start..end, SlipKind::UnclosedTriple, patch);
            return cursor.step(end);
        };
        let at = from + length;
        let slashes = bytes[start + 3..at].iter().rev().take_while(|&&byte| byte == b'\\').count();
        if quotes.starts_with('"') && slashes % 2 == 1 {
            from = at + 1;
            continue;
        }
        // Up to two quotes may stand right before the closing three.
        let more = bytes[at + 3..].iter().take(2).take_while(|&&byte| byte == quotes.as_bytes()[0]).count();
        return cursor.step(at + 3 + more);
    }
}

/// `“…”`: Chinese quotes where TOML wants ASCII.
pub(super) fn wide_string(cursor: &mut Cursor<'_, '_>) {
    let start = cursor.at;
    let first = cursor.peek().map_or(1, char::len_utf8);
    let from = start + first;
    let line = &cursor.text[from..cursor.line_end()];
    let quotes = || line.char_indices().filter(|(_, char)| WIDE.contains(char)).map(|(at, char)| (from + at, char));
    let well = quotes().find(|&(at, char)| ends_well(cursor, at + char.len_utf8()));
    if well.is_none()
        && let Some(end) = broken_end(cursor, start)
        && !cursor.text[from..end.start].contains(['"', '\\'])
    {
        return join_lines(cursor, start..from, end);
    }
    let close = well.or_else(|| quotes().next_back());
    let mut patches = Vec::from_iter(cursor.patched.replace(start..from, "\""));
    let (at, end) = match close {
        Some((at, char)) => (at, at + char.len_utf8()),
        None => (meant_end(cursor, from), meant_end(cursor, from)),
    };
    for (inner, char) in cursor.text[from..at].char_indices().filter(|(_, char)| matches!(char, '"' | '\\')) {
        let escaped = if char == '"' { "\\\"" } else { "\\\\" };
        patches.extend(cursor.patched.replace(from + inner..from + inner + 1, escaped));
    }
    patches.extend(cursor.patched.replace(at..end, "\""));
    let mut slip = SyntaxSlip::new(start..from, SlipKind::FullWidth("\""), patches);
    // Where no quote ends it, the end is a guess.
    slip.certain = close.is_some();
    cursor.slips.push(slip);
    if end > at && !cursor.text[at..].starts_with('"') {
        // The patch went with the opening quote: one alone is no repair.
        cursor.slip(at..end, SlipKind::FullWidth("\""), None);
    }
    cursor.step(end);
}
