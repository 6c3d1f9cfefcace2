//! Writing the site: what is the same is left alone, what differs is staged, and takes effect all at once.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicU64, Ordering},
    },
};

use anyhow::{Context, Result};
use rustix::fs::Mode;
use sha2::{Digest, Sha256};

use super::{
    commit::{JOURNAL, MANIFEST, NEXT, STAGE, commit, make_folder, sync},
    folder::{Found, OWN, look},
    journal::Journal,
    manifest::{Kind, Line, Manifest},
    recover::recover,
};
use crate::driver::Project;

/// A site being written.
#[derive(Debug)]
pub struct Output {
    out: PathBuf,
    /// Where a fresh site is made before it is moved into its place; none for one that is changed.
    beside: Option<PathBuf>,
    old: Manifest,
    staged: Mutex<Staged>,
    next: AtomicU64,
    /// Held while we write: a second run is refused.
    lock: Option<File>,
}

#[derive(Debug, Default)]
struct Staged {
    manifest: Manifest,
    moves: Vec<(Kind, String, String)>,
}

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files of the site.
    pub total: usize,
    /// Files that are new or differ.
    pub changed: usize,
    /// Files that went.
    pub removed: usize,
}

impl Output {
    /// Takes hold of the output folder, and completes or sweeps away what an interrupted run left.
    ///
    /// # Errors
    ///
    /// [`Usage`](crate::driver::Usage) for a folder that is not ours to write; the machine's: no right, no space, another
    /// run is writing there.
    pub fn open(project: &Project) -> Result<Self> {
        // Files of the site are 0644 and folders 0755, whatever the caller's mask.
        rustix::process::umask(Mode::from_raw_mode(0o022));
        let found = look(project)?;
        let out = project.out.clone();
        let mut output = Self {
            beside: None,
            old: Manifest::default(),
            staged: Mutex::default(),
            next: AtomicU64::new(0),
            lock: None,
            out,
        };
        match found {
            Found::Fresh => {
                let beside = output.make_beside()?;
                output.beside = Some(beside);
            }
            Found::Ours => {
                output.lock = Some(hold(&output.out)?);
                recover(&output.out)?;
                let own = output.out.join(OWN);
                let text = fs::read_to_string(own.join(MANIFEST)).unwrap_or_default();
                output.old = Manifest::parse(&text).unwrap_or_default();
                fs::create_dir(own.join(STAGE)).with_context(|| cannot(&output.out))?;
            }
        }
        Ok(output)
    }

    /// Makes the folder in which a fresh site grows. Its name is known from the site's, so that what a killed run left there
    /// is found and swept away; it is not made from the site's own name, which may be as long as a name can be.
    fn make_beside(&mut self) -> Result<PathBuf> {
        let parent = self.out.parent().unwrap_or(Path::new("/"));
        fs::create_dir_all(parent).with_context(|| cannot(parent))?;
        let name = blake3::hash(self.out.as_os_str().as_encoded_bytes()).to_hex();
        let beside = parent.join(format!(".gongkai-{}", &name[..16]));
        let own = beside.join(OWN);
        fs::create_dir_all(&own).with_context(|| cannot(&own))?;
        self.lock = Some(hold(&beside)?);
        let left = fs::read_dir(&beside).with_context(|| cannot(&beside))?;
        for it in left {
            let it = it.with_context(|| cannot(&beside))?;
            if it.file_name() == OWN {
                continue;
            }
            let path = it.path();
            let swept = if it.file_type().is_ok_and(|it| it.is_dir()) {
                fs::remove_dir_all(&path)
            } else {
                fs::remove_file(&path)
            };
            swept.with_context(|| cannot(&path))?;
        }
        Ok(beside)
    }

    /// Puts a file of the site, by its path from the root, with or without a leading `/`. Answers its SHA-256.
    ///
    /// # Errors
    ///
    /// The machine's.
    pub fn put(&self, kind: Kind, path: &str, bytes: &[u8]) -> Result<String> {
        let path = path.trim_start_matches('/');
        let sha256 = hex(&Sha256::digest(bytes));
        let mut moved = None;
        if let Some(beside) = &self.beside {
            create(beside, &beside.join(path), bytes).with_context(|| cannot(&beside.join(path)))?;
        } else if !self.is_same(path, bytes) {
            let name = self.next.fetch_add(1, Ordering::Relaxed).to_string();
            let staged = self.out.join(OWN).join(STAGE).join(&name);
            create(&self.out, &staged, bytes).with_context(|| cannot(&staged))?;
            moved = Some((kind, path.to_owned(), name));
        }
        let line = Line { kind, size: bytes.len() as u64, sha256: sha256.clone() };
        let mut staged = self.staged.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        staged.manifest.files.insert(path.to_owned(), line);
        staged.moves.extend(moved);
        Ok(sha256)
    }

    /// Whether the file lies there already, byte for byte: a manifest may be older than a change by hand.
    fn is_same(&self, path: &str, bytes: &[u8]) -> bool {
        self.old.files.get(path).is_some_and(|line| line.size == bytes.len() as u64)
            && crate::driver::open::read_plain(&self.out.join(path), bytes.len() as u64).is_ok_and(|old| old == bytes)
    }

    /// Makes it all take effect.
    ///
    /// # Errors
    ///
    /// The machine's; the old site stays, or the next run completes the new one.
    pub fn commit(mut self) -> Result<Written> {
        let staged = std::mem::take(&mut self.staged).into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        let text = staged.manifest.text();
        let total = staged.manifest.files.len();
        if let Some(beside) = self.beside.take() {
            let done = self.place(&beside, &text);
            if done.is_err() {
                let _ = fs::remove_dir_all(&beside);
            }
            done.with_context(|| cannot(&self.out))?;
            return Ok(Written { total, changed: total, removed: 0 });
        }
        let mut moves = staged.moves;
        moves.sort();
        let gone = self.old.files.keys().filter(|path| !staged.manifest.files.contains_key(*path));
        let journal = Journal {
            deletions: gone.cloned().collect(),
            moves: moves.into_iter().map(|(_, path, name)| (name, path)).collect(),
        };
        let written = Written { total, changed: journal.moves.len(), removed: journal.deletions.len() };
        self.change(&journal, &text).with_context(|| cannot(&self.out))?;
        Ok(written)
    }

    /// Moves a fresh site, synced, into its place as a whole.
    fn place(&self, beside: &Path, manifest: &str) -> io::Result<()> {
        create(beside, &beside.join(OWN).join(MANIFEST), manifest.as_bytes())?;
        sync(beside)?;
        // An empty folder may lie there; one that is no longer empty makes this fail, and nothing is lost.
        match fs::remove_dir(&self.out) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        fs::rename(beside, &self.out)?;
        File::open(self.out.parent().unwrap_or(Path::new("/")))?.sync_all()
    }

    fn change(&self, journal: &Journal, manifest: &str) -> io::Result<()> {
        let own = self.out.join(OWN);
        let stage = own.join(STAGE);
        if journal.moves.is_empty() && journal.deletions.is_empty() {
            return fs::remove_dir_all(stage);
        }
        create(&self.out, &stage.join(NEXT), manifest.as_bytes())?;
        sync(&stage)?;
        let unsigned = own.join("journal.next");
        create(&self.out, &unsigned, journal.text().as_bytes())?;
        File::open(&unsigned)?.sync_all()?;
        fs::rename(&unsigned, own.join(JOURNAL))?;
        File::open(&own)?.sync_all()?;
        commit(&self.out, journal)
    }
}

impl Drop for Output {
    /// A run that ends before its commit leaves nothing behind.
    fn drop(&mut self) {
        if let Some(beside) = &self.beside {
            let _ = fs::remove_dir_all(beside);
        }
    }
}

/// Holds the site against other runs.
fn hold(out: &Path) -> Result<File> {
    let path = out.join(OWN).join("lock");
    let file = OpenOptions::new().create(true).truncate(false).write(true).mode(0o644).open(&path);
    let file = file.with_context(|| cannot(&path))?;
    let shown = out.display();
    file.try_lock().with_context(|| {
        format!("另一个 gongkai 正在写 {shown}，请等它结束 / another run is writing {shown}: wait for it to end")
    })?;
    Ok(file)
}

/// Creates a file that is not there, and the folders above it.
fn create(root: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let open = || OpenOptions::new().write(true).create(true).truncate(true).mode(0o644).open(path);
    let mut file = match open() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            make_folder(root, path.parent().unwrap_or(root))?;
            open()?
        }
        opened => opened?,
    };
    file.write_all(bytes)
}

fn cannot(path: &Path) -> String {
    let shown = path.display();
    format!("不能写入 {shown} / cannot write {shown}")
}

/// Bytes as hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |it: u8| char::from_digit(u32::from(it), 16).unwrap_or('0');
    bytes.iter().flat_map(|&byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
