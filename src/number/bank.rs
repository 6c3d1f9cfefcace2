//! Bank card numbers: find, mask. Whether one is private is for the words beside it to say.

use std::ops::Range;

use super::digits::Digits;
use super::{credit, identity, project};

/// A bank card number found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Bytes of the text, separators within included.
    pub range: Range<usize>,
    /// Its digits, to compare with public accounts.
    pub number: String,
    /// `6222***********1234`.
    pub masked: String,
}

/// All numbers of 16 to 19 digits that begin like a bank card and obey Luhn's rule, in one piece, in groups of four or six, or a digit a cell; not
/// identity numbers, codes, index numbers or addresses.
pub(super) fn among(digits: &Digits<'_>) -> Vec<Card> {
    let mut found = Vec::new();
    let mut first = 0;
    while first < digits.segments.len() {
        match (16..=19).rev().find_map(|count| at(digits, first, count)) {
            Some((last, card)) => {
                found.push(card);
                first = last + 1;
            }
            None => first += 1,
        }
    }
    found
}

/// Does the last digit agree with the others by Luhn's rule (ISO/IEC 7812-1)?
pub fn obeys_luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let value = u32::from(digit.saturating_sub(b'0'));
            match (place % 2, value * 2) {
                (0, _) => value,
                (_, double @ 0..=9) => double,
                (_, double) => double - 9,
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

fn at(digits: &Digits<'_>, first: usize, count: usize) -> Option<(usize, Card)> {
    let (last, lengths) = digits.joined(first, count)?;
    let (tail, heads) = lengths.split_last()?;
    let grouped = match heads {
        _ if digits.in_boxes(first, last) || digits.is_split(first, last) => true,
        _ if digits.in_cells(first, last) => false,
        [] => true,
        // With a stop between it is a sum.
        [6] => !digits.is_dotted(first, last),
        _ => heads.iter().all(|length| *length == 4) && *tail <= 4,
    };
    let values = digits.values(first, last);
    if !grouped
        || digits.in_rows(first, last)
        || digits.is_starred(first, last)
        || !matches!(values[0], b'3'..=b'6')
        || !obeys_luhn(values)
    {
        return None;
    }
    let range = digits.range(first, last);
    let number = std::str::from_utf8(values).ok()?;
    let other = identity::is_valid(number)
        || credit::is_valid(number)
        || digits.is_bound(&range)
        || digits.begins_index(&range)
        || digits.labelled(&range, &["信用代码", "机构代码", "项目代码", "索引号"])
        || digits.in_address(&range)
        || project::is_code(&digits.text[range.clone()]);
    if other {
        return None;
    }
    let masked = format!("{}{}{}", &number[..4], "*".repeat(count - 8), &number[count - 4..]);
    Some((last, Card { range, number: number.to_owned(), masked }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str) -> impl Iterator<Item = Card> {
        among(&Digits::of(text)).into_iter()
    }

    fn found(text: &str) -> Vec<String> {
        find(text).map(|it| it.number).collect()
    }

    /// A number that obeys the rule and belongs to no one: nought after nought, then the check digit.
    const CARD: &str = "6222000000000000004";

    #[test]
    fn cards_are_found_in_their_usual_forms() {
        assert!(obeys_luhn(CARD.as_bytes()) && obeys_luhn(b"4111111111111111"));
        for text in [
            "账号：6222000000000000004",
            "6222 0000 0000 0000 004",
            "622200 0000000000004",
            "6222-0000-0000-0000-004",
            "6222.0000.0000.0000.004",
            "６２２２００００００００００００００４",
            "卡号|6|2|2|2|0|0|0|0|0|0|0|0|0|0|0|0|0|0|4|500元|",
        ] {
            assert_eq!(found(text), [CARD], "{text}");
        }
        assert_eq!(find(CARD).next().unwrap().masked, "6222***********0004");
        assert_eq!(found("卡号 4111111111111111"), ["4111111111111111"]);
    }

    #[test]
    fn other_numbers_are_left() {
        for text in [
            "6222000000000000005",
            "1222000000000000004",
            "16222000000000000004",
            "https://a.gov.cn/6222000000000000004.html",
            "6222000000000000004/2018-00001",
            "N6222000000000000004",
            "62220 00000 00000 0004",
            "2018-360700-00-01-000000",
            "4111 1111 1111 1111 0797 8000000",
            "6222|0000|0000|0000|004",
            "622200.0000000000004",
        ] {
            let left = found(text);
            assert!(left.is_empty() || text.starts_with("4111"), "{text}: {left:?}");
        }
    }
}
