//! Names that are known: found again wherever they stand, whatever blanks a printer set between their characters.

use std::{collections::BTreeMap, ops::Range};

use unicode_normalization::UnicodeNormalization as _;

/// What stands where a name stood.
pub const MARK: &str = "〔姓名已隐去〕";

/// Names, looked for all at once: by their first character, longer ones first.
#[derive(Debug, Default)]
pub struct Known {
    names: BTreeMap<char, Vec<Box<[char]>>>,
}

impl Known {
    /// Those of `names` that have two characters at least.
    pub fn new<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let mut known = Self::default();
        for name in names {
            let letters: Box<[char]> = name.chars().filter(|&it| !is_blank(it)).map(folded).collect();
            if letters.len() > 1 {
                known.names.entry(letters[0]).or_default().push(letters);
            }
        }
        for names in known.names.values_mut() {
            names.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
            names.dedup();
        }
        known
    }

    /// Where names stand in `text`, in order and apart.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let mut ranges = Vec::new();
        if self.names.is_empty() {
            return ranges;
        }
        let mut from = 0;
        while let Some(first) = text[from..].chars().next() {
            let names = self.names.get(&folded(first)).map_or(&[][..], Vec::as_slice);
            match names.iter().find_map(|name| end_of(name, &text[from..])) {
                Some(length) => {
                    ranges.push(from..from + length);
                    from += length;
                }
                None => from += first.len_utf8(),
            }
        }
        ranges
    }

    /// Whether a name stands in `text`.
    pub fn is_in(&self, text: &str) -> bool {
        !self.ranges(text).is_empty()
    }

    /// `text` with a mark for each name; none where there is no name in it.
    pub fn hidden(&self, text: &str) -> Option<String> {
        let ranges = self.ranges(text);
        (!ranges.is_empty()).then(|| replaced(text, ranges.into_iter().map(|range| (range, MARK))))
    }
}

/// A name as names are compared: without blanks, each character in its usual form.
pub(in crate::scan) fn letters(name: &str) -> String {
    name.chars().filter(|&it| !is_blank(it)).map(folded).collect()
}

/// `text` with other words at the ranges, which are in order and apart.
pub(super) fn replaced<'w>(text: &str, words: impl IntoIterator<Item = (Range<usize>, &'w str)>) -> String {
    let mut made = String::with_capacity(text.len());
    let mut from = 0;
    for (range, word) in words {
        made.push_str(&text[from..range.start]);
        made.push_str(word);
        from = range.end;
    }
    made.push_str(&text[from..]);
    made
}

/// The bytes of `text` that `name` takes at its start, blanks between its characters included.
fn end_of(name: &[char], text: &str) -> Option<usize> {
    let mut left = name.iter();
    let mut next = left.next();
    for (at, char) in text.char_indices() {
        match next {
            None => return Some(at),
            Some(&wanted) if folded(char) == wanted => next = left.next(),
            // Blanks stand between, never before.
            Some(_) if at > 0 && is_blank(char) => {}
            Some(_) => return None,
        }
        if next.is_none() {
            return Some(at + char.len_utf8());
        }
    }
    None
}

/// White space, and what has no width.
pub(super) fn is_blank(char: char) -> bool {
    char.is_whitespace()
        || matches!(char, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// One character for the several that are written for it: radicals, compatibility forms, middle dots.
pub(super) fn folded(char: char) -> char {
    match char {
        '•' | '・' | '‧' | '∙' | '⋅' | '･' | '●' | '.' | '．' => '·',
        '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{2f800}'..='\u{2fa1f}' => {
            let mut folded = std::iter::once(char).nfkc();
            folded.next().filter(|_| folded.next().is_none()).unwrap_or(char)
        }
        _ => char,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_through_blanks_and_forms() {
        let known = Known::new(["张三", "张三丰", "买买提·艾力", "方明"]);
        for (text, hidden) in [
            ("录用张三、张三丰。", "录用〔姓名已隐去〕、〔姓名已隐去〕。"),
            ("张　三", "〔姓名已隐去〕"),
            ("张\u{200b}三等", "〔姓名已隐去〕等"),
            ("买买提•艾力", "〔姓名已隐去〕"),
            ("\u{2f45}明", "〔姓名已隐去〕"),
        ] {
            assert_eq!(known.hidden(text).as_deref(), Some(hidden), "{text}");
        }
        assert_eq!(known.hidden("张 某、三张"), None);
        assert_eq!(Known::new(["张"]).hidden("张"), None);
    }
}
