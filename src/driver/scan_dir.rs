//! All files below a folder with their stamps, listed by all cores.

use std::{
    ffi::OsStr,
    fs::{self, DirEntry, Metadata},
    io,
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

use rayon::prelude::*;

use crate::world::{FileType, ScannedFile, Stamp};

/// A number for a file, from its name and stamp. Numbers of all files in a folder add up to one for the folder, in any order,
/// so that a change of one file changes the sum by the difference.
pub fn digest(folder: &str, path: &[u8], kind: FileType) -> u128 {
    let mut hasher = blake3::Hasher::new();
    match kind {
        FileType::File(size, stamp) => {
            hasher.update(&size.to_le_bytes());
            stamp.inspect(|it| it.hash(&mut hasher));
        }
        // What is in it counts for itself.
        FileType::Folder => return 0,
        FileType::Other => {}
    }
    number(hasher.update(folder.as_bytes()).update(b"/").update(path))
}

/// The first sixteen bytes of what was hashed.
pub fn number(hasher: &blake3::Hasher) -> u128 {
    hasher.finalize().as_bytes().first_chunk().map_or(0, |it| u128::from_le_bytes(*it))
}

/// The stamp of a file that was looked at.
pub fn stamp(about: &Metadata) -> Stamp {
    let modified = (about.mtime(), about.mtime_nsec());
    Stamp::new(about.size(), modified, (about.ctime(), about.ctime_nsec()), about.ino())
}

/// This moment, as stamps count: nanoseconds since 1970.
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |it| it.as_nanos());
    i64::try_from(since).unwrap_or(i64::MAX)
}

/// What lies below a folder.
#[derive(Debug, Default)]
pub struct Scan {
    /// All of it, in no order.
    pub files: Vec<ScannedFile>,
    /// The sum of the [digests](digest).
    pub digest: u128,
}

/// Whatever lies below `root`, which digests call `folder`, but what `skip` says of a path from there and its last name. Links
/// are not followed.
///
/// # Errors
///
/// A folder that cannot be listed.
pub fn scan_dir(root: &Path, folder: &str, skip: &(dyn Fn(&Path, &OsStr) -> bool + Sync)) -> io::Result<Scan> {
    let mut all = Scan::default();
    let mut folders = vec![PathBuf::new()];
    // Level by level, not folder in folder: a tree may be deeper than a stack.
    while !folders.is_empty() {
        let listed = folders.par_iter().map(|it| list(root, folder, it, skip)).collect::<io::Result<Vec<_>>>()?;
        folders.clear();
        for (file, digest) in listed.into_iter().flatten() {
            if file.kind == FileType::Folder {
                folders.push(file.path.clone());
            }
            all.digest = all.digest.wrapping_add(digest);
            all.files.push(file);
        }
    }
    Ok(all)
}

fn list(
    root: &Path,
    name: &str,
    folder: &Path,
    skip: &(dyn Fn(&Path, &OsStr) -> bool + Sync),
) -> io::Result<Vec<(ScannedFile, u128)>> {
    let inside = fs::read_dir(root.join(folder))?.collect::<io::Result<Vec<DirEntry>>>()?;
    let look = |it: DirEntry| {
        let file_name = it.file_name();
        let path = folder.join(&file_name);
        if skip(&path, &file_name) {
            return None;
        }
        let kind = it.file_type().and_then(|kind| {
            Ok(match kind {
                kind if kind.is_dir() => FileType::Folder,
                kind if kind.is_file() => {
                    let about = it.metadata()?;
                    FileType::File(about.size(), Some(stamp(&about)))
                }
                _ => FileType::Other,
            })
        });
        match kind {
            Ok(kind) => {
                let digest = digest(name, path.as_os_str().as_encoded_bytes(), kind);
                Some(Ok((ScannedFile { path, kind }, digest)))
            }
            // Gone since it was listed: as if it had gone before.
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => Some(Err(error)),
        }
    };
    inside.into_par_iter().with_min_len(256).filter_map(look).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_deeper_than_any_stack_is_listed_or_refused() {
        let folder = tempfile::tempdir().unwrap();
        let mut deep = folder.path().to_owned();
        // As deep as a path may be long.
        while deep.as_os_str().len() < 3_900 {
            deep.push("d");
        }
        fs::create_dir_all(&deep).unwrap();
        fs::write(deep.join("f"), "x").unwrap();
        let seen = scan_dir(folder.path(), "", &|_, _| false).unwrap().files;
        let files = seen.iter().filter(|it| matches!(it.kind, FileType::File(1, _)));
        assert_eq!(files.count(), 1);
        assert!(seen.len() > 1_900);
    }

    #[test]
    fn links_are_seen_and_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("a")).unwrap();
        fs::write(folder.path().join("a/f"), "").unwrap();
        std::os::unix::fs::symlink("a", folder.path().join("b")).unwrap();
        fs::create_dir(folder.path().join("skipped")).unwrap();
        fs::write(folder.path().join("skipped/g"), "").unwrap();
        let mut seen = scan_dir(folder.path(), "", &|_, name| name == "skipped").unwrap().files;
        seen.sort_by(|a, b| a.path.cmp(&b.path));
        let shown: Vec<_> = seen.iter().map(|it| (it.path.to_str().unwrap(), it.kind == FileType::Other)).collect();
        assert_eq!(shown, [("a", false), ("a/f", false), ("b", true)]);
        assert!(scan_dir(&folder.path().join("none"), "", &|_, _| false).is_err());
    }
}
