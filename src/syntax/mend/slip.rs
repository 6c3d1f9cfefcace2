//! The slips of the hand that are known.

use std::ops::Range;

/// What was done wrong.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::syntax) enum What {
    /// Chinese punctuation; what to type instead.
    FullWidth(&'static str),
    /// `:` for `=`.
    Colon,
    /// No `=` between key and value.
    MissingEquals,
    /// More than one `=`.
    ExtraEquals,
    /// A line that is no `key = value`.
    NoStatement,
    /// Nothing after `=`.
    MissingValue,
    /// No quote at the end.
    UnclosedQuote,
    /// No three quotes at the end.
    UnclosedTriple,
    /// ASCII quotes inside a text in ASCII quotes.
    InnerQuotes,
    /// `\` before something that it has no meaning for.
    Escape,
    /// A bracket without its partner; the bracket that is missing.
    Unclosed(&'static str),
    /// A bracket that closes another kind.
    WrongClose(&'static str),
    /// No comma between two values.
    MissingComma,
    /// A comma too many.
    ExtraComma,
    /// `[name]` and `[[name]]` mixed up; whether `[[name]]` is right.
    HeaderKind(bool),
    /// A table's head whose brackets do not match.
    Header,
    /// A table's head without a name.
    Nameless,
    /// Words after a value that is complete.
    Trailing,
    /// `//` for `#`.
    Comment,
}

/// One slip and its place in the original.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::syntax) struct Slip {
    /// Where.
    pub range: Range<usize>,
    /// What.
    pub what: What,
}
