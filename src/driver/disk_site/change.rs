//! From what was staged to a journal, and whether it may be done: what others put into the site is never written over.

use std::{collections::BTreeSet, io};

use anyhow::{Context, Result};

use super::{
    hold::cannot,
    journal::Journal,
    manifest::{Line, Manifest},
    tree::{Node, Tree, split},
};
use crate::world::{FileKind, Usage, sha256};

/// Adds to `next` what stays for one more build: assets that only pages of the `old` site load.
pub fn keep(old: &Manifest, next: &mut Manifest) {
    for (path, line) in old.files.iter().filter(|(_, line)| line.kind == FileKind::Asset) {
        next.files.entry(path.clone()).or_insert_with(|| Line { kind: FileKind::Previous, ..*line });
    }
}

/// What takes the `old` site to the `next` by `moves`, sorted by when they take effect.
pub fn journal(old: &Manifest, next: &Manifest, mut moves: Vec<(FileKind, String, String)>) -> Journal {
    moves.sort();
    Journal {
        deletions: old.files.keys().filter(|path| !next.files.contains_key(*path)).cloned().collect(),
        moves: moves.into_iter().map(|(_, path, name)| (name, path)).collect(),
    }
}

/// Makes the folders that `journal` needs, so that a full disk is met before the first change, and looks for what is in the
/// way and not ours.
///
/// # Errors
///
/// [`Usage`] for a file of somebody else's in the way; the machine's.
pub fn prepare(tree: &Tree, old: &Manifest, next: &Manifest, journal: &Journal) -> Result<()> {
    let mut seen = BTreeSet::new();
    for (_, path) in &journal.moves {
        let folder = split(path).0;
        if !folder.is_empty() && seen.insert(folder) && is_free(tree, old, folder)? {
            tree.make_folder(folder, false).with_context(|| cannot(tree, folder))?;
        }
        let is_ours = match tree.node_at(path).with_context(|| cannot(tree, path))? {
            Node::Missing | Node::Other => true,
            Node::File => old.files.contains_key(path) || is_same(tree, path, next),
            Node::Folder => holds_only(tree, path, journal).with_context(|| cannot(tree, path))?,
        };
        if !is_ours {
            return Err(foreign(tree, path));
        }
    }
    Ok(())
}

/// Whether only folders, or nothing, are where `folder` must be. A file of ours, or a link, goes when the commit has begun.
fn is_free(tree: &Tree, old: &Manifest, folder: &str) -> Result<bool> {
    let ends = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]);
    for end in ends {
        let path = &folder[..end];
        match tree.node_at(path).with_context(|| cannot(tree, path))? {
            Node::Folder => {}
            Node::Missing => return Ok(true),
            Node::File if !old.files.contains_key(path) => return Err(foreign(tree, path)),
            Node::File | Node::Other => return Ok(false),
        }
    }
    Ok(false)
}

/// Whether the file at `path` is what `next` says it will be: then nobody loses anything.
fn is_same(tree: &Tree, path: &str, next: &Manifest) -> bool {
    let line = next.files.get(path);
    line.is_some_and(|it| tree.read(path, it.size).is_ok_and(|bytes| sha256(&bytes) == it.sha256))
}

/// Whether all in the folder at `path` goes with `journal`.
fn holds_only(tree: &Tree, path: &str, journal: &Journal) -> io::Result<bool> {
    for name in tree.list(path)? {
        let path = format!("{path}/{name}");
        let gone = |path: &String| journal.deletions.binary_search(path);
        let goes = match tree.node_at(&path)? {
            Node::Folder => holds_only(tree, &path, journal)?,
            // A link in the place of a folder of ours goes with what was in that.
            Node::Other => {
                let inside = format!("{path}/");
                let at = gone(&inside).unwrap_or_else(|at| at);
                gone(&path).is_ok() || journal.deletions.get(at).is_some_and(|it| it.starts_with(&inside))
            }
            Node::File | Node::Missing => gone(&path).is_ok(),
        };
        if !goes {
            return Ok(false);
        }
    }
    Ok(true)
}

fn foreign(tree: &Tree, path: &str) -> anyhow::Error {
    let shown = tree.path.join(path);
    let shown = shown.display();
    Usage(text! { zh: "{shown} 不是本工具生成的，却占着网页的位置；请把它移走再生成，网站没有改动", en: "{shown} is not ours and lies where a page must be: move it away; the site was not touched" })
    .into()
}
