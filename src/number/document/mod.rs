//! Document numbers (发文字号): parse, say what is wrong, mend, find in running text.

mod fault;
mod find;
mod parse;
mod piece;
mod printed;

pub use fault::Fault;
pub use find::{bracket_before, find_doubtful, find_in_text};
pub use parse::{DocumentNumber, Form, Malformed};
pub(super) use piece::{is_close, is_han, is_open};
