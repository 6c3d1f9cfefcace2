//! The manifest: every file of the site, with size, SHA-256 and kind. Only what it names is ever deleted.

use std::{collections::BTreeMap, fmt::Write as _};

use rayon::prelude::*;

use super::{
    digest::Sum,
    sealed::{self, Sealed},
};

/// What a file of the site is; also the order in which changes take effect, so that a reader never meets a link whose page
/// is not there yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// What pages load: styles, pictures of the theme, shards of the search. Named by its content, so one that is no longer
    /// used stays for one build, for readers who have the page of the last.
    Asset,
    /// A file that an entry publishes.
    Attachment,
    /// An entry.
    Entry,
    /// A list, an item, a plan, and the like.
    List,
    /// JSON, feeds, the site map for machines.
    Index,
    /// The home page: last.
    Home,
    /// An [asset](Self::Asset) of the last build that this one does not use; goes with the next.
    Previous,
}

const WORDS: [(Kind, &str); 7] = [
    (Kind::Asset, "asset"),
    (Kind::Attachment, "attachment"),
    (Kind::Entry, "entry"),
    (Kind::List, "list"),
    (Kind::Index, "index"),
    (Kind::Home, "home"),
    (Kind::Previous, "previous"),
];

impl Kind {
    fn word(self) -> &'static str {
        WORDS.iter().find(|it| it.0 == self).map_or("", |it| it.1)
    }

    fn parse(word: &str) -> Option<Self> {
        WORDS.iter().find(|it| it.1 == word).map(|it| it.0)
    }
}

/// What the manifest says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub kind: Kind,
    /// Bytes.
    pub size: u64,
    /// SHA-256.
    pub sha256: Sum,
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
                let _ = writeln!(text, "{} {size} {sha256} {path}", kind.word());
            }
        })
    }
}

fn line(line: &str) -> Option<(String, Line)> {
    let mut parts = line.splitn(4, ' ');
    let (kind, size, sha256, path) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let line = Line { kind: Kind::parse(kind)?, size: size.parse().ok()?, sha256: sha256.parse().ok()? };
    is_plain(path).then(|| (path.to_owned(), line))
}

/// Whether `path` stays below the site's root, clear of our own folder, and fits on one line.
pub fn is_plain(path: &str) -> bool {
    !path.contains(|it: char| it == '\\' || it.is_control())
        && path.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.eq_ignore_ascii_case(".gongkai"))
}

#[cfg(test)]
mod tests {
    use super::{Kind, Line, Manifest, Sealed, Sum, is_plain};

    #[test]
    fn a_manifest_is_read_as_it_was_written() {
        let line = |kind| Line { kind, size: 12, sha256: Sum([7; 32]) };
        let files = [("a b/页.html".to_owned(), line(Kind::Entry)), ("index.html".to_owned(), line(Kind::Home))];
        let manifest = Manifest { files: files.into() };
        assert_eq!(Manifest::parse(&manifest.text()), Sealed::Whole(manifest.clone()));
        let out = Manifest { files: [("../index.html".to_owned(), line(Kind::Home))].into() };
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
