//! One TOML text, parsed; and where its values stand in the file.

use toml::{Spanned, de::DeTable};

use super::fault;
use crate::{
    diagnostic::{Edit, Findings},
    source::{Range, Span},
    syntax::{
        BEYOND_LIMITS,
        repair::{Kind, Repaired, Stand, repair, report},
    },
};

/// Words whose nearest is looked for at most in one file: a file with more is no file of ours.
const GUESSES: usize = 200;

/// Parses `text`, telling what is not TOML, and hands the root table to `read`. Nothing is read from a text that goes too
/// deep. `quiet` keeps slips of the hand from being told, for texts of which something worse was told.
pub(in crate::syntax) fn parse<R>(
    text: &str,
    stand: Stand,
    quiet: bool,
    kind: Kind<'_>,
    findings: &mut Findings,
    read: impl FnOnce(&mut Reader<'_>, &DeTable<'_>) -> R,
) -> Option<R> {
    let repaired = repair(text, kind);
    if let Some(at) = repaired.deep {
        let end = at + text[at..].chars().next().map_or(0, char::len_utf8);
        findings
            .raise(
                &BEYOND_LIMITS,
                stand.span(&(at..end)),
                text! { zh: "括号或者键的层次太深，这个文件没有读", en: "nested too deeply: this file was not read" },
            )
            .label(text! { zh: "到这里已经太深", en: "too deep here" })
            .help(text! { zh: "检查前面的括号是否都有配对", en: "check that the brackets before it are closed" });
        return None;
    }
    if !quiet {
        report(text, &repaired, stand, findings);
    }
    let copy = repaired.patched.text();
    let (root, errors) = DeTable::parse_recoverable(&copy);
    if !quiet {
        fault::tell(text, &repaired, &errors, stand, findings);
    }
    let mut reader = Reader { text, repaired: &repaired, stand, quiet, guesses: GUESSES, findings };
    Some(read(&mut reader, root.get_ref()))
}

/// Reads the tables of one text.
pub(in crate::syntax) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) repaired: &'a Repaired<'a>,
    pub(super) stand: Stand,
    pub(super) quiet: bool,
    guesses: usize,
    pub(super) findings: &'a mut Findings,
}

impl Reader<'_> {
    /// Where in the file `span` of the patched copy stands.
    pub(in crate::syntax) fn range(&self, span: std::ops::Range<usize>) -> Range {
        let start = self.repaired.patched.origin(span.start);
        let end = self.repaired.patched.end(span.end).max(start);
        Range::new(start + self.stand.shift, end + self.stand.shift)
    }

    /// Where in the file a value or key stands.
    pub(in crate::syntax) fn place<T>(&self, spanned: &Spanned<T>) -> Range {
        self.range(spanned.span())
    }

    /// The edit that writes at `range` of the file what stands there in the patched copy.
    pub(super) fn as_read(&self, range: Range, safe: bool) -> Option<Edit> {
        let bytes = range.bytes();
        let place = bytes.start - self.stand.shift..bytes.end - self.stand.shift;
        let text = self.repaired.patched.replaced(&place)?;
        Some(Edit::new(Span { file: self.stand.file, range }, text, safe))
    }

    /// What was found so far, to add to.
    pub(in crate::syntax) fn findings(&mut self) -> &mut Findings {
        self.findings
    }

    /// Whether one more word may be guessed.
    pub(in crate::syntax) fn may_guess(&mut self) -> bool {
        self.guesses = self.guesses.saturating_sub(1);
        self.guesses > 0
    }

    /// What is written at `range` of the file.
    pub(in crate::syntax) fn raw(&self, range: Range) -> &str {
        let bytes = range.bytes();
        self.text.get(bytes.start - self.stand.shift..bytes.end - self.stand.shift).unwrap_or("")
    }
}
