//! Closed word lists: the official word, its variants, the frozen English key.

mod term;

pub use term::{Term, Vocabulary, Word};
