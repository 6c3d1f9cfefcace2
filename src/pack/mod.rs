//! Values as bytes and back: how a run remembers what it read, for the next one and for nobody else.

mod packer;
mod unpacker;

pub use packer::Pack;
pub use packer::Packer;
pub use unpacker::Unpacker;
