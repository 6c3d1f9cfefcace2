//! Unified social credit codes (GB 32100-2015, 18 characters) and organisation codes (GB 11714-1997, 9 characters).
//!
//! Both end with a check character. A credit code counts in base 31 (digits and capitals without I, O, S, V and Z, which look like
//! others); the weight of place *i* is 3^*i* mod 31, and the check character makes the weighted sum a multiple of 31, so that every
//! single slip and every swap of two characters is found. An organisation code does the same modulo 11, where 10 is written X. A
//! sum that does not come out does not tell where the slip is: the right check character is named, and the rest left to whoever
//! copied the code.

use crate::vocabulary::Text;

const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
const CREDIT_WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// Which standard a good code follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standard {
    /// 统一社会信用代码, 18 characters.
    Credit,
    /// 组织机构代码, 9 characters.
    Organisation,
}

/// What is wrong with a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeFault {
    /// Neither 18 nor 9 characters.
    Length(usize),
    /// A character that the standard does not use; the one that was probably meant.
    Character {
        /// Its place, from 1.
        place: usize,
        /// What stands there.
        found: char,
        /// What was probably meant: 1 for I, 0 for O, a capital for a small letter.
        meant: Option<char>,
    },
    /// The check character is wrong: the code has a slip somewhere.
    Check {
        /// What stands at the end.
        found: char,
        /// What the characters before it ask for.
        right: char,
    },
}

impl CodeFault {
    /// The fault in words.
    pub fn text(self) -> Text {
        match self {
            Self::Length(found) => text! {
                zh: "应为 18 位统一社会信用代码（或 9 位组织机构代码），实为 {found} 位",
                en: "18 characters expected (9 for an organisation code), {found} found"
            },
            Self::Character { place, found, meant: Some(meant) } => text! {
                zh: "第 {place} 位“{found}”不是代码字符，可能是“{meant}”",
                en: "character {place}, {found:?}, is not used in codes; probably {meant:?}"
            },
            Self::Character { place, found, meant: None } => text! {
                zh: "第 {place} 位“{found}”不是代码字符",
                en: "character {place}, {found:?}, is not used in codes"
            },
            Self::Check { found, right } => text! {
                zh: "校验码不对：末位是“{found}”，按前面各位应为“{right}”，请核对是否抄错",
                en: "the check character is {found:?}, the others ask for {right:?}: one of them is mistyped"
            },
        }
    }
}

/// Checks an 18-character credit code or a 9-character organisation code (its hyphen may stand before the last character).
///
/// # Errors
/// What is wrong with it, the first fault only.
pub fn check(code: &str) -> Result<Standard, CodeFault> {
    let count = code.chars().take(30).count();
    if count == 10
        && let Some((body, last)) = code.split_once('-')
        && body.len() == 8
    {
        return organisation(body, last);
    }
    match count {
        18 => credit(code),
        9 => {
            let split = code.char_indices().nth(8).map_or(code.len(), |(at, _)| at);
            organisation(&code[..split], &code[split..])
        }
        _ => Err(CodeFault::Length(count)),
    }
}

/// Does the code obey its standard?
pub fn is_valid(code: &str) -> bool {
    check(code).is_ok()
}

/// The check character of the first 17 characters of a credit code; none if one of them is not of the alphabet.
pub fn credit_check(first: &str) -> Option<char> {
    let mut sum = 0;
    let mut count = 0;
    for (byte, weight) in first.bytes().zip(CREDIT_WEIGHTS) {
        sum += value(byte)? * weight;
        count += 1;
    }
    (count == 17 && first.len() == 17).then(|| char::from(ALPHABET[((31 - sum % 31) % 31) as usize]))
}

/// The check character of the first 8 characters of an organisation code; none if one of them is no digit or capital.
pub fn organisation_check(first: &str) -> Option<char> {
    let mut sum = 0;
    let mut count = 0;
    for (byte, weight) in first.bytes().zip(ORGANISATION_WEIGHTS) {
        let value = match byte {
            b'0'..=b'9' => u32::from(byte - b'0'),
            b'A'..=b'Z' => u32::from(byte - b'A') + 10,
            _ => return None,
        };
        sum += value * weight;
        count += 1;
    }
    (count == 8 && first.len() == 8).then(|| match 11 - sum % 11 {
        10 => 'X',
        11 => '0',
        check => char::from_digit(check, 10).unwrap_or('0'),
    })
}

fn credit(code: &str) -> Result<Standard, CodeFault> {
    for (at, found) in code.chars().enumerate() {
        if !found.is_ascii() || value(found as u8).is_none() {
            return Err(CodeFault::Character { place: at + 1, found, meant: meant(found) });
        }
    }
    let found = code.chars().next_back().unwrap_or('0');
    match credit_check(&code[..17]) {
        Some(right) if right != found => Err(CodeFault::Check { found, right }),
        _ => Ok(Standard::Credit),
    }
}

fn organisation(body: &str, last: &str) -> Result<Standard, CodeFault> {
    for (at, found) in body.chars().chain(last.chars()).enumerate() {
        if !found.is_ascii_digit() && !found.is_ascii_uppercase() {
            return Err(CodeFault::Character { place: at + 1, found, meant: meant(found) });
        }
    }
    match (organisation_check(body), last.chars().next()) {
        (Some(right), Some(found)) if right != found => Err(CodeFault::Check { found, right }),
        (Some(_), Some(_)) => Ok(Standard::Organisation),
        _ => Err(CodeFault::Length(body.len() + last.len())),
    }
}

fn value(byte: u8) -> Option<u32> {
    ALPHABET.iter().position(|known| *known == byte).and_then(|at| u32::try_from(at).ok())
}

/// What people type for a character of the alphabet.
fn meant(found: char) -> Option<char> {
    let narrow = match found {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(found) - 0xfee0).unwrap_or(found),
        _ => found,
    };
    let upper = match narrow.to_ascii_uppercase() {
        'I' => '1',
        'O' | '〇' | 'О' => '0',
        'Z' => '2',
        'S' => '5',
        'V' => 'Y',
        other => other,
    };
    (upper != found && upper.is_ascii() && value(upper as u8).is_some()).then_some(upper)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_codes_pass() {
        for code in [
            "114403006955506492",
            "11441700007280420Y",
            "1150024100913825XR",
            "11620622013933539B",
            "11370322004222241N",
            "11341702486344515H",
        ] {
            assert_eq!(check(code), Ok(Standard::Credit), "{code}");
        }
        for code in ["000014349", "01404053X", "053533505", "00001434-9"] {
            assert_eq!(check(code), Ok(Standard::Organisation), "{code}");
        }
    }

    #[test]
    fn a_slip_is_told_with_the_right_character() {
        assert_eq!(check("11441700007280420X"), Err(CodeFault::Check { found: 'X', right: 'Y' }));
        assert_eq!(check("000014348"), Err(CodeFault::Check { found: '8', right: '9' }));
        assert_eq!(check("1144170000728O420Y"), Err(CodeFault::Character { place: 14, found: 'O', meant: Some('0') }));
        assert_eq!(check("11441700007280420y"), Err(CodeFault::Character { place: 18, found: 'y', meant: Some('Y') }));
        assert_eq!(check("1144170000728中420Y"), Err(CodeFault::Character { place: 14, found: '中', meant: None }));
        assert_eq!(check("0142768-8"), Err(CodeFault::Character { place: 8, found: '-', meant: None }));
        assert_eq!(check("123"), Err(CodeFault::Length(3)));
        assert_eq!(check(""), Err(CodeFault::Length(0)));
        assert!(check(&"中".repeat(9)).is_err() && check(&"中".repeat(18)).is_err());
        assert!(CodeFault::Length(3).text().zh.contains("3 位"));
    }

    #[test]
    fn check_characters_are_computed() {
        assert_eq!(credit_check("11441700007280420"), Some('Y'));
        assert_eq!(credit_check("1144170000728042"), None);
        assert_eq!(organisation_check("01404053"), Some('X'));
        assert_eq!(organisation_check("0140405"), None);
    }
}
