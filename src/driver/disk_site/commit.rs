//! Doing what a journal says. Every step may have been done already, by a run that was cut off.

use std::io;

use rustix::io::Errno;

use super::{
    folder::{JOURNAL, MANIFEST, OWN, STAGE},
    journal::Journal,
    tree::{Node, Tree, split},
};

/// The next manifest, in the stage until the commit.
pub const NEXT: &str = ".gongkai/stage/manifest";

/// Moves, deletes, and takes the next manifest into force.
///
/// # Errors
///
/// The machine's; doing it again goes on where it stopped.
pub fn commit(tree: &Tree, journal: &Journal) -> io::Result<()> {
    for (from, to) in &journal.moves {
        place(tree, journal, &format!("{STAGE}/{from}"), to)?;
    }
    for path in &journal.deletions {
        delete(tree, path)?;
    }
    match tree.rename(NEXT, MANIFEST) {
        Err(Errno::NOENT) if tree.node_at(MANIFEST)? == Node::File => {}
        done => done?,
    }
    tree.sync()?;
    tree.remove(JOURNAL)?;
    tree.sync_folder(OWN)?;
    tree.sweep(STAGE)
}

/// Moves a staged file into its place, whatever lies in the way.
fn place(tree: &Tree, journal: &Journal, from: &str, to: &str) -> io::Result<()> {
    match tree.rename(from, to) {
        Ok(()) => return Ok(()),
        Err(Errno::NOENT | Errno::NOTDIR | Errno::LOOP) => {
            if tree.node_at(from)? == Node::Missing {
                // Done before the interruption.
                return Ok(());
            }
            tree.make_folder(split(to).0, true)?;
        }
        // A folder of pages that are all gone now.
        Err(Errno::ISDIR | Errno::NOTEMPTY | Errno::EXIST) => {
            let inside = format!("{to}/");
            for path in journal.deletions.iter().filter(|it| it.starts_with(&inside)) {
                delete(tree, path)?;
            }
            tree.remove_empty(to)?;
        }
        Err(error) => return Err(error.into()),
    }
    match tree.rename(from, to) {
        Err(Errno::ISDIR | Errno::NOTEMPTY | Errno::EXIST) => {
            tree.remove_empty(to)?;
            Ok(tree.rename(from, to)?)
        }
        done => Ok(done?),
    }
}

/// Removes a file of the last site, and the folders above it that are empty now: what others put there stays.
fn delete(tree: &Tree, path: &str) -> io::Result<()> {
    let gone = match tree.remove(path) {
        Ok(()) | Err(Errno::NOENT) => path,
        // A folder of new pages has its place, or a page the place of its folder.
        Err(Errno::ISDIR | Errno::PERM) if tree.node_at(path)? == Node::Folder => return Ok(()),
        Err(Errno::NOTDIR | Errno::LOOP) => unlink(tree, path)?,
        Err(error) => return Err(error.into()),
    };
    let mut folder = split(gone).0;
    while !folder.is_empty() && tree.remove_empty(folder)? {
        folder = split(folder).0;
    }
    Ok(())
}

/// Removes the link that somebody put in the place of a folder on the way to `path`, and answers where it was; what it leads
/// to is not ours.
fn unlink<'a>(tree: &Tree, path: &'a str) -> io::Result<&'a str> {
    for (at, _) in path.match_indices('/') {
        let way = &path[..at];
        match tree.node_at(way)? {
            Node::Folder => {}
            Node::Other => {
                tree.remove(way)?;
                return Ok(way);
            }
            // A new page has the place of the folder.
            Node::File | Node::Missing => return Ok(way),
        }
    }
    Ok(path)
}
