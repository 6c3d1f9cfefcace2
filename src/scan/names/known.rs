//! Names that are known: found again wherever they stand, whatever blanks a printer set between their characters.

use std::{cmp::Reverse, collections::BTreeMap, ops::Range};

use unicode_normalization::UnicodeNormalization as _;

use super::{
    latin::{self, Latin},
    script::simplified,
};
use crate::vocabulary::is_unseen;

/// What stands where a name stood.
pub const MARK: &str = "〔姓名已隐去〕";

/// Names, looked for all at once: by their first character those that begin with it, sorted. Each further character of the text leaves a
/// narrower part of them, which two binary searches find: a list may hold twenty thousand of one family.
#[derive(Debug, Default)]
pub struct Known {
    names: BTreeMap<char, Vec<Box<[char]>>>,
    /// The same in letters, for addresses and names of files.
    latin: Latin,
}

impl Known {
    /// Those of `names` that have two characters at least.
    pub fn new<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let mut known = Self::default();
        let mut latin = Vec::new();
        for name in names {
            let letters: Box<[char]> = name.chars().filter(|&it| !is_blank(it)).map(folded).collect();
            if letters.len() > 1 {
                latin::add(&letters, &mut latin);
                known.names.entry(letters[0]).or_default().push(letters);
            }
        }
        for names in known.names.values_mut() {
            names.sort_unstable();
            names.dedup();
        }
        known.latin = Latin::new(latin);
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
            match longest(names, &text[from..]) {
                Some(length) => {
                    ranges.push(from..from + length);
                    from += length;
                }
                None => from += first.len_utf8(),
            }
        }
        if self.latin.ranges(text, &mut ranges) {
            ranges.sort_by_key(|it| (it.start, Reverse(it.end)));
            ranges.dedup_by(|later, earlier| later.start < earlier.end);
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

/// The bytes of `text` that the longest of `names` takes at its start, blanks between its characters included. They are sorted, and
/// begin with the same character as `text`.
fn longest(names: &[Box<[char]>], text: &str) -> Option<usize> {
    let (mut left, mut depth, mut end) = (names, 0, None);
    for (at, char) in text.char_indices() {
        // Blanks stand between, never before.
        if at > 0 && is_blank(char) {
            continue;
        }
        let wanted = folded(char);
        let start = left.partition_point(|name| name.get(depth).is_none_or(|it| *it < wanted));
        let length = left[start..].partition_point(|name| name.get(depth) == Some(&wanted));
        left = &left[start..start + length];
        depth += 1;
        // The shortest of them comes first.
        let Some(first) = left.first() else { break };
        if first.len() == depth {
            end = Some(at + char.len_utf8());
        }
    }
    end
}

/// White space, and what has no width.
pub(super) fn is_blank(char: char) -> bool {
    char.is_whitespace() || is_unseen(char)
}

/// One character for the several that are written for it: the older script, radicals, compatibility forms, middle dots.
pub(super) fn folded(char: char) -> char {
    match char {
        '•' | '・' | '‧' | '∙' | '⋅' | '･' | '●' | '.' | '．' => '·',
        '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{2f800}'..='\u{2fa1f}' => {
            let mut folded = std::iter::once(char).nfkc();
            folded.next().filter(|_| folded.next().is_none()).unwrap_or(char)
        }
        _ => simplified(char),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn the_longest_is_found_first(names in proptest::collection::vec("[甲乙丙]{2,4}", 0..12), text in "[甲乙丙 ，]{0,30}") {
            let known = Known::new(names.iter().map(String::as_str));
            let mut slow = Vec::new();
            let mut from = 0;
            while from < text.len() {
                let rest = &text[from..];
                let taken = |name: &String| {
                    let mut wanted = name.chars().peekable();
                    for (at, char) in rest.char_indices() {
                        match wanted.peek() {
                            Some(next) if *next == char => _ = wanted.next(),
                            Some(_) if at > 0 && is_blank(char) => {}
                            _ => return None,
                        }
                        if wanted.peek().is_none() {
                            return Some(at + char.len_utf8());
                        }
                    }
                    None
                };
                let length = names.iter().filter_map(taken).max();
                slow.extend(length.map(|length| from..from + length));
                from += length.unwrap_or_else(|| rest.chars().next().map_or(1, char::len_utf8));
            }
            proptest::prop_assert_eq!(known.ranges(&text), slow);
        }
    }

    #[test]
    fn many_names_of_one_family_take_one_pass() {
        let letters: Vec<char> = ('\u{4e00}'..='\u{4eff}').collect();
        let names: Vec<String> =
            (0..20_000).map(|at| format!("张{}{}", letters[at / 200], letters[at % 200])).collect();
        let known = Known::new(names.iter().map(String::as_str));
        assert_eq!(known.ranges(&names.join("、")).len(), names.len());
    }

    #[test]
    fn names_are_found_through_blanks_and_forms() {
        let known = Known::new(["张三", "张三丰", "买买提·艾力", "方明"]);
        for (text, hidden) in [
            ("录用张三、张三丰。", "录用〔姓名已隐去〕、〔姓名已隐去〕。"),
            ("张　三", "〔姓名已隐去〕"),
            ("张\u{200b}三等", "〔姓名已隐去〕等"),
            ("买买提•艾力", "〔姓名已隐去〕"),
            ("\u{2f45}明", "〔姓名已隐去〕"),
            ("張三豐", "〔姓名已隐去〕"),
            ("Zhang San, zhangsan.docx", "〔姓名已隐去〕, 〔姓名已隐去〕.docx"),
            ("见 ZHANG San-feng 与 San Zhang", "见 〔姓名已隐去〕 与 〔姓名已隐去〕"),
            ("zhangsanli、xzhangsan", "zhangsanli、xzhangsan"),
        ] {
            assert_eq!(known.hidden(text).unwrap_or_else(|| text.to_owned()), hidden, "{text}");
        }
        assert_eq!(known.hidden("张 某、三张"), None);
        assert_eq!(known.hidden("张三 丰年"), Some("〔姓名已隐去〕年".to_owned()), "the longest");
        assert_eq!(Known::new(["张"]).hidden("张"), None);
    }
}
