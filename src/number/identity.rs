//! Citizens' identity numbers (GB 11643): check, find, mask.
//!
//! A number is six digits of area, eight of birthday, three of serial, and a check character by ISO 7064 MOD 11-2 (X is 10). One
//! chance number in eleven passes the check, so area and birthday must be possible, too, and what stands around it is looked at: a
//! number is none if it is cut out of a longer word or number, begins an index number, or is labelled and valid as a credit code.
//! Numbers are found as clerks write them (see [`digits`](super::digits)): `110105 19491231 002X`, full-width, over a line break,
//! or in boxes of a table. What is found is kept masked only.

use std::ops::Range;

use super::credit;
use super::digits::Digits;
use super::gap::is_gap;
use crate::day::Day;

/// An identity number found in a text. The number itself is not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Where it stands, in bytes, with the spaces and breaks inside it.
    pub range: Range<usize>,
    /// What `fix` writes in its place: `360702********1234`.
    pub masked: String,
}

/// Is `number` an identity number of eighteen characters: area, a real day of birth, the right check character?
pub fn is_valid(number: &str) -> bool {
    let bytes = number.as_bytes();
    bytes.len() == 18
        && bytes[..17].iter().all(u8::is_ascii_digit)
        && is_person(&bytes[..17])
        && check_character(&bytes[..17]) == Some(bytes[17].to_ascii_uppercase())
}

/// What is written for `number`, an identity number or one that has a slip: its area and its end, where it has a birthday between
/// them; of any other long number the first and last four digits.
pub fn masked(number: &str) -> String {
    let (first, last) = ends(number);
    let count = number.chars().count();
    let star = |(at, letter)| if at < first || at + last >= count { letter } else { '*' };
    number.chars().enumerate().map(star).collect()
}

/// How many characters of a number, and of one with a slip, are shown at its beginning and at its end.
pub fn ends(number: &str) -> (usize, usize) {
    let bytes = number.as_bytes();
    let digits = |count: usize| bytes.len() > count && bytes[..count].iter().all(u8::is_ascii_digit);
    match bytes.len() {
        17.. if digits(14) && is_person(bytes) => (6, 4),
        15 if digits(12) && is_area(bytes) && is_birthday(&[b"19", &bytes[6..12]].concat()) => (6, 3),
        12.. if number.is_ascii() => (4, 4),
        _ => (3, 2),
    }
}

/// All identity numbers of eighteen characters, through spaces, hyphens, one line break and full-width digits; over two cells
/// of a table; in its usual groups or a digit a piece over more of them, or with stops between. Credit codes, index numbers and pieces of longer numbers are none.
pub(super) fn among(digits: &Digits<'_>) -> Vec<Identity> {
    let mut found = Vec::new();
    let mut first = 0;
    while first < digits.segments.len() {
        match at(digits, first) {
            Some((last, identity)) => {
                found.push(identity);
                first = last + 1;
            }
            None => first += 1,
        }
    }
    found
}

/// All numbers in the old form of fifteen digits, which has no check character: unbroken runs with a possible area and birthday.
pub(super) fn old_among(digits: &Digits<'_>) -> Vec<Identity> {
    let mut found = Vec::new();
    for segment in &digits.segments {
        let values = &digits.values[segment.values.clone()];
        if values.len() == 15
            && is_area(values)
            && is_birthday(&[b"19", &values[6..12]].concat())
            && !digits.is_bound(&segment.range)
            && !digits.begins_index(&segment.range)
            && !digits.labelled(&segment.range, &["注册号", "代码", "编号", "单号"])
        {
            let text = |part: &[u8]| String::from_utf8_lossy(part).into_owned();
            let masked = format!("{}******{}", text(&values[..6]), text(&values[12..]));
            found.push(Identity { range: segment.range.clone(), masked });
        }
    }
    found
}

/// The number that begins with segment `first`, and its last segment.
fn at(digits: &Digits<'_>, first: usize) -> Option<(usize, Identity)> {
    let whole = |count, last_digit: bool| {
        let (last, lengths) = digits.joined(first, count)?;
        let values = digits.values(first, last);
        let (cells, dotted) = (digits.in_cells(first, last), digits.is_dotted(first, last));
        let grouped = || is_grouped(&lengths) || cells && lengths.len() == 2;
        if (cells || dotted) && !grouped() || !is_person(&values[..17]) {
            return None;
        }
        // Row by row stand figures, too: it is a digit a row, or the groups of a number in cells.
        let boxed = || lengths.iter().all(|length| *length == 1);
        if digits.in_rows(first, last)
            && !(boxed() || is_grouped(&lengths) && digits.text[digits.range(first, last)].contains(['|', '"']))
        {
            return None;
        }
        let mut range = digits.range(first, last);
        let check = if last_digit {
            values[17]
        } else {
            range.end += cross(&digits.text[range.end..])?;
            b'X'
        };
        (check_character(&values[..17]) == Some(check)).then_some((last, range, values, check))
    };
    let (last, range, values, check) = whole(18, true).or_else(|| whole(17, false))?;
    let credit_code =
        digits.labelled(&range, &["信用代码", "机构代码"]) && std::str::from_utf8(values).is_ok_and(credit::is_valid);
    if digits.in_a_word(&range) || digits.begins_index(&range) || credit_code {
        return None;
    }
    let text = |part: &[u8]| String::from_utf8_lossy(part).into_owned();
    let masked = format!("{}********{}{}", text(&values[..6]), text(&values[14..17]), char::from(check));
    Some((last, Identity { range, masked }))
}

/// Is a number of these pieces cut as people cut it: a digit a piece, or between area, year, month, day, serial and check?
fn is_grouped(lengths: &[usize]) -> bool {
    let mut sum = 0;
    let mut ends = lengths.iter().map(|length| {
        sum += length;
        sum
    });
    lengths.iter().all(|length| *length == 1) || ends.all(|end| matches!(end, 6 | 10 | 12 | 14 | 17 | 18))
}

/// How many bytes from the start of `rest` the check character X takes, with gaps before it. An X that begins a word or a number
/// is none.
fn cross(rest: &str) -> Option<usize> {
    let is_gap = |letter: char| is_gap(letter) || matches!(letter, '|' | ',' | '.' | '·' | '/' | '"' | '\'' | '\n');
    let gap = rest.char_indices().take(6).find(|(_, letter)| !is_gap(*letter)).map(|(at, _)| at)?;
    let mut letters = rest[gap..].chars();
    let cross = letters.next().filter(|letter| matches!(letter, 'X' | 'x' | 'Ｘ' | 'ｘ' | '×' | 'Ⅹ' | 'Х' | 'х'))?;
    let next = letters.next().unwrap_or(' ');
    let bound = if gap == 0 { next.is_ascii_digit() } else { next.is_ascii_alphanumeric() };
    (!bound).then_some(gap + cross.len_utf8())
}

/// The check character of seventeen digits (GB 11643, ISO 7064 MOD 11-2).
fn check_character(first: &[u8]) -> Option<u8> {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = first.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    b"10X98765432".get((sum % 11) as usize).copied()
}

fn is_person(first: &[u8]) -> bool {
    is_area(first) && is_birthday(&first[6..14])
}

/// Does it begin with a province's code (GB/T 2260), or one given to residents from elsewhere?
fn is_area(digits: &[u8]) -> bool {
    match digits[0] {
        b'1' | b'6' => matches!(digits[1], b'1'..=b'5'),
        b'2' | b'8' => matches!(digits[1], b'1'..=b'3'),
        b'3' => matches!(digits[1], b'1'..=b'7'),
        b'4' => matches!(digits[1], b'1'..=b'6'),
        b'5' => matches!(digits[1], b'0'..=b'4'),
        b'7' => digits[1] == b'1',
        b'9' => true,
        _ => false,
    }
}

/// `YYYYMMDD`, a real day from 1900 to 2099.
fn is_birthday(digits: &[u8]) -> bool {
    let number = |part: &[u8]| part.iter().fold(0_u16, |sum, digit| sum * 10 + u16::from(digit - b'0'));
    let (year, month, day) = (number(&digits[..4]), number(&digits[4..6]), number(&digits[6..8]));
    let small = |n: u16| u8::try_from(n).unwrap_or(0);
    (1900..2100).contains(&year) && Day::new(i32::from(year), small(month), small(day)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find_old(text: &str) -> impl Iterator<Item = Identity> {
        old_among(&Digits::of(text)).into_iter()
    }

    fn find(text: &str) -> impl Iterator<Item = Identity> {
        among(&Digits::of(text)).into_iter()
    }

    /// The example of the standard; no person's.
    const EXAMPLE: &str = "11010519491231002X";

    fn found(text: &str) -> Vec<&str> {
        find(text).map(|it| &text[it.range]).collect()
    }

    #[test]
    fn the_standards_example_is_found_however_it_is_written() {
        assert!(is_valid(EXAMPLE) && is_valid("11010519491231002x") && !is_valid("110105194912310021"));
        for written in [
            EXAMPLE,
            "11010519491231002x",
            "110105 19491231 002X",
            "110105-19491231-002X",
            "１１０１０５１９４９１２３１００２Ｘ",
            "110105194912\n31002X",
            "110105\u{200b}19491231\u{3000}002 X",
            "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X",
            "1|1|0|1|0|5|1|9|4|9|1|2|3|1|0|0|2|X",
            "110105 | 19491231 | 002X",
            "110105,19491231,002X",
            "110105194|91231002X",
            "11010519491231|002X",
            "110105|1949|12|31|002X",
            "110105.19491231.002X",
            "110105·1949·12·31·002X",
            "110105/19491231/002X",
            "1.1.0.1.0.5.1.9.4.9.1.2.3.1.0.0.2.X",
            "110105\", \"19491231\", \"002X",
            "110105', '19491231', '002', 'X",
            "110105”、“19491231”、“002X",
            "110105\",\n  \"19491231\",\n  \"002X",
            "1 |\n| 1 |\n| 0 |\n| 1 |\n| 0 |\n| 5 |\n| 1 |\n| 9 |\n| 4 |\n| 9 |\n| 1 |\n| 2 |\n| 3 |\n| 1 |\n| 0 |\n| 0 |\n| 2 |\n| X",
            "1\n\n1\n\n0\n\n1\n\n0\n\n5\n\n1\n\n9\n\n4\n\n9\n\n1\n\n2\n\n3\n\n1\n\n0\n\n0\n\n2\n\nX",
            "110105 |\n| 19491231 |\n| 002X",
        ] {
            let text = format!("张三，身份证号：{written}，住址");
            let identity: Vec<_> = find(&text).collect();
            assert_eq!(identity.len(), 1, "{written}");
            assert_eq!(&text[identity[0].range.clone()], written);
            assert_eq!(identity[0].masked, "110105********002X", "{written}");
        }
        for text in [
            "2018 11010519491231002X",
            "1.11010519491231002X",
            "sfz11010519491231002X",
            "11010519491231002X.jpg",
            "身份证11010519491231002X\n\n13",
        ] {
            assert_eq!(found(text), [EXAMPLE], "{text}");
        }
        let twice = format!("{EXAMPLE}、{EXAMPLE}");
        assert_eq!(found(&twice).len(), 2);
    }

    #[test]
    fn what_only_looks_like_one_is_left() {
        for text in [
            "110105194912310021",
            "110105********002X",
            "11010519491331002X",
            "111010519491231002X",
            "11010519491231002X0",
            "11010519491231002 Xerox",
            "00010519491231002X",
            "a1b2c311010519491231002X9f",
            "11010519491231002X/2018-00001",
            "统一社会信用代码114403006955506492",
            "114403006955506492/2021-00426",
            "B00010-0203-2018-291879",
            "2018-360700-00-01-000000",
            "赣市府办发〔2018〕9号",
            "110105 19491231|002X",
            "1101|0519491231|002X",
            "1101.05194.91231.002X",
            "110105\n\n19491231\n\n002X",
            "|1|1|\n|0|1|\n|0|5|\n|1|9|\n|4|9|\n|1|2|\n|3|1|\n|0|0|\n|2|X|",
            "| 1101 |\n| 0519 |\n| 491231 |\n| 002X |",
            "",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn the_old_form_is_told_apart() {
        let old: Vec<_> = find_old("旧证号110105491231002。").collect();
        assert_eq!(old.len(), 1);
        assert_eq!(old[0].masked, "110105******002");
        for text in
            ["1101054912310021", "110105491331002", "A110105491231002", "注册号：110105491231002", "11010519491231002X"]
        {
            assert_eq!(find_old(text).count(), 0, "{text}");
        }
    }

    #[test]
    fn long_texts_take_one_pass() {
        let many = "1 ".repeat(200_000);
        assert_eq!(find(&many).count(), 0);
        let long = "1".repeat(1_000_000);
        assert_eq!(find(&long).count(), 0);
    }
}
