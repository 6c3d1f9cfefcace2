//! The folder in which a run leaves what the next one need not find out again. All of it may be lost or thrown away at any
//! time; nothing in it is believed unless it is whole and written by this very program.

use std::{
    fs,
    io::{self, Write as _},
    os::unix::fs::{DirBuilderExt as _, FileExt as _},
    path::{Path, PathBuf},
};

use super::{Project, disk_world::read_plain, scan_dir::stamp};
use crate::{
    pack::{Pack as _, Packer},
    world::{Cache, Scratch},
};

/// The most bytes that one of its files may have.
const LIMIT: u64 = 4 << 30;

/// Bytes at the end of each file: who wrote it, and the BLAKE3 of all before.
const SEAL: usize = 64;

/// Bytes of scratch space that a run takes at most.
const SCRATCH: u64 = 2 << 30;

/// Of what is free on the disk scratch space takes at most one in so many parts: the site is more important.
const PARTS: u64 = 8;

/// The folder `.gongkai/cache` of a project.
#[derive(Clone, Debug)]
pub struct DiskCache {
    folder: PathBuf,
    /// Which program this is, to the bit: another one may pack, judge or print differently.
    program: [u8; 32],
}

impl DiskCache {
    /// The cache of `project`; none where the program does not know itself, or a link lies in the cache's place.
    pub fn of(project: &Project) -> Option<Self> {
        let mut program = Packer::default();
        program.text(env!("CARGO_PKG_VERSION"));
        stamp(&fs::metadata(std::env::current_exe().ok()?).ok()?).pack(&mut program);
        let own = project.root.join(".gongkai");
        let folder = own.join("cache");
        let is_ours = |path: &Path| fs::symlink_metadata(path).map_or(true, |it| it.is_dir());
        let cache = Self { folder, program: *blake3::hash(program.bytes()).as_bytes() };
        (is_ours(&own) && is_ours(&cache.folder)).then_some(cache)
    }

    fn seal(&self, parts: &[&[u8]]) -> [u8; SEAL] {
        let mut seal = [0; SEAL];
        seal[..32].copy_from_slice(&self.program);
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(part);
        }
        seal[32..].copy_from_slice(hasher.finalize().as_bytes());
        seal
    }

    /// Makes the folder, for this user alone: drafts leave their traces in it. Version control and backups pass it by.
    fn make(&self) -> io::Result<()> {
        if self.folder.is_dir() {
            return Ok(());
        }
        fs::DirBuilder::new().recursive(true).mode(0o700).create(&self.folder)?;
        fs::write(self.folder.join(".gitignore"), "*\n")?;
        fs::write(
            self.folder.join("CACHEDIR.TAG"),
            "Signature: 8a477f597d28d172789f06886806bc55\n# gongkai's cache: it may be deleted at any time.\n",
        )
    }
}

impl Cache for DiskCache {
    fn load(&self, name: &str) -> Option<Vec<u8>> {
        let mut bytes = read_plain(&self.folder.join(name), LIMIT).ok()?;
        let end = bytes.len().checked_sub(SEAL)?;
        let (body, seal) = bytes.split_at(end);
        if seal != self.seal(&[body]) {
            return None;
        }
        bytes.truncate(end);
        Some(bytes)
    }

    fn save(&self, name: &str, parts: &[&[u8]]) {
        let beside = self.folder.join(format!("{name}.{}", std::process::id()));
        let write = || -> io::Result<()> {
            self.make()?;
            let mut file = fs::File::create(&beside)?;
            parts.iter().try_for_each(|part| file.write_all(part))?;
            file.write_all(&self.seal(parts))?;
            fs::rename(&beside, self.folder.join(name))
        };
        if write().is_err() {
            let _ = fs::remove_file(&beside);
        }
    }

    fn scratch(&self) -> Option<Box<dyn Scratch>> {
        self.make().ok()?;
        // It has no name, so nothing is left of it however the run ends.
        let file = tempfile::tempfile_in(&self.folder).ok()?;
        let disk = rustix::fs::fstatvfs(&file).ok()?;
        let room = (disk.f_bavail.saturating_mul(disk.f_frsize) / PARTS).min(SCRATCH);
        Some(Box::new(ScratchFile { file, room }))
    }
}

/// A file without a name.
#[derive(Debug)]
struct ScratchFile {
    file: fs::File,
    room: u64,
}

impl Scratch for ScratchFile {
    fn room(&self) -> u64 {
        self.room
    }

    fn write(&self, bytes: &[u8], offset: u64) -> bool {
        self.file.write_all_at(bytes, offset).is_ok()
    }

    fn read(&self, buffer: &mut [u8], offset: u64) -> bool {
        self.file.read_exact_at(buffer, offset).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_bytes_of_this_program_are_believed() {
        let folder = tempfile::tempdir().unwrap();
        let cache = DiskCache { folder: folder.path().join("deep/cache"), program: [1; 32] };
        assert_eq!(cache.load("a"), None);
        cache.save("a", &[b"bo", b"dy"]);
        assert_eq!(cache.load("a").as_deref(), Some(&b"body"[..]));
        assert_eq!(DiskCache { program: [2; 32], ..cache.clone() }.load("a"), None);
        let path = cache.folder.join("a");
        let whole = fs::read(&path).unwrap();
        for cut in 0..whole.len() {
            fs::write(&path, &whole[..cut]).unwrap();
            assert_eq!(cache.load("a"), None, "{cut}");
        }
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            fs::write(&path, bytes).unwrap();
            assert_eq!(cache.load("a"), None, "{at}");
        }
    }

    #[test]
    fn what_cannot_be_written_is_no_failure() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("cache"), "a file").unwrap();
        let cache = DiskCache { folder: folder.path().join("cache"), program: [1; 32] };
        cache.save("a", &[b"bo", b"dy"]);
        assert_eq!(cache.load("a"), None);
    }

    #[test]
    fn scratch_space_keeps_what_it_has_room_for_and_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let cache = DiskCache { folder: folder.path().join("cache"), program: [1; 32] };
        let scratch = cache.scratch().unwrap();
        assert!(scratch.room() > 0 && scratch.write(b"body", 3));
        let mut buffer = [0; 4];
        assert!(scratch.read(&mut buffer, 3) && buffer == *b"body");
        assert!(!scratch.read(&mut buffer, 4), "past its end");
        // The folder holds nothing that a killed run could leave behind.
        let left = fs::read_dir(&cache.folder).unwrap();
        let names: Vec<_> = left.map(|it| it.unwrap().file_name()).filter(|it| it != ".gitignore").collect();
        assert_eq!(names, ["CACHEDIR.TAG"]);
        // A disk that is full is no fault of the run.
        #[cfg(target_os = "linux")]
        {
            let file = fs::File::options().read(true).write(true).open("/dev/full").unwrap();
            assert!(!ScratchFile { file, room: 9 }.write(b"body", 0));
        }
    }
}
