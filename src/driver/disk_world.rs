//! A project on disk, as the compiler reads it.

use std::{
    ffi::OsStr,
    fs::{self, DirEntry, File},
    io::Read as _,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::{SystemTime, UNIX_EPOCH},
};

use anyhow::{Context, Result};
use rustix::fs::{Mode, OFlags};
use walkdir::WalkDir;

use super::{
    Project,
    scan_dir::{digest, now, scan_dir},
    stray::stray,
};
use crate::{
    day::Day,
    source::{Role, Source},
    world::{FileType, Listing, Refusal, Usage, UserMessage, World},
};

/// The project's folders.
#[derive(Debug)]
pub struct DiskWorld {
    project: Project,
    today: Day,
    /// What was scanned and not asked for yet.
    scanned: Mutex<Option<Listing>>,
}

/// What tells whether anything that a run reads has changed.
#[derive(Clone, Copy, Debug)]
pub struct InputState {
    /// A number for all files but the lock, which is ours to write, with their stamps.
    pub digest: u128,
    /// Whether some stamp is racy: a change of its file might not show in the number.
    pub is_racy: bool,
    /// When the folders were listed.
    pub at: i64,
}

impl DiskWorld {
    /// The world of `project`, today.
    pub fn new(project: Project) -> Self {
        Self { project, today: today(), scanned: Mutex::default() }
    }

    /// Its folders.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// Lists the project's files ahead of the analysis, and tells how they lie.
    ///
    /// # Errors
    ///
    /// As [`World::list`].
    pub fn scan(&self) -> Result<InputState> {
        let project = &self.project;
        if !project.catalogue.is_dir() {
            let path = project.catalogue.display();
            return Err(Usage(text! { zh: "没有文件夹 {path}", en: "there is no folder {path}" }).into());
        }
        let at = now();
        let mut state = InputState { digest: 0, is_racy: false, at };
        let mut folders = vec![("catalogue", &project.catalogue)];
        let has_content = project.content.is_dir();
        if !has_content && (project.content != project.root.join("content") || has_entries_elsewhere(project)) {
            let path = project.content.display();
            return Err(Usage(text! {
                zh: "没有文件夹 {path}：条目放在这里；改了名字的，改回来或用 --content 指定，还没有条目的，建一个空的",
                en: "there is no folder {path} for the entries: make it, or name another with --content"
            })
            .into());
        }
        folders.extend(has_content.then_some(("content", &project.content)));
        let mut listing = Listing { at, ..Listing::default() };
        for (name, folder) in folders {
            let shown = folder.display();
            if folder.is_symlink() {
                let slip = text! { zh: "{shown} 是链接，不是文件夹", en: "{shown} is a link, not a folder" };
                return Err(Usage(slip).into());
            }
            let scan = scan_dir(folder, name, &|_, name| is_debris(name))
                .with_context(|| UserMessage(text! { zh: "不能列出 {shown}", en: "cannot list {shown}" }))?;
            state.digest = state.digest.wrapping_add(scan.digest);
            for it in &scan.files {
                if name == "catalogue" && it.path == Path::new("index.lock") {
                    state.digest = state.digest.wrapping_sub(digest(name, b"index.lock", it.kind));
                } else if matches!(it.kind, FileType::File(_, Some(stamp)) if stamp.is_racy(at)) {
                    state.is_racy = true;
                }
            }
            listing.folders.push((name, scan.files));
        }
        let catalogue = listing.folders.first().map_or([].as_slice(), |it| &it.1);
        let stray = stray(project, catalogue, at);
        state.digest = state.digest.wrapping_add(stray.digest);
        state.is_racy |= stray.is_racy;
        listing.stray = stray.paths;
        self.take(listing);
        Ok(state)
    }

    /// Takes `listing` for what [`scan`](Self::scan) would find.
    pub fn take(&self, listing: Listing) {
        *self.scanned.lock().unwrap_or_else(PoisonError::into_inner) = Some(listing);
    }

    /// What was listed and not asked for yet.
    pub fn listed(&self) -> Option<Listing> {
        self.scanned.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The folder of the theme `name`; none for the built-in one.
    fn theme_folder(&self, name: &str) -> Result<Option<PathBuf>> {
        let themes = self.project.root.join("themes");
        let own = themes.join(name);
        let shown = own.display();
        let is_link = |it: &Path| fs::symlink_metadata(it).is_ok_and(|it| it.is_symlink());
        match &self.project.theme {
            Some(folder) => Ok(Some(folder.clone())),
            // What lies elsewhere would be published with the site.
            None if is_name(name) && (is_link(&themes) || is_link(&own)) => Err(Usage(text! {
                zh: "{shown} 是指到别处的链接，没有读：把主题的文件夹放在项目的 themes 里，或者用 --theme 指定",
                en: "{shown} is a link and not followed: put the theme's folder into `themes`, or name it with --theme"
            })
            .into()),
            None if own.is_dir() && is_name(name) => Ok(Some(own)),
            None if name == "default" => Ok(None),
            None => Err(Usage(text! { zh: "没有主题文件夹 {shown}", en: "there is no theme {shown}" }).into()),
        }
    }
}

impl World for DiskWorld {
    fn list(&self) -> Result<Listing> {
        let scanned = || self.scanned.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(listing) = scanned() {
            return Ok(listing);
        }
        self.scan()?;
        Ok(scanned().unwrap_or_default())
    }

    fn read(&self, file: &Source) -> Result<Vec<u8>, Refusal> {
        read_plain(&self.project.real(&file.path), file.role.limit())
    }

    fn theme(&self, name: &str) -> Result<Vec<(String, Vec<u8>)>> {
        let Some(folder) = self.theme_folder(name)? else { return Ok(Vec::new()) };
        let shown = folder.display();
        if !folder.is_dir() {
            return Err(Usage(text! { zh: "没有主题文件夹 {shown}", en: "there is no theme {shown}" }).into());
        }
        let mut files = Vec::new();
        // Hidden files are of editors and version control.
        let is_shown = |it: &walkdir::DirEntry| it.depth() == 0 || !it.file_name().as_encoded_bytes().starts_with(b".");
        for it in WalkDir::new(&folder).follow_links(false).sort_by_file_name().into_iter().filter_entry(is_shown) {
            let it = it.with_context(|| UserMessage(text! { zh: "不能列出 {shown}", en: "cannot list {shown}" }))?;
            let below = it.path().strip_prefix(&folder).unwrap_or(it.path());
            let Some(path) = below.to_str().filter(|_| it.file_type().is_file()) else { continue };
            let bytes = read_plain(it.path(), Role::Theme.limit()).map_err(|why| {
                let shown = it.path().display();
                anyhow::Error::new(UserMessage(text! { zh: "不能读取 {shown}", en: "cannot read {shown}: {why:?}" }))
            })?;
            files.push((path.to_owned(), bytes));
        }
        Ok(files)
    }

    fn today(&self) -> Day {
        self.today
    }
}

/// Shanghai is eight hours ahead of UTC all the year round.
const AHEAD: u64 = 8 * 60 * 60;

/// Today in Shanghai, whatever the machine's own zone; a clock set before 1970 or beyond 2199 is cut to what a [`Day`] can hold.
pub fn today() -> Day {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |it| it.as_secs());
    let days = (seconds + AHEAD) / (24 * 60 * 60);
    i32::try_from(days).ok().and_then(Day::from_number).unwrap_or(Day::MAX)
}

/// Whether a theme's name is one folder below `themes/`.
fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\'])
}

/// Whether a project without `content` once had one: its lock knows entries, or another folder beside the catalogue holds
/// Markdown. A catalogue that has no entries yet needs no folder for them.
fn has_entries_elsewhere(project: &Project) -> bool {
    let named = |it: &DirEntry| {
        let name = it.file_name();
        !name.as_encoded_bytes().starts_with(b".")
            && !["catalogue", "themes", "public"].iter().any(|known| name == *known)
    };
    // What begins with front matter: a README of some other folder does not.
    let begins = |it: &[u8]| it.strip_prefix(b"\xef\xbb\xbf").unwrap_or(it).trim_ascii_start().starts_with(b"+++");
    let is_entry = |it: &DirEntry| {
        it.path().extension().is_some_and(|it| it.eq_ignore_ascii_case("md"))
            && fs::read(it.path()).is_ok_and(|it| begins(&it))
    };
    let inside = |folder: PathBuf| fs::read_dir(folder).into_iter().flatten().flatten();
    // The lock of a project without entries has no line below its first.
    let knows_entries = |it: Vec<u8>| it.split(|&byte| byte == b'\n').skip(1).any(|it| !it.trim_ascii().is_empty());
    fs::read(project.lock()).is_ok_and(knows_entries)
        || inside(project.root.clone()).filter(named).filter(|it| it.file_type().is_ok_and(|kind| kind.is_dir())).any(
            |it| {
                inside(it.path()).any(|it| is_entry(&it))
                    || inside(it.path()).any(|it| inside(it.path()).any(|it| is_entry(&it)))
            },
        )
}

/// What systems hide and programs leave behind – editors, office programs, archives of other systems, and we ourselves when killed
/// while replacing a file – and folders of programs: none of it was written to be published.
pub fn is_debris(name: &OsStr) -> bool {
    let bytes = name.as_encoded_bytes();
    let known: [&[u8]; 4] = [b"Thumbs.db", b"desktop.ini", b"node_modules", b"__MACOSX"];
    known.iter().any(|it| bytes.eq_ignore_ascii_case(it))
        || bytes.starts_with(b".")
        || bytes.starts_with(b"~$")
        || bytes.ends_with(b"~")
        || bytes.ends_with(b".bak")
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
