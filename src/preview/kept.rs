//! Pages as they were shown last: what cannot be made any more stays to be seen while its file is being mended.

use std::collections::BTreeMap;

/// As many pages as people look at between two saves.
const MOST: usize = 64;

/// The last good pages, by address.
#[derive(Debug, Default)]
pub struct Kept {
    pages: BTreeMap<String, KeptPage>,
}

/// A page of an entry.
#[derive(Debug)]
pub struct KeptPage {
    /// The path of the entry's file.
    pub path: String,
    pub bytes: Vec<u8>,
}

impl Kept {
    /// Remembers the page at `address`, made from the file at `path`.
    pub fn keep(&mut self, address: &str, path: &str, bytes: &[u8]) {
        if self.pages.len() >= MOST && !self.pages.contains_key(address) {
            // Which of them goes matters little: all that is lost is a page that somebody looked at and left.
            self.pages.pop_first();
        }
        self.pages.insert(address.to_owned(), KeptPage { path: path.to_owned(), bytes: bytes.to_vec() });
    }

    /// The page at `address` as it was last.
    pub fn find(&self, address: &str) -> Option<&KeptPage> {
        self.pages.get(address)
    }
}
