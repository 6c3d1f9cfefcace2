//! Unsaved buffers laid over a project: what an editor shows is judged before it is saved.

use std::{collections::BTreeMap, path::PathBuf};

use anyhow::Result;

use super::{FileType, Listing, Refusal, ScannedFile, World};
use crate::{day::Day, source::Source};

/// A world in which some files are other than they lie below: changed, new or taken away.
#[derive(Debug)]
pub struct Overlay<W> {
    below: W,
    /// By path from the project's folder; none where the file is taken away.
    buffers: BTreeMap<String, Option<Vec<u8>>>,
}

impl<W: World> Overlay<W> {
    /// Lays nothing over `below` yet.
    pub fn new(below: W) -> Self {
        Self { below, buffers: BTreeMap::new() }
    }

    /// Shows `bytes` at `path` instead of what lies there.
    pub fn open(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.buffers.insert(path.into(), Some(bytes.into()));
    }

    /// Shows nothing at `path`.
    pub fn hide(&mut self, path: impl Into<String>) {
        self.buffers.insert(path.into(), None);
    }

    /// Shows what lies below at `path` again.
    pub fn close(&mut self, path: &str) {
        self.buffers.remove(path);
    }
}

impl<W: World> World for Overlay<W> {
    fn list(&self) -> Result<Listing> {
        let mut listing = self.below.list()?;
        for (folder, files) in &mut listing.folders {
            let laid = |path: &str| self.buffers.contains_key(&format!("{folder}/{path}"));
            files.retain(|it| it.path.to_str().is_none_or(|path| !laid(path)));
            files.extend(self.buffers.iter().filter_map(|(path, bytes)| {
                let rest = path.strip_prefix(*folder)?.strip_prefix('/')?;
                let size = bytes.as_ref()?.len() as u64;
                Some(ScannedFile { path: PathBuf::from(rest), kind: FileType::File(size, None) })
            }));
        }
        Ok(listing)
    }

    fn read(&self, file: &Source) -> Result<Vec<u8>, Refusal> {
        match self.buffers.get(&*file.path) {
            None => self.below.read(file),
            Some(None) => Err(Refusal::Gone),
            Some(Some(bytes)) if bytes.len() as u64 > file.role.limit() => Err(Refusal::TooLarge(bytes.len() as u64)),
            Some(Some(bytes)) => Ok(bytes.clone()),
        }
    }

    fn theme(&self, name: &str) -> Result<Vec<(String, Vec<u8>)>> {
        let mut files: BTreeMap<String, Vec<u8>> = self.below.theme(name)?.into_iter().collect();
        for (path, bytes) in &self.buffers {
            let below = path.strip_prefix("themes/").and_then(|it| it.strip_prefix(name)?.strip_prefix('/'));
            match (below, bytes) {
                (Some(path), Some(bytes)) => _ = files.insert(path.to_owned(), bytes.clone()),
                (Some(path), None) => _ = files.remove(path),
                (None, _) => {}
            }
        }
        Ok(files.into_iter().collect())
    }

    fn today(&self) -> Day {
        self.below.today()
    }
}
