//! What is wrong with a text file: the faults, and where they are.

use std::ops::Range;

use super::encoding::Encoding;

/// Problems of one kind that are listed; the rest are counted in [`Decoded::untold`](super::Decoded::untold).
pub(super) const MAX_LISTED: usize = 20;

/// What is wrong with the bytes or the writing of a text file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The whole file is in another encoding; the text is its reading.
    Encoded(Encoding),
    /// GBK bytes pasted into a file that is UTF-8 otherwise; the text is their reading as GBK.
    ForeignBytes,
    /// The last character of the file is cut off; U+FFFD stands in the text.
    Truncated,
    /// A character written longer than UTF-8 allows; U+FFFD stands in the text.
    Overlong,
    /// Half a UTF-16 pair written as UTF-8 (CESU-8); U+FFFD stands in the text.
    Surrogate,
    /// Bytes of no known meaning; U+FFFD stands in the text.
    Stray,
    /// A carriage return without a line feed; a line feed stands in the text.
    LoneReturn,
    /// Text that some program has spoilt before (`锟斤拷`, `å…¬`); the text keeps it as it is.
    Mojibake,
}

impl Fault {
    /// Whether the bytes themselves are no UTF-8 (and not only the writing is doubtful).
    pub const fn is_encoding(self) -> bool {
        !matches!(self, Self::LoneReturn | Self::Mojibake)
    }
}

/// A fault, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong, once for a run of bytes.
    pub fault: Fault,
    /// Where in [`Decoded::text`](super::Decoded::text), in bytes; on character boundaries.
    pub span: Range<usize>,
    /// The line of `span` in the text, from 1.
    pub line: usize,
    /// The offset of the first offending byte in the file as it lies on disk.
    pub byte: usize,
}

/// A fault found while bytes are read, in offsets of the text before line ends are made equal.
#[derive(Clone, Debug)]
pub(super) struct RawProblem {
    pub(super) fault: Fault,
    pub(super) span: Range<usize>,
    pub(super) byte: usize,
}

impl RawProblem {
    /// The whole of `text` came in another encoding: told at the first line that shows it.
    pub(super) fn whole_file(text: &str, encoding: Encoding, byte: usize) -> Self {
        let foreign = text.bytes().position(|byte| !byte.is_ascii()).unwrap_or(0);
        let end = text[foreign..].find(['\n', '\r']).map_or(text.len(), |length| foreign + length);
        Self { fault: Fault::Encoded(encoding), span: foreign..end, byte }
    }
}
