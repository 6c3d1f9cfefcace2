//! The day that a text in another common form means.

use super::date::Day;
use super::numeral::{number, numeric};

/// Three numbers in the order year, month, day, with the signs people put between them; or eight digits.
pub(super) fn guess(text: &str) -> Option<Day> {
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
        return real(number(year)?, number(month)?, number(day)?);
    }
    real(number(&parts[0])?, number(&parts[1])?, number(&parts[2])?)
}

/// The day, if there is one.
fn real(year: u32, month: u32, day: u32) -> Option<Day> {
    Day::new(i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
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
            assert_eq!(guess(text).map(|day| day.to_string()).as_deref(), Some("2024-03-01"), "{text}");
        }
        assert_eq!(guess("二〇一八年十二月三十一日").map(|day| day.to_string()).as_deref(), Some("2018-12-31"));
    }

    #[test]
    fn what_is_no_day_is_left() {
        for text in [
            "",
            "2024年3月",
            "2024年13月1日",
            "2024-02-30",
            "3月1日",
            "年月日",
            "2024年3月1日上午",
            "2024-3-1-1",
            "2024//1",
            "202403011",
        ] {
            assert_eq!(guess(text), None, "{text}");
        }
    }
}
