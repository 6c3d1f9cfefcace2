//! A folder as a value: every file below it, by path.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// The paths of all files below `folder`, relative to it, sorted.
pub fn list(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten().flatten() {
            let path = entry.path();
            if entry.file_type().is_ok_and(|it| it.is_dir()) {
                folders.push(path);
            } else {
                files.push(path.strip_prefix(folder).expect("below the folder").to_owned());
            }
        }
    }
    files.sort();
    files
}

/// The files below `folder` with the ending `ending`, whole paths, sorted.
pub fn ending(folder: &Path, ending: &str) -> Vec<PathBuf> {
    list(folder)
        .into_iter()
        .filter(|it| it.extension().is_some_and(|it| it == ending))
        .map(|it| folder.join(it))
        .collect()
}

/// Whether the name of the file at `path` ends in one of `endings`.
pub fn has_ending(path: &str, endings: &[&str]) -> bool {
    Path::new(path).extension().is_some_and(|it| endings.iter().any(|ending| it == *ending))
}

/// The bytes of every file below `folder`, by path with `/`; of a link, where it leads.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let read = |path: PathBuf| {
        let file = folder.join(&path);
        let bytes = match fs::read_link(&file) {
            Ok(target) => target.into_os_string().into_encoded_bytes(),
            Err(_) => fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())),
        };
        (path.to_string_lossy().into_owned(), bytes)
    };
    list(folder).into_iter().map(read).collect()
}

/// Fails unless the two trees are equal, naming the first file that differs.
#[track_caller]
pub fn assert_same(a: &BTreeMap<String, Vec<u8>>, b: &BTreeMap<String, Vec<u8>>) {
    let names = |tree: &BTreeMap<String, Vec<u8>>| tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(a), names(b), "the files differ");
    for (path, bytes) in a {
        let (one, other) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(&b[path]));
        if let Some((line, (x, y))) = one.lines().zip(other.lines()).enumerate().find(|(_, (x, y))| x != y) {
            panic!("{path}:{}:\n  {x}\n  {y}", line + 1);
        }
        assert_eq!(bytes, &b[path], "{path} differs in its end or its line ends");
    }
}

/// The same without the cache, which says nothing that the other files do not.
pub fn lasting(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = tree(folder);
    files.retain(|path, _| !path.starts_with(".gongkai/cache/"));
    files
}

/// A site without what only the last build used: files that its manifest lists as such, and the lines for them.
pub fn current(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = tree(folder);
    let Some(manifest) = files.remove(".gongkai/manifest") else { return files };
    let manifest = String::from_utf8(manifest).expect("text");
    let (previous, lines): (Vec<&str>, Vec<&str>) = manifest.lines().partition(|it| it.starts_with("previous "));
    for line in previous {
        files.remove(line.splitn(4, ' ').last().expect("a path"));
    }
    // The last line is the sum of all before it.
    let lines = lines.split_last().map_or(String::new(), |it| it.1.join("\n"));
    files.insert(".gongkai/manifest".into(), lines.into_bytes());
    files
}
