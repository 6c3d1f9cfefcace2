//! Numbers that a label or a column calls somebody's, and whose check digit is wrong: one mistyped digit lets the rest through.

use std::ops::Range;

use super::subject::before;
use crate::number::{identity, personal};

/// Labels of an identity number.
const IDENTITY: [&str; 6] = ["身份证号码", "身份证号", "身份号码", "身份证", "证件号码", "证件号"];

/// Whether `number` is an identity number but for a slip: a digit wrong, missing or too many.
pub(super) fn is_identity(number: &str) -> bool {
    (17..=19).contains(&number.len())
        && number[..number.len() - 1].bytes().all(|byte| byte.is_ascii_digit())
        && number.ends_with(|char: char| char.is_ascii_digit() || matches!(char, 'X' | 'x'))
        && !identity::is_valid(number)
}

/// `number` with stars.
pub(super) fn masked(number: &str) -> String {
    identity::masked(number)
}

/// Whether the number at `range` of `text` is called an identity number, by a label or by the head of its column, and is one but
/// for a slip.
pub(super) fn is_labelled(text: &str, range: &Range<usize>) -> bool {
    is_identity(&text[range.clone()]) && (follows_label(text, range.start) || is_in_column(text, range.start))
}

/// Whether the cell that byte `at` of `text` lies in stands in a column of identity numbers.
fn is_in_column(text: &str, at: usize) -> bool {
    let above = before(text, at, 16_000);
    let (above, line) = above.rsplit_once('\n').unwrap_or(("", above));
    let column = line.matches('|').count();
    let head = above.lines().rev().take_while(|it| it.contains('|')).last();
    column > 0
        && head
            .and_then(|it| it.split('|').nth(column))
            .is_some_and(|it| IDENTITY.contains(&it.trim_matches([' ', '*'])))
}

/// Whether a label right before byte `at` of `text` says that an identity number follows.
fn follows_label(text: &str, at: usize) -> bool {
    let label = before(text, at, 60).trim_end_matches(['：', ':', ' ', '|', '*', '_', '\u{3000}', '\t', '为', '是']);
    IDENTITY.iter().any(|it| label.ends_with(it))
}

/// What masks a cell of 15 to 19 digits none where it is no such cell.
pub(super) fn in_column(cell: &str) -> Option<String> {
    let digits: String = cell.chars().filter(|it| !matches!(it, ' ' | '-' | '\'' | '`' | '\u{3000}')).collect();
    let digits: String = digits.chars().map(narrow).collect();
    let shaped = (15..=19).contains(&digits.len()) && digits.bytes().all(|it| it.is_ascii_digit());
    (shaped && personal::find(cell).identities.is_empty()).then(|| masked(&digits))
}

fn narrow(char: char) -> char {
    match char {
        '０'..='９' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
        _ => char,
    }
}
