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
}
