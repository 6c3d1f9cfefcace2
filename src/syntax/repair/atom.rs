//! A value without quotes.

use super::{SlipKind, cursor::Cursor, quote::quoted, scalar::is_scalar};

/// Reads a value without quotes: to the end of the line, inside brackets to the next comma or bracket.
pub(super) fn atom(cursor: &mut Cursor<'_, '_>) {
    let start = cursor.at;
    let line = cursor.rest();
    let raw = if cursor.inside() {
        let ends = |char: char| matches!(char, ',' | '，' | '、' | ']' | '】' | '］' | '}' | '｝' | '#');
        line.find(ends).map_or(line, |end| &line[..end])
    } else {
        let line = line.find(" #").map_or(line, |comment| &line[..comment]);
        line.trim_end_matches([',', ';', '，', '；', '。', ' ', '\t'])
    };
    let raw = raw.trim_end();
    // At least the sign that stands there: the walk must go on.
    let raw = if raw.is_empty() { line.chars().next().map_or("", |char| &line[..char.len_utf8()]) } else { raw };
    let range = start..start + raw.len();
    if !is_scalar(raw) {
        let narrow: String = raw.chars().map(narrow).collect();
        if narrow != raw && is_scalar(&narrow) {
            cursor.patch(range.clone(), SlipKind::FullWidth("0"), &narrow);
        } else {
            // What it is, and so what is wrong with it, is for the key to say.
            cursor.loose.push(start);
            cursor.patched.replace(range.clone(), &quoted(raw.trim_matches(['"', '“', '”'])));
        }
    }
    cursor.step(range.end);
}

/// The ASCII form of a full-width letter, digit or sign.
fn narrow(char: char) -> char {
    match char {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
        _ => char,
    }
}
