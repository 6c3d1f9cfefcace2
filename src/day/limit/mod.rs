//! Official time-limit phrases (公开时限) and their normal form.

mod due;
mod fold;
mod phrase;
mod read;
mod recurring;
mod start;
mod value;
mod words;

pub use read::LimitError;
pub use start::Start;
pub use value::{Limit, TimeLimit, Unit};

#[cfg(test)]
use {
    phrase::KNOWN_PHRASES,
    value::{Anchor, NoticeOf, Retention, Span},
};
