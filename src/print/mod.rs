//! Findings to words, a format a file. Nothing here writes: it makes strings.

mod completeness;
mod completeness_json;
mod concise;
mod failure;
mod format;
mod github;
mod gitlab;
mod human;
mod json;
mod junit;
mod mask;
mod paths;
mod sarif;
mod style;
mod summary;
mod texts;
mod visible;

pub use completeness::completeness;
pub use failure::Failure;
pub use format::{Format, render, render_failure};
pub use human::human;
pub use mask::{veil, veil_all};
pub use paths::Paths;
pub use style::{Look, level_words};
pub use summary::summary;
pub use texts::{Texts, message};
pub use visible::visible;
