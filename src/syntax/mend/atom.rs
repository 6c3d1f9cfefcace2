//! A value without quotes.

use super::{
    What,
    cursor::{Cursor, MARKER},
    quote::quoted,
    scalar::{Scalar, scalar},
};

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
        match scalar(raw) {
            Scalar::Good => {}
            Scalar::Loose(moment) => {
                let with = match moment.time {
                    Some(time) => format!("{} {time}:00", moment.day),
                    None => moment.day.to_string(),
                };
                self.mend(range.clone(), What::LooseDay(moment), &with);
            }
            Scalar::NoSuchDay(error) => self.mend(range.clone(), What::NoSuchDay(error), MARKER),
            Scalar::Flag(yes) => self.mend(range.clone(), What::LooseFlag(yes), if yes { "true" } else { "false" }),
            Scalar::LeadingZero => self.mend(range.clone(), What::LeadingZero, &quoted(raw)),
            Scalar::Text => self.words(range.clone(), raw),
        }
        self.step(range.end);
    }

    /// A text without quotes, or a number in full-width digits.
    fn words(&mut self, range: std::ops::Range<usize>, raw: &str) {
        let narrow: String = raw.chars().map(narrow).collect();
        if narrow != raw && scalar(&narrow) == Scalar::Good {
            self.copy.replace(range.clone(), &narrow);
            self.slip(range, What::FullWidth("0–9"));
        } else {
            let inner = raw.trim_matches(['"', '“', '”']);
            self.mend(range, What::Unquoted, &quoted(inner));
        }
    }
}

/// The ASCII form of a full-width letter, digit or sign.
fn narrow(char: char) -> char {
    match char {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
        _ => char,
    }
}
