//! A copy of a text with some pieces replaced, and the way back from its places to those of the original.

use std::{borrow::Cow, ops::Range};

/// Marks in the map that each replacement leaves: where the text before it begins, where it begins, where it ends.
const MARKS: usize = 3;

/// Bytes of a line at most that is shown as it should be.
const LONGEST: usize = 600;

/// A copy in the making; it costs nothing until the first replacement.
#[derive(Debug)]
pub(in crate::syntax) struct PatchedText<'t> {
    text: &'t str,
    out: String,
    copied: usize,
    /// Where pieces begin: (in the copy, in the original), both rising; [`MARKS`] a replacement.
    map: Vec<(usize, usize)>,
}

impl<'t> PatchedText<'t> {
    /// A copy of `text` with nothing replaced.
    pub fn of(text: &'t str) -> Self {
        Self { text, out: String::new(), copied: 0, map: Vec::new() }
    }

    /// How far the original is used up.
    pub fn used(&self) -> usize {
        self.copied
    }

    /// Puts `with` in place of `range` and answers the number of the replacement; ranges must come in rising order, and one
    /// that comes late is left out.
    pub fn replace(&mut self, range: Range<usize>, with: &str) -> Option<usize> {
        if range.start < self.copied || range.end < range.start {
            return None;
        }
        let number = self.map.len() / MARKS;
        self.map.push((self.out.len(), self.copied));
        self.out.push_str(&self.text[self.copied..range.start]);
        self.map.push((self.out.len(), range.start));
        self.out.push_str(with);
        self.map.push((self.out.len(), range.end));
        self.copied = range.end;
        Some(number)
    }

    /// The replacement `number`: what it replaces in the original, and by what.
    pub fn replacement(&self, number: usize) -> Option<(Range<usize>, &str)> {
        let marks = self.map.get(number * MARKS..(number + 1) * MARKS)?;
        Some((marks[1].1..marks[2].1, &self.out[marks[1].0..marks[2].0]))
    }

    /// What stands in place of exactly `range` of the original.
    pub fn replaced(&self, range: &Range<usize>) -> Option<&str> {
        let near = self.map.partition_point(|&(_, origin)| origin < range.start) / MARKS;
        let replacements = (near..).map_while(|number| self.replacement(number));
        replacements.take_while(|it| it.0.start <= range.start).find(|it| it.0 == *range).map(|it| it.1)
    }

    /// Copies the rest.
    pub fn finish(&mut self) {
        if !self.map.is_empty() {
            self.out.push_str(&self.text[self.copied..]);
        }
    }

    /// The repaired text.
    pub fn text(&self) -> Cow<'_, str> {
        if self.map.is_empty() { Cow::Borrowed(self.text) } else { Cow::Borrowed(&self.out) }
    }

    /// The place in the original where a piece of the copy that ends at `at` ends: before what was taken out behind it.
    pub fn end(&self, at: usize) -> usize {
        let first = self.map.partition_point(|&(out, _)| out < at);
        match self.map.get(first) {
            Some(&(out, origin)) if out == at => origin,
            _ => self.origin(at),
        }
    }

    /// The place in the original of place `at` in the copy.
    pub fn origin(&self, at: usize) -> usize {
        let next = self.map.partition_point(|&(out, _)| out <= at);
        let Some(&(out, origin)) = next.checked_sub(1).and_then(|it| self.map.get(it)) else {
            return at.min(self.text.len());
        };
        let limit = self.map.get(next).map_or(self.text.len(), |&(_, origin)| origin);
        let mut at = (origin + (at - out)).min(limit);
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }

    /// The repaired form of the line of the original that holds place `at`; empty where that is too long to be shown.
    pub fn line(&self, at: usize) -> &str {
        let bytes = self.text.as_bytes();
        let near = at.saturating_sub(LONGEST);
        let start = match memchr::memrchr(b'\n', &bytes[near..at]) {
            Some(end) => near + end + 1,
            None if near == 0 => 0,
            None => return "",
        };
        // Of pieces that begin at the same place of the original the first is the line's.
        let first = self.map.partition_point(|&(_, origin)| origin < start);
        let from = match (self.map.get(first), first.checked_sub(1).and_then(|it| self.map.get(it))) {
            (Some(&(out, origin)), _) if origin == start => out,
            (_, Some(&(out, origin))) => out + (start - origin),
            (_, None) => start,
        };
        let out: &str = if self.map.is_empty() { self.text } else { &self.out };
        let rest = &out.as_bytes()[from.min(out.len())..];
        match memchr::memchr(b'\n', &rest[..rest.len().min(LONGEST)]) {
            Some(length) => out.get(from..from + length).unwrap_or(""),
            None if rest.len() < LONGEST => out.get(from..).unwrap_or(""),
            None => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back() {
        let text = "a＝“x”\nb = 1\n";
        let mut copy = PatchedText::of(text);
        copy.replace(1..4, "=");
        copy.replace(4..7, "\"");
        copy.replace(8..11, "\"");
        copy.finish();
        assert_eq!(copy.text(), "a=\"x\"\nb = 1\n");
        let back: Vec<usize> = (0..=6).map(|at| copy.origin(at)).collect();
        assert_eq!(back, [0, 1, 4, 7, 8, 11, 12]);
        assert_eq!(copy.line(1), "a=\"x\"");
        assert_eq!((copy.replacement(1), copy.replacement(3)), (Some((4..7, "\"")), None));
        assert_eq!((copy.replaced(&(8..11)), copy.replaced(&(7..8))), (Some("\""), None));
        assert_eq!(copy.line(13), "b = 1");
        assert_eq!(PatchedText::of(text).line(13), "b = 1");
    }
}
