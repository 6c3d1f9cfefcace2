//! Numbers as officials write them: ASCII, full-width and Chinese digits.

/// The value of one digit in any of the three scripts.
pub fn digit(letter: char) -> Option<u32> {
    match letter {
        '0'..='9' => Some(u32::from(letter) - u32::from('0')),
        '０'..='９' => Some(u32::from(letter) - u32::from('０')),
        '〇' | '零' | '○' => Some(0),
        '一' | '壹' => Some(1),
        '二' | '两' | '贰' => Some(2),
        '三' | '叁' => Some(3),
        '四' | '肆' => Some(4),
        '五' | '伍' => Some(5),
        '六' | '陆' => Some(6),
        '七' | '柒' => Some(7),
        '八' | '捌' => Some(8),
        '九' | '玖' => Some(9),
        _ => None,
    }
}

/// May `letter` stand in a number: a digit, ten or hundred?
pub fn numeric(letter: char) -> bool {
    digit(letter).is_some() || matches!(letter, '十' | '拾' | '廿' | '卅' | '百')
}

/// The value of a number that is all digits (`20`, `２０`, `二〇`) or Chinese with tens and hundreds (`二十五`, `一百二十`); at most 9999.
pub fn number(text: &str) -> Option<u32> {
    if text.is_empty() {
        return None;
    }
    if let Some(value) = text
        .chars()
        .try_fold(0_u32, |sum, letter| sum.checked_mul(10)?.checked_add(digit(letter)?).filter(|sum| *sum <= 9999))
    {
        return Some(value);
    }
    let (mut sum, mut last) = (0_u32, None);
    for letter in text.chars() {
        match letter {
            '十' | '拾' => sum += last.take().unwrap_or(1) * 10,
            '百' => sum += last.take()? * 100,
            '廿' => sum += 20,
            '卅' => sum += 30,
            _ => {
                if last.replace(digit(letter)?).is_some_and(|earlier| earlier != 0) {
                    return None;
                }
            }
        }
        if sum > 9999 {
            return None;
        }
    }
    Some(sum + last.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_every_script() {
        let read = [
            ("20", 20),
            ("２０", 20),
            ("二十", 20),
            ("二十五", 25),
            ("三十", 30),
            ("十五", 15),
            ("十", 10),
            ("廿", 20),
            ("一百二十", 120),
            ("一百零五", 105),
            ("二〇一八", 2018),
            ("两", 2),
            ("0", 0),
        ];
        for (text, value) in read {
            assert_eq!(number(text), Some(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "百", "a", "二三百", "99999", "1十2a", "百百百"] {
            assert_eq!(number(text), None, "{text}");
        }
        assert_eq!(number(&"十".repeat(100_000)), None);
    }
}
