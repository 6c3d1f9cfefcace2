//! What lies in the folders of a project, listed and not yet looked into.

use std::{ffi::OsStr, path::Path};

use anyhow::{Context, Result};

use super::{
    Project, Timings, Told, Usage,
    memo::{Lies, Seen, now, survey},
};

/// What was seen.
#[derive(Debug)]
pub struct Listed {
    /// Whatever lies in `catalogue/` and `content/`, each with the folder's name.
    pub seen: Vec<(&'static str, Vec<Seen>)>,
    /// When it was looked at.
    pub at: i64,
    /// A number for all of it but the lock, with its stamps.
    pub digest: u128,
    /// Whether a change of any of it, from then on, will show.
    pub settled: bool,
    /// The clock of the run.
    pub timings: Timings,
}

/// Lists the files of a project.
///
/// # Errors
///
/// [`Usage`] where `catalogue/` is missing; the machine's where a folder cannot be listed.
pub fn list(project: &Project) -> Result<Listed> {
    let mut timings = Timings::start();
    if !project.catalogue.is_dir() {
        let path = project.catalogue.display();
        return Err(Usage(text! { zh: "没有文件夹 {path}", en: "there is no folder {path}" }).into());
    }
    let at = now();
    let mut seen = vec![("catalogue", folder(&project.catalogue, "catalogue")?)];
    if project.content.is_dir() {
        seen.push(("content", folder(&project.content, "content")?));
    }
    // The lock is ours to write: it is looked at again when that is done.
    let lock = |name: &str, it: &Seen| name == "catalogue" && it.path == Path::new("index.lock");
    let others = || seen.iter().flat_map(|(name, seen)| seen.iter().filter(move |it| !lock(name, it)));
    let digest = others().fold(0, |sum: u128, it| sum.wrapping_add(it.number));
    let settled = others().all(|it| !matches!(it.lies, Lies::File(stamp) if !stamp.is_settled(at)));
    timings.lap("walk", words! { zh: "列出文件", en: "list files" });
    Ok(Listed { seen, at, digest, settled, timings })
}

fn folder(folder: &Path, name: &str) -> Result<Vec<Seen>> {
    let shown = folder.display();
    if folder.is_symlink() {
        let slip = text! { zh: "{shown} 是链接，不是文件夹", en: "{shown} is a link, not a folder" };
        return Err(Usage(slip).into());
    }
    survey(folder, name, &|_, name| debris(name))
        .with_context(|| Told(text! { zh: "不能列出 {shown}", en: "cannot list {shown}" }))
}

/// What office programs and systems leave behind, and we ourselves when killed while replacing a file.
fn debris(name: &OsStr) -> bool {
    let bytes = name.as_encoded_bytes();
    let known: [&[u8]; 6] = [b"Thumbs.db", b".DS_Store", b"desktop.ini", b".gitkeep", b".gitignore", b".gitattributes"];
    known.contains(&bytes)
        || bytes.starts_with(b"~$")
        || bytes.starts_with(b".~lock")
        || bytes.starts_with(b".gongkai-")
        || bytes.ends_with(b".bak")
}
