//! The slips of the hand that are known.

use std::ops::Range;

/// What was done wrong.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::syntax) enum SlipKind {
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
    /// `\` where the parts of a path are joined by `/`.
    Slash,
    /// A text broken over lines.
    BrokenText,
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

impl SlipKind {
    /// Whether only one thing can have been meant, so that the patch may be applied without asking. Where a text or a list
    /// was meant to end, and which bracket was meant, is a guess.
    fn is_certain(&self) -> bool {
        matches!(
            self,
            Self::FullWidth(_)
                | Self::Colon
                | Self::MissingEquals
                | Self::ExtraEquals
                | Self::Escape
                | Self::Slash
                | Self::HeaderKind(true)
                | Self::Comment
        )
    }

    /// Whether the patch keeps all that the author wrote. Words are only taken out to let the rest be read: that is no repair
    /// to offer.
    fn keeps_words(&self) -> bool {
        !matches!(self, Self::NoStatement | Self::MissingValue | Self::Nameless | Self::Trailing)
    }
}

/// One slip and its place in the original.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::syntax) struct SyntaxSlip {
    /// Where.
    pub range: Range<usize>,
    /// What.
    pub kind: SlipKind,
    /// The replacements of the patched text that mend it, by number; none where there is nothing to offer.
    pub patches: Vec<usize>,
    /// Whether they may be applied without asking.
    pub certain: bool,
}

impl SyntaxSlip {
    /// A slip that `patches` mend.
    pub fn new(range: Range<usize>, kind: SlipKind, patches: impl IntoIterator<Item = usize>) -> Self {
        let patches = if kind.keeps_words() { patches.into_iter().collect() } else { Vec::new() };
        let certain = kind.is_certain();
        Self { range, kind, patches, certain }
    }
}
