//! The folder in which a run leaves what the next one need not find out again. All of it may be lost or thrown away at any
//! time; nothing in it is believed unless it is whole and written by this very program.

use std::{
    fs,
    io::{self, Write as _},
    os::unix::fs::DirBuilderExt as _,
    path::{Path, PathBuf},
};

use super::stamp::Stamp;
use crate::{
    driver::{Project, open::read_plain},
    pack::{Pack as _, Packer},
};

/// The most bytes that one of its files may have.
const LIMIT: u64 = 4 << 30;

/// Bytes at the end of each file: who wrote it, and the BLAKE3 of all before.
const SEAL: usize = 64;

/// The folder.
#[derive(Clone, Debug)]
pub struct Cache {
    folder: PathBuf,
    /// Which program this is, to the bit: another one may pack, judge or print differently.
    program: [u8; 32],
}

impl Cache {
    /// The cache of `project`; none where the program does not know itself, or a link lies in the cache's place.
    pub fn of(project: &Project) -> Option<Self> {
        let mut program = Packer::default();
        program.text(env!("CARGO_PKG_VERSION"));
        Stamp::of(&fs::metadata(std::env::current_exe().ok()?).ok()?).pack(&mut program);
        let own = project.root.join(".gongkai");
        let folder = own.join("cache");
        let is_ours = |path: &Path| fs::symlink_metadata(path).map_or(true, |it| it.is_dir());
        let cache = Self { folder, program: *blake3::hash(program.bytes()).as_bytes() };
        (is_ours(&own) && is_ours(&cache.folder)).then_some(cache)
    }

    /// The bytes that were left as `name`; none unless they are whole and ours.
    pub fn load(&self, name: &str) -> Option<Vec<u8>> {
        let mut bytes = read_plain(&self.folder.join(name), LIMIT).ok()?;
        let end = bytes.len().checked_sub(SEAL)?;
        let (body, seal) = bytes.split_at(end);
        if seal != self.seal(&[body]) {
            return None;
        }
        bytes.truncate(end);
        Some(bytes)
    }

    /// Leaves `parts`, one after the other, as `name`. Where that fails the next run has more to do, and nothing else is lost.
    pub fn save(&self, name: &str, parts: &[&[u8]]) {
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

    /// A file beside them that has no name, and goes away with who holds it.
    ///
    /// # Errors
    ///
    /// The machine's.
    pub fn nameless(&self) -> io::Result<fs::File> {
        self.make()?;
        tempfile::tempfile_in(&self.folder)
    }

    /// Which program may read what is left here.
    pub fn program(&self) -> &[u8; 32] {
        &self.program
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_bytes_of_this_program_are_believed() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache { folder: folder.path().join("deep/cache"), program: [1; 32] };
        assert_eq!(cache.load("a"), None);
        cache.save("a", &[b"bo", b"dy"]);
        assert_eq!(cache.load("a").as_deref(), Some(&b"body"[..]));
        assert_eq!(Cache { program: [2; 32], ..cache.clone() }.load("a"), None);
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
        let cache = Cache { folder: folder.path().join("cache"), program: [1; 32] };
        cache.save("a", &[b"bo", b"dy"]);
        assert_eq!(cache.load("a"), None);
    }
}
