//! A run of `*`, `_` or `~`, and whether it may open or close emphasis where it stands.

use super::letter::Side;

/// A delimiter run in the source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    /// Offset of its first byte.
    pub(super) start: u32,
    /// How many marks.
    pub(super) count: u32,
    /// `*`, `_` or `~`.
    pub(super) mark: u8,
    /// It may open emphasis.
    pub(super) opens: bool,
    /// It may close emphasis.
    pub(super) closes: bool,
}

/// Where a run stands beside what `source` itself does not tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Stand {
    /// Nothing precedes it on its line (but perhaps the marks of a quote or list).
    pub(super) first: bool,
    /// It is in a table row, where `|` ends the cell.
    pub(super) table: bool,
}

impl Run {
    /// The run of `count` marks at `start`, its powers judged by its neighbours. CommonMark §6.2 with the CJK-friendly
    /// amendment: a CJK character frees punctuation on the inner side, CJK punctuation there needs no freeing. `_` and a
    /// single `~` stay bound to word edges. A run of more than two `~` is none.
    pub(super) fn new(source: &str, start: usize, count: usize, stand: Stand) -> Self {
        let mark = source.as_bytes()[start];
        let next = source[start + count..].chars().next();
        let after = next.map_or(Side::Space, Side::of);
        let cell_begins = stand.table && source[..start].ends_with('|') && !source[..start].ends_with(r"\|");
        let cell_ends = stand.table && next == Some('|');
        let before = if stand.first || cell_begins { Side::Space } else { Side::before(&source[..start]) };
        // An escaped `~` before the run: pulldown-cmark has it close then.
        let doubled = source[..start].ends_with('~');
        let free = mark == b'*' || count > 1;
        let (opens, closes) = match mark {
            b'~' if count > 2 => (false, false),
            _ if after == Side::Space => (false, before != Side::Space),
            _ if before == Side::Space => (!cell_ends || cell_begins || stand.first, false),
            _ if cell_ends => (false, true),
            b'_' => (before.is_mark(), after.is_mark()),
            b'~' if !free => (before.is_mark(), after.is_mark() || doubled),
            b'~' => (true, before != Side::Mark || after.frees() || doubled),
            _ => (after != Side::Mark || before.frees(), before != Side::Mark || after.frees()),
        };
        let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: cut(start), count: cut(count), mark, opens, closes }
    }

    /// One past its last byte.
    pub(super) fn end(&self) -> u32 {
        self.start + self.count
    }
}
