//! A project in memory: tests and anything that has no folder.

use std::{collections::BTreeMap, path::PathBuf};

use anyhow::Result;

use super::{FileType, Listing, Refusal, ScannedFile, Usage, World, is_like_entry};
use crate::{day::Day, source::Source};

/// Files by path from the project's folder: `catalogue/site.toml`, `content/2018/通知.md`, `themes/own/theme.toml`.
#[derive(Clone, Debug)]
pub struct MemoryWorld {
    files: BTreeMap<String, Vec<u8>>,
    today: Day,
}

impl MemoryWorld {
    /// An empty project, looked at on the day `today`.
    pub fn new(today: Day) -> Self {
        Self { files: BTreeMap::new(), today }
    }

    /// Puts `bytes` at `path`.
    pub fn write(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }

    /// Takes away the file at `path`.
    pub fn remove(&mut self, path: &str) {
        self.files.remove(path);
    }

    /// The bytes at `path`.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// Paths and bytes below `folder/`, the paths counted from there.
    fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.files.iter().filter_map(move |(path, bytes)| {
            let rest = path.strip_prefix(folder)?.strip_prefix('/')?;
            Some((rest, bytes.as_slice()))
        })
    }
}

impl World for MemoryWorld {
    fn list(&self) -> Result<Listing> {
        if self.below("catalogue").next().is_none() {
            return Err(Usage(text! { zh: "没有文件夹 catalogue", en: "there is no folder catalogue" }).into());
        }
        // Nothing vouches for bytes in memory: a cache compares them by hash.
        let file = |(path, bytes): (&str, &[u8])| ScannedFile {
            path: PathBuf::from(path),
            kind: FileType::File(bytes.len() as u64, None),
        };
        let folders = ["catalogue", "content"].map(|folder| (folder, self.below(folder).map(file).collect()));
        let elsewhere = |path: &str| !path.starts_with("content/") && path.to_lowercase().ends_with(".md");
        let begun = self.files.iter().filter(|(path, bytes)| elsewhere(path) && is_like_entry(bytes));
        Ok(Listing { folders: folders.into(), at: 0, stray: begun.map(|it| it.0.clone()).collect() })
    }

    fn read(&self, file: &Source) -> Result<Vec<u8>, Refusal> {
        let bytes = self.files.get(&*file.path).ok_or(Refusal::Gone)?;
        let size = bytes.len() as u64;
        if size > file.role.limit() { Err(Refusal::TooLarge(size)) } else { Ok(bytes.clone()) }
    }

    fn theme(&self, name: &str) -> Result<Vec<(String, Vec<u8>)>> {
        let folder = format!("themes/{name}");
        let files: Vec<_> = self.below(&folder).map(|(path, bytes)| (path.to_owned(), bytes.to_vec())).collect();
        if files.is_empty() && name != "default" {
            return Err(Usage(text! { zh: "没有主题 {name}", en: "there is no theme {name}" }).into());
        }
        Ok(files)
    }

    fn today(&self) -> Day {
        self.today
    }
}
