//! Cells as they are compared: the same words however wide they are written and whatever blanks stand between them.

use std::borrow::Cow;

/// `text` in narrow signs, without blanks.
pub fn plain(text: &str) -> Cow<'_, str> {
    let is_plain = |it: char| !it.is_whitespace() && !matches!(it, '\u{ff01}'..='\u{ff5e}' | '\u{feff}' | '\u{200b}');
    if text.chars().all(is_plain) {
        return text.into();
    }
    let narrow = |it: char| match it {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(it) - 0xfee0).unwrap_or(it),
        _ => it,
    };
    text.chars().filter(|it| !it.is_whitespace() && !matches!(it, '\u{feff}' | '\u{200b}')).map(narrow).collect()
}

/// Whether `text` says that there is nothing: `/`, `—`, `无`, `不涉及`.
pub fn is_none(text: &str) -> bool {
    let plain = plain(text);
    let word = plain.trim_matches(['。', '.', ',', '，', '(', ')', '"', '“', '”']);
    word.chars().all(|it| "-–—－―_~/\\|*.".contains(it))
        || NOTHING.contains(&word)
        || NOTHING_IN_ENGLISH.iter().any(|it| it.eq_ignore_ascii_case(word))
}

const NOTHING: &[&str] =
    &["无", "没有", "暂无", "不涉及", "不适用", "未涉及", "无此项", "空", "无要求", "不需要", "无需", "无须"];
const NOTHING_IN_ENGLISH: &[&str] = &["none", "n/a", "na", "null", "nil"];

/// `text`, plain, without what stands in brackets.
pub(super) fn without_brackets(text: &str) -> String {
    let (mut depth, mut out) = (0_usize, String::new());
    for it in plain(text).chars() {
        match it {
            '(' | '〔' | '[' | '【' | '《' | '{' => depth += 1,
            ')' | '〕' | ']' | '】' | '》' | '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(it),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_said_in_many_ways() {
        for text in ["", " ", "/", "／", "—", "——", "-", "－", "无", " 无 。", "不涉及", "N/A", "暂无", "\\", "（无）"]
        {
            assert!(is_none(text), "{text}");
        }
        for text in ["0", "否", "无条件共享", "无锡市", "-1", "待定", "长期"] {
            assert!(!is_none(text), "{text}");
        }
    }

    #[test]
    fn width_and_blanks_make_no_difference() {
        assert_eq!(plain("２０ 个　工作日"), "20个工作日");
        assert_eq!(without_brackets("20个工作日（不含公示5日）"), "20个工作日");
    }
}
