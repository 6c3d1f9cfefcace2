//! All files below a folder with their stamps, listed by all cores.

use std::{
    ffi::OsStr,
    fs::{self, DirEntry},
    io,
    path::{Path, PathBuf},
};

use rayon::prelude::*;

use super::stamp::Stamp;

/// What lies at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lies {
    /// A plain file.
    File(Stamp),
    /// A folder.
    Folder,
    /// A link, a pipe, a device.
    Other,
}

/// Something below a folder.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Its path from the folder.
    pub path: PathBuf,
    /// What it is.
    pub lies: Lies,
    /// A number for it. Those of all that lies in a folder add up to one for the folder, in any order.
    pub number: u128,
}

/// A number for what lies at `path` in the folder called `name`.
pub fn digest(name: &str, path: &[u8], lies: Lies) -> u128 {
    let mut hasher = blake3::Hasher::new();
    match lies {
        Lies::File(stamp) => stamp.hash(&mut hasher),
        // What is in it counts for itself.
        Lies::Folder => return 0,
        Lies::Other => {}
    }
    number(hasher.update(name.as_bytes()).update(b"/").update(path))
}

/// Whatever lies below `root`, which is called `called`, but what `skip` says of a path from there and its last name; in no order. Links are not
/// followed.
///
/// # Errors
///
/// A folder that cannot be listed.
pub fn survey(root: &Path, called: &str, skip: &(dyn Fn(&Path, &OsStr) -> bool + Sync)) -> io::Result<Vec<Seen>> {
    let mut all = Vec::new();
    let mut folders = vec![PathBuf::new()];
    // Level by level, not folder in folder: a tree may be deeper than a stack.
    while !folders.is_empty() {
        let listed = folders.par_iter().map(|it| list(root, called, it, skip)).collect::<io::Result<Vec<_>>>()?;
        folders.clear();
        for seen in listed {
            folders.extend(seen.iter().filter(|it| it.lies == Lies::Folder).map(|it| it.path.clone()));
            all.extend(seen);
        }
    }
    Ok(all)
}

fn list(
    root: &Path,
    called: &str,
    folder: &Path,
    skip: &(dyn Fn(&Path, &OsStr) -> bool + Sync),
) -> io::Result<Vec<Seen>> {
    let inside = fs::read_dir(root.join(folder))?.collect::<io::Result<Vec<DirEntry>>>()?;
    let look = |it: DirEntry| {
        let name = it.file_name();
        let path = folder.join(&name);
        if skip(&path, &name) {
            return None;
        }
        let lies = it.file_type().and_then(|kind| {
            Ok(match kind {
                kind if kind.is_dir() => Lies::Folder,
                kind if kind.is_file() => Lies::File(Stamp::of(&it.metadata()?)),
                _ => Lies::Other,
            })
        });
        match lies {
            Ok(lies) => {
                let number = digest(called, path.as_os_str().as_encoded_bytes(), lies);
                Some(Ok(Seen { path, lies, number }))
            }
            // Gone since it was listed: as if it had gone before.
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => Some(Err(error)),
        }
    };
    inside.into_par_iter().with_min_len(256).filter_map(look).collect()
}

/// The first sixteen bytes of what was hashed.
pub fn number(hasher: &blake3::Hasher) -> u128 {
    hasher.finalize().as_bytes().first_chunk().map_or(0, |it| u128::from_le_bytes(*it))
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
        let seen = survey(folder.path(), "", &|_, _| false).unwrap();
        let files = seen.iter().filter(|it| matches!(it.lies, Lies::File(stamp) if stamp.size == 1));
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
        let mut seen = survey(folder.path(), "", &|_, name| name == "skipped").unwrap();
        seen.sort_by(|a, b| a.path.cmp(&b.path));
        let shown: Vec<_> = seen.iter().map(|it| (it.path.to_str().unwrap(), matches!(it.lies, Lies::Other))).collect();
        assert_eq!(shown, [("a", false), ("a/f", false), ("b", true)]);
        assert!(survey(&folder.path().join("none"), "", &|_, _| false).is_err());
    }
}
