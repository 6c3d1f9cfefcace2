//! Opening a file that an author put there: never through a link, never a pipe or device, never more than is allowed.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use rustix::fs::{Mode, OFlags};

/// Why a file was not read.
#[derive(Debug)]
pub enum Refusal {
    /// A link, a pipe, a device, a folder: not a plain file.
    NotPlain,
    /// Larger than allowed; its size in bytes.
    TooLarge(u64),
    /// It is gone since the folder was listed.
    Gone,
    /// The machine failed.
    Failed(io::Error),
}

/// The bytes of the plain file at `path`, at most `limit` of them.
///
/// # Errors
///
/// See [`Refusal`]. A file that changes its kind between listing and opening is still refused: what is opened is looked at,
/// not the name.
pub fn read_plain(path: &Path, limit: u64) -> Result<Vec<u8>, Refusal> {
    // NONBLOCK: opening a pipe must not wait for a writer.
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let mut file: File = match rustix::fs::open(path, flags, Mode::empty()) {
        Ok(descriptor) => descriptor.into(),
        Err(rustix::io::Errno::LOOP | rustix::io::Errno::NXIO) => return Err(Refusal::NotPlain),
        Err(rustix::io::Errno::NOENT) => return Err(Refusal::Gone),
        Err(error) => return Err(Refusal::Failed(error.into())),
    };
    let about = file.metadata().map_err(Refusal::Failed)?;
    if !about.is_file() {
        return Err(Refusal::NotPlain);
    }
    if about.len() > limit {
        return Err(Refusal::TooLarge(about.len()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0) + 1);
    // One byte more than allowed tells a file that grows while it is read.
    file.by_ref().take(limit + 1).read_to_end(&mut bytes).map_err(Refusal::Failed)?;
    if bytes.len() as u64 > limit {
        return Err(Refusal::TooLarge(bytes.len() as u64));
    }
    Ok(bytes)
}
