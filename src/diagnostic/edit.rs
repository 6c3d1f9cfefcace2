//! A change of one file's text that mends a finding.

use crate::source::{FileId, Range, Span};

/// Replaces the bytes `range` of the decoded text of `file` by `text`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The file.
    pub file: FileId,
    /// What is replaced; an empty range inserts.
    pub range: Range,
    /// What stands there instead.
    pub text: String,
    /// Whether it may be made without asking the author: only one thing can have been meant.
    pub safe: bool,
}

/// Whether `text` has a hole that the author has to fill: `〔…〕`, or `〔成文日期〕`. A document number has such brackets with a
/// year in them.
fn has_hole(text: &str) -> bool {
    let year = |it: char| it.is_numeric() || "〇○零一二三四五六七八九".contains(it);
    text.split('〔').skip(1).filter_map(|it| it.split_once('〕')).any(|(inside, _)| !inside.trim().chars().all(year))
}

impl Edit {
    /// Puts `text` in place of `span`. A text with a hole to fill is never safe.
    pub fn new(span: Span, text: impl Into<String>, safe: bool) -> Self {
        let text = text.into();
        let safe = safe && !has_hole(&text);
        Self { file: span.file, range: span.range, text, safe }
    }

    /// Adds `lines` above the one that begins at the empty `place`.
    pub fn lines(place: Span, lines: &str) -> Self {
        Self::new(place, format!("{lines}\n"), false)
    }

    /// Takes away what stands at `span`.
    pub fn delete(span: Span) -> Self {
        Self::new(span, "", false)
    }

    /// A guess: writes `text` in double quotes, as TOML wants it, in place of the value at `span`.
    pub fn guess(span: Span, text: &str) -> Self {
        let mut quoted = String::with_capacity(text.len() + 2);
        quoted.push('"');
        for char in text.chars() {
            match char {
                '"' | '\\' => quoted.extend(['\\', char]),
                _ if char.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(char))),
                _ => quoted.push(char),
            }
        }
        quoted.push('"');
        Self::new(span, quoted, false)
    }

    /// Makes `old`, which stands at `span`, into `new`: only what differs is replaced, so that a part both have in common is
    /// neither touched nor repeated.
    pub fn between(span: Span, old: &str, new: &str, safe: bool) -> Self {
        let same = |pair: &(char, char)| pair.0 == pair.1;
        let before: usize = old.chars().zip(new.chars()).take_while(same).map(|it| it.0.len_utf8()).sum();
        let (old, new) = (&old[before..], &new[before..]);
        let after: usize = old.chars().rev().zip(new.chars().rev()).take_while(same).map(|it| it.0.len_utf8()).sum();
        let start = span.range.start as usize + before;
        let range = start..start + old.len() - after;
        Self::new(Span::new(span.file, range), &new[..new.len() - after], safe)
    }

    /// Whether it wants something that only a person knows.
    pub fn has_hole(&self) -> bool {
        has_hole(&self.text)
    }

    /// Where it changes the file.
    pub fn span(&self) -> Span {
        Span { file: self.file, range: self.range }
    }
}

/// `edits` of one finding as they are kept: by place, each once, all safe or none. Edits that overlap contradict each other:
/// then there are none.
pub(super) fn settled(mut edits: Vec<Edit>) -> Vec<Edit> {
    edits.sort();
    edits.dedup();
    let safe = edits.iter().all(|edit| edit.safe);
    for edit in &mut edits {
        edit.safe = safe;
    }
    let sound = |pair: &[Edit]| {
        let (before, after) = (&pair[0], &pair[1]);
        before.file != after.file || (before.range.end <= after.range.start && before.range != after.range)
    };
    if edits.windows(2).all(sound) && edits.iter().all(|it| it.range.start <= it.range.end) {
        edits
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(start: usize, end: usize) -> Span {
        Span::new(FileId(1), start..end)
    }

    #[test]
    fn only_what_differs_is_replaced() {
        let edit = Edit::between(at(10, 28), "11010519491231002X", "110105********002X", true);
        assert_eq!(edit, Edit::new(at(16, 24), "********", true));
        assert_eq!(Edit::between(at(0, 9), "通知书", "通知", true), Edit::new(at(6, 9), "", true));
        assert_eq!(Edit::between(at(0, 2), "aa", "aaa", true), Edit::new(at(2, 2), "a", true));
        assert_eq!(Edit::between(at(3, 6), "甲", "甲", true), Edit::new(at(6, 6), "", true));
    }

    #[test]
    fn a_guess_is_a_text_of_toml() {
        for text in ["综合政务\\其他", "甲\"乙", "a\u{7}b"] {
            let edit = Edit::guess(at(0, 3), text);
            let read: toml::Table = format!("a = {}", edit.text).parse().unwrap();
            assert_eq!((read["a"].as_str(), edit.safe), (Some(text), false));
        }
    }

    #[test]
    fn a_hole_is_never_safe() {
        for text in ["title = \"〔…〕\"", "made = 〔成文日期〕", "number = \"示局发〔2018〕1号\"\nby = \"〔谁〕\""]
        {
            assert!(!Edit::new(at(0, 0), text, true).safe, "{text}");
        }
        assert!(Edit::new(at(0, 0), "国发〔一九八五〕1号、〔 2018 〕", true).safe);
        assert!(Edit::new(at(0, 0), "示局发〔2018〕1号", true).safe);
    }

    #[test]
    fn edits_of_a_finding_are_in_order_and_agree() {
        let (first, second) = (Edit::new(at(0, 2), "a", true), Edit::new(at(2, 3), "b", false));
        let kept = settled(vec![second.clone(), first.clone(), first.clone()]);
        assert_eq!(kept, [Edit { safe: false, ..first }, second.clone()]);
        assert_eq!(settled(vec![Edit::new(at(1, 3), "", true), second]), []);
    }
}
