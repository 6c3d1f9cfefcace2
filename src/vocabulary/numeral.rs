//! Digits and the numerals that ordinals of official texts are written with.

/// Does `letter` stand in ordinals: `3.`, `一、`, `（二十）`, `第一百〇一条`?
pub fn is_numeral(letter: char) -> bool {
    letter.is_ascii_digit()
        || matches!(letter, '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百')
}
