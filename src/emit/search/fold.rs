//! The normaliser: what is alike to a reader becomes the same units, in texts and in queries. `tests/search/fold.txt` has its vectors; the
//! browser runs the same.

use super::SearchTables;

/// Stands between fields and between the cells of a table: no key holds it, and no query.
pub(super) const BORDER: u16 = 1;

impl SearchTables {
    /// Adds the folded units of `text`.
    pub fn fold(&self, text: &str, out: &mut Vec<u16>) {
        out.extend(text.encode_utf16().map(|unit| self.folds[usize::from(unit)]).filter(|&it| it != 0));
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut units = Vec::new();
        SearchTables::default().fold(text, &mut units);
        String::from_utf16(&units).unwrap()
    }

    #[test]
    fn what_a_reader_takes_for_the_same_is_the_same() {
        assert_eq!(folded("赣蓉管办发〔２０１８〕９ 号"), "赣蓉管办发[2018]9号");
        assert_eq!(folded("關於《政務公開》"), "关于\"政务公开\"");
        assert_eq!(folded("ＷＰＳ Ⅳ É×"), "wpsⅳé×");
        assert_eq!(folded("一\t二\u{1}三\n四\u{3000}五\u{200b}"), "一\u{1}二\u{1}三四五");
        assert_eq!(folded("𬭎"), "𬭎");
    }
}
