//! Delimiter runs: which `*`, `_` and `~` may open or close emphasis where they context.
//!
//! CommonMark §6.2 decides by the two characters beside a run. It was written for scripts with spaces, and fails where none are:
//! in `**“十四五”规划。**全文` the closing run has punctuation before and a letter behind it, is not right-flanking, and stays
//! `**` on the page. The CJK-friendly amendment (commonmark-spec issue 650) asks less: beside a CJK character a run stands as
//! if at the edge of a word, and CJK punctuation counts as a CJK character. So, for `*` and `~~`, with the character on the inner
//! side of the run first and the one on its outer side second:
//!
//! | inner | outer | the run |
//! | --- | --- | --- |
//! | white space | any | does nothing on this side |
//! | Latin punctuation | letter | does nothing on this side |
//! | Latin punctuation | white space, punctuation, CJK | may open (inner behind it) or close (inner before it) |
//! | anything else | any | may open or close |
//!
//! `_` and a single `~` stay bound to the edges of words, as in CommonMark (`snake_case`, `1~2天`). Three or more `~` are no
//! delimiters.
//!
//! Asterisks also mask people's names and numbers, and a mask must stand in the page as it was written. So they are letters:
//!
//! - in a number: three or more in a token of digits, X and asterisks that begins with a digit (`138****2345`,
//!   `1101**********002X`) or between Latin letters or digits (`赣A***12`);
//! - for opening, before closing punctuation (`李**、王**`, `（张*）`);
//! - two or more in place of the names between units of place or time (`某县**镇**村`, `**年**月**日`);
//! - a single one for opening or closing beside a letter or digit on its outer side (`张*与李*`).

use super::char_class::CharClass;

/// Characters of one kind in a row, and what they may do.
#[derive(Clone, Copy, Debug)]
pub(super) struct DelimiterRun {
    /// Offset of its first byte.
    pub(super) start: u32,
    pub(super) count: u32,
    pub(super) delimiter: u8,
    pub(super) can_open: bool,
    pub(super) can_close: bool,
}

/// What the characters beside a run do not tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RunContext {
    /// It begins the content of its line; markers of container blocks may precede it.
    pub(super) first_on_line: bool,
    /// It is in a table row, where `|` ends the cell.
    pub(super) in_table: bool,
}

impl DelimiterRun {
    /// The run of `count` characters at `start`, judged by its neighbours as the module says.
    pub(super) fn new(source: &str, start: usize, count: usize, context: RunContext) -> Self {
        let delimiter = source.as_bytes()[start];
        let next = source[start + count..].chars().next();
        let after = next.map_or(CharClass::Whitespace, CharClass::of);
        let cell_begins = context.in_table && source[..start].ends_with('|') && !source[..start].ends_with(r"\|");
        let cell_ends = context.in_table && next == Some('|');
        let before = if context.first_on_line || cell_begins {
            CharClass::Whitespace
        } else {
            CharClass::before(&source[..start])
        };
        // An escaped `~` before the run: pulldown-cmark has it close then.
        let doubled = source[..start].ends_with('~');
        let free = delimiter == b'*' || count > 1;
        let (can_open, can_close) = match delimiter {
            b'~' if count > 2 => (false, false),
            _ if after == CharClass::Whitespace => (false, before != CharClass::Whitespace),
            _ if before == CharClass::Whitespace => (!cell_ends || cell_begins || context.first_on_line, false),
            _ if cell_ends => (false, true),
            b'_' => (before.is_punctuation(), after.is_punctuation()),
            b'~' if !free => (before.is_punctuation(), after.is_punctuation() || doubled),
            b'~' => (true, before != CharClass::Punctuation || after.is_boundary() || doubled),
            _ => (
                after != CharClass::Punctuation || before.is_boundary(),
                before != CharClass::Punctuation || after.is_boundary(),
            ),
        };
        let (can_open, can_close) = match delimiter {
            b'*' if in_number(source, start, count) || in_blanks(source, start, count) => (false, false),
            b'*' => {
                let closing = next.is_some_and(|c| ends_clause(c, before));
                let loose = |outer: CharClass| count > 1 || outer == CharClass::Whitespace || outer.is_punctuation();
                (can_open && !closing && loose(before), can_close && loose(after))
            }
            _ => (can_open, can_close),
        };
        let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: cut(start), count: cut(count), delimiter, can_open, can_close }
    }

    /// One past its last byte.
    pub(super) fn end(&self) -> u32 {
        self.start + self.count
    }
}

/// Does the run of asterisks stand in a number, as its mask?
fn in_number(source: &str, start: usize, count: usize) -> bool {
    let digit = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９');
    let before = source[..start].chars().next_back();
    let after = source[start + count..].chars().next();
    if count < 3 || !before.is_some_and(|c| c.is_ascii_alphanumeric() || digit(c)) {
        return false;
    }
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    // A number has at most some thirty characters; a longer token is none.
    let token = source[..start].chars().rev().take(40).take_while(|&c| digit(c) || "*XxＸｘ".contains(c)).last();
    token.is_some_and(digit) || latin(before) && latin(after)
}

/// Does the run of asterisks stand before a unit of place or time as others do beside it, in place of names or numbers?
fn in_blanks(source: &str, start: usize, count: usize) -> bool {
    let unit = |c: char| "省市区县州盟旗乡镇村组社屯街路巷弄号栋幢座单室楼层年月日时分".contains(c);
    let mut rest = source[start + count..].chars();
    if count < 2 || !rest.next().is_some_and(unit) {
        return false;
    }
    let mut before = source[..start].chars().rev();
    if before.next().is_some_and(unit) && before.next() == Some('*') {
        return true;
    }
    let rest = rest.as_str();
    let next = rest.trim_start_matches('*');
    rest.len() - next.len() > 1 && next.starts_with(unit)
}

/// Does `c`, behind a run, close what stands before it? Latin marks do in Chinese text; elsewhere CommonMark's rule sees to them.
fn ends_clause(c: char, before: CharClass) -> bool {
    "、，。；：！？）》】〉」』〕］".contains(c) || before == CharClass::Cjk && ",.;:!?)]}".contains(c)
}
