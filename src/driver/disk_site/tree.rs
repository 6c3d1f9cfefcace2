//! A folder that is ours, reached without ever following a link: what somebody else put in a path's way is seen, not used.

use std::{
    fs::{self, File},
    io,
    os::fd::OwnedFd,
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
};

use rustix::{
    fs::{self as sys, AtFlags, CWD, FileType, Mode, OFlags},
    io::Errno,
};

use super::disk::{Disk, Op};
use crate::{driver::scan_dir::stamp, world::Stamp};

/// A folder held open. Paths are relative to it, with `/`, and plain.
#[derive(Debug)]
pub struct Tree {
    disk: Disk,
    root: OwnedFd,
    /// Where it was when it was opened.
    pub path: PathBuf,
}

/// What lies at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Node {
    /// Nothing.
    Missing,
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A link, a pipe, a device.
    Other,
}

const FOLDER: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);
const FILES: Mode = Mode::from_raw_mode(0o644);
const FOLDERS: Mode = Mode::from_raw_mode(0o755);

impl Tree {
    /// Holds the folder at `path`.
    ///
    /// # Errors
    ///
    /// The machine's; also where a link, or no folder, lies there.
    pub fn at(path: &Path, disk: Disk) -> io::Result<Self> {
        Ok(Self { disk, root: sys::openat(CWD, path, FOLDER, Mode::empty())?, path: path.to_owned() })
    }

    /// The bytes of the plain file at `path`, at most `limit`.
    pub fn read(&self, path: &str, limit: u64) -> io::Result<Vec<u8>> {
        self.disk.step(Op::Read, path)?;
        let file: File = self.open(path, OFlags::RDONLY | OFlags::NONBLOCK, Mode::empty())?.into();
        let about = file.metadata()?;
        if !about.is_file() || about.len() > limit {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0) + 1);
        io::Read::read_to_end(&mut io::Read::take(file, limit), &mut bytes)?;
        Ok(bytes)
    }

    /// Creates the file at `path`, which must not be there, and the folders it needs. Readable for all, whatever the
    /// caller's mask. Answers how it lies there.
    pub fn create(&self, path: &str, bytes: &[u8]) -> io::Result<Stamp> {
        self.disk.step(Op::Create, path)?;
        let open = || self.open(path, OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL, FILES);
        let file = match open() {
            Err(Errno::NOENT) => {
                self.make_folder(split(path).0, false)?;
                open()?
            }
            opened => opened?,
        };
        let mut file = File::from(file);
        self.disk.write(&mut file, path, bytes)?;
        let mut about = file.metadata()?;
        if about.mode() & 0o777 != 0o644 {
            sys::fchmod(&file, FILES)?;
            about = file.metadata()?;
        }
        // Where one call makes everything lasting, a call a file would be waste.
        if cfg!(not(target_os = "linux")) {
            file.sync_all()?;
        }
        Ok(stamp(&about))
    }

    /// How the plain file at `path` lies there.
    pub fn stamp(&self, path: &str) -> io::Result<Stamp> {
        let file: File = self.open(path, OFlags::RDONLY | OFlags::NONBLOCK, Mode::empty())?.into();
        let about = file.metadata()?;
        if about.is_file() { Ok(stamp(&about)) } else { Err(io::ErrorKind::InvalidData.into()) }
    }

    /// Makes the folders down to `path`. With `clear`, what is in their way and no folder is removed, never followed.
    pub fn make_folder(&self, path: &str, clear: bool) -> io::Result<()> {
        // Most often all but the last is there.
        let (above, name) = split(path);
        if !clear
            && !above.is_empty()
            && let Ok(here) = self.open(above, FOLDER, Mode::empty())
        {
            return self.make(&here, name, path);
        }
        let mut here = self.root()?;
        let mut to = 0;
        for part in path.split('/').filter(|it| !it.is_empty()) {
            to = (to + part.len() + 1).min(path.len() + 1);
            let prefix = &path[..to - 1];
            here = match sys::openat(&here, part, FOLDER, Mode::empty()) {
                Err(Errno::NOENT) => {
                    self.make(&here, part, prefix)?;
                    sys::openat(&here, part, FOLDER, Mode::empty())?
                }
                Err(Errno::LOOP | Errno::NOTDIR) if clear => {
                    self.disk.step(Op::Remove, prefix)?;
                    sys::unlinkat(&here, part, AtFlags::empty())?;
                    self.make(&here, part, prefix)?;
                    sys::openat(&here, part, FOLDER, Mode::empty())?
                }
                opened => opened?,
            };
        }
        Ok(())
    }

    fn make(&self, here: &OwnedFd, part: &str, prefix: &str) -> io::Result<()> {
        self.disk.step(Op::Folder, prefix)?;
        match sys::mkdirat(here, part, FOLDERS) {
            // Another thread was faster, unless it is no folder.
            Err(Errno::EXIST) => drop(sys::openat(here, part, FOLDER, Mode::empty())?),
            made => {
                made?;
                let about = sys::statat(here, part, AtFlags::SYMLINK_NOFOLLOW)?;
                if about.st_mode & 0o777 != 0o755 {
                    sys::chmodat(here, part, FOLDERS, AtFlags::empty())?;
                }
            }
        }
        Ok(())
    }

    /// What lies at `path`; behind a link, nothing does.
    pub fn node_at(&self, path: &str) -> io::Result<Node> {
        let (folder, name) = match self.parent(path) {
            Err(Errno::NOENT | Errno::NOTDIR | Errno::LOOP) => return Ok(Node::Missing),
            opened => opened?,
        };
        match sys::statat(&folder, name, AtFlags::SYMLINK_NOFOLLOW) {
            Err(Errno::NOENT) => Ok(Node::Missing),
            Err(error) => Err(error.into()),
            Ok(about) => Ok(match FileType::from_raw_mode(about.st_mode) {
                FileType::RegularFile => Node::File,
                FileType::Directory => Node::Folder,
                _ => Node::Other,
            }),
        }
    }

    /// The names in the folder at `path`; one that is no UTF-8 is shown as well as it can be.
    pub fn list(&self, path: &str) -> io::Result<Vec<String>> {
        let folder = self.open(path, FOLDER, Mode::empty())?;
        let mut names = Vec::new();
        for it in sys::Dir::new(folder)? {
            let name = it?.file_name().to_string_lossy().into_owned();
            if name != "." && name != ".." {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }

    /// Gives the file at `from` the place `to`; what lay there is gone in the same moment.
    pub fn rename(&self, from: &str, to: &str) -> Result<(), Errno> {
        self.disk.step(Op::Rename, to).map_err(|error| errno(&error))?;
        let (old, from) = self.parent(from)?;
        let (new, to) = self.parent(to)?;
        sys::renameat(&old, from, &new, to)
    }

    /// Removes the file or the link at `path`.
    pub fn remove(&self, path: &str) -> Result<(), Errno> {
        self.disk.step(Op::Remove, path).map_err(|error| errno(&error))?;
        let (folder, name) = self.parent(path)?;
        sys::unlinkat(&folder, name, AtFlags::empty())
    }

    /// Removes the folder at `path` if it is empty. Answers whether it is gone.
    pub fn remove_empty(&self, path: &str) -> io::Result<bool> {
        self.disk.step(Op::RemoveFolder, path)?;
        let removed = self.parent(path).and_then(|(folder, name)| sys::unlinkat(&folder, name, AtFlags::REMOVEDIR));
        match removed {
            Ok(()) | Err(Errno::NOENT) => Ok(true),
            Err(Errno::NOTEMPTY | Errno::EXIST | Errno::NOTDIR | Errno::LOOP | Errno::BUSY) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Removes the folder at `path` with all in it, if it is there; of a link, the link.
    pub fn sweep(&self, path: &str) -> io::Result<()> {
        self.disk.step(Op::Sweep, path)?;
        let path = self.path.join(path);
        let done = match fs::symlink_metadata(&path) {
            Ok(about) if about.is_dir() => fs::remove_dir_all(&path),
            Ok(_) => fs::remove_file(&path),
            Err(error) => Err(error),
        };
        done.or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
    }

    /// Makes what was renamed, made and removed in the folder at `path` lasting.
    pub fn sync_folder(&self, path: &str) -> io::Result<()> {
        self.disk.step(Op::SyncFolder, path)?;
        Ok(sys::fsync(self.open(path, FOLDER, Mode::empty())?)?)
    }

    /// Makes all that was written to the file system lasting.
    pub fn sync(&self) -> io::Result<()> {
        self.disk.step(Op::Sync, "")?;
        #[cfg(target_os = "linux")]
        match sys::syncfs(&self.root) {
            Err(Errno::NOSYS) => rustix::fs::sync(),
            done => done?,
        }
        Ok(sys::fsync(&self.root)?)
    }

    /// Gives the whole folder the place `to`, beside it.
    pub fn move_to(&self, to: &Path) -> io::Result<()> {
        self.disk.step(Op::Rename, "")?;
        fs::rename(&self.path, to)?;
        let parent = self.path.parent().unwrap_or(Path::new("/"));
        self.disk.step(Op::SyncFolder, "..")?;
        File::open(parent)?.sync_all()
    }

    /// Opens the plain file at `path` for the lock that lies on it; makes it where it is missing.
    pub fn lock_file(&self, path: &str) -> io::Result<File> {
        self.disk.step(Op::Lock, path)?;
        let file: File = self.open(path, OFlags::RDWR | OFlags::CREATE | OFlags::NONBLOCK, FILES)?.into();
        if !file.metadata()?.is_file() {
            return Err(io::ErrorKind::InvalidData.into());
        }
        if file.metadata()?.mode() & 0o777 != 0o644 {
            sys::fchmod(&file, FILES)?;
        }
        Ok(file)
    }

    fn root(&self) -> Result<OwnedFd, Errno> {
        sys::openat(&self.root, ".", FOLDER, Mode::empty())
    }

    /// The folder that `path` lies in, and its name there.
    fn parent<'a>(&self, path: &'a str) -> Result<(OwnedFd, &'a str), Errno> {
        let (folder, name) = split(path);
        let folder = if folder.is_empty() { self.root()? } else { self.open(folder, FOLDER, Mode::empty())? };
        Ok((folder, name))
    }

    fn open(&self, path: &str, flags: OFlags, mode: Mode) -> Result<OwnedFd, Errno> {
        let flags = flags | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        #[cfg(target_os = "linux")]
        match sys::openat2(&self.root, path, flags, mode, sys::ResolveFlags::NO_SYMLINKS) {
            // Old kernels, and containers that forbid what they do not know.
            Err(Errno::NOSYS | Errno::PERM) => {}
            opened => return opened,
        }
        let (folders, name) = split(path);
        let mut here = self.root()?;
        for part in folders.split('/').filter(|it| !it.is_empty()) {
            here = sys::openat(&here, part, FOLDER, Mode::empty())?;
        }
        sys::openat(&here, name, flags, mode)
    }
}

/// A path's folder, empty for the root, and its name.
pub fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

fn errno(error: &io::Error) -> Errno {
    Errno::from_io_error(error).unwrap_or(Errno::IO)
}
