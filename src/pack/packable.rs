//! What can be packed by itself, without knowing anything of the run.

use super::{Packer, Unpacker};

/// A value that packs and unpacks by itself.
pub trait Pack: Sized {
    /// Packs it.
    fn pack(&self, to: &mut Packer);

    /// The value packed next; none where the bytes mean no such value.
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self>;
}
