//! What a run leaves for the next: named bytes that are whole or absent.

use std::{
    collections::BTreeMap,
    fmt,
    sync::{Mutex, PoisonError},
};

/// Bytes by name. All of it may be lost at any time; what [`load`](Self::load) gives is whole and was saved by this very
/// program, so that no reader has to distrust it.
pub trait Cache: Sync {
    /// The bytes saved as `name`.
    fn load(&self, name: &str) -> Option<Vec<u8>>;

    /// Saves `parts`, one after the other, as `name`. A failure costs the next run time and nothing else.
    fn save(&self, name: &str, parts: &[&[u8]]);

    /// Room outside memory for this run alone; none where there is none to spare.
    fn scratch(&self) -> Option<Box<dyn Scratch>>;
}

/// Room for bytes that memory should not hold. It goes away with the run.
pub trait Scratch: Send + Sync + fmt::Debug {
    /// Bytes that fit at most.
    fn room(&self) -> u64;

    /// Writes `bytes` at `offset`; false where that failed.
    fn write(&self, bytes: &[u8], offset: u64) -> bool;

    /// Fills `buffer` from `offset`; false where that failed.
    fn read(&self, buffer: &mut [u8], offset: u64) -> bool;
}

/// A cache in memory: for one process that compiles again and again, and for tests. It has no room beside memory, so texts are read again when their pages are due.
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
