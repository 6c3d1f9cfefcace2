//! The site on disk: a folder we own, changed all at once or not at all.

mod change;
mod commit;
mod disk;
mod folder;
mod fresh;
mod hold;
mod journal;
mod manifest;
mod packing;
mod previous;
mod recover;
mod sealed;
mod snapshot;
mod tree;
mod writer;

pub use disk::{Disk, Fault, Op};
pub use folder::is_kept;
pub use packing::Packing;
pub use previous::PreviousSite;
pub use snapshot::OutputSnapshot;
pub use writer::{DiskSite, Written, complete};
