//! How a run tells how far it is.

use std::sync::atomic::{AtomicUsize, Ordering};

/// Whoever watches a run.
pub trait Steps: Sync {
    /// So many entries will be read.
    fn files(&self, count: usize);
    /// So many pages will be made.
    fn pages(&self, count: usize);
    /// So many more are done.
    fn step(&self, count: usize);
}

/// Nobody.
impl Steps for () {
    fn files(&self, _: usize) {}
    fn pages(&self, _: usize) {}
    fn step(&self, _: usize) {}
}

/// So many at a time: a step each would make the cores wait for each other.
const MANY: usize = 64;

/// Counts what is done, and tells it now and then.
pub struct Count<'a> {
    steps: &'a dyn Steps,
    done: AtomicUsize,
}

impl<'a> Count<'a> {
    /// Tells `steps`.
    pub fn new(steps: &'a dyn Steps) -> Self {
        Self { steps, done: AtomicUsize::new(0) }
    }

    /// One more is done.
    pub fn one(&self) {
        if self.done.fetch_add(1, Ordering::Relaxed) % MANY == MANY - 1 {
            self.steps.step(MANY);
        }
    }
}
