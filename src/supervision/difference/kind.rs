//! What may become of something, and whom it may be told.

use crate::vocabulary::Words;

/// What became of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is there no more.
    Removed,
    /// It stands elsewhere; it may say something else besides.
    Moved,
    /// It says something else.
    Changed,
}

impl ChangeKind {
    /// All, in the order told.
    pub const ALL: [Self; 4] = [Self::Added, Self::Removed, Self::Moved, Self::Changed];

    /// The key in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Moved => "moved",
            Self::Changed => "changed",
        }
    }

    /// In words.
    pub fn words(self) -> Words {
        match self {
            Self::Added => words! { zh: "新增", en: "added" },
            Self::Removed => words! { zh: "取消", en: "removed" },
            Self::Moved => words! { zh: "移动", en: "moved" },
            Self::Changed => words! { zh: "修改", en: "changed" },
        }
    }
}

/// Whom something may be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Everyone.
    Public,
    /// Everyone may know that it exists: it is given on application.
    OnRequest,
    /// The house.
    Internal,
}
