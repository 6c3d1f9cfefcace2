//! Where the files of a site go: a folder, memory.

use anyhow::Result;

use super::Digest;

/// What a file of the site is; also the order in which changes take effect, so that a reader never meets a link whose page
/// is not there yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKind {
    /// What pages load: styles, pictures of the theme. Named by its content, so one that is no longer used stays for one
    /// build, for readers who have the page of the last.
    Asset,
    /// A part of the search's index. Named by its content, too, but what is withdrawn is in it: one that is no longer used goes at
    /// once, and who has the manifest of the last build reads that again.
    SearchPart,
    /// A file that an entry publishes.
    Attachment,
    /// An entry.
    Entry,
    /// A list, an item, a plan, and the like.
    List,
    /// JSON, feeds, the site map for machines.
    Index,
    /// The home page: last.
    Home,
    /// An [asset](Self::Asset) of the last build that this one does not use; goes with the next.
    Previous,
}

/// Decides whether a file of the site must be made again. Each half is a hash of inputs; all zero says nothing.
///
/// `quick` is cheap to compute (hashes of source files, settings, the day, the neighbours that a page names) and errs on the
/// safe side: equal means the same file, different means nothing. `full` covers the very values that are printed and is
/// computed only where `quick` differs, so that a new day or a setting that a page does not show leaves the page alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PageKey {
    /// Of what the file is made from.
    pub quick: [u8; 16],
    /// Of what the file says.
    pub full: [u8; 16],
}

impl PageKey {
    /// A key of which only `quick` is known.
    pub fn quick(quick: [u8; 16]) -> Self {
        Self { quick, full: [0; 16] }
    }

    /// Whether a file with this key is the one that `other` asks for.
    pub fn answers(&self, other: &Self) -> bool {
        let same = |a: [u8; 16], b: [u8; 16]| a == b && a != [0; 16];
        same(self.quick, other.quick) || same(self.full, other.full)
    }
}

/// A file of the last build that is taken over as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reused {
    /// Of its bytes.
    pub digest: Digest,
    /// Bytes.
    pub size: u64,
}

/// Takes the files of one build. Paths are counted from the site's root, with or without a leading `/`. What is neither
/// written nor reused is not part of the site.
pub trait SiteSink: Sync {
    /// Whether keys are of any use: whether a later build can ask for them. Computing them takes time.
    fn keeps_keys(&self) -> bool;

    /// Makes room for so many files.
    fn expect(&self, _files: usize) {}

    /// Takes over the file at `path` if the last build made it from the same `key` and it is still as it was left.
    ///
    /// # Errors
    ///
    /// Another file has the path: our own fault.
    fn reuse(&self, kind: FileKind, path: &str, key: &PageKey) -> Result<Option<Reused>>;

    /// The bytes of the file at `path` as the last build left it, where they are still there: for a file of which a change rewrites a
    /// part.
    ///
    /// # Errors
    ///
    /// The machine's.
    fn previous(&self, path: &str) -> Result<Option<Vec<u8>>>;

    /// Writes a file made from `key`; the default key says that it is made anew each time.
    ///
    /// # Errors
    ///
    /// The machine's; a path that is none, or that another file has: our own fault.
    fn write(&self, kind: FileKind, path: &str, bytes: &[u8], key: PageKey) -> Result<Digest>;
}
