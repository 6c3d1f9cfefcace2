//! 0807: a private person whom an entry names in full: a party, who asked, where someone lives, when they were born, a number of an
//! identity card gone wrong.
//!
//! A person is known by a key, a label, a column, or by what is said of nobody else: what was decided on them, their sex beside
//! their name. A name that is known is looked for in the whole file, and one finding tells all its places.

mod attachment;
mod birth;
mod column;
mod entry;
mod home;
mod label;
mod name;
mod prose;
mod reason;
mod rule;

pub(super) use attachment::attachment;
pub(super) use entry::entry;
pub(super) use reason::reasons;
pub use rule::UNMASKED_PARTY;
