//! Doing what a journal says.

use std::{fs, io, path::Path};

use super::{folder::OWN, journal::Journal};

/// The stage inside the site's own folder.
pub const STAGE: &str = "stage";
/// The journal's name.
pub const JOURNAL: &str = "journal";
/// The manifest's name.
pub const MANIFEST: &str = "manifest";
/// The next manifest, in the stage until the commit.
pub const NEXT: &str = "manifest.next";

/// Moves, deletes, and takes the next manifest into force. Every step may have been done already.
///
/// # Errors
///
/// The machine's; doing it again goes on where it stopped.
pub fn commit(out: &Path, journal: &Journal) -> io::Result<()> {
    let own = out.join(OWN);
    let stage = own.join(STAGE);
    for (from, to) in &journal.moves {
        let to = out.join(to);
        match fs::rename(stage.join(from), &to) {
            Ok(()) => {}
            // Done before the interruption.
            Err(error) if error.kind() == io::ErrorKind::NotFound && to.exists() => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                make_folder(out, to.parent().unwrap_or(out))?;
                fs::rename(stage.join(from), &to)?;
            }
            Err(error) => return Err(error),
        }
    }
    for path in &journal.deletions {
        let path = out.join(path);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        // Folders that are empty now go too; one that is not stays, whoever put something there.
        let mut folder = path.parent();
        while let Some(it) = folder.filter(|&it| it != out && fs::remove_dir(it).is_ok()) {
            folder = it.parent();
        }
    }
    match fs::rename(stage.join(NEXT), own.join(MANIFEST)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && own.join(MANIFEST).exists() => {}
        done => done?,
    }
    sync(out)?;
    fs::remove_file(own.join(JOURNAL))?;
    fs::remove_dir_all(&stage)
}

/// Makes the folders down to `folder`; a link or a file in the way is removed, never followed: the site is ours.
pub fn make_folder(out: &Path, folder: &Path) -> io::Result<()> {
    let Ok(below) = folder.strip_prefix(out) else { return Ok(()) };
    let mut here = out.to_owned();
    for part in below.components() {
        here.push(part);
        match fs::symlink_metadata(&here) {
            Ok(about) if about.is_dir() => continue,
            Ok(_) => fs::remove_file(&here)?,
            Err(_) => {}
        }
        match fs::create_dir(&here) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
    }
    Ok(())
}

/// Makes what was written to the file system of `folder` lasting.
pub fn sync(folder: &Path) -> io::Result<()> {
    let folder = fs::File::open(folder)?;
    match rustix::fs::syncfs(&folder) {
        Ok(()) => Ok(()),
        Err(_) => folder.sync_all(),
    }
}
