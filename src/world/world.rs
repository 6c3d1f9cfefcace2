//! Where a project's files come from and where they are changed: a disk, memory, a disk with unsaved buffers over it.

use std::{io, path::PathBuf};

use anyhow::Result;

use super::Stamp;

use crate::{day::Day, source::Source};

/// A project as the compiler reads it. Whoever implements it owns every failure of the medium; the compiler sees bytes.
pub trait World: Sync {
    /// Everything below `catalogue/` and `content/`, in no order. Links are listed and never followed.
    ///
    /// # Errors
    ///
    /// [`Usage`](super::Usage) where there is no catalogue; the machine's.
    fn list(&self) -> Result<Listing>;

    /// The bytes of `file`, at most [`Role::limit`](crate::source::Role::limit) of them.
    ///
    /// # Errors
    ///
    /// Why it is not read.
    fn read(&self, file: &Source) -> Result<Vec<u8>, Refusal>;

    /// The files of the theme `name`, by path below its folder, sorted; empty for the built-in theme.
    ///
    /// # Errors
    ///
    /// [`Usage`](super::Usage) for a theme that is not there; the machine's.
    fn theme(&self, name: &str) -> Result<Vec<(String, Vec<u8>)>>;

    /// The day of the run, in China's time.
    fn today(&self) -> Day;
}

impl<W: World + ?Sized> World for &W {
    fn list(&self) -> Result<Listing> {
        (**self).list()
    }

    fn read(&self, file: &Source) -> Result<Vec<u8>, Refusal> {
        (**self).read(file)
    }

    fn theme(&self, name: &str) -> Result<Vec<(String, Vec<u8>)>> {
        (**self).theme(name)
    }

    fn today(&self) -> Day {
        (**self).today()
    }
}

/// Why a file was not read.
#[derive(Debug)]
pub enum Refusal {
    /// A link, a pipe, a device, a folder: not a plain file.
    NotPlain,
    /// Larger than its role allows; its size in bytes.
    TooLarge(u64),
    /// It is gone since the folder was listed.
    Gone,
    /// The machine failed.
    Failed(io::Error),
}

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileType {
    /// A plain file of so many bytes. The stamp tells later whether it is still the same; none where nothing can tell.
    File(u64, Option<Stamp>),
    /// A folder; what is in it is listed by itself.
    Folder,
    /// A link, a pipe, a device.
    Other,
}

/// Something below a folder of the project.
#[derive(Clone, Debug)]
pub struct ScannedFile {
    /// Its path from the folder; not always UTF-8.
    pub path: PathBuf,
    /// What it is.
    pub kind: FileType,
}

/// Everything in the folders of a project.
#[derive(Clone, Debug, Default)]
pub struct Listing {
    /// `catalogue` and `content`, each with what is in it.
    pub folders: Vec<(&'static str, Vec<ScannedFile>)>,
    /// When they were listed, in nanoseconds since 1970: a stamp that was not [old enough](Stamp::is_racy) then tells nothing.
    pub at: i64,
    /// Files elsewhere in the project that begin as entries do and are not read, by path from its folder, sorted.
    pub stray: Vec<String>,
}

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
    /// Leaves a file as it is; where others changed it since it was read, what was judged by it is out of date.
    Keep {
        /// The file.
        path: String,
        /// BLAKE3 of the bytes that were read.
        was: [u8; 32],
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
    /// Makes a file where none is.
    Create {
        /// The file.
        path: String,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// Gives a file another name, where nothing stands, and other bytes; keeps what it had below `.gongkai/backup/`.
    Rename {
        /// The file.
        path: String,
        /// Its new path.
        to: String,
        /// BLAKE3 of the bytes that it had.
        was: [u8; 32],
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// Puts other bytes in a file's place, and keeps those it had below `.gongkai/backup/`, by the same path.
    Mend {
        /// The file.
        path: String,
        /// BLAKE3 of the bytes that the new ones were made from.
        was: [u8; 32],
        /// The new bytes.
        bytes: Vec<u8>,
    },
}

/// Changes files of a project, one writer at a time.
pub trait ProjectStore: Sync {
    /// Applies `edits` in order, each whole or not at all, and answers whether any file is another now. Where a file to be
    /// [mended](StoreEdit::Mend) is not what it was, or one to be made is there already, nothing is changed at all.
    ///
    /// # Errors
    ///
    /// [`Usage`](super::Usage) where a file to be added to is no TOML; the machine's; a file that others changed since it was
    /// read.
    fn apply(&self, edits: &[StoreEdit]) -> Result<bool>;
}
