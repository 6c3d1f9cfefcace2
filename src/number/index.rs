//! Index numbers (索引号) in the forms that are in use.

use super::credit::{self, CodeFault};
use crate::vocabulary::Text;

/// Which form an index number has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndexForm {
    /// Organisation code of nine characters (指引 of 2009): `000014349/2017-00110`.
    Organisation,
    /// Unified social credit code: `11441700007280420Y/2021-00050`.
    Credit,
    /// A body's own code or id: `cyzsj/2018-00009`.
    Local,
    /// Body, class, year, serial: `B00010-0203-2018-291879`.
    Classed,
}

/// An index number in a known form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IndexNumber<'n> {
    /// The form.
    pub form: IndexForm,
    /// What stands for the body.
    pub code: &'n str,
    /// The class, in the classed form.
    pub class: Option<&'n str>,
    /// The year.
    pub year: i32,
    /// The month, where it stands after the year (`202110`).
    pub month: Option<u8>,
    /// The serial.
    pub serial: u32,
}

/// What is wrong with an index number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndexFault {
    /// Nothing before the slash: no body is named.
    NoCode,
    /// The body's code is wrong.
    Code(CodeFault),
    /// The hyphen of the organisation code was kept.
    Hyphen,
    /// No year from 1990 to 2199: `1970` is what systems write when the day is missing.
    Year(i32),
    /// None of the forms in use.
    Unknown,
}

impl IndexFault {
    /// The fault in both tongues.
    pub fn text(self) -> Text {
        match self {
            Self::NoCode => text! { zh: "斜线前没有机构代码", en: "no body code before the slash" },
            Self::Code(fault) => {
                let Text { zh, en } = fault.text();
                text! { zh: "机构代码有误：{zh}", en: "the body code is wrong: {en}" }
            }
            Self::Hyphen => text! {
                zh: "索引号中的组织机构代码不写连字符",
                en: "the hyphen of the organisation code is left out in index numbers"
            },
            Self::Year(year) => text! { zh: "年份“{year}”不可能", en: "the year {year} is impossible" },
            Self::Unknown => text! {
                zh: "不是通行的索引号写法，如 000014349/2017-00110",
                en: "no form of index numbers in use, like 000014349/2017-00110"
            },
        }
    }
}

impl<'n> IndexNumber<'n> {
    /// Reads an index number in one of the forms in use, and checks the body's code where it has a check character.
    ///
    /// # Errors
    /// What is wrong with it, the first fault only.
    pub fn parse(number: &'n str) -> Result<Self, IndexFault> {
        if number.len() > 100 {
            return Err(IndexFault::Unknown);
        }
        match number.rsplit_once('/') {
            Some((code, rest)) => slashed(code, rest),
            None => classed(number),
        }
    }
}

/// The number as part of an address: lower case, each run outside `[a-z0-9]` a hyphen. Frozen: released addresses depend on it.
pub fn fold(number: &str) -> String {
    let mut folded = String::with_capacity(number.len());
    for letter in number.chars().map(|letter| letter.to_ascii_lowercase()) {
        if letter.is_ascii_alphanumeric() {
            folded.push(letter);
        } else if !folded.ends_with('-') {
            folded.push('-');
        }
    }
    folded
}

fn slashed<'n>(code: &'n str, rest: &str) -> Result<IndexNumber<'n>, IndexFault> {
    let (date, serial) = rest.split_once('-').ok_or(IndexFault::Unknown)?;
    let serial = digits(serial, 1..=7).ok_or(IndexFault::Unknown)?;
    let (year, month) = match date.len() {
        4 => (date, None),
        6 => (date.get(..4).unwrap_or_default(), date.get(4..)),
        _ => return Err(IndexFault::Unknown),
    };
    let year = digits(year, 4..=4).ok_or(IndexFault::Unknown)?;
    let month = match month {
        Some(month) => Some(digits(month, 2..=2).filter(|month| (1..=12).contains(month)).ok_or(IndexFault::Unknown)?),
        None => None,
    };
    let year = real_year(year)?;
    if code.is_empty() {
        return Err(IndexFault::NoCode);
    }
    let official = code.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    let form = match code.len() {
        9 if official => IndexForm::Organisation,
        18 if official => IndexForm::Credit,
        _ if code.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase() || byte == b'-')
            && is_hyphened(code) =>
        {
            return Err(IndexFault::Hyphen);
        }
        _ if code.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_')) => {
            IndexForm::Local
        }
        _ => return Err(IndexFault::Unknown),
    };
    if form != IndexForm::Local {
        credit::check(code).map_err(IndexFault::Code)?;
    }
    let month = month.and_then(|month| u8::try_from(month).ok());
    Ok(IndexNumber { form, code, class: None, year, month, serial })
}

/// `00001434-9`, and shorter ones that lost a digit.
fn is_hyphened(code: &str) -> bool {
    code.split_once('-').is_some_and(|(body, last)| (6..=8).contains(&body.len()) && last.len() == 1)
}

fn classed(number: &str) -> Result<IndexNumber<'_>, IndexFault> {
    let mut parts = number.split('-');
    let (Some(code), Some(class), Some(year), Some(serial), None) =
        (parts.next(), parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(IndexFault::Unknown);
    };
    let body = code.starts_with(|letter: char| letter.is_ascii_uppercase())
        && (5..=9).contains(&code.len())
        && code.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    let (Some(_), Some(year), Some(serial)) = (digits(class, 1..=6), digits(year, 4..=4), digits(serial, 1..=6)) else {
        return Err(IndexFault::Unknown);
    };
    if !body {
        return Err(IndexFault::Unknown);
    }
    Ok(IndexNumber { form: IndexForm::Classed, code, class: Some(class), year: real_year(year)?, month: None, serial })
}

fn digits(text: &str, lengths: std::ops::RangeInclusive<usize>) -> Option<u32> {
    (lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

fn real_year(year: u32) -> Result<i32, IndexFault> {
    let year = i32::try_from(year).unwrap_or(0);
    if (1990..2200).contains(&year) { Ok(year) } else { Err(IndexFault::Year(year)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn real_numbers_are_read() {
        for (number, form, year, month, serial) in [
            ("000014349/2017-00110", IndexForm::Organisation, 2017, None, 110),
            ("01404053X/2021-00490", IndexForm::Organisation, 2021, None, 490),
            ("053533505/2021-00106", IndexForm::Organisation, 2021, None, 106),
            ("114403006955506492/2021-00426", IndexForm::Credit, 2021, None, 426),
            ("11441700007280420Y/2021-00050", IndexForm::Credit, 2021, None, 50),
            ("1150024100913825XR/2024-00047", IndexForm::Credit, 2024, None, 47),
            ("11620622013933539B/2021-03844", IndexForm::Credit, 2021, None, 3844),
            ("11370322004222241N/2021-5135380", IndexForm::Credit, 2021, None, 5_135_380),
            ("11341702486344515H/202110-00013", IndexForm::Credit, 2021, Some(10), 13),
            ("B00010-0203-2018-291879", IndexForm::Classed, 2018, None, 291_879),
            ("PZ00101-1700-2025-00660", IndexForm::Classed, 2025, None, 660),
            ("cyzsj/2018-00009", IndexForm::Local, 2018, None, 9),
            ("rj-park/2018-00009", IndexForm::Local, 2018, None, 9),
        ] {
            let read = IndexNumber::parse(number).unwrap_or_else(|fault| panic!("{number}: {fault:?}"));
            assert_eq!((read.form, read.year, read.month, read.serial), (form, year, month, serial), "{number}");
        }
        assert_eq!(IndexNumber::parse("B00010-0203-2018-291879").unwrap().class, Some("0203"));
    }

    #[test]
    fn broken_numbers_are_told() {
        assert_eq!(IndexNumber::parse("/1970-172681"), Err(IndexFault::Year(1970)));
        assert_eq!(IndexNumber::parse("/2018-172681"), Err(IndexFault::NoCode));
        assert_eq!(IndexNumber::parse("000014349/1970-00001"), Err(IndexFault::Year(1970)));
        assert_eq!(IndexNumber::parse("0142768-8/2022-00185"), Err(IndexFault::Hyphen));
        assert_eq!(
            IndexNumber::parse("000014348/2017-00110"),
            Err(IndexFault::Code(CodeFault::Check { found: '8', right: '9' }))
        );
        for number in [
            "",
            "/",
            "000014349",
            "000014349/2017",
            "000014349/2017-",
            "000014349/201713-00001",
            "索引/2018-1",
            "b-1-2018-1",
        ] {
            assert_eq!(IndexNumber::parse(number), Err(IndexFault::Unknown), "{number}");
        }
        assert!(IndexFault::Hyphen.text().zh.contains("连字符"));
    }

    #[test]
    fn addresses_are_folded() {
        assert_eq!(fold("11441700007280420Y/2021-00050"), "11441700007280420y-2021-00050");
        assert_eq!(fold("赣蓉〔2018〕9号"), "-2018-9-");
        assert_eq!(fold("A／b__C"), "a-b-c");
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in ".*|[0-9A-Z年/-]{0,30}") {
            let _ = IndexNumber::parse(&text);
            let folded = fold(&text);
            prop_assert!(folded.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') && !folded.contains("--"));
            prop_assert_eq!(fold(&folded), folded);
        }
    }
}
