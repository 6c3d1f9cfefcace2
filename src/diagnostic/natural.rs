//! The order in which people expect texts: numbers by their value, in any digits, so that 第二 stands before 第三 and 第九 before 第十.

use std::cmp::Ordering;

use crate::{day::numeral::number, vocabulary::is_numeral};

/// Compares two texts, number by number and letter by letter; equal only where they are the same. Numbers stand before letters, or
/// 二, 九 and 乱 would go round in a circle: 二 is less than 九, and 乱 lies between the two in the order of characters.
pub(super) fn natural(one: &str, other: &str) -> Ordering {
    let (mut left, mut right) = (one, other);
    loop {
        let ((first, rest), (second, more)) = match (token(left), token(right)) {
            (Some(first), Some(second)) => (first, second),
            (first, second) => return first.is_some().cmp(&second.is_some()),
        };
        match key(first).cmp(&key(second)).then_with(|| first.cmp(second)) {
            Ordering::Equal => (left, right) = (rest, more),
            unequal => return unequal,
        }
    }
}

/// The number or the letter that `text` begins with, and the rest.
fn token(text: &str) -> Option<(&str, &str)> {
    let first = text.chars().next()?;
    let end = if is_numeral(first) {
        text.find(|it: char| !is_numeral(it) || it.is_ascii_digit() != first.is_ascii_digit()).unwrap_or(text.len())
    } else {
        first.len_utf8()
    };
    Some(text.split_at(end))
}

/// What a token is ordered by: its sort, then its value; longer numbers, of which only the length is taken, last.
fn key(token: &str) -> (u8, usize, u32) {
    match token.chars().next() {
        Some('0'..='9') => {
            let plain = token.trim_start_matches('0');
            (0, plain.len(), plain.parse().unwrap_or(0))
        }
        Some(first) if is_numeral(first) => (1, 0, number(token).unwrap_or(u32::MAX)),
        _ => (2, 0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_by_value() {
        for list in [
            ["2025年第一季度", "2025年第二季度", "2025年第三季度", "2025年第四季度", "2026年第一季度"],
            ["第二十条第二项", "第二十条第九项", "第二十条第十项", "第二十条第十一项", "第二十一条"],
            ["2018-9", "2018-10", "2018-10a", "2018-11", "2019"],
        ] {
            for (at, one) in list.iter().enumerate() {
                for (other, two) in list.iter().enumerate() {
                    assert_eq!(natural(one, two), at.cmp(&other), "{one} {two}");
                }
            }
        }
        assert_eq!(natural("", "甲"), Ordering::Less);
        assert_eq!(natural("007", "7"), Ordering::Less, "the same number, another text");
    }
}
