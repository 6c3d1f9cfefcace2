//! What a file of the site was made from, as two hashes.

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
