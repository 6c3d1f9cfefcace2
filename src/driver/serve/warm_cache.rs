//! What was parsed, in memory from one state to the next; the first takes over what the last command left on disk.

use crate::{
    driver::disk_cache::DiskCache,
    world::{Cache, MemoryCache, Scratch},
};

/// Reads from memory, then from the disk; writes to memory alone, so that a preview leaves no trace.
#[derive(Debug)]
pub struct WarmCache {
    memory: MemoryCache,
    disk: Option<DiskCache>,
}

impl WarmCache {
    /// Nothing in memory yet.
    pub fn new(disk: Option<DiskCache>) -> Self {
        Self { memory: MemoryCache::default(), disk }
    }
}

impl Cache for WarmCache {
    fn load(&self, name: &str) -> Option<Vec<u8>> {
        self.memory.load(name).or_else(|| {
            let bytes = self.disk.as_ref()?.load(name)?;
            self.memory.save(name, &[&bytes]);
            Some(bytes)
        })
    }

    fn save(&self, name: &str, parts: &[&[u8]]) {
        self.memory.save(name, parts);
    }

    fn scratch(&self) -> Option<Box<dyn Scratch>> {
        None
    }
}
