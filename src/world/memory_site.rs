//! A site in memory: for a preview and for tests.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use anyhow::{Result, bail};

use super::{Digest, FileKind, PageKey, Reused, SiteSink, sha256};

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
struct File {
    kind: FileKind,
    bytes: Vec<u8>,
    key: PageKey,
}

/// The files of a site by path, without a leading `/`.
#[derive(Debug, Default)]
pub struct MemorySite {
    before: BTreeMap<String, File>,
    files: Mutex<BTreeMap<String, File>>,
}

impl MemorySite {
    /// An empty site that takes over what has not changed since `before`.
    #[must_use]
    pub fn after(before: Self) -> Self {
        Self { before: before.files.into_inner().unwrap_or_else(PoisonError::into_inner), files: Mutex::default() }
    }

    /// The bytes of the file at `path`.
    pub fn file(&self, path: &str) -> Option<Vec<u8>> {
        self.lock().get(bare(path)).map(|it| it.bytes.clone())
    }

    /// All paths, sorted.
    pub fn paths(&self) -> Vec<String> {
        self.lock().keys().cloned().collect()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, File>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, path: &str, file: File) -> Result<()> {
        let mut files = self.lock();
        if files.get(path).is_some_and(|it| *it != file) {
            bail!("two files have the address `{path}`");
        }
        files.insert(path.to_owned(), file);
        Ok(())
    }
}

impl SiteSink for MemorySite {
    fn keeps_keys(&self) -> bool {
        true
    }

    fn reuse(&self, kind: FileKind, path: &str, key: &PageKey) -> Result<Option<Reused>> {
        let path = bare(path);
        let Some(file) = self.before.get(path).filter(|it| it.kind == kind && it.key.answers(key)) else {
            return Ok(None);
        };
        let reused = Reused { digest: sha256(&file.bytes), size: file.bytes.len() as u64 };
        // A match of the quick half alone says nothing new of the full one.
        let key = if file.key.quick == key.quick { file.key } else { *key };
        self.put(path, File { key, ..file.clone() })?;
        Ok(Some(reused))
    }

    fn previous(&self, path: &str) -> Result<Option<Vec<u8>>> {
        Ok(self.before.get(bare(path)).map(|it| it.bytes.clone()))
    }

    fn write(&self, kind: FileKind, path: &str, bytes: &[u8], key: PageKey) -> Result<Digest> {
        self.put(bare(path), File { kind, bytes: bytes.to_vec(), key })?;
        Ok(sha256(bytes))
    }
}

impl Clone for MemorySite {
    fn clone(&self) -> Self {
        Self { before: self.before.clone(), files: Mutex::new(self.lock().clone()) }
    }
}

fn bare(path: &str) -> &str {
    path.trim_start_matches('/')
}
