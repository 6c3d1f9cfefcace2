//! GK17: is what stands there written as it should be?

mod curly;
mod find;
mod forum;
mod leader;
mod leftover;
mod lexicon;
mod look;
mod mark;
mod near;
mod pair;
mod place;
mod sign;
mod stray;
mod table;
mod told;
mod word;
mod wrong_name;

pub use leftover::LEFT_OVER_MARKUP;
pub use lexicon::Lexicon;
pub use stray::STRAY_TRADITIONAL;
pub use word::WRONG_WORD;
pub use wrong_name::WRONG_NAME;

pub(super) use look::entry;
#[cfg(test)]
use look::tests;
