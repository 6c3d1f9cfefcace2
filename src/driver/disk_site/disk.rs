//! The disk as the writer knows it: every operation passes one door, and a test may stand at it and do fault.

use std::{
    fmt,
    fs::File,
    io::{self, Write as _},
    sync::Arc,
};

/// What is asked of the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// Reading a file whole.
    Read,
    /// Making a folder.
    Folder,
    /// Creating a file.
    Create,
    /// Writing the bytes of a created file.
    Write,
    /// Giving a file or a folder another name.
    Rename,
    /// Removing a file or a link.
    Remove,
    /// Removing an empty folder.
    RemoveFolder,
    /// Removing a folder of our own with all that is in it.
    Sweep,
    /// Making the entries of a folder lasting.
    SyncFolder,
    /// Making everything written so far lasting.
    Sync,
    /// Taking the lock.
    Lock,
}

/// What befalls an operation instead of being done.
#[derive(Debug)]
pub struct Fault {
    /// How it fails.
    pub error: io::Error,
    /// Of a write, how many bytes reach the disk before it fails.
    pub written: usize,
}

type Watch = dyn Fn(Op, &str) -> Option<Fault> + Send + Sync;

/// The disk. A build uses [`Disk::default`], which does what it is asked.
#[derive(Clone, Default)]
pub struct Disk {
    watch: Option<Arc<Watch>>,
}

impl Disk {
    /// A disk that asks `watch` before each operation, with the path below the folder written to: what it answers befalls
    /// the operation, which is then not done. A `watch` that harms everything from some moment on is a process killed then.
    pub fn watched(watch: impl Fn(Op, &str) -> Option<Fault> + Send + Sync + 'static) -> Self {
        Self { watch: Some(Arc::new(watch)) }
    }

    fn fault(&self, act: Op, path: &str) -> Option<Fault> {
        self.watch.as_ref().and_then(|watch| watch(act, path))
    }

    /// Passes the door with an operation that is done or not done.
    pub(super) fn step(&self, act: Op, path: &str) -> io::Result<()> {
        self.fault(act, path).map_or(Ok(()), |fault| Err(fault.error))
    }

    /// Writes `bytes` to `file`, which lies at `path`.
    pub(super) fn write(&self, file: &mut File, path: &str, bytes: &[u8]) -> io::Result<()> {
        let Some(fault) = self.fault(Op::Write, path) else { return file.write_all(bytes) };
        file.write_all(&bytes[..fault.written.min(bytes.len())])?;
        Err(fault.error)
    }
}

impl fmt::Debug for Disk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.watch.is_some() { "Disk(watched)" } else { "Disk" })
    }
}
