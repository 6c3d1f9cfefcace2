//! Entries that lie where none is read: beside the folder of entries, or in the catalogue's.
//!
//! A clerk saves 通知.md next to `content`, or below `docs`, and waits for it to appear. What is looked at is little: Markdown in
//! the project's folder and two levels below it, and only how it begins. What belongs to others – another project, a site that
//! was generated, a folder that begins with a dot – is not looked at.

use std::{
    fs::{self, DirEntry, File},
    io::Read as _,
    path::{Path, PathBuf},
};

use super::{
    Project,
    scan_dir::{digest, stamp},
};
use crate::world::{FileType, ScannedFile, is_like_entry};

/// Files that are opened at most: a project in the midst of a large repository is not the place to look for more.
const MOST: usize = 500;

/// Bytes from the beginning of a file that tell what it is.
const HEAD: u64 = 4096;

/// The stray entries of a project.
#[derive(Debug, Default)]
pub(super) struct Stray {
    /// Their paths from the project's folder, sorted.
    pub paths: Vec<String>,
    /// A number for the files looked at, with their stamps: another once one of them is another.
    pub digest: u128,
    /// Whether a change of one of them might not show in the number.
    pub is_racy: bool,
}

/// Looks for them; `catalogue` is what was found in that folder.
pub(super) fn stray(project: &Project, catalogue: &[ScannedFile], at: i64) -> Stray {
    let mut found = Stray::default();
    let mut opened = 0;
    let mut look = |path: &Path, shown: String, kind: FileType| {
        if opened < MOST {
            opened += 1;
            found.digest = found.digest.wrapping_add(digest("", shown.as_bytes(), kind));
            found.is_racy |= matches!(kind, FileType::File(_, Some(stamp)) if stamp.is_racy(at));
            if begins_as_entry(path) {
                found.paths.push(shown);
            }
        }
    };
    for it in catalogue.iter().filter(|it| is_markdown(&it.path)) {
        if let (Some(path), FileType::File(..)) = (it.path.to_str(), it.kind) {
            look(&project.catalogue.join(&it.path), format!("catalogue/{path}"), it.kind);
        }
    }
    let mut folders = vec![(project.root.clone(), String::new(), 0)];
    while let Some((folder, shown, depth)) = folders.pop() {
        for it in fs::read_dir(folder).into_iter().flatten().flatten() {
            let (path, name) = (it.path(), it.file_name());
            let Some(name) = name.to_str().filter(|it| !it.starts_with(['.', '~'])) else { continue };
            let shown = format!("{shown}{name}");
            let Ok(kind) = it.file_type() else { continue };
            if kind.is_file() && is_markdown(&path) {
                let Ok(about) = it.metadata() else { continue };
                look(&path, shown, FileType::File(about.len(), Some(stamp(&about))));
            } else if kind.is_dir() && depth < 2 && is_ours(project, &it) {
                folders.push((path, format!("{shown}/"), depth + 1));
            }
        }
    }
    found.paths.sort();
    found
}

/// Whether a folder of the project may hold entries by mistake.
fn is_ours(project: &Project, folder: &DirEntry) -> bool {
    let path = folder.path();
    let name = folder.file_name();
    let known = ["catalogue", "content", "themes", "public", "node_modules", "target", "archetypes"];
    let taken = |it: &PathBuf| it.starts_with(&path);
    !known.iter().any(|it| name == *it)
        && !taken(&project.catalogue)
        && !taken(&project.content)
        && !path.join(".gongkai/manifest").exists()
        && !path.join("catalogue").is_dir()
}

fn is_markdown(path: &Path) -> bool {
    path.extension().is_some_and(|it| it.eq_ignore_ascii_case("md"))
}

fn begins_as_entry(path: &Path) -> bool {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|it| it.take(HEAD).read_to_end(&mut head));
    read.is_ok() && is_like_entry(&head)
}
