//! A project in a folder of its own, gone when the test is done.

use std::{
    fs,
    path::{Path, PathBuf},
};

use gongkai::internals::rulebook::example::BASE;
use tempfile::TempDir;

/// A project on disk.
pub struct Project {
    folder: TempDir,
}

impl Project {
    /// A folder with nothing in it.
    pub fn empty() -> Self {
        Self { folder: tempfile::Builder::new().prefix("gongkai-test-").tempdir().expect("a folder of our own") }
    }

    /// The small project that the rules' examples are laid over: whole, and without a fault.
    pub fn base() -> Self {
        let project = Self::empty();
        for (path, text) in BASE {
            project.write(path, text);
        }
        project
    }

    /// The base project with `fragments` laid over it: `==> path`, then the file's text, up to the next `==> `.
    pub fn with(fragments: &str) -> Self {
        let project = Self::base();
        for (path, text) in split(fragments) {
            project.write(&path, text);
        }
        project
    }

    /// A copy of the catalogue and the entries below `root`.
    pub fn copy_of(root: &Path) -> Self {
        let project = Self::empty();
        for folder in ["catalogue", "content"] {
            copy(&root.join(folder), &project.at(folder));
        }
        project
    }

    /// Its folder.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The file or folder at `path` below it.
    pub fn at(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// Puts `bytes` at `path`, folders included.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().expect("below the project")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    /// Takes away the file at `path`.
    pub fn remove(&self, path: &str) {
        fs::remove_file(self.at(path)).expect("a file to take away");
    }

    /// The text at `path`.
    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.at(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Replaces `from` by `to` in the file at `path`; `from` must stand there.
    pub fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no `{from}`");
        self.write(path, text.replace(from, to));
    }
}

/// The files in `fragments`.
pub fn split(fragments: &str) -> Vec<(String, &str)> {
    let mut files = Vec::new();
    let mut rest = fragments.trim_start();
    while let Some(after) = rest.strip_prefix("==> ") {
        let (path, body) = after.split_once('\n').unwrap_or((after, ""));
        let end = if body.starts_with("==> ") { 0 } else { body.find("\n==> ").map_or(body.len(), |at| at + 1) };
        files.push((path.trim().to_owned(), &body[..end]));
        rest = &body[end..];
    }
    assert!(rest.is_empty() && !files.is_empty(), "an example begins with `==> path`: {fragments}");
    files
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let entry = entry.expect("an entry of a folder");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a kind").is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}
