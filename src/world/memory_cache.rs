//! A cache in memory: one process that compiles again and again, and tests.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use super::{Cache, Scratch};

/// What was saved, by name. It has no room beside memory, so texts are read again when their pages are due.
#[derive(Debug, Default)]
pub struct MemoryCache {
    saved: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Cache for MemoryCache {
    fn load(&self, name: &str) -> Option<Vec<u8>> {
        self.saved.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }

    fn save(&self, name: &str, parts: &[&[u8]]) {
        self.saved.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), parts.concat());
    }

    fn scratch(&self) -> Option<Box<dyn Scratch>> {
        None
    }
}
