//! The outside as the compiler and the publisher see it: traits for what is read and written, and their forms in memory.

mod cache;
mod digest;
mod failure;
mod memory_site;
mod memory_world;
mod overlay;
mod progress;
mod sink;
mod stamp;
mod stray;
#[allow(clippy::module_inception, reason = "the room is named after its trait")]
mod world;

pub use cache::{Cache, MemoryCache, Scratch};
pub use digest::{Digest, sha256};
pub use failure::{Usage, UserMessage};
pub use memory_site::MemorySite;
pub use memory_world::MemoryWorld;
pub use overlay::Overlay;
pub use progress::{Counter, Progress};
pub use sink::{FileKind, PageKey, Reused, SiteSink};
pub use stamp::Stamp;
pub use stray::is_like_entry;
pub use world::{FileType, Listing, Refusal, ScannedFile, World};
pub use world::{ProjectStore, StoreEdit};
