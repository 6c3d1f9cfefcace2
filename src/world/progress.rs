//! How a run tells how far it is.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::vocabulary::Words;

/// Whoever watches a run. The empty tuple watches nothing.
pub trait Progress: Sync {
    /// So many entries will be read.
    fn entries(&self, _count: usize) {}

    /// So many pages will be made.
    fn pages(&self, _count: usize) {}

    /// So many more are done.
    fn advance(&self, _count: usize) {}

    /// What was done since the last call is the phase `key`, called `name` for people.
    fn phase(&self, _key: &'static str, _name: Words) {}
}

impl Progress for () {}

/// So many at a time: an announcement each would make the cores wait for each other.
const BATCH: usize = 64;

/// Counts what is done on all cores, and announces it in batches.
pub struct Counter<'a> {
    progress: &'a dyn Progress,
    done: AtomicUsize,
}

impl<'a> Counter<'a> {
    /// Announces to `progress`.
    pub fn new(progress: &'a dyn Progress) -> Self {
        Self { progress, done: AtomicUsize::new(0) }
    }

    /// One more is done.
    pub fn one(&self) {
        if self.done.fetch_add(1, Ordering::Relaxed) % BATCH == BATCH - 1 {
            self.progress.advance(BATCH);
        }
    }
}
