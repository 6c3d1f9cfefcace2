//! Two made-up sites with everything that can change between them, and how they are put on disk.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs, io,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use gongkai::internals::{
    driver::{self, Disk, DiskSite, Fault, Op, Written},
    world::{FileKind, PageKey, SiteSink as _},
};
use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use crate::support::files::tree;

/// The site before. The text of a page names the pages it links to.
pub const OLD: &[(FileKind, &str, &str)] = &[
    (FileKind::Asset, "static/style.0.css", "old style"),
    (FileKind::Attachment, "files/a.pdf", "same"),
    (FileKind::Entry, "2018/1.html", "old style.0 static/style.0.css"),
    (FileKind::Entry, "2018/2.html", "goes"),
    (FileKind::Entry, "gone/deep/only.html", "goes with its folders"),
    (FileKind::Entry, "turns", "a page that becomes a folder"),
    (FileKind::Entry, "folder/a.html", "in a folder that becomes a page"),
    (FileKind::Entry, "folder/b/c.html", "in a folder that becomes a page"),
    (FileKind::List, "list.html", "old 2018/1.html 2018/2.html turns folder/a.html"),
    (FileKind::Index, "sitemap.xml", "old list.html"),
    (FileKind::Home, "index.html", "old list.html gone/deep/only.html"),
];

/// The site after.
pub const NEW: &[(FileKind, &str, &str)] = &[
    (FileKind::Asset, "static/style.1.css", "new style"),
    (FileKind::Attachment, "files/a.pdf", "same"),
    (FileKind::Attachment, "files/2018/b.pdf", "new in a new folder"),
    (FileKind::Entry, "2018/1.html", "new static/style.1.css files/2018/b.pdf"),
    (FileKind::Entry, "2018/3.html", "new"),
    (FileKind::Entry, "turns/in.html", "new in what was a page"),
    (FileKind::Entry, "folder", "new for a folder"),
    (FileKind::Entry, "fresh/deep/a.html", "new static/style.1.css"),
    (FileKind::List, "list.html", "new 2018/1.html 2018/3.html turns/in.html folder"),
    (FileKind::Index, "sitemap.xml", "new list.html fresh/deep/a.html"),
    (FileKind::Home, "index.html", "new list.html fresh/deep/a.html"),
];

/// A folder for a project that nobody reads, and its site; in memory where there is a disk in memory.
pub struct Place {
    folder: PathBuf,
    /// Gone with this; none where it is somebody else's.
    _own: Option<TempDir>,
    /// Where the site is.
    pub project: driver::Project,
}

impl Place {
    /// A new one, without a site.
    pub fn new() -> Self {
        let own = memory();
        let place = Self::at(own.path());
        Self { _own: Some(own), ..place }
    }

    /// The one in `folder`, which another process made.
    pub fn at(folder: &Path) -> Self {
        let at = |name: &str| folder.join(name);
        let project = driver::Project {
            root: at("project"),
            catalogue: at("project/catalogue"),
            content: at("project/content"),
            theme: None,
            out: at("www/site"),
            here: folder.to_owned(),
        };
        Self { folder: folder.to_owned(), _own: None, project }
    }

    /// One with the site `files`.
    pub fn with(files: &[(FileKind, &str, &str)]) -> Self {
        let place = Self::new();
        place.build(files, &Disk::default()).expect("nothing is in the way");
        place
    }

    /// Where the site is.
    pub fn out(&self) -> &Path {
        &self.project.out
    }

    /// Writes `files`.
    pub fn build(&self, files: &[(FileKind, &str, &str)], disk: &Disk) -> anyhow::Result<Written> {
        let output = DiskSite::open(&self.project, disk)?;
        for (kind, path, text) in files {
            output.write(*kind, path, text.as_bytes(), PageKey::default())?;
        }
        output.commit()
    }

    /// Puts `text` at `path` of the site, by hand.
    pub fn write(&self, path: &str, text: &str) {
        let path = self.out().join(path);
        fs::create_dir_all(path.parent().expect("below the site")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// What readers of the site can read.
    pub fn served(&self) -> BTreeMap<String, Vec<u8>> {
        served(self.out())
    }

    /// A file or folder beside the site's.
    pub fn beside(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// Fails unless nothing but the site is left: no stage, no journal, no folder beside it, no empty folder.
    #[track_caller]
    pub fn assert_clean(&self) {
        let www = self.out().parent().expect("a parent");
        let names = |folder: &Path| {
            let entries = fs::read_dir(folder).into_iter().flatten().flatten();
            let mut names: Vec<_> = entries.map(|it| it.file_name().to_string_lossy().into_owned()).collect();
            names.sort();
            names
        };
        let beside = names(www);
        assert!(beside.is_empty() || beside == ["site"], "left beside the site: {beside:?}");
        let own = names(&self.out().join(".gongkai"));
        assert!(own.is_empty() || own == ["lock", "manifest"], "left in the site: {own:?}");
        assert_eq!(empty_folders(self.out()), Vec::<PathBuf>::new());
    }
}

/// A folder of our own, in memory where there is a disk in memory.
pub fn memory() -> TempDir {
    let mut builder = tempfile::Builder::new();
    builder.prefix("gongkai-crash-");
    let memory = Path::new("/dev/shm");
    if memory.is_dir()
        && let Ok(folder) = builder.tempdir_in(memory)
    {
        folder
    } else {
        builder.tempdir().expect("a folder")
    }
}

/// The files below `out` but our own.
pub fn served(out: &Path) -> BTreeMap<String, Vec<u8>> {
    tree(out).into_iter().filter(|(path, _)| !path.starts_with(".gongkai/")).collect()
}

/// The files of `files`, as [`served`] shows them.
pub fn expected(files: &[(FileKind, &str, &str)]) -> BTreeMap<String, Vec<u8>> {
    files.iter().map(|(_, path, text)| ((*path).to_owned(), text.as_bytes().to_owned())).collect()
}

/// `NEW` as it stands right after `OLD`: with the style that readers of the old pages still load.
pub fn after() -> BTreeMap<String, Vec<u8>> {
    let mut site = expected(NEW);
    site.insert("static/style.0.css".to_owned(), b"old style".to_vec());
    site
}

/// `body` between the first and the last line that our own files vouch for themselves with.
pub fn sealed(name: &str, version: u32, body: &str) -> String {
    let text = format!("# gongkai {name} {version}\n{body}");
    let mut sum = String::new();
    for byte in Sha256::digest(&text) {
        let _ = write!(sum, "{byte:02x}");
    }
    format!("{text}# {sum}\n")
}

fn empty_folders(folder: &Path) -> Vec<PathBuf> {
    let entries: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().collect();
    let mut found = Vec::new();
    if entries.is_empty() && folder.file_name().is_some_and(|it| it != "site") && folder.exists() {
        found.push(folder.to_owned());
    }
    for entry in entries {
        if entry.file_type().is_ok_and(|it| it.is_dir()) {
            found.extend(empty_folders(&entry.path()));
        }
    }
    found
}

/// How the disk does harm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doing {
    /// One operation fails, with this number of the system's.
    Fails(i32),
    /// The process is killed: nothing is done any more. A write may have got halfway.
    Kills,
    /// The disk is full from there on: nothing can be made or written, but removed.
    Fills,
}

/// A disk that does harm at its operation `at`, counted from 0; and whether it came to that.
pub fn harmful(at: usize, doing: Doing) -> (Disk, Arc<AtomicBool>) {
    let (count, done) = (AtomicUsize::new(0), Arc::new(AtomicBool::new(false)));
    let told = Arc::clone(&done);
    let disk = Disk::watched(move |act, path| {
        let now = count.fetch_add(1, Ordering::Relaxed);
        let harmed = match doing {
            Doing::Fails(_) => now == at,
            Doing::Kills => now >= at,
            Doing::Fills => now >= at && matches!(act, Op::Create | Op::Write | Op::Folder),
        };
        if now == at {
            told.store(true, Ordering::Relaxed);
        }
        let code = match doing {
            Doing::Fails(code) => code,
            Doing::Kills => 5,
            Doing::Fills => 28,
        };
        let written = if now == at && act == Op::Write { path.len() / 2 } else { 0 };
        harmed.then(|| Fault { error: io::Error::from_raw_os_error(code), written })
    });
    (disk, done)
}
