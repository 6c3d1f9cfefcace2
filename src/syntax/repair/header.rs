//! A table's head: `[name]`, `[[name]]`.

use std::ops::Range;

use super::{SlipKind, SyntaxSlip, cursor::Cursor, key::is_key, quote::quoted};

/// Reads a table's head; what follows it on the line is not read.
pub(super) fn header(cursor: &mut Cursor<'_, '_>) {
    let start = cursor.at;
    let line = cursor.rest();
    let opening = line.chars().take_while(|char| matches!(char, '[' | '【' | '［')).count();
    let name_at: usize = line.chars().take(opening).map(char::len_utf8).sum();
    let is_end = |char: char| matches!(char, ']' | '】' | '］' | '#' | '\n');
    let name_end = line[name_at..].find(is_end).map_or(line.len(), |length| name_at + length);
    let rest = &line[name_end..];
    let closing = rest.chars().take_while(|char| matches!(char, ']' | '】' | '］')).count();
    let end: usize = name_end + rest.chars().take(closing).map(char::len_utf8).sum::<usize>();
    let name = line[name_at..name_end].trim();
    let range = start..start + line[..end].trim_end().len();
    cursor.dots(start, name);
    if name.is_empty() {
        cursor.patch(range, SlipKind::Nameless, "");
    } else {
        let path = name.split('.').map(|part| part.trim().trim_matches(['"', '\'']));
        let list = (cursor.kind)(&path.collect::<Vec<_>>().join("."));
        let double = list.unwrap_or(opening.max(closing) > 1);
        let wide = line[..end].chars().any(|char| matches!(char, '【' | '［' | '】' | '］' | '\u{3000}'));
        let what = if opening != closing || opening > 2 {
            Some(SlipKind::Header)
        } else if wide {
            Some(SlipKind::FullWidth(if double { "[[ ]]" } else { "[ ]" }))
        } else if double == (opening == 1) {
            Some(SlipKind::HeaderKind(double))
        } else {
            None
        };
        let plain = is_key(name);
        if what.is_none() && !plain {
            // The brackets are right: only the name wants quotes, and keeps its place.
            let at = start + name_at + (line[name_at..name_end].len() - line[name_at..name_end].trim_start().len());
            for part in parts(name) {
                let place = at + part.start..at + part.end;
                cursor.patched.replace(place, &quoted(&name[part]));
            }
        } else if what.is_some() {
            let name = if plain { name.to_owned() } else { spelt(name) };
            let head = if double { format!("[[{name}]]") } else { format!("[{name}]") };
            let patch = cursor.patched.replace(range.clone(), &head);
            if let Some(kind) = what {
                let mut slip = SyntaxSlip::new(range, kind, patch);
                // Brackets that do not match leave no doubt where it is known whether there may be many of the table.
                slip.certain |= slip.kind == SlipKind::Header && list.is_some();
                cursor.slips.push(slip);
            }
        }
    }
    cursor.step(start + end);
}

/// Where in `name` the words stand that want quotes: those between its dots, or the whole where they are not to be told apart.
fn parts(name: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let whole = 0..name.len();
    for part in name.split('.') {
        let word = part.trim();
        if word.is_empty() || part.contains(['"', '\'', '\\']) {
            return std::iter::once(whole).collect();
        }
        let at = start + part.len() - part.trim_start().len();
        if !is_key(word) {
            parts.push(at..at + word.len());
        }
        start += part.len() + 1;
    }
    parts
}

/// `name` with the quotes that it wants.
fn spelt(name: &str) -> String {
    let mut spelt = name.to_owned();
    for part in parts(name).into_iter().rev() {
        spelt.replace_range(part.clone(), &quoted(&name[part]));
    }
    spelt
}
