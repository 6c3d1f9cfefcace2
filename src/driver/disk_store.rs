//! Changing files of the project on disk: one writer at a time, each file whole or not at all.

use std::{
    fs::{self, DirBuilder, File},
    io::{self, Write as _},
    os::unix::fs::{DirBuilderExt as _, MetadataExt as _},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use anyhow::{Context, Result};

use super::Project;
use crate::world::{ProjectStore, StoreEdit, Usage, UserMessage};

/// How often the lock is asked for, every 20 ms: whoever holds it writes a few files.
const PATIENCE: usize = 500;

/// Earlier states of a file that are kept at most: the first ones, and the last.
const EARLIER: usize = 9;

/// The files of a project.
#[derive(Debug)]
pub struct DiskStore<'a> {
    project: &'a Project,
}

impl<'a> DiskStore<'a> {
    /// Of `project`.
    pub fn new(project: &'a Project) -> Self {
        Self { project }
    }

    /// Waits until nobody else changes the project. What is locked is the folder `catalogue` itself, so that nothing is left
    /// behind; where a file system has no such locks, edits still see whether a file was changed since it was read.
    fn hold(&self) -> Result<Option<File>> {
        let Ok(folder) = File::open(&self.project.catalogue) else { return Ok(None) };
        for _ in 0..PATIENCE {
            match folder.try_lock() {
                Ok(()) => return Ok(Some(folder)),
                Err(fs::TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(20)),
                Err(fs::TryLockError::Error(_)) => return Ok(None),
            }
        }
        let shown = self.project.catalogue.display();
        Err(anyhow::Error::new(UserMessage(
            text! { zh: "另一个 gongkai 一直在改 {shown}，请等它结束再运行", en: "another run keeps changing {shown}: wait for it to end" },
        )))
    }

    /// Keeps the bytes of the file at `path` before they are others, if they are still those of the hash `was`.
    fn keep(&self, path: &str, was: [u8; 32]) -> Result<Vec<u8>> {
        let at = self.project.real(path);
        let old = read(&at)?.filter(|it| *blake3::hash(it).as_bytes() == was);
        let old = old.ok_or_else(|| changed_meanwhile(&at))?;
        self.make_backups()?;
        let backup = self.project.backup(path);
        self.number_earlier(path, &backup, &old)?;
        replace(&backup, &old)?;
        Ok(old)
    }

    /// Gives the backup of an earlier change of `path` a number of its own, so that the first state is never lost to a later one: the
    /// oldest has `.1` behind its name.
    fn number_earlier(&self, path: &str, backup: &Path, now: &[u8]) -> Result<()> {
        if read(backup)?.is_none_or(|it| it == now) {
            return Ok(());
        }
        let free = (1..=EARLIER).map(|it| self.project.backup(&format!("{path}.{it}"))).find(|it| !it.exists());
        let Some(free) = free else { return Ok(()) };
        let shown = free.display();
        fs::rename(backup, &free)
            .with_context(|| UserMessage(text! { zh: "不能写文件 {shown}", en: "cannot write {shown}" }))
    }

    /// Makes the folder of backups, for this user alone: what was masked since stands in them unmasked. Version control passes
    /// it by.
    fn make_backups(&self) -> Result<()> {
        let folder = self.project.backup("");
        let own = self.project.root.join(".gongkai");
        let is_link = |it: &&PathBuf| fs::symlink_metadata(it).is_ok_and(|it| it.is_symlink());
        if let Some(link) = [&own, &own.join("backup")].into_iter().find(is_link) {
            let shown = link.display();
            return Err(anyhow::Error::new(UserMessage(text! {
                zh: "{shown} 是指到别处的链接，备份可能带着没有遮盖的号码，不能写到那里；删去这个链接再运行",
                en: "{shown} is a link: backups, which may hold unmasked numbers, are not written elsewhere; delete it and run again"
            })));
        }
        if folder.is_dir() {
            return Ok(());
        }
        let make = || {
            DirBuilder::new().recursive(true).mode(0o700).create(&folder)?;
            fs::write(folder.join(".gitignore"), "*\n")
        };
        let shown = folder.display();
        make()
            .with_context(|| UserMessage(text! { zh: "不能建立文件夹 {shown}", en: "cannot make the folder {shown}" }))
    }
}

/// Whether both paths lead to one file, as on a system that ignores case.
fn is_same(one: &Path, other: &Path) -> bool {
    let of = |it: &Path| fs::symlink_metadata(it).map(|it| (it.dev(), it.ino())).ok();
    of(one).is_some_and(|it| Some(it) == of(other))
}

impl ProjectStore for DiskStore<'_> {
    fn apply(&self, edits: &[StoreEdit]) -> Result<bool> {
        let _held = self.hold()?;
        // What was judged together is changed together: the first file of others' hand refuses them all.
        for edit in edits {
            let (path, was) = match edit {
                StoreEdit::Mend { path, was, .. } | StoreEdit::Keep { path, was } => (path, Some(*was)),
                StoreEdit::Rename { path, to, was, .. } => {
                    let to = self.project.real(to);
                    if to.symlink_metadata().is_ok() && !is_same(&self.project.real(path), &to) {
                        return Err(changed_meanwhile(&to));
                    }
                    (path, Some(*was))
                }
                StoreEdit::Create { path, .. } => (path, None),
                StoreEdit::Append { .. } | StoreEdit::Replace { .. } => continue,
            };
            let path = self.project.real(path);
            if digest(&path)? != was {
                return Err(changed_meanwhile(&path));
            }
        }
        let mut changed = false;
        for edit in edits {
            let (path, old, new) = match edit {
                StoreEdit::Append { path, tables } => {
                    let path = self.project.real(path);
                    let old = read(&path)?;
                    let new = append(&path, old.as_deref().unwrap_or_default(), tables)?;
                    (path, old, new)
                }
                StoreEdit::Keep { .. } => continue,
                StoreEdit::Replace { path, was, bytes } => {
                    let path = self.project.real(path);
                    let old = digest(&path)?;
                    if old == Some(*blake3::hash(bytes).as_bytes()) {
                        continue;
                    }
                    if old != *was {
                        return Err(changed_meanwhile(&path));
                    }
                    replace(&path, bytes)?;
                    changed = true;
                    continue;
                }
                StoreEdit::Create { path, bytes } => (self.project.real(path), None, bytes.clone()),
                StoreEdit::Mend { path, was, bytes } => {
                    (self.project.real(path), Some(self.keep(path, *was)?), bytes.clone())
                }
                StoreEdit::Rename { path, to, was, bytes } => {
                    let old = self.keep(path, *was)?;
                    let (from, to) = (self.project.real(path), self.project.real(to));
                    let shown = to.display();
                    fs::rename(&from, &to)
                        .with_context(|| UserMessage(text! { zh: "不能写入 {shown}", en: "cannot write {shown}" }))?;
                    changed = true;
                    (to, Some(old), bytes.clone())
                }
            };
            if old.as_ref() != Some(&new) {
                replace(&path, &new)?;
                changed = true;
            }
        }
        Ok(changed)
    }
}

fn read(path: &Path) -> Result<Option<Vec<u8>>> {
    let shown = path.display();
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => {
            Err(error).with_context(|| UserMessage(text! { zh: "不能读取 {shown}", en: "cannot read {shown}" }))
        }
    }
}

/// BLAKE3 of the file at `path`, which may be larger than is read at once; none where there is no file.
fn digest(path: &Path) -> Result<Option<[u8; 32]>> {
    let shown = path.display();
    let mut hasher = blake3::Hasher::new();
    match File::open(path).and_then(|file| hasher.update_reader(file).map(drop)) {
        Ok(()) => Ok(Some(*hasher.finalize().as_bytes())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => {
            Err(error).with_context(|| UserMessage(text! { zh: "不能读取 {shown}", en: "cannot read {shown}" }))
        }
    }
}

/// `old`, which lies at `path`, with `tables` behind it, an empty line before each.
fn append(path: &Path, old: &[u8], tables: &[String]) -> Result<Vec<u8>> {
    let shown = path.display();
    let text = std::str::from_utf8(old).ok().filter(|it| it.parse::<toml_edit::DocumentMut>().is_ok());
    let mut text = text
        .ok_or_else(|| {
            Usage(text! { zh: "{shown} 有语法错误，先改正：gongkai check", en: "{shown} is no TOML: mend it first" })
        })?
        .to_owned();
    for table in tables {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(table);
    }
    Ok(text.into_bytes())
}

fn changed_meanwhile(path: &Path) -> anyhow::Error {
    let shown = path.display();
    anyhow::Error::new(UserMessage(text! {
        zh: "{shown} 在运行期间被别的程序改动了，没有覆盖；请重新运行",
        en: "{shown} was changed by others during the run and not written over: run again"
    }))
}

/// Puts `bytes` at `path`: a crash leaves the old file or the new one. Folders are made where they are missing.
///
/// # Errors
///
/// The machine's: no space, no right.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // The name beside is not made from the file's own: that may already be as long as a name can be.
    let beside = folder.join(format!(".gongkai-{}", std::process::id()));
    let write = || -> io::Result<()> {
        fs::create_dir_all(folder)?;
        let mut file = File::create(&beside)?;
        file.write_all(bytes)?;
        // Who could read and write it can still: groups share their folders by such rights.
        if let Ok(about) = fs::metadata(path) {
            let _ = file.set_permissions(about.permissions());
        }
        file.sync_all()?;
        fs::rename(&beside, path)?;
        File::open(folder)?.sync_all()
    };
    let done = write();
    if done.is_err() {
        let _ = fs::remove_file(&beside);
    }
    let shown = path.display();
    done.with_context(|| UserMessage(text! { zh: "不能写入 {shown}", en: "cannot write {shown}" }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::driver::Folders;

    #[test]
    fn nothing_that_others_wrote_is_written_over() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("catalogue")).unwrap();
        let project = Project::find(&Folders { directory: Some(folder.path().into()), ..Folders::default() }).unwrap();
        let store = DiskStore::new(&project);
        let replace = |was: Option<&[u8]>, bytes: &str| {
            let was = was.map(|it| *blake3::hash(it).as_bytes());
            store.apply(&[StoreEdit::Replace { path: "catalogue/index.lock".into(), was, bytes: bytes.into() }])
        };
        assert!(replace(None, "one").unwrap());
        assert!(!replace(None, "one").unwrap(), "it says the same already");
        assert!(replace(None, "two").is_err(), "it was not there when it was read");
        assert!(replace(Some(b"one"), "two").unwrap());
        assert!(replace(Some(b"one"), "three").is_err());
        assert_eq!(fs::read(project.lock()).unwrap(), b"two");
    }

    #[test]
    fn of_files_mended_together_one_changed_by_others_refuses_all() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("catalogue")).unwrap();
        fs::create_dir_all(folder.path().join("content")).unwrap();
        let project = Project::find(&Folders { directory: Some(folder.path().into()), ..Folders::default() }).unwrap();
        let at = |name: &str| folder.path().join("content").join(name);
        fs::write(at("a.md"), "one").unwrap();
        fs::write(at("b.md"), "two").unwrap();
        let mend = |name: &str, was: &str| StoreEdit::Mend {
            path: format!("content/{name}"),
            was: *blake3::hash(was.as_bytes()).as_bytes(),
            bytes: b"new".to_vec(),
        };
        assert!(DiskStore::new(&project).apply(&[mend("a.md", "one"), mend("b.md", "other")]).is_err());
        assert_eq!(fs::read(at("a.md")).unwrap(), b"one");
        assert!(DiskStore::new(&project).apply(&[mend("a.md", "one"), mend("b.md", "two")]).unwrap());
        assert_eq!((fs::read(at("a.md")).unwrap(), fs::read(at("b.md")).unwrap()), (b"new".to_vec(), b"new".to_vec()));
        assert_eq!(fs::read(project.backup("content/b.md")).unwrap(), b"two");
    }

    #[test]
    fn one_file_is_made_once() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("catalogue")).unwrap();
        let project = Project::find(&Folders { directory: Some(folder.path().into()), ..Folders::default() }).unwrap();
        let create = || {
            let tables = vec!["[[a]]\n".to_owned()];
            let append = StoreEdit::Append { path: "catalogue/a.toml".into(), tables };
            DiskStore::new(&project)
                .apply(&[append, StoreEdit::Create { path: "content/a.md".into(), bytes: b"a".into() }])
        };
        assert!(create().unwrap());
        assert!(create().is_err(), "even of the same bytes: another run made it for another");
        assert_eq!(fs::read(project.catalogue.join("a.toml")).unwrap(), b"[[a]]\n");
    }

    #[test]
    fn tables_of_many_writers_all_arrive() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("catalogue")).unwrap();
        let project = Project::find(&Folders { directory: Some(folder.path().into()), ..Folders::default() }).unwrap();
        thread::scope(|scope| {
            for n in 0..8 {
                let edit = StoreEdit::Append {
                    path: "catalogue/allow.toml".into(),
                    tables: vec![format!("[[allow]]\nreason = \"{n}\"\n")],
                };
                scope.spawn(|| DiskStore::new(&project).apply(&[edit]).unwrap());
            }
        });
        let text = fs::read_to_string(project.catalogue.join("allow.toml")).unwrap();
        assert_eq!(text.matches("[[allow]]").count(), 8);
        assert!((0..8).all(|n| text.contains(&format!("reason = \"{n}\""))));
    }
}
