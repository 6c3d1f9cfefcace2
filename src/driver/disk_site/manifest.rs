//! The manifest: every file of the site, with size, SHA-256 and kind. Only what it names is ever deleted.

use std::{collections::BTreeMap, fmt::Write as _};

use rayon::prelude::*;

use super::sealed::{self, Sealed};
use crate::world::{Digest, FileKind};

const WORDS: [(FileKind, &str); 8] = [
    (FileKind::Asset, "asset"),
    (FileKind::SearchPart, "search"),
    (FileKind::Attachment, "attachment"),
    (FileKind::Entry, "entry"),
    (FileKind::List, "list"),
    (FileKind::Index, "index"),
    (FileKind::Home, "home"),
    (FileKind::Previous, "previous"),
];

fn word(kind: FileKind) -> &'static str {
    WORDS.iter().find(|it| it.0 == kind).map_or("", |it| it.1)
}

fn kind(word: &str) -> Option<FileKind> {
    WORDS.iter().find(|it| it.1 == word).map(|it| it.0)
}

/// What the manifest says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub kind: FileKind,
    /// Bytes.
    pub size: u64,
    /// SHA-256.
    pub sha256: Digest,
}

/// All files of a site by their path from its root, without a leading `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// The files.
    pub files: BTreeMap<String, Line>,
}

impl Manifest {
    /// Reads a manifest. One that names anything outside the site was not written by us.
    pub fn parse(text: &str) -> Sealed<Self> {
        match sealed::open("manifest", text) {
            Sealed::Whole(body) => {
                let files = body.par_lines().map(line).collect::<Option<Vec<_>>>();
                files.map_or(Sealed::Damaged, |files| Sealed::Whole(Self { files: files.into_iter().collect() }))
            }
            Sealed::Newer => Sealed::Newer,
            Sealed::Damaged => Sealed::Damaged,
        }
    }

    /// The manifest as written.
    pub fn text(&self) -> String {
        let size = self.files.keys().map(|path| path.len() + 96).sum();
        sealed::seal("manifest", size, |text| {
            for (path, Line { kind, size, sha256 }) in &self.files {
                let _ = writeln!(text, "{} {size} {sha256} {path}", word(*kind));
            }
        })
    }
}

fn line(line: &str) -> Option<(String, Line)> {
    let mut parts = line.splitn(4, ' ');
    let (kind, size, sha256, path) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let line = Line { kind: self::kind(kind)?, size: size.parse().ok()?, sha256: sha256.parse().ok()? };
    is_plain(path).then(|| (path.to_owned(), line))
}

/// Whether `path` stays below the site's root, clear of our own folder, and fits on one line.
pub fn is_plain(path: &str) -> bool {
    !path.contains(|it: char| it == '\\' || it.is_control())
        && path.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.eq_ignore_ascii_case(".gongkai"))
}

#[cfg(test)]
mod tests {
    use super::{Digest, FileKind, Line, Manifest, Sealed, is_plain};

    #[test]
    fn a_manifest_is_read_as_it_was_written() {
        let line = |kind| Line { kind, size: 12, sha256: Digest([7; 32]) };
        let files =
            [("a b/页.html".to_owned(), line(FileKind::Entry)), ("index.html".to_owned(), line(FileKind::Home))];
        let manifest = Manifest { files: files.into() };
        assert_eq!(Manifest::parse(&manifest.text()), Sealed::Whole(manifest.clone()));
        let out = Manifest { files: [("../index.html".to_owned(), line(FileKind::Home))].into() };
        assert_eq!(Manifest::parse(&out.text()), Sealed::Damaged);
        assert_eq!(Manifest::parse(&Manifest::default().text()), Sealed::Whole(Manifest::default()));
    }

    #[test]
    fn only_plain_paths_are_paths_of_a_site() {
        for path in
            ["", "/", "/a", "a/", "a//b", "../a", "a/..", "./a", ".gongkai", "a/.GongKai/b", "a\\b", "a\nb", "a\rb"]
        {
            assert!(!is_plain(path), "{path:?}");
        }
        for path in ["a", "a b/c.html", "公开/..a.html", ".well-known/x"] {
            assert!(is_plain(path), "{path:?}");
        }
    }
}
