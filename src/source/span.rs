//! Where something stands: a range of bytes in a file's decoded text.

use super::FileId;
use crate::pack::{Pack, Packer, Unpacker};

/// A half-open range of bytes in one file's decoded text (mark removed, line ends LF).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Range {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Range {
    /// The range `start..end`; a file never exceeds 4 GiB (rule `beyond-limits`), so offsets are cut to 32 bits.
    pub fn new(start: usize, end: usize) -> Self {
        let cut = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { start: cut(start), end: cut(end) }
    }

    /// The same range `by` bytes further on: from a body's own count to its file's.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self::new(self.start as usize + by, self.end as usize + by)
    }

    /// As an index into text.
    pub fn bytes(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<std::ops::Range<usize>> for Range {
    fn from(range: std::ops::Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// A range in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file, for [`Sources`](super::Sources) to name.
    pub file: FileId,
    /// Bytes of the decoded text, not of the file as it lies on disk.
    pub range: Range,
}

impl Span {
    /// Anything that is a range of bytes will do.
    pub fn new(file: FileId, range: impl Into<Range>) -> Self {
        Self { file, range: range.into() }
    }

    /// The empty place where it begins.
    #[must_use]
    pub fn start(self) -> Self {
        Self { file: self.file, range: Range { start: self.range.start, end: self.range.start } }
    }
}

/// Where a finding stands: at some bytes, in a file as a whole, or nowhere in particular.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// Of the project as a whole.
    Project,
    /// Of a file as a whole.
    File(FileId),
    /// At these bytes.
    At(Span),
}

impl Place {
    /// The file, where there is one.
    pub fn file(self) -> Option<FileId> {
        match self {
            Self::Project => None,
            Self::File(file) | Self::At(Span { file, .. }) => Some(file),
        }
    }

    /// The bytes, where there are some.
    pub fn span(self) -> Option<Span> {
        match self {
            Self::At(span) => Some(span),
            _ => None,
        }
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self::At(span)
    }
}

impl From<FileId> for Place {
    fn from(file: FileId) -> Self {
        Self::File(file)
    }
}

impl Pack for Range {
    fn pack(&self, to: &mut Packer) {
        to.number(self.start.into());
        // Ends lie near their starts.
        to.signed(i64::from(self.end) - i64::from(self.start));
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let start = from.small()?;
        let end = i64::from(start).checked_add(from.signed()?)?.try_into().ok()?;
        Some(Self { start, end })
    }
}
