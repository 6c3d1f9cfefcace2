//! The manifest: every file of the site, with size, SHA-256 and kind. Only what it names is ever deleted.

use std::{collections::BTreeMap, fmt::Write as _};

/// What a file of the site is; also the order in which changes take effect, so that a reader never meets a link whose page
/// is not there yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Styles and pictures of the theme, named by their content.
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
}

const WORDS: [(Kind, &str); 6] = [
    (Kind::Asset, "asset"),
    (Kind::Attachment, "attachment"),
    (Kind::Entry, "entry"),
    (Kind::List, "list"),
    (Kind::Index, "index"),
    (Kind::Home, "home"),
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub kind: Kind,
    /// Bytes.
    pub size: u64,
    /// SHA-256, 64 hexadecimal digits.
    pub sha256: String,
}

/// All files of a site by their path from its root, without a leading `/`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// The files.
    pub files: BTreeMap<String, Line>,
}

/// The first line.
const HEAD: &str = "# gongkai manifest 1";

impl Manifest {
    /// Reads a manifest; none for anything else than one written whole by [`Self::text`].
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next() != Some(HEAD) {
            return None;
        }
        let mut files = BTreeMap::new();
        let mut end = false;
        for line in lines {
            // The last line counts the others: a manifest cut short is none.
            if let Some(count) = line.strip_prefix("# ") {
                end = count.parse() == Ok(files.len());
                continue;
            }
            let mut parts = line.splitn(4, ' ');
            let (kind, size, sha256, path) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
            if end || !is_plain(path) {
                return None;
            }
            let line = Line { kind: Kind::parse(kind)?, size: size.parse().ok()?, sha256: sha256.to_owned() };
            files.insert(path.to_owned(), line);
        }
        end.then_some(Self { files })
    }

    /// The manifest as written.
    pub fn text(&self) -> String {
        let mut out = format!("{HEAD}\n");
        for (path, Line { kind, size, sha256 }) in &self.files {
            let _ = writeln!(out, "{} {size} {sha256} {path}", kind.word());
        }
        let _ = writeln!(out, "# {}", self.files.len());
        out
    }
}

/// Whether a path stays below the root: a manifest that says otherwise was not written by us, and nothing of it is deleted.
fn is_plain(path: &str) -> bool {
    !path.is_empty()
        && !path.contains(['\\', '\0'])
        && path.split('/').all(|part| !matches!(part, "" | "." | ".." | ".gongkai"))
}

#[cfg(test)]
mod tests {
    use super::{Kind, Line, Manifest};

    #[test]
    fn a_manifest_is_read_whole_or_not_at_all() {
        let line = |kind| Line { kind, size: 12, sha256: "ab".into() };
        let files = [("a b/页.html".to_owned(), line(Kind::Entry)), ("index.html".to_owned(), line(Kind::Home))];
        let manifest = Manifest { files: files.into() };
        let text = manifest.text();
        assert_eq!(Manifest::parse(&text), Some(manifest));
        assert_eq!(Manifest::parse(&text[..text.len() - 4]), None);
        assert_eq!(Manifest::parse(&text.replace("index.html", "../index.html")), None);
        assert_eq!(Manifest::parse("# gongkai manifest 2\n# 0\n"), None);
    }
}
