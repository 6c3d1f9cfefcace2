//! Mobile telephone numbers: find, mask.

use std::ops::Range;

use super::digits::{Digits, Link};

/// A mobile number found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// Bytes of the text, separators within included.
    pub range: Range<usize>,
    /// Its eleven digits, to compare with the numbers of offices.
    pub number: String,
    /// `138****0000`.
    pub masked: String,
}

/// All mobile numbers (`1[3-9]` and nine more), in one piece, in the usual groups or a digit a cell, with `+86` or without; not pieces of longer
/// numbers, codes or addresses.
pub(super) fn among(digits: &Digits<'_>) -> Vec<Phone> {
    let mut found = Vec::new();
    let mut first = 0;
    while first < digits.segments.len() {
        match at(digits, first) {
            Some((last, phone)) => {
                found.push(phone);
                first = last + 1;
            }
            None => first += 1,
        }
    }
    found
}

fn at(digits: &Digits<'_>, first: usize) -> Option<(usize, Phone)> {
    let segment = &digits.segments[first];
    let values = &digits.values[segment.values.clone()];
    let (last, range, number) = if let Some(number) = abroad(values) {
        (first, segment.range.clone(), number)
    } else {
        let (last, lengths) = digits.joined(first, 11)?;
        let groups = matches!(*lengths, [11] | [3, 4, 4] | [3, 8] | [3, 3, 5] | [4, 3, 4] | [7, 4]);
        // `138.00000000` is a sum, `138.0000.0000` is none.
        let dotted = digits.is_dotted(first, last);
        let usual = groups && !digits.in_cells(first, last) && (!dotted || lengths.len() == 3);
        if digits.is_starred(first, last) || digits.in_rows(first, last) {
            return None;
        }
        if !usual && !digits.in_boxes(first, last) && !digits.is_split(first, last) {
            return None;
        }
        (last, digits.range(first, last), digits.values(first, last))
    };
    if number[0] != b'1' || !matches!(number[1], b'3'..=b'9') {
        return None;
    }
    // `86-138…` is one number with its country's; any other hyphenated neighbour makes it a piece of a code.
    let country = first > 0
        && segment.link == Link::Near
        && matches!(&digits.values[digits.segments[first - 1].values.clone()], b"86" | b"0086");
    let bound = if country {
        digits.is_bound(&(digits.segments[first - 1].range.start..range.end))
    } else {
        digits.is_bound(&range)
    };
    if bound || digits.begins_index(&range) || digits.in_address(&range) {
        return None;
    }
    let number = String::from_utf8_lossy(number).into_owned();
    let masked = format!("{}****{}", &number[..3], &number[7..]);
    Some((last, Phone { range, number, masked }))
}

/// The eleven digits after a country code written without a gap.
fn abroad(values: &[u8]) -> Option<&[u8]> {
    values.strip_prefix(b"86").or_else(|| values.strip_prefix(b"0086")).filter(|rest| rest.len() == 11)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(text: &str) -> impl Iterator<Item = Phone> {
        among(&Digits::of(text)).into_iter()
    }

    fn found(text: &str) -> Vec<String> {
        find(text).map(|it| it.number).collect()
    }

    #[test]
    fn numbers_are_found_in_their_usual_forms() {
        for text in [
            "联系电话：13800000000",
            "138 0000 0000",
            "138-0000-0000",
            "138.0000.0000",
            "138·0000·0000",
            "138/0000/0000",
            "１３８００００００００",
            "+86 138 0000 0000",
            "+8613800000000",
            "86-13800000000",
            "0086 13800000000",
            "1380000 0000",
            "（13800000000）",
            "张三13800000000，",
            "电话|1|3|8|0|0|0|0|0|0|0|0|",
            "电话 1 3 8 0 0 0 0 0 0 0 0",
            "13\u{a0}8000\u{a0}00000",
            "138000\n00000",
        ] {
            assert_eq!(found(text), ["13800000000"], "{text}");
        }
        assert_eq!(find("13800000000").next().unwrap().masked, "138****0000");
        assert_eq!(found("13800000000/13900000000").len(), 2);
        assert_eq!(found("13800000000、13900000000").len(), 2);
    }

    #[test]
    fn pieces_of_other_numbers_are_left() {
        for text in [
            "0797-8000000",
            "138****0000",
            "113800000000",
            "138000000001",
            "12800000000",
            "2018-13800000000",
            "13800000000-1",
            "c13800000000",
            "https://a.gov.cn/13800000000.html",
            "t_13800000000",
            "c/13800000000.html",
            "13800000000/2018-00001",
            "138|0000|0000",
            "138.00000000",
            "1.3.8.0.0.0.0.0.0.0.0.1",
            "|1|3|8|0|0|0|0|0|0|0|0|5|",
            "138\n\n0000 0000",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
