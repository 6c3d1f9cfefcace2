//! The project's files as they were listed last: after a save only those are looked at again that the system named.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;

use crate::{
    driver::{
        DiskWorld, Project,
        disk_world::is_debris,
        scan_dir::{now, stamp},
    },
    world::{FileType, Listing, ScannedFile},
};

/// What may have changed since the project was listed.
#[derive(Debug, Default)]
pub struct Changes {
    /// Files that were named.
    pub files: BTreeSet<PathBuf>,
    /// Whether more than these may have changed: nothing that is known holds.
    pub all: bool,
}

impl Changes {
    /// Anything may have changed.
    pub fn all() -> Self {
        Self { files: BTreeSet::new(), all: true }
    }

    /// Takes `others` as well.
    pub fn add(&mut self, others: Self) {
        self.files.extend(others.files);
        self.all |= others.all;
    }
}

/// The last listing.
#[derive(Debug, Default)]
pub struct Listed {
    last: Option<Listing>,
}

impl Listed {
    /// The project as it lies now, `changes` after it was listed last. A file that is not named has the stamp it had: were it other, it
    /// would have been named.
    ///
    /// # Errors
    ///
    /// As [`DiskWorld::scan`].
    pub fn world(&mut self, project: &Project, changes: &Changes) -> Result<DiskWorld> {
        let known = self.last.take().filter(|_| !changes.all);
        let world = DiskWorld::new(project.clone());
        if let Some(listing) = known.and_then(|it| patched(project, it, &changes.files)) {
            world.take(listing.clone());
            self.last = Some(listing);
        } else {
            world.scan()?;
            self.last = world.listed();
        }
        Ok(world)
    }
}

/// `listing` with `files` as they lie now; none where a folder is among them, or what lies in neither of the listed ones.
fn patched(project: &Project, mut listing: Listing, files: &BTreeSet<PathBuf>) -> Option<Listing> {
    // Before the first look: what changes after it is named again.
    let at = now();
    let mut changed: BTreeMap<&str, BTreeMap<PathBuf, Option<FileType>>> = BTreeMap::new();
    let themes = project.theme.clone().unwrap_or_else(|| project.root.join("themes"));
    for file in files {
        let folder = [("catalogue", &project.catalogue), ("content", &project.content)];
        let found = folder.into_iter().find_map(|(name, folder)| Some((name, file.strip_prefix(folder).ok()?)));
        match found {
            // A theme is read each time.
            None if file.starts_with(&themes) => {}
            None => return None,
            Some((_, path)) if path.iter().any(is_debris) => {}
            Some((name, path)) => {
                changed.entry(name).or_default().insert(path.to_owned(), kind(file)?);
            }
        }
    }
    for (name, mut changed) in changed {
        let (_, listed) = listing.folders.iter_mut().find(|it| it.0 == name)?;
        let mut is_folder = false;
        listed.retain_mut(|it| match changed.remove(&it.path) {
            None => true,
            Some(_) if it.kind == FileType::Folder => {
                is_folder = true;
                true
            }
            Some(None) => false,
            Some(Some(kind)) => {
                it.kind = kind;
                true
            }
        });
        if is_folder {
            return None;
        }
        listed.extend(changed.into_iter().filter_map(|(path, kind)| Some(ScannedFile { path, kind: kind? })));
    }
    listing.at = at;
    Some(listing)
}

/// What `file` is now, and none in it where it is gone; none at all where it is a folder, or cannot be looked at.
fn kind(file: &Path) -> Option<Option<FileType>> {
    match fs::symlink_metadata(file) {
        Ok(about) if about.is_dir() => None,
        Ok(about) if about.is_file() => Some(Some(FileType::File(about.len(), Some(stamp(&about))))),
        Ok(_) => Some(Some(FileType::Other)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Some(None),
        Err(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(root: &Path) -> Project {
        Project {
            root: root.to_owned(),
            catalogue: root.join("catalogue"),
            content: root.join("content"),
            theme: None,
            out: root.join("public"),
            here: root.to_owned(),
        }
    }

    /// The files of `world`, by path, with what they are.
    fn files(world: &DiskWorld) -> Vec<(PathBuf, FileType)> {
        let listing = world.listed().unwrap();
        let mut all: Vec<_> = listing.folders.into_iter().flat_map(|it| it.1).map(|it| (it.path, it.kind)).collect();
        all.sort_by(|a, b| a.0.cmp(&b.0));
        all
    }

    #[test]
    fn what_is_named_is_looked_at_and_the_whole_is_as_if_listed_anew() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let project = project(root);
        let write = |path: &str, text: &str| {
            fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
            fs::write(root.join(path), text).unwrap();
        };
        for path in ["catalogue/site.toml", "content/a.md", "content/b/c.md", "content/b/d.csv"] {
            write(path, "1");
        }
        let mut listed = Listed::default();
        let anew = || {
            let world = DiskWorld::new(project.clone());
            world.scan().unwrap();
            files(&world)
        };
        let mut after = |named: &[&str]| {
            let changes = Changes { files: named.iter().map(|it| root.join(it)).collect(), all: false };
            files(&listed.world(&project, &changes).unwrap())
        };
        assert_eq!(after(&[]), anew(), "nothing is known yet");
        write("content/a.md", "changed");
        write("content/e.md", "new");
        write("content/e.md~", "left by an editor");
        fs::remove_file(root.join("content/b/d.csv")).unwrap();
        let named = ["content/a.md", "content/e.md", "content/e.md~", "content/b/d.csv", "content/never.md"];
        assert_eq!(after(&named), anew());
        // What was not named is taken to be as it was.
        write("content/b/c.md", "changed");
        assert_ne!(after(&["content/a.md"]), anew());
        assert_eq!(after(&["content/b/c.md"]), anew());
        // Folders are listed whole.
        write("content/f/g.md", "1");
        assert_eq!(after(&["content/f"]), anew());
        fs::rename(root.join("content/f"), root.join("content/h")).unwrap();
        assert_eq!(after(&["content/f", "content/h"]), anew());
        fs::remove_dir_all(root.join("content/h")).unwrap();
        assert_eq!(after(&["content/h"]), anew());
        write("README.md", "beside");
        assert_eq!(after(&["README.md"]), anew());
    }
}
