//! Project codes of the national approval platform (投资项目统一代码): `2018-360700-00-01-000000`.

/// Is `text` of the shape `\d{4}-\d{6}-\d{2}-\d{2}-\d{6}`?
pub fn is_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 24
        && bytes
            .iter()
            .enumerate()
            .all(|(at, byte)| if matches!(at, 4 | 11 | 14 | 17) { *byte == b'-' } else { byte.is_ascii_digit() })
}

/// The code that `text` surely means: its twenty digits, however wide they are written and whatever stands between their groups.
pub fn mended(text: &str) -> Option<String> {
    let mut digits = String::new();
    for letter in text.chars() {
        match letter {
            '0'..='9' => digits.push(letter),
            '０'..='９' => digits.push(char::from_u32(u32::from(letter) - 0xfee0)?),
            '-' | '－' | '—' | '–' | '―' | '_' | ' ' | '\u{3000}' => {}
            _ => return None,
        }
    }
    let years = digits.get(..4)?.parse::<u16>().ok()?;
    let fits = digits.len() == 20 && (1990..2200).contains(&years);
    fits.then(|| [&digits[..4], &digits[4..10], &digits[10..12], &digits[12..14], &digits[14..]].join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_told_by_their_groups() {
        assert!(is_code("2018-360700-00-01-000000"));
        for text in ["", "2018-360700-00-01-00000", "2018—360700—00—01—000000", "20183607000001000000", "甲"] {
            assert!(!is_code(text), "{text}");
        }
    }

    #[test]
    fn twenty_digits_are_a_code() {
        for text in [
            "20183607000001000000",
            "2018—360700—00—01—000000",
            "２０１８－３６０７００－００－０１－００００００",
            "2018 360700 00 01 000000",
        ] {
            assert_eq!(mended(text).as_deref(), Some("2018-360700-00-01-000000"), "{text}");
        }
        for text in ["2018-360700-00-01-00000", "赣发改2018-1", "", "99993607000001000000"] {
            assert_eq!(mended(text), None, "{text}");
        }
    }
}
