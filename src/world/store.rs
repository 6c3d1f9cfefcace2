//! Where the project's own files are changed: the lock, exceptions, nil reports.

use anyhow::Result;

/// One change of a file, by its path from the project's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreEdit {
    /// Adds TOML tables to the end of a file of the catalogue, which is made where there is none; what stands there stays as
    /// it is, comments and all.
    Append {
        /// The file.
        path: String,
        /// `[[allow]]`, its keys a line each.
        tables: Vec<String>,
    },
    /// Puts other bytes in a file's place, whole.
    Replace {
        /// The file.
        path: String,
        /// BLAKE3 of the bytes that the new ones were made from, none where the file was not there: where others changed it
        /// since, nothing is lost by writing over it.
        was: Option<[u8; 32]>,
        /// The new bytes.
        bytes: Vec<u8>,
    },
}

/// Changes files of a project, one writer at a time.
pub trait ProjectStore: Sync {
    /// Applies `edits` in order, each whole or not at all, and answers whether any file is another now.
    ///
    /// # Errors
    ///
    /// [`Usage`](super::Usage) where a file to be added to is no TOML; the machine's; a file that others changed since it was
    /// read.
    fn apply(&self, edits: &[StoreEdit]) -> Result<bool>;
}
