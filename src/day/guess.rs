//! Dates as people write them: three numbers in the order year, month, day, in any digits.

use super::numeral::{number, numeric};

/// Reads year, month and day with the signs people put between them, or eight digits: `2024年3月1日`, `2024.3.1`, `20240301`,
/// `二〇二四年三月一日`. Whether there is such a day is not looked at. Refused is what says more (`2024年3月1日上午`) or less
/// (`3月1日`): a guess is offered as a correction, and must not be wrong.
pub(super) fn guess(text: &str) -> Option<(u32, u32, u32)> {
    let mut parts: [String; 3] = Default::default();
    let mut at = 0;
    for letter in text.chars().filter(|letter| !letter.is_whitespace()).take(40) {
        if numeric(letter) && letter != '百' {
            parts.get_mut(at)?.push(letter);
            continue;
        }
        let expected = match letter {
            '年' => at == 0,
            '月' => at == 1,
            '日' | '号' => at == 2,
            '-' | '－' | '–' | '—' | '/' | '／' | '.' | '．' | '。' | '、' => at < 2,
            _ => false,
        };
        if !expected || parts[at].is_empty() {
            return None;
        }
        at += 1;
    }
    if at == 0 && parts[0].len() == 8 && parts[0].is_ascii() {
        let (year, rest) = parts[0].split_at(4);
        let (month, day) = rest.split_at(2);
        return Some((number(year)?, number(month)?, number(day)?));
    }
    Some((number(&parts[0])?, number(&parts[1])?, number(&parts[2])?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_forms_are_understood() {
        for text in [
            "2024年3月1日",
            "2024.3.1",
            "2024/3/1",
            "2024-3-1",
            "２０２４年３月１日",
            "20240301",
            "二〇二四年三月一日",
            "2024 年 3 月 1 日",
            "2024年03月01号",
            "2024．3．1",
            "2024/03/01",
            "二○二四年三月一日",
            "2024年3月1",
        ] {
            assert_eq!(guess(text), Some((2024, 3, 1)), "{text}");
        }
        assert_eq!(guess("二〇一八年十二月三十一日"), Some((2018, 12, 31)));
    }

    #[test]
    fn what_is_no_date_is_left() {
        for text in ["", "2024年3月", "3月1日", "年月日", "2024年3月1日上午", "2024-3-1-1", "2024//1", "202403011"]
        {
            assert_eq!(guess(text), None, "{text}");
        }
    }
}
