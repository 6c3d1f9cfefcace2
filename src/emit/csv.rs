//! CSV as spreadsheets open it: a byte-order mark, commas, CRLF, quotes where they are needed, and no cell that runs as a formula.

use std::borrow::Cow;

/// The bytes by which Excel knows UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// `heads` and `rows` as a CSV, appended to `out`.
pub fn csv<'a>(heads: &[Cow<'a, str>], rows: &[Vec<Cow<'a, str>>], out: &mut Vec<u8>) {
    csv_head(heads, out);
    for row in rows {
        csv_row(row, out);
    }
}

/// What a CSV begins with, appended to `out`: the mark and its heads.
pub fn csv_head(heads: &[Cow<'_, str>], out: &mut Vec<u8>) {
    out.extend(MARK);
    csv_row(heads, out);
}

/// A row of a CSV, appended to `out`.
pub fn csv_row(cells: &[Cow<'_, str>], out: &mut Vec<u8>) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push(b',');
        }
        if is_plain(cell.as_bytes()) {
            out.extend(cell.as_bytes());
        } else {
            put(cell, out);
        }
    }
    out.extend(b"\r\n");
}

/// `cell` as it stands in a row, appended to `out`.
fn put(cell: &str, out: &mut Vec<u8>) {
    // What cannot be seen spoils a file of lines.
    let is_seen = |it: &char| !it.is_control() || matches!(it, '\n' | '\t');
    let seen: Cow<'_, str> =
        if cell.chars().all(|it| is_seen(&it)) { cell.into() } else { cell.chars().filter(is_seen).collect() };
    let cell = harmless(&seen);
    if cell.contains(['"', ',', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ') {
        out.push(b'"');
        out.extend(cell.replace('"', "\"\"").bytes());
        out.push(b'"');
    } else {
        out.extend(cell.bytes());
    }
}

/// Whether `cell` stands as it is, looked at byte by byte: nearly all do, and a large site has a million. It begins with a letter, a digit or
/// a hanzi, ends with no blank, and has no control character (C1 begins with `C2`), quote or comma. What is not plain may be harmless, too.
fn is_plain(cell: &[u8]) -> bool {
    let (Some(first), Some(last)) = (cell.first(), cell.last()) else { return true };
    let stops = |it: &u8| *it < b' ' || matches!(it, 0x7f | 0xc2 | b'"' | b',');
    (first.is_ascii_alphanumeric() || (0xe4..=0xe9).contains(first)) && *last != b' ' && !cell.iter().any(stops)
}

/// `cell`, with an apostrophe before what a spreadsheet would run as a formula. A number with its sign is none.
fn harmless(cell: &str) -> Cow<'_, str> {
    let first = cell
        .trim_start_matches([' ', '\u{3000}', '\u{a0}', '\u{feff}', '\u{200b}', '\u{200c}', '\u{200d}'])
        .chars()
        .next();
    let runs = match first {
        Some('=' | '@' | '\t' | '\r' | '＝' | '＠') => true,
        Some('+' | '-' | '＋' | '－') => !is_number(cell.trim()),
        _ => false,
    };
    if runs { format!("'{cell}").into() } else { cell.into() }
}

/// Whether `text` is a number and nothing else: `-3`, `+1,200.5`, `-12%`; a dash alone says that there is nothing.
fn is_number(text: &str) -> bool {
    let digits = text.trim_start_matches(['+', '-', '＋', '－']);
    let digits = digits.strip_suffix(['%', '％']).unwrap_or(digits);
    digits.chars().all(|it| it.is_ascii_digit() || matches!(it, ',' | '.'))
        && text.chars().count() <= digits.chars().count() + 2
        || text.chars().all(|it| it == '-')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_would_run_is_made_harmless() {
        for text in ["=1+1", "=cmd|' /C calc'!A0", "+86-797-1", "-1+2", "@SUM(A1)", " =1", "\t=1", "＝1", "+A1"] {
            assert_eq!(harmless(text), format!("'{text}"), "{text}");
        }
        for text in ["", "-", "——", "-3", "+1,200.5", "-12%", "a=b", "甲", "（=）", "5-3"] {
            assert_eq!(harmless(text), text, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_plain_stands_as_it_is(cell in "[ a1,+=\"\n\r\t\u{7f}\u{85}\u{a0}\u{200b}\u{3000}°甲《＝é]{0,4}") {
            let (mut quick, mut slow) = (Vec::new(), Vec::new());
            csv_row(&[(&*cell).into()], &mut quick);
            put(&cell, &mut slow);
            slow.extend(b"\r\n");
            prop_assert_eq!(quick, slow);
        }
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let mut out = Vec::new();
        let row = |cells: &[&'static str]| cells.iter().map(|it| Cow::from(*it)).collect::<Vec<_>>();
        csv(&row(&["名称", "说明"]), &[row(&["甲,乙", "他说\"好\""]), row(&["一\n二", "=1"])], &mut out);
        let text = String::from_utf8(out).unwrap();
        assert_eq!(text, "\u{feff}名称,说明\r\n\"甲,乙\",\"他说\"\"好\"\"\"\r\n\"一\n二\",'=1\r\n");
    }
}
