//! One kind of line end: CRLF becomes LF, a lone CR becomes LF and is remembered.

use std::borrow::Cow;

use memchr::memchr;

use super::fault::RawProblem;

/// What was done to the line ends.
#[derive(Debug, Default)]
pub(super) struct Ends {
    /// Offsets (in the new text) of the line feeds that stand for CRLF.
    pub(super) paired: Vec<usize>,
    /// Lone returns: offset in the new text, and how many returns of any kind stand before it.
    pub(super) lone: Vec<(usize, usize)>,
}

/// Makes all line ends `\n` and moves the spans of `found` along. Borrows where there is no CR.
pub(super) fn unify<'a>(text: Cow<'a, str>, found: &mut [RawProblem]) -> (Cow<'a, str>, Ends) {
    let Some(first) = memchr(b'\r', text.as_bytes()) else { return (text, Ends::default()) };
    let mut ends = Ends::default();
    let mut made = String::with_capacity(text.len());
    made.push_str(&text[..first]);
    let mut rest = &text[first..];
    while let Some(at) = memchr(b'\r', rest.as_bytes()) {
        made.push_str(&rest[..at]);
        if rest.as_bytes().get(at + 1) == Some(&b'\n') {
            ends.paired.push(made.len());
            rest = &rest[at + 2..];
        } else {
            ends.lone.push((made.len(), ends.paired.len() + ends.lone.len()));
            rest = &rest[at + 1..];
        }
        made.push('\n');
    }
    made.push_str(rest);
    for one in found {
        let moved = |at: usize| at - ends.before_old(at);
        one.span = moved(one.span.start)..moved(one.span.end).min(made.len());
    }
    (Cow::Owned(made), ends)
}

impl Ends {
    /// How many returns were dropped before offset `at` of the old text.
    fn before_old(&self, at: usize) -> usize {
        // The n-th dropped return stood n bytes further right than its line feed stands now.
        let (mut low, mut high) = (0, self.paired.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.paired[middle] + middle < at {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// From an offset in the text to the offset in the file, for files that were UTF-8 all along.
pub(super) struct Shift<'a> {
    ends: &'a Ends,
    start: usize,
}

impl<'a> Shift<'a> {
    /// `start` is the length of the byte order mark.
    pub(super) const fn new(ends: &'a Ends, start: usize) -> Self {
        Self { ends, start }
    }

    /// The offset in the file.
    pub(super) fn byte(&self, at: usize) -> usize {
        self.start + at + self.ends.paired.partition_point(|&paired| paired < at)
    }
}
