//! The digits of a text: whole runs of them, and how each stands to the one before.
//!
//! Personal numbers are looked for in every text, and each kind of them is a certain count of digits, perhaps in groups. So the text
//! is read once for all kinds: runs of digits become [`Segment`]s, each with the [`Link`] to the one before, and those that are joined
//! with too few others for the shortest number, which is nearly all, are dropped at once. A finder then asks for *n* digits that
//! begin with a segment and end with one ([`Digits::joined`]), and judges groups and surroundings.
//!
//! Of `电话138 0000 0000（2018年）` three segments remain, near each other, eleven digits together; 2018 stands apart and is dropped. A
//! number never begins or ends within a segment: eleven digits out of twelve are no telephone number. All links of a number are
//! alike: one written partly over cells of a table is two numbers.

use std::ops::Range;

use super::{gap::is_gap, glyph};
use crate::{source::Skimmer, vocabulary::is_unseen};

/// Digits of the shortest number that is looked for, a mobile one.
const FEWEST: usize = 11;

/// An unbroken run of digits, ASCII or full-width.
#[derive(Debug)]
pub(super) struct Segment {
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// Its digits in [`Digits::values`].
    pub values: Range<usize>,
    /// How it stands to the segment before.
    pub link: Link,
    /// What is between it and the segment before is no space but a break, or cannot be seen: the number was split after it
    /// was written, wherever a line ended.
    pub split: bool,
    /// Asterisks are between it and the segment before: they mask a number, but for one whose digits are all there.
    pub starred: bool,
}

/// What is between two segments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// Anything else: they are two numbers.
    Apart,
    /// A few spaces, hyphens, invisible characters or one line break: they may be one number.
    Near,
    /// One cell border: they may be one number written a box a digit.
    Cell,
    /// One stop, stroke or the like: they may be one number written in its usual groups.
    Dotted,
    /// The end of a row of a table, or of a paragraph: they may be one number that is proved by its check character.
    Row,
}

/// All runs of digits of a text, in order.
#[derive(Debug)]
pub(super) struct Digits<'t> {
    pub text: &'t str,
    pub segments: Vec<Segment>,
    /// The digits of all runs as ASCII.
    pub values: Vec<u8>,
    /// Where what only stands for digits lies among as many as a number has.
    pub glyphs: Vec<Range<usize>>,
    /// The end of what was looked at for them.
    seen: usize,
}

impl<'t> Digits<'t> {
    /// One pass over the bytes. Runs that are joined with too few others to be a number of anybody are left out, and so are
    /// nearly all: years, days, sums.
    pub fn of(text: &'t str) -> Self {
        Self::watched(text, |_| ())
    }

    /// The same; `watch` is told each run, those left out too.
    pub fn watched(text: &'t str, mut watch: impl FnMut(Range<usize>)) -> Self {
        let bytes = text.as_bytes();
        let mut digits = Self { text, segments: Vec::new(), values: Vec::new(), glyphs: Vec::new(), seen: 0 };
        // Runs that are joined now: nearly all of them are too short together, and are not looked at again.
        let mut chain: Vec<(Range<usize>, Link)> = Vec::new();
        let is_digit =
            |a: u8, b: u8, c: u8| a.is_ascii_digit() | ((a == 0xef) & (b == 0xbc) & ((0x90..=0x99).contains(&c)));
        let mut places = Skimmer::new(bytes, |a, b, c| is_digit(a, b, c) | glyph::may_begin(a, b, c));
        let mut at = 0;
        while let Some(start) = places.next(at) {
            at = start;
            while let Some((_, width)) = digit(bytes, at) {
                at += width;
            }
            if at == start {
                at += digits.text[start..].chars().next().map_or(1, char::len_utf8);
                digits.see(start);
                continue;
            }
            watch(start..at);
            let gap = chain.last().map_or("", |(last, _)| &text[last.end..start]);
            let link = if chain.is_empty() { Link::Apart } else { link(gap) };
            if link == Link::Apart {
                if glyph::is_likeness(gap) {
                    digits.see(start);
                }
                digits.keep(&chain);
                chain.clear();
            }
            chain.push((start..at, link));
        }
        digits.keep(&chain);
        digits
    }

    /// Looks at what may stand for a digit at byte `at`, unless it was looked at with one before.
    fn see(&mut self, at: usize) {
        if at < self.seen {
            return;
        }
        match glyph::piece(self.text, at) {
            Ok(piece) => {
                self.seen = piece.end;
                self.glyphs.push(piece);
            }
            Err(end) => self.seen = end,
        }
    }

    /// Keeps the runs of `chain`, which are joined, unless they have too few digits together.
    fn keep(&mut self, chain: &[(Range<usize>, Link)]) {
        // Each digit takes a byte at least.
        if chain.iter().map(|(range, _)| range.len()).sum::<usize>() < FEWEST {
            return;
        }
        let (segments, values) = (self.segments.len(), self.values.len());
        let mut last = 0;
        for (range, link) in chain {
            let (first, mut at) = (self.values.len(), range.start);
            while let Some((value, width)) = digit(self.text.as_bytes(), at) {
                self.values.push(value);
                at += width;
            }
            let gap = if *link == Link::Apart { "" } else { &self.text[last..range.start] };
            self.segments.push(Segment {
                range: range.clone(),
                values: first..self.values.len(),
                link: *link,
                split: *link == Link::Near && is_split(gap),
                starred: gap.contains('*'),
            });
            last = range.end;
        }
        let count = self.values.len() - values;
        if count < FEWEST {
            self.segments.truncate(segments);
            self.values.truncate(values);
        } else if let [(first, _), ..] = chain
            && count < 18
            && glyph::has_likeness_beside(self.text, &(first.start..last))
        {
            self.see(first.start);
        }
    }

    /// The last segment of a number of exactly `count` digits that begins with segment `first` and ends with a segment, all
    /// joined alike; and the lengths of its segments.
    pub fn joined(&self, first: usize, count: usize) -> Option<(usize, Vec<usize>)> {
        let mut sum = 0;
        let mut joint = None;
        for (at, segment) in self.segments.iter().enumerate().skip(first) {
            if at > first && (segment.link == Link::Apart || *joint.get_or_insert(segment.link) != segment.link) {
                return None;
            }
            sum += segment.values.len();
            if sum > count {
                return None;
            }
            if sum == count {
                let lengths = self.segments[first..=at].iter().map(|segment| segment.values.len()).collect();
                return Some((at, lengths));
            }
        }
        None
    }

    /// Are the segments `first` to `last` joined by cell borders?
    pub fn in_cells(&self, first: usize, last: usize) -> bool {
        last > first && self.segments[last].link == Link::Cell
    }

    /// Are the segments `first` to `last` joined by the ends of rows or paragraphs?
    pub fn in_rows(&self, first: usize, last: usize) -> bool {
        last > first && self.segments[last].link == Link::Row
    }

    /// Are the segments `first` to `last` joined by stops or strokes?
    pub fn is_dotted(&self, first: usize, last: usize) -> bool {
        last > first && self.segments[last].link == Link::Dotted
    }

    /// Do asterisks stand among the segments `first` to `last`, as they do in masked numbers?
    pub fn is_starred(&self, first: usize, last: usize) -> bool {
        self.segments[first..=last].iter().skip(1).any(|segment| segment.starred) && !self.is_split(first, last)
    }

    /// Does every digit of the segments `first` to `last` stand by itself, and none more beside them?
    pub fn in_boxes(&self, first: usize, last: usize) -> bool {
        let joined = |segment: &Segment| !matches!(segment.link, Link::Apart | Link::Row);
        let single = |segment: &Segment| segment.values.len() == 1;
        self.segments[first..=last].iter().all(single)
            && !(first > 0 && joined(&self.segments[first]) && single(&self.segments[first - 1]))
            && !self.segments.get(last + 1).is_some_and(|next| joined(next) && single(next))
    }

    /// Were the segments `first` to `last` split by nothing but breaks and what cannot be seen?
    pub fn is_split(&self, first: usize, last: usize) -> bool {
        last > first && self.segments[first + 1..=last].iter().all(|segment| segment.split)
    }

    /// The digits of the segments `first` to `last`.
    pub fn values(&self, first: usize, last: usize) -> &[u8] {
        &self.values[self.segments[first].values.start..self.segments[last].values.end]
    }

    /// The place of the segments `first` to `last`.
    pub fn range(&self, first: usize, last: usize) -> Range<usize> {
        self.segments[first].range.start..self.segments[last].range.end
    }

    /// Is the place cut out of a longer word of letters and digits, like a hash?
    pub fn in_a_word(&self, range: &Range<usize>) -> bool {
        let word = |letters: &mut dyn Iterator<Item = char>| {
            let mut letters = letters.take(12);
            match letters.next() {
                Some(letter) if letter.is_ascii_alphabetic() => {
                    letters.find(|letter| !letter.is_ascii_alphabetic()).is_some_and(|letter| letter.is_ascii_digit())
                }
                _ => false,
            }
        };
        word(&mut self.text[..range.start].chars().rev()) || word(&mut self.text[range.end..].chars())
    }

    /// Does a letter, a connecting sign or a hyphen with a digit stand directly beside the place?
    pub fn is_bound(&self, range: &Range<usize>) -> bool {
        let bound = |letters: &mut dyn Iterator<Item = char>| match (letters.next(), letters.next()) {
            (Some(letter), _) if letter.is_ascii_alphabetic() || matches!(letter, '_' | '=' | '&' | '%' | '*') => true,
            // Two numbers with a slash between them are two numbers; any other slash belongs to a path.
            (Some('/'), next) => !next.is_some_and(|letter| letter.is_ascii_digit()),
            (Some('.'), Some(letter)) => letter.is_ascii_alphanumeric(),
            (Some('-' | '－' | '—'), Some(letter)) => letter.is_ascii_digit(),
            _ => false,
        };
        bound(&mut self.text[..range.start].chars().rev()) || bound(&mut self.text[range.end..].chars())
    }

    /// Is the place the code of an index number: `/2018-` or `/201805-` follows?
    pub fn begins_index(&self, range: &Range<usize>) -> bool {
        let rest = self.text.as_bytes()[range.end..].strip_prefix(b"/");
        let year = rest.map_or(0, |rest| rest.iter().take(7).take_while(|byte| byte.is_ascii_digit()).count());
        matches!(year, 4 | 6) && rest.and_then(|rest| rest.get(year)) == Some(&b'-')
    }

    /// Is one of `labels` among the 24 letters before the place, on its line?
    pub fn labelled(&self, range: &Range<usize>, labels: &[&str]) -> bool {
        let before = &self.text[..range.start];
        let from = before.char_indices().rev().take(24).last().map_or(0, |(at, _)| at);
        let near = before[from..].rsplit('\n').next().unwrap_or_default();
        labels.iter().any(|label| near.contains(label))
    }

    /// Is the place part of a web address?
    pub fn in_address(&self, range: &Range<usize>) -> bool {
        let before = &self.text.as_bytes()[..range.start];
        let is_address =
            |byte: &u8| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'"' | b'(' | b')' | b'|');
        let length = before.iter().rev().take(512).take_while(|byte| is_address(byte)).count();
        let token = &before[before.len() - length..];
        token.windows(3).any(|three| three == b"://") || token.starts_with(b"www.")
    }
}

/// The digit that begins at byte `at`, and how many bytes it takes.
fn digit(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    match bytes.get(at)? {
        byte @ b'0'..=b'9' => Some((*byte, 1)),
        0xef => match bytes.get(at + 1..at + 3)? {
            [0xbc, byte @ 0x90..=0x99] => Some((byte - 0x90 + b'0', 3)),
            _ => None,
        },
        _ => None,
    }
}

/// Is `gap` nothing but breaks, one of Markdown's among them, or marks of emphasis?
fn is_split(gap: &str) -> bool {
    let spaceless = gap.trim_start_matches(' ');
    let gap = if gap.len() > spaceless.len() + 1 && spaceless.starts_with('\n') { spaceless } else { gap };
    matches!(gap, "*" | "**") || gap.chars().all(is_break)
}

/// A break, or what nobody types between two digits.
fn is_break(letter: char) -> bool {
    matches!(letter, '\n' | '\u{b}' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}') || is_unseen(letter)
}

/// What some write between the groups of a number: `138.0000.0000`.
fn is_stop(letter: char) -> bool {
    matches!(letter, '.' | '．' | '·' | '•' | '・' | '/' | '／' | '_' | '~' | '～' | ':' | '：' | '、')
}

fn link(gap: &str) -> Link {
    // Between most numbers there are hanzi.
    if gap.len() > 16 || gap.as_bytes().first().is_some_and(|byte| (0xE4..=0xE9).contains(byte)) {
        return Link::Apart;
    }
    let mut letters = gap.chars();
    if letters.next().is_some_and(is_stop) && letters.next().is_none() {
        return Link::Dotted;
    }
    let (mut borders, mut breaks, mut quotes, mut stops) = (0, 0, 0, 0);
    for letter in gap.chars() {
        match letter {
            '|' | ',' | '，' | '\t' => borders += 1,
            '\n' => breaks += 1,
            '"' | '\'' | '“' | '”' => quotes += 1,
            '、' | ';' | '；' => stops += 1,
            _ if is_gap(letter) || letter == '*' => {}
            _ => return Link::Apart,
        }
    }
    match (borders, breaks, quotes, stops) {
        (0, 0 | 1, 0, 0) => Link::Near,
        // Values of a list stand in quotes.
        (1, 0, 0 | 2, 0) | (0, 0, 2, 1) => Link::Cell,
        (0..=2, 1.., 0 | 2, 0) => Link::Row,
        _ => Link::Apart,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    #[test]
    fn runs_and_their_joints_are_seen() {
        let digits = Digits::of("甲12-３4567 890123 乙5|6 甲712345678901\n\n8");
        let ranges: Vec<_> = digits.segments.iter().map(|it| &digits.text[it.range.clone()]).collect();
        assert_eq!(ranges, ["12", "３4567", "890123", "712345678901", "8"]);
        let links: Vec<_> = digits.segments.iter().map(|it| it.link).collect();
        assert_eq!(links, [Link::Apart, Link::Near, Link::Near, Link::Apart, Link::Row]);
        assert_eq!(digits.joined(0, 7), Some((1, vec![2, 5])));
        assert_eq!(digits.joined(0, 6), None);
        assert_eq!(digits.values(0, 1), b"1234567");
    }

    proptest! {
        #[test]
        fn only_what_is_too_short_is_left_out(text in "([0-9]{1,13}|[０-９]|[ |-]|甲{1,6}|，|\n){0,60}") {
            let mut slow: Vec<Vec<Range<usize>>> = Vec::new();
            let mut last = None;
            let mut at = 0;
            while at < text.len() {
                let start = at;
                while let Some((_, width)) = digit(text.as_bytes(), at) {
                    at += width;
                }
                if start == at {
                    at += 1;
                    continue;
                }
                match slow.last_mut() {
                    Some(joined) if last.is_some_and(|end| link(&text[end..start]) != Link::Apart) => joined.push(start..at),
                    _ => slow.push(std::iter::once(start..at).collect()),
                }
                last = Some(at);
            }
            let count = |range: &Range<usize>| text[range.clone()].chars().count();
            slow.retain(|joined| joined.iter().map(count).sum::<usize>() >= FEWEST);
            let digits = Digits::of(&text);
            let found: Vec<_> = digits.segments.iter().map(|it| it.range.clone()).collect();
            prop_assert_eq!(found, slow.concat());
            prop_assert!(digits.segments.iter().all(|it| it.values.len() == count(&it.range)));
        }
    }
}
