//! A revision of a project, read out of git's store: nothing is checked out, nothing is written.
//!
//! `git` is asked as a program, never through a shell, with arguments that cannot be options, in an environment from which everything of
//! git's is taken: neither the user's settings nor a hook's variables change what is read, and nothing is fetched over the network. Links
//! and submodules are passed by, as [`DiskWorld`](super::DiskWorld) passes them by.

use std::{
    ffi::OsStr,
    io::{self, BufRead as _, BufReader, Read as _, Write as _},
    os::unix::ffi::OsStrExt as _,
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::{Mutex, PoisonError},
};

use anyhow::Result;

use super::{
    Project,
    disk_world::{is_debris, today},
    scan_dir::now,
};
use crate::{
    day::Day,
    source::Source,
    vocabulary::Text,
    world::{FileType, Listing, Refusal, ScannedFile, Usage, UserMessage, World},
};

/// A project as a revision has it.
#[derive(Debug)]
pub struct GitWorld {
    /// The commit, as short as people say it; empty where the revision is a tree without one.
    pub commit: String,
    /// What git said besides: that a log does not go back so far.
    pub said: String,
    files: Vec<Blob>,
    store: Mutex<Store>,
    today: Day,
}

/// A file of the revision.
#[derive(Debug)]
struct Blob {
    folder: &'static str,
    /// Its path from there.
    path: PathBuf,
    id: String,
}

/// `git cat-file --batch`: asked for one file after the other.
#[derive(Debug)]
struct Store {
    child: Child,
    to: Option<ChildStdin>,
    from: BufReader<ChildStdout>,
}

impl Drop for Store {
    fn drop(&mut self) {
        // It ends when nobody can ask any more.
        self.to = None;
        let _ = self.child.wait();
    }
}

impl GitWorld {
    /// `project` as it was in the revision `typed`.
    ///
    /// # Errors
    ///
    /// [`Usage`] where the project is in no repository, there is no such revision, or it has no catalogue; the machine's, where there is
    /// no git.
    pub fn open(project: &Project, typed: &str) -> Result<Self> {
        if typed.is_empty() || typed.starts_with('-') || typed.chars().any(char::is_control) {
            return Err(Usage(text! { zh: "“{typed}”不是版本的写法", en: "`{typed}` is no revision" }).into());
        }
        let root = &project.root;
        let prefix = prefix(root, root)?;
        let Some((tree, said)) = ask(root, &["rev-parse", "--verify", "--quiet", &format!("{typed}^{{tree}}")])? else {
            let is_shallow =
                ask(root, &["rev-parse", "--is-shallow-repository"])?.is_some_and(|it| trimmed(&it.0) == "true");
            if is_shallow {
                return Err(Usage(text! {
                    zh: "没有文件夹“{typed}”，这个版本也不在：版本库只取了最近的几个版本（浅克隆），先运行 git fetch --unshallow",
                    en: "there is no folder `{typed}`, and no such revision: the repository is a shallow clone; run git fetch --unshallow first"
                })
                .into());
            }
            return Err(Usage(text! {
                zh: "没有文件夹“{typed}”，版本库里也没有这个版本；看有哪些版本：git log --oneline，git tag",
                en: "there is no folder `{typed}` and no revision of that name; git log --oneline and git tag list them"
            })
            .into());
        };
        let commit = ask(root, &["rev-parse", "--verify", "--quiet", "--short=10", &format!("{typed}^{{commit}}")])?;
        let tree = trimmed(&tree);
        let mut files = Vec::new();
        for (name, folder) in [("catalogue", &project.catalogue), ("content", &project.content)] {
            // A folder that is not there now stood beside the catalogue.
            let below = if folder.is_dir() {
                self::prefix(root, folder)?
            } else {
                [&prefix[..], name.as_bytes(), b"/"].concat()
            };
            files.extend(list(root, &tree, name, &below)?);
        }
        if files.iter().all(|it| it.folder != "catalogue") {
            return Err(Usage(text! { zh: "版本“{typed}”里还没有 catalogue 文件夹", en: "the revision `{typed}` has no folder `catalogue`" }).into());
        }
        Ok(Self {
            commit: commit.map_or_else(String::new, |it| trimmed(&it.0)),
            said: String::from_utf8_lossy(&said).trim().to_owned(),
            files,
            store: Mutex::new(Store::open(root)?),
            today: today(),
        })
    }
}

impl Store {
    fn open(root: &Path) -> Result<Self> {
        let mut command = git(root);
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(no_git)?;
        let (Some(to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(failed("cat-file", ""));
        };
        Ok(Self { child, to: Some(to), from: BufReader::new(from) })
    }

    /// The bytes of the object `id`, at most `limit` of them; the size where it has more.
    fn read(&mut self, id: &str, limit: u64) -> io::Result<Result<Vec<u8>, Option<u64>>> {
        if let Some(to) = &mut self.to {
            to.write_all(format!("{id}\n").as_bytes())?;
            to.flush()?;
        }
        let mut head = String::new();
        self.from.read_line(&mut head)?;
        let mut parts = head.split_whitespace().skip(1);
        let (Some("blob"), Some(Ok(size))) = (parts.next(), parts.next().map(str::parse::<u64>)) else {
            return Ok(Err(None));
        };
        // The bytes are followed by a line end.
        if size > limit {
            io::copy(&mut (&mut self.from).take(size + 1), &mut io::sink())?;
            return Ok(Err(Some(size)));
        }
        let mut bytes = Vec::new();
        (&mut self.from).take(size + 1).read_to_end(&mut bytes)?;
        bytes.pop();
        Ok(Ok(bytes))
    }
}

impl World for GitWorld {
    fn list(&self) -> Result<Listing> {
        let of = |folder: &'static str| {
            let files = self.files.iter().filter(|it| it.folder == folder);
            // Git is not asked for sizes, which nobody who compares needs to know.
            let files = files.map(|it| ScannedFile { path: it.path.clone(), kind: FileType::File(0, None) });
            (folder, files.collect::<Vec<_>>())
        };
        Ok(Listing { folders: vec![of("catalogue"), of("content")], at: now(), stray: Vec::new() })
    }

    fn read(&self, file: &Source) -> Result<Vec<u8>, Refusal> {
        let is = |it: &&Blob| {
            let rest = file.path.strip_prefix(it.folder).and_then(|it| it.strip_prefix('/'));
            rest.is_some_and(|rest| it.path == Path::new(rest))
        };
        let blob = self.files.iter().find(is).ok_or(Refusal::Gone)?;
        let mut store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
        match store.read(&blob.id, file.role.limit()).map_err(Refusal::Failed)? {
            Ok(bytes) => Ok(bytes),
            Err(Some(size)) => Err(Refusal::TooLarge(size)),
            Err(None) => Err(Refusal::Gone),
        }
    }

    fn theme(&self, _: &str) -> Result<Vec<(String, Vec<u8>)>> {
        Ok(Vec::new())
    }

    fn today(&self) -> Day {
        self.today
    }
}

/// `git` in `root`, with nothing of the user's settings that could change an answer.
fn git(root: &Path) -> Command {
    let mut command = Command::new("git");
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.as_bytes().starts_with(b"GIT_")) {
        command.env_remove(name);
    }
    command
        .env("LC_ALL", "C")
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_NO_REPLACE_OBJECTS", "1")
        .env("GIT_LITERAL_PATHSPECS", "1")
        .args(["--no-pager", "-c", "core.fsmonitor=false", "-c", "protocol.allow=never", "-C"])
        .arg(root);
    command
}

/// What git answers on standard output, and says besides; none where it says no.
fn ask(root: &Path, args: &[&str]) -> Result<Option<(Vec<u8>, Vec<u8>)>> {
    let done = git(root).args(args).stdin(Stdio::null()).output().map_err(no_git)?;
    Ok(done.status.success().then_some((done.stdout, done.stderr)))
}

/// The way from the top of the repository to `folder`, each name followed by `/`.
fn prefix(root: &Path, folder: &Path) -> Result<Vec<u8>> {
    let done = git(folder).args(["rev-parse", "--show-prefix"]).stdin(Stdio::null()).output().map_err(no_git)?;
    if done.status.success() {
        let mut prefix = done.stdout;
        prefix.pop_if(|it| *it == b'\n');
        return Ok(prefix);
    }
    let said = String::from_utf8_lossy(&done.stderr);
    if !said.contains("not a git repository") {
        return Err(failed("rev-parse", said.trim()));
    }
    let shown = root.display();
    Err(Usage(text! {
        zh: "{shown} 不在 git 版本库里，没有以前的版本可比；写明两个文件夹：gongkai diff 旧文件夹 新文件夹",
        en: "{shown} is in no git repository, and has no earlier revision: name two folders, gongkai diff OLD NEW"
    })
    .into())
}

/// The files of `tree` that are compared below `prefix`: of the catalogue all, of the entries' folder the tables.
fn list(root: &Path, tree: &str, folder: &'static str, prefix: &[u8]) -> Result<Vec<Blob>> {
    let mut command = git(root);
    command.args(["ls-tree", "-r", "-z", "--full-tree", tree]).arg("--").arg(OsStr::from_bytes(prefix));
    let done = command.stdin(Stdio::null()).output().map_err(no_git)?;
    if !done.status.success() {
        return Err(failed("ls-tree", String::from_utf8_lossy(&done.stderr).trim()));
    }
    let is_table = |path: &[u8]| [&b".csv"[..], b".xlsx"].iter().any(|it| path.to_ascii_lowercase().ends_with(it));
    let mut files = Vec::new();
    for line in done.stdout.split(|&it| it == 0).filter(|it| !it.is_empty()) {
        let Some(tab) = line.iter().position(|&it| it == b'\t') else { continue };
        let (about, path) = (String::from_utf8_lossy(&line[..tab]).into_owned(), &line[tab + 1..]);
        let mut about = about.split(' ');
        let (mode, kind, id) = (about.next().unwrap_or(""), about.next().unwrap_or(""), about.next().unwrap_or(""));
        let Some(path) = path.strip_prefix(prefix) else { continue };
        // Links, submodules, and whatever git may come to keep besides are no plain files.
        if kind != "blob" || !matches!(mode, "100644" | "100755") || (folder == "content" && !is_table(path)) {
            continue;
        }
        let path = PathBuf::from(OsStr::from_bytes(path));
        if !path.iter().any(is_debris) {
            files.push(Blob { folder, path, id: id.to_owned() });
        }
    }
    Ok(files)
}

fn trimmed(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim().to_owned()
}

fn no_git(error: io::Error) -> anyhow::Error {
    let message = if error.kind() == io::ErrorKind::NotFound {
        text! {
            zh: "这台电脑没有 git，不能读以前的版本：装好 git，或者把旧目录复制到一个文件夹里，写 gongkai diff 旧文件夹 新文件夹",
            en: "there is no git on this machine, so no earlier revision can be read: install it, or name two folders, gongkai diff OLD NEW"
        }
    } else {
        text! { zh: "不能运行 git", en: "git cannot be run" }
    };
    anyhow::Error::new(error).context(UserMessage(message))
}

fn failed(command: &str, said: &str) -> anyhow::Error {
    let message: Text = text! { zh: "git {command} 没有成功：{said}", en: "git {command} failed: {said}" };
    anyhow::Error::new(UserMessage(message))
}
