//! One statement: a comment, a table's head, `key = value`.

use super::{
    SlipKind, SyntaxSlip,
    bracket::value,
    cursor::{Cursor, MARKER},
    header::header,
    key::key,
    plain::plain,
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
fn odd_statement(cursor: &mut Cursor<'_, '_>) {
    if cursor.at >= cursor.text.len() || cursor.comment() {
        return;
    }
    match cursor.peek() {
        Some('[' | '【' | '［') => {
            header(cursor);
            tail(cursor);
        }
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

/// What follows a value at the end of its line.
fn tail(cursor: &mut Cursor<'_, '_>) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn there_is_nothing_to_repair_in_a_plain_line(line in "[a-z]{1,3} = (\"[甲“”# ,=]{0,5}\"|2018-05-03|[0-9.]{1,4}|true|[甲\"#,\\]}＝ ]{0,6}|[\\[{] ?([a-c] = )?(\"[甲,]{0,2}\"|[0-9,＃]{1,3})(, ?([a-c] = )?[0-9\"]{1,3})? ?[\\]}])") {
            if let Some(length) = plain(&line) {
                prop_assert_eq!(length, line.len());
                let mut cursor = Cursor::at_start(&line, &|_| None);
                odd_statement(&mut cursor);
                prop_assert_eq!((cursor.at, cursor.last), (length, length));
                prop_assert!(cursor.slips.is_empty() && cursor.bare.is_empty() && cursor.loose.is_empty());
                prop_assert!(cursor.deep.is_none() && cursor.open.is_empty() && cursor.patched.used() == 0);
            }
        }
    }
}
