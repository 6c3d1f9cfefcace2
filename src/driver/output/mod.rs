//! The site on disk: a folder we own, changed all at once or not at all.

mod change;
mod commit;
mod digest;
mod disk;
mod folder;
mod fresh;
mod hold;
mod journal;
mod manifest;
mod memory;
mod recover;
mod sealed;
mod tree;
mod writer;

pub use digest::{Sum, sha256};
pub use disk::{Act, Disk, Harm};
pub use manifest::Kind;
pub use memory::Memory;
pub use writer::{Output, Written, complete};
