//! Bytes of any office file or encoding → text, structure, and the facts that stay hidden from a reader's eye.

mod characters;
mod decode;
mod disguise;
mod encoding;
mod line_ends;
mod mojibake;
mod radicals;
mod repair;
mod utf16;

pub use characters::{Danger, Spot, latin_twin, look_alikes, scan};
pub use decode::{Decoded, Fault, Problem, decode};
pub use encoding::Encoding;
