//! The letters of document numbers.

/// The value of a digit, plain or full-width.
pub(super) fn digit(letter: char) -> Option<u32> {
    match letter {
        '0'..='9' => Some(u32::from(letter) - u32::from('0')),
        '０'..='９' => Some(u32::from(letter) - u32::from('０')),
        _ => None,
    }
}

/// Brackets that are written for 〔.
pub(in crate::number) fn is_open(letter: char) -> bool {
    matches!(
        letter,
        '〔' | '【' | '[' | '［' | '(' | '（' | '﹝' | '〖' | '〘' | '{' | '｛' | '<' | '〈' | '《' | '「' | '『'
    )
}

/// Brackets that are written for 〕.
pub(in crate::number) fn is_close(letter: char) -> bool {
    matches!(
        letter,
        '〕' | '】' | ']' | '］' | ')' | '）' | '﹞' | '〗' | '〙' | '}' | '｝' | '>' | '〉' | '》' | '」' | '』'
    )
}

/// Is it a Chinese character?
pub(in crate::number) fn is_han(letter: char) -> bool {
    matches!(letter, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{3ffff}' | '〇')
}

/// May it stand in an agency's code?
pub(super) fn is_agency(letter: char) -> bool {
    is_han(letter) || letter.is_ascii_alphabetic() || matches!(letter, '（' | '）' | '(' | ')' | '、')
}

/// Does an agency's code end so (发, 字, 办, 函, 电 …)?
pub(super) fn is_generating(letter: char) -> bool {
    matches!(
        letter,
        '发' | '字'
            | '办'
            | '函'
            | '电'
            | '规'
            | '请'
            | '复'
            | '批'
            | '议'
            | '通'
            | '呈'
            | '明'
            | '告'
            | '令'
            | '预'
            | '建'
            | '财'
            | '综'
    )
}
