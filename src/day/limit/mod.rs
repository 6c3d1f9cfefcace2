//! Official time-limit phrases (公开时限) and their normal form.

mod clause;
mod due;
mod fixed_day;
mod fold;
mod length;
mod notice;
mod phrase;
mod read;
mod recurring;
mod start;
#[cfg(test)]
mod tests;
mod value;
mod within;
mod words;

pub use read::LimitError;
pub use start::Start;
pub use value::{Anchor, Limit, NoticeOf, Part, Retention, TimeLimit, Unit};
