//! Project codes of the national approval platform (投资项目统一代码): `2018-360700-00-01-000000`.

use std::fmt;

use super::digits::is_hyphen;
use crate::text::Text;

/// A project code, well-formed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProjectCode(String);

/// What is wrong with a project code, and the code that was meant where that is clear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectCodeError {
    /// How many digits there are; 20 are right.
    pub digits: usize,
    /// The twenty digits in the right groups.
    pub mended: Option<String>,
}

impl ProjectCode {
    /// Reads `YYYY-AAAAAA-NN-NN-NNNNNN`: year, area, kind of project, industry, serial.
    ///
    /// # Errors
    /// When the groups or digits are others; a code with the right digits is mended.
    pub fn parse(text: &str) -> Result<Self, ProjectCodeError> {
        if is_code(text) {
            return Ok(Self(text.to_owned()));
        }
        let mut digits = String::new();
        let mut foreign = false;
        for letter in text.chars().take(64) {
            match letter {
                '0'..='9' => digits.push(letter),
                '０'..='９' => digits.extend(char::from_u32(u32::from(letter) - 0xfee0)),
                _ => foreign |= !letter.is_whitespace() && !is_hyphen(letter) && letter != '_',
            }
        }
        let year = digits.get(..4).and_then(|year| year.parse::<u16>().ok());
        let clear = !foreign && digits.len() == 20 && year.is_some_and(|year| (1990..2200).contains(&year));
        let mended = clear.then(|| {
            format!("{}-{}-{}-{}-{}", &digits[..4], &digits[4..10], &digits[10..12], &digits[12..14], &digits[14..])
        });
        Err(ProjectCodeError { digits: digits.len(), mended })
    }

    /// The year of filing.
    pub fn year(&self) -> i32 {
        self.0[..4].parse().unwrap_or(0)
    }

    /// The area code (GB/T 2260).
    pub fn area(&self) -> &str {
        &self.0[5..11]
    }

    /// The code as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl ProjectCodeError {
    /// The fault in words.
    pub fn text(&self) -> Text {
        let digits = self.digits;
        if digits == 20 {
            text! { zh: "各段应为 4-6-2-2-6 位数字，用半角连字符分隔", en: "groups of 4-6-2-2-6 digits with hyphens expected" }
        } else {
            text! { zh: "应有 20 位数字，实有 {digits} 位", en: "20 digits expected, {digits} found" }
        }
    }
}

impl fmt::Display for ProjectCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Is `text` of the shape `\d{4}-\d{6}-\d{2}-\d{2}-\d{6}`?
pub fn is_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 24
        && bytes
            .iter()
            .enumerate()
            .all(|(at, byte)| if matches!(at, 4 | 11 | 14 | 17) { *byte == b'-' } else { byte.is_ascii_digit() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_and_mended() {
        let code = ProjectCode::parse("2018-360700-00-01-000000").unwrap();
        assert_eq!((code.year(), code.area()), (2018, "360700"));
        for text in [
            "20183607000001000000",
            "２０１８－３６０７００－００－０１－００００００",
            "2018—360700—00—01—000000",
            " 2018-360700-00-01-000000",
        ] {
            let error = ProjectCode::parse(text).unwrap_err();
            assert_eq!(error.mended.as_deref(), Some("2018-360700-00-01-000000"), "{text}");
        }
        for text in ["", "2018-360700-00-01-00000", "项目2018-360700-00-01-000000", "0018-360700-00-01-000000-", "甲"]
        {
            assert_eq!(ProjectCode::parse(text).map_err(|error| error.mended), Err(None), "{text}");
        }
        assert!(ProjectCode::parse("2018").unwrap_err().text().zh.contains("4 位"));
    }
}
