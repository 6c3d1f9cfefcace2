//! Numbers as official papers number their parts.

/// 1 to 99 as official papers number their parts; above that digits.
pub fn ordinal(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match (number / 10, number % 10) {
        (0, one) if one > 0 => DIGITS[one].to_owned(),
        (1, one) => format!("十{}", DIGITS[one]),
        (ten @ 2..=9, one) => format!("{}十{}", DIGITS[ten], DIGITS[one]),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::ordinal;

    #[test]
    fn chapters_are_numbered_as_official_papers_are() {
        let numbers = [1, 9, 10, 11, 20, 21, 99, 100].map(ordinal);
        assert_eq!(numbers, ["一", "九", "十", "十一", "二十", "二十一", "九十九", "100"]);
    }
}
