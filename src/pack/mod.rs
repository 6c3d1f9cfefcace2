//! Values as bytes and back: how a run remembers what it read, for the next one and for nobody else.

mod packable;
mod packer;
mod unpacker;

pub use packable::Pack;
pub use packer::Packer;
pub use unpacker::Unpacker;
