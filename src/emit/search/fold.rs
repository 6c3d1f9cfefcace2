//! The normaliser: what is alike to a reader becomes the same units, in texts and in queries. `tests/search/fold.txt` has its vectors; the
//! browser runs the same.

/// Stands between fields and between the cells of a table: no key holds it, and no query.
pub(super) const BORDER: u16 = 1;

/// What each unit is folded to; 0 where it is dropped. Units of characters outside the BMP stay as they are.
pub(super) fn table(pairs: impl Iterator<Item = (char, char)>) -> Box<[u16]> {
    let mut to: Vec<u16> = (0..=u16::MAX).map(of).collect();
    for (from, simplified) in pairs {
        if let (Ok(from), Ok(simplified)) = (u16::try_from(u32::from(from)), u16::try_from(u32::from(simplified))) {
            to[usize::from(from)] = simplified;
        }
    }
    to.into()
}

fn of(unit: u16) -> u16 {
    if matches!(unit, 1 | 2 | 9) {
        return BORDER;
    }
    let Some(it) = char::from_u32(unit.into()) else { return unit };
    // U+001C to U+001F among the controls.
    if it.is_whitespace() || it.is_control() || is_unseen(unit) {
        return 0;
    }
    let unit = if matches!(unit, 0xff01..=0xff5e) { unit - 0xfee0 } else { unit };
    match char::from_u32(unit.into()).unwrap_or_default() {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => unit + 0x20,
        'Ⅰ'..='Ⅿ' => unit + 0x10,
        '(' | '{' | '〔' | '【' | '〖' | '〘' => '[' as u16,
        ')' | '}' | '〕' | '】' | '〗' | '〙' => ']' as u16,
        '、' => ',' as u16,
        '。' | '｡' => '.' as u16,
        '《' | '》' | '〈' | '〉' | '「' | '」' | '『' | '』' | '“' | '”' | '‘' | '’' | '〝' | '〞' | '\'' | '«'
        | '»' => '"' as u16,
        '–' | '—' | '―' | '−' | '‐' | '‑' | '~' | '〜' => '-' as u16,
        '•' | '・' | '‧' | '∙' => '·' as u16,
        _ => unit,
    }
}

/// Characters without a width.
fn is_unseen(unit: u16) -> bool {
    matches!(unit, 0xad | 0x200b..=0x200f | 0x2060 | 0xfeff)
}
