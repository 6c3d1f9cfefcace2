//! Where a project's files come from: a disk, memory, a disk with unsaved buffers over it.

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
}
