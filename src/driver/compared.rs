//! What a catalogue is compared with: a folder, a revision of git, or the project as it lies there.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use super::{
    DiskWorld, Project,
    disk_world::is_debris,
    git_world::GitWorld,
    scan_dir::{now, scan_dir},
};
use crate::{
    vocabulary::Text,
    world::{Listing, Usage, UserMessage, World},
};

/// One side of a comparison.
pub struct Compared {
    pub world: Box<dyn World>,
    /// What it is called.
    pub name: Text,
    /// Whether it is a catalogue alone, without the folder of entries.
    pub is_bare: bool,
    /// What is to be said of how it was found.
    pub note: Option<Text>,
}

/// What `typed` names: a folder before a revision; the project as it lies there where nothing is typed. `project` is asked for only where
/// it is needed.
///
/// # Errors
///
/// [`Usage`] for what names neither; the machine's.
pub fn compared(typed: Option<&str>, here: &Path, project: &dyn Fn() -> Result<Project>) -> Result<Compared> {
    let Some(typed) = typed else {
        let project = project()?;
        let name = text! { zh: "现在的目录", en: "the working tree" };
        return Ok(Compared { world: Box::new(DiskWorld::new(project)), name, is_bare: false, note: None });
    };
    let folder = here.join(typed);
    if typed.is_empty() || !folder.is_dir() {
        let world = GitWorld::open(&project()?, typed)?;
        let commit = &world.commit;
        let name = match commit.as_str() {
            "" => text! { zh: "版本 {typed}", en: "revision {typed}" },
            _ => text! { zh: "版本 {typed}（{commit}）", en: "revision {typed} ({commit})" },
        };
        let said = &world.said;
        let note = (!said.is_empty()).then(|| text! { zh: "git 提示：{said}", en: "git says: {said}" });
        return Ok(Compared { name, is_bare: false, note, world: Box::new(world) });
    }
    let is_revision = || project().and_then(|it| GitWorld::open(&it, typed)).is_ok();
    let note = is_revision().then(|| {
        text! {
            zh: "“{typed}”既是文件夹，也是版本，比较的是文件夹；要比较版本，写全名，例如 refs/heads/{typed}",
            en: "`{typed}` is a folder and a revision: the folder is compared; write refs/heads/{typed} or the like for the revision"
        }
    });
    let (world, is_bare) = in_folder(&folder, typed, here)?;
    let name = if is_bare {
        text! { zh: "目录文件夹 {typed}", en: "catalogue folder {typed}" }
    } else {
        text! { zh: "文件夹 {typed}", en: "folder {typed}" }
    };
    Ok(Compared { world: Box::new(world), name, is_bare, note })
}

/// The project in `folder`, or the catalogue that the folder itself is.
fn in_folder(folder: &Path, typed: &str, here: &Path) -> Result<(DiskWorld, bool)> {
    let project = |catalogue: &Path| Project {
        root: folder.to_owned(),
        catalogue: catalogue.to_owned(),
        content: folder.join("content"),
        theme: None,
        out: folder.join("public"),
        here: here.to_owned(),
    };
    let catalogue = folder.join("catalogue");
    if catalogue.is_dir() {
        return Ok((DiskWorld::new(project(&catalogue)), false));
    }
    let none = || {
        if Path::new(typed).is_absolute() || typed.starts_with('.') {
            return Usage(text! {
                zh: "文件夹“{typed}”里没有 catalogue，也没有目录文件（.toml）",
                en: "the folder `{typed}` holds neither `catalogue` nor .toml files"
            });
        }
        Usage(text! {
            zh: "文件夹“{typed}”里没有 catalogue，也没有目录文件（.toml）；要比较同名的版本，写全名，例如 refs/heads/{typed}",
            en: "the folder `{typed}` holds neither `catalogue` nor .toml files; for a revision of that name write refs/heads/{typed} or the like"
        })
    };
    // Looked for before the folder is gone through: what is no catalogue may be a whole disk.
    if !has_toml(folder, 1) {
        return Err(none().into());
    }
    let failed = || UserMessage(text! { zh: "不能列出 {typed}", en: "cannot list {typed}" });
    let files = scan_dir(folder, "catalogue", &|_, name| is_debris(name)).with_context(failed)?.files;
    let world = DiskWorld::new(project(folder));
    world.take(Listing { folders: vec![("catalogue", files)], at: now(), stray: Vec::new() });
    Ok((world, true))
}

/// Whether a TOML file lies in `folder`, or so many folders below it.
fn has_toml(folder: &Path, depth: usize) -> bool {
    let Ok(inside) = fs::read_dir(folder) else { return false };
    let inside: Vec<fs::DirEntry> = inside.flatten().filter(|it| !is_debris(&it.file_name())).collect();
    let is_toml = |it: &fs::DirEntry| it.path().extension().is_some_and(|it| it.eq_ignore_ascii_case("toml"));
    let is_folder = |it: &&fs::DirEntry| it.file_type().is_ok_and(|it| it.is_dir());
    inside.iter().any(is_toml) || depth > 0 && inside.iter().filter(is_folder).any(|it| has_toml(&it.path(), depth - 1))
}
