//! A value without quotes.

use super::{What, cursor::Cursor, quote::quoted, scalar::is_scalar};

impl Cursor<'_, '_> {
    /// Reads a value without quotes: to the end of the line, inside brackets to the next comma or bracket.
    pub(super) fn atom(&mut self) {
        let start = self.at;
        let line = self.rest();
        let raw = if self.inside() {
            let ends = |char: char| matches!(char, ',' | '，' | '、' | ']' | '】' | '］' | '}' | '｝' | '#');
            line.find(ends).map_or(line, |end| &line[..end])
        } else {
            let line = line.find(" #").map_or(line, |comment| &line[..comment]);
            line.trim_end_matches([',', ';', '，', '；', '。', ' ', '\t'])
        };
        let raw = raw.trim_end();
        // At least the sign that stands there: the walk must go on.
        let raw = if raw.is_empty() { line.chars().next().map_or("", |char| &line[..char.len_utf8()]) } else { raw };
        let range = start..start + raw.len();
        if !is_scalar(raw) {
            let narrow: String = raw.chars().map(narrow).collect();
            if narrow != raw && is_scalar(&narrow) {
                self.mend(range.clone(), What::FullWidth("0"), &narrow);
            } else {
                // What it is, and so what is wrong with it, is for the key to say.
                self.loose.push(start);
                self.copy.replace(range.clone(), &quoted(raw.trim_matches(['"', '“', '”'])));
            }
        }
        self.step(range.end);
    }
}

/// The ASCII form of a full-width letter, digit or sign.
fn narrow(char: char) -> char {
    match char {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
        _ => char,
    }
}
