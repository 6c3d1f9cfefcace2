//! Writing the site: what is the same is left alone, what differs is staged, and takes effect all at once.

use std::{
    collections::btree_map::Entry,
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use anyhow::{Context, Result};
use rayon::prelude::*;

use super::{
    change,
    commit::{NEXT, commit},
    disk::Disk,
    folder::{Found, JOURNAL, LOCK, MANIFEST, OWN, STAGE, look, named},
    fresh,
    hold::{cannot, hold},
    manifest::{Line, Manifest, is_plain},
    packing::{Packing, is_worth},
    previous::PreviousSite,
    recover::{manifest, recover, sweep},
    snapshot::{KnownFile, key},
    tree::Tree,
};
use crate::{
    driver::Project,
    world::{Digest, FileKind, PageKey, Reused, SiteSink, UserMessage, sha256},
};

/// A site being written.
#[derive(Debug)]
pub struct DiskSite {
    out: PathBuf,
    tree: Tree,
    way: Way,
    old: Manifest,
    staged: Mutex<Staged>,
    next: AtomicU64,
    previous: Option<PreviousSite>,
    /// What lies beside files that are worth it.
    packings: Vec<Packing>,
    /// Whether the manifest is the one that was there when the last build ended.
    trusted: bool,
    /// Held while we write: a second run is refused.
    _lock: File,
}

/// How the site gets into its place, and what is left to clean when that fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// It grows beside its place: what grew goes.
    Beside,
    /// It is changed where it is: what was staged goes.
    Inside,
    /// It fills an empty folder: what was staged goes, and so does the mark that the folder is ours.
    Filling,
    /// Nobody knows yet what is there, or the change has begun: all stays for the next run to see.
    Begun,
}

#[derive(Debug, Default)]
struct Staged {
    manifest: Manifest,
    /// Lines of files that are kept, sorted into the manifest at the end.
    kept: Vec<(String, Line)>,
    moves: Vec<(FileKind, String, String)>,
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
    /// A number for the site as it lies there now; none where it is not known, or a change might not show in it.
    pub digest: Option<u128>,
}

impl DiskSite {
    /// Takes hold of the output folder, and completes or sweeps away what an interrupted run left.
    ///
    /// # Errors
    ///
    /// [`Usage`](crate::world::Usage) for a folder that is not ours to write; the machine's: no right, no space, another
    /// run is writing there.
    pub fn open(project: &Project, disk: &Disk) -> Result<Self> {
        let out = named(project);
        // Whoever held the folder before may have moved or swept it away: a few looks are enough for any number of runs.
        for _ in 0..16 {
            let found = look(project)?;
            let (tree, way) = match found {
                Found::Missing => (fresh::beside(&out, disk.clone())?, Way::Beside),
                Found::Empty | Found::Ours => {
                    let tree = Tree::at(&out, disk.clone());
                    (
                        tree.with_context(|| {
                            UserMessage(text! { zh: "不能打开 {it}", en: "cannot open {it}", it = out.display() })
                        })?,
                        Way::Begun,
                    )
                }
            };
            let held = hold(&tree);
            if held.is_err() {
                // What was made just now is empty; what another run holds is not.
                let _ = tree.remove_empty(OWN);
                if way == Way::Beside {
                    let _ = fs::remove_dir(&tree.path);
                }
            }
            let Some(lock) = held? else { continue };
            // From here on what is left is cleaned when this ends early.
            let mut output = Self {
                out: out.clone(),
                tree,
                way,
                old: Manifest::default(),
                staged: Mutex::default(),
                next: AtomicU64::new(0),
                previous: None,
                packings: Vec::new(),
                trusted: false,
                _lock: lock,
            };
            if look(project)? != found {
                continue;
            }
            output.ready()?;
            return Ok(output);
        }
        let shown = out.display();
        Err(anyhow::Error::new(UserMessage(
            text! { zh: "{shown} 一直被别的程序改动", en: "{shown} is changed by others all the time" },
        )))
    }

    fn ready(&mut self) -> Result<()> {
        if self.way == Way::Beside {
            return fresh::empty(&self.tree);
        }
        recover(&self.tree)?;
        self.old = manifest(&self.tree)?;
        self.way = if self.old.files.is_empty() { Way::Filling } else { Way::Inside };
        self.tree.make_folder(STAGE, false).with_context(|| cannot(&self.tree, STAGE))?;
        if self.way == Way::Filling {
            // The mark that the folder is ours, before anything is made in it.
            let mark = Manifest::default().text();
            self.tree.create(NEXT, mark.as_bytes()).with_context(|| cannot(&self.tree, MANIFEST))?;
            let marked = self.tree.rename(NEXT, MANIFEST).map_err(io::Error::from);
            marked.with_context(|| cannot(&self.tree, MANIFEST))?;
        }
        Ok(())
    }

    /// The same, with what is known of the folder from before this run took hold of it.
    #[must_use]
    pub fn after(mut self, previous: Option<PreviousSite>) -> Self {
        let stamp = self.tree.stamp(MANIFEST).ok();
        self.trusted = previous.as_ref().is_some_and(|it| it.knows_manifest(stamp));
        self.previous = previous;
        self
    }

    /// The same, with files packed in each of `packings` beside those that are worth it.
    #[must_use]
    pub fn packed(mut self, packings: &[Packing]) -> Self {
        self.packings = packings.to_vec();
        self
    }

    /// The names under which the file at `path` lies packed beside it, each with its way.
    fn beside(&self, kind: FileKind, path: &str, size: u64) -> impl Iterator<Item = (String, Packing)> {
        let packings = if is_worth(kind, path, size) { &*self.packings } else { &[] };
        packings.iter().map(move |it| ([path, it.ending()].concat(), *it))
    }

    /// Takes over the file at `path`, which the last build left as it is `known`.
    fn keep(&self, kind: FileKind, path: &str, known: KnownFile, key: &PageKey) {
        self.lock().kept.push((path.to_owned(), Line { kind, size: known.size, sha256: Digest(known.sha256) }));
        if let Some(previous) = &self.previous {
            // A match of the quick half alone says nothing new of the full one.
            let page = if known.page.quick == key.quick { known.page } else { *key };
            previous.note(known.key, page, None);
        }
    }

    /// Writes a file, and nothing beside it.
    fn put(&self, (kind, path): (FileKind, &str), bytes: &[u8], digest: Digest, page: PageKey) -> Result<()> {
        if !self.add(path, Line { kind, size: bytes.len() as u64, sha256: digest })? {
            return Ok(());
        }
        let context = || cannot(&self.tree, path);
        let mut stamp = None;
        if self.way == Way::Beside {
            stamp = Some(self.tree.create(path, bytes).with_context(context)?);
        } else if !self.is_same(path, bytes, digest) {
            let name = self.next.fetch_add(1, Ordering::Relaxed).to_string();
            self.tree.create(&format!("{STAGE}/{name}"), bytes).with_context(context)?;
            self.lock().moves.push((kind, path.to_owned(), name));
        }
        if let Some(previous) = &self.previous {
            previous.note(key(path), page, stamp);
        }
        Ok(())
    }

    /// The file at `path` as the last build left it.
    fn known(&self, path: &str) -> Option<KnownFile> {
        let known = self.previous.as_ref()?.find(path)?;
        let agrees = |line: &Line| line.sha256.0 == known.sha256 && line.size == known.size;
        // Another run may have been here in between: the manifest is what it left.
        (self.trusted || self.old.files.get(path).is_some_and(agrees)).then_some(known)
    }

    /// Adds a line to the manifest; false where it is there already.
    fn add(&self, path: &str, line: Line) -> Result<bool> {
        if !is_plain(path) {
            return Err(anyhow::Error::new(UserMessage(
                text! { zh: "网址“{path}”无效", en: "`{path}` is no address" },
            )));
        }
        match self.lock().manifest.files.entry(path.to_owned()) {
            Entry::Vacant(place) => {
                place.insert(line);
                Ok(true)
            }
            Entry::Occupied(other) if *other.get() == line => Ok(false),
            Entry::Occupied(_) => Err(twice(path)),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Staged> {
        self.staged.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the file lies there already, byte for byte: a manifest may be older than a change by hand.
    fn is_same(&self, path: &str, bytes: &[u8], digest: Digest) -> bool {
        if self.known(path).is_some_and(|known| known.sha256 == digest.0) {
            return true;
        }
        let size = bytes.len() as u64;
        self.old.files.get(path).is_some_and(|line| line.size == size)
            && self.tree.read(path, size).is_ok_and(|old| old == bytes)
    }

    /// Makes it all take effect.
    ///
    /// # Errors
    ///
    /// The machine's; [`Usage`](crate::world::Usage) where somebody else's file is in the way. The old site stays, or the
    /// next run completes the new one.
    pub fn commit(mut self) -> Result<Written> {
        let Staged { manifest: mut next, mut kept, moves } = std::mem::take(&mut *self.lock());
        kept.par_sort_unstable_by(|a, b| a.0.cmp(&b.0));
        kept.dedup_by(|a, b| a == b);
        let both = |it: &&[(String, Line)]| it[0].0 == it[1].0;
        if let Some(pair) = kept.windows(2).find(both) {
            return Err(twice(&pair[0].0));
        }
        for (path, line) in &next.files {
            if kept.binary_search_by(|it| it.0.cmp(path)).is_ok_and(|at| kept[at].1 != *line) {
                return Err(twice(path));
            }
        }
        next.files.append(&mut kept.into_iter().collect());
        let total = next.files.len();
        if self.way == Way::Beside {
            self.place(&next).with_context(|| {
                UserMessage(text! { zh: "不能写入 {it}", en: "cannot write {it}", it = self.out.display() })
            })?;
            let all: Vec<&str> = next.files.keys().map(String::as_str).collect();
            let digest = self.leave(&next, &all);
            return Ok(Written { total, changed: total, removed: 0, digest });
        }
        self.change(next, moves)
    }

    /// Moves a fresh site, synced, into its place as a whole.
    fn place(&mut self, next: &Manifest) -> io::Result<()> {
        self.tree.create(MANIFEST, next.text().as_bytes())?;
        self.tree.sync()?;
        let moved = self.tree.move_to(&self.out);
        if fs::symlink_metadata(&self.tree.path).is_err() {
            self.way = Way::Begun;
        }
        moved
    }

    /// Stages the manifest, and does what differs.
    fn change(&mut self, mut next: Manifest, moves: Vec<(FileKind, String, String)>) -> Result<Written> {
        let total = next.files.len();
        change::keep(&self.old, &mut next);
        let journal = change::journal(&self.old, &next, moves);
        let mut written =
            Written { total, changed: journal.moves.len(), removed: journal.deletions.len(), digest: None };
        if journal.moves.is_empty() && journal.deletions.is_empty() && next == self.old {
            written.digest = self.leave(&next, &[]);
            return Ok(written);
        }
        let context = || UserMessage(text! { zh: "不能写入 {it}", en: "cannot write {it}", it = self.out.display() });
        let staged = &format!("{STAGE}/journal");
        self.tree.create(NEXT, next.text().as_bytes()).with_context(context)?;
        change::prepare(&self.tree, &self.old, &next, &journal)?;
        self.tree.create(staged, journal.text().as_bytes()).with_context(context)?;
        self.tree.sync().with_context(context)?;
        self.way = Way::Begun;
        let context = || UserMessage(text! { zh: "不能写入 {it}", en: "cannot write {it}", it = self.out.display() });
        self.tree.rename(staged, JOURNAL).map_err(io::Error::from).with_context(context)?;
        self.tree.sync_folder(OWN).with_context(context)?;
        commit(&self.tree, &journal).with_context(context)?;
        let moved = journal.moves.iter().map(|it| it.1.as_str());
        let changed: Vec<&str> = moved.chain(journal.deletions.iter().map(String::as_str)).collect();
        written.digest = self.leave(&next, &changed);
        Ok(written)
    }

    /// Leaves to the next run what is known of the site.
    fn leave(&mut self, next: &Manifest, changed: &[&str]) -> Option<u128> {
        let previous = self.previous.take()?;
        previous.leave(&self.out, next, changed, |path| self.tree.stamp(path).ok())
    }
}

impl SiteSink for DiskSite {
    fn keeps_keys(&self) -> bool {
        self.previous.is_some()
    }

    fn expect(&self, files: usize) {
        if let Some(previous) = &self.previous {
            previous.expect(files);
        }
    }

    fn reuse(&self, kind: FileKind, path: &str, key: &PageKey) -> Result<Option<Reused>> {
        let path = path.trim_start_matches('/');
        let Some(known) = self.known(path).filter(|it| it.page.answers(key)) else { return Ok(None) };
        // All of it or nothing: where a packed one is missing both are made again.
        let mut packed = Vec::new();
        for (name, _) in self.beside(kind, path, known.size) {
            let Some(file) = self.known(&name) else { return Ok(None) };
            packed.push((name, file));
        }
        self.keep(kind, path, known, key);
        for (name, file) in packed {
            self.keep(kind, &name, file, key);
        }
        Ok(Some(Reused { digest: Digest(known.sha256), size: known.size }))
    }

    fn previous(&self, path: &str) -> Result<Option<Vec<u8>>> {
        let path = path.trim_start_matches('/');
        let Some(known) = self.known(path) else { return Ok(None) };
        let bytes = self.tree.read(path, known.size).ok();
        Ok(bytes.filter(|it| sha256(it).0 == known.sha256))
    }

    fn write(&self, kind: FileKind, path: &str, bytes: &[u8], page: PageKey) -> Result<Digest> {
        let path = path.trim_start_matches('/');
        let digest = sha256(bytes);
        self.put((kind, path), bytes, digest, page)?;
        // What is packed follows from its original alone.
        let is_same = || self.known(path).is_some_and(|it| it.sha256 == digest.0);
        for (name, packing) in self.beside(kind, path, bytes.len() as u64) {
            if let Some(known) = self.known(&name).filter(|_| is_same()) {
                self.keep(kind, &name, known, &page);
            } else {
                let packed = packing.pack(bytes);
                self.put((kind, &name), &packed, sha256(&packed), page)?;
            }
        }
        Ok(digest)
    }
}

fn twice(path: &str) -> anyhow::Error {
    anyhow::Error::new(UserMessage(
        text! { zh: "两个文件的网址都是“{path}”", en: "two files have the address `{path}`" },
    ))
}

impl Drop for DiskSite {
    /// A run that ends before its commit leaves nothing behind, unless it is killed; then the next one does this.
    fn drop(&mut self) {
        match self.way {
            Way::Beside => {
                let _ = self.tree.sweep("");
            }
            Way::Inside | Way::Filling => {
                let _ = sweep(&self.tree);
                if self.way == Way::Filling {
                    let _ = self.tree.remove(MANIFEST);
                    let _ = self.tree.remove(LOCK);
                    let _ = self.tree.remove_empty(OWN);
                }
            }
            Way::Begun => {}
        }
    }
}

/// Completes the commit of a run that was cut off, before anything else is done: what readers see must be one site, even
/// where the run to come is refused. A folder that is not ours, or that another run is writing, is left alone.
///
/// # Errors
///
/// The machine's.
pub fn complete(project: &Project, disk: &Disk) -> Result<()> {
    let out = named(project);
    let begun = |path: &Path| fs::symlink_metadata(path).is_ok_and(|it| it.is_file());
    if !begun(&out.join(JOURNAL)) || !matches!(look(project), Ok(Found::Ours)) {
        return Ok(());
    }
    let shown = out.display();
    let tree = Tree::at(&out, disk.clone())
        .with_context(|| UserMessage(text! { zh: "不能打开 {shown}", en: "cannot open {shown}" }))?;
    match hold(&tree)? {
        Some(_lock) => recover(&tree),
        None => Ok(()),
    }
}
