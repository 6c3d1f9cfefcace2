//! Findings to words: human, concise, json. Nothing here writes: it makes strings.

mod concise;
mod human;
mod json;
mod mask;
mod style;
mod summary;
mod texts;

pub use concise::concise;
pub use human::human;
pub use json::json;
pub use mask::veil;
pub use style::{Look, level_words};
pub use summary::summary;
pub use texts::Texts;
