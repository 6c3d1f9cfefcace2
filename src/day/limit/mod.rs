//! Official time-limit phrases (公开时限) and their normal form.

mod due;
mod fold;
mod phrase;
mod read;
mod recurring;
mod start;
mod value;
mod words;

pub use due::{PROMPT_WORKDAYS, REALTIME_WORKDAYS};
pub use phrase::KNOWN_PHRASES;
pub use read::LimitError;
pub use start::Start;
pub use value::{Anchor, Limit, NoticeOf, Retention, Span, TimeLimit, Unit};
