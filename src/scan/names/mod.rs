//! Names of people in a notice: which words they are, and the texts and tables of the notice without them.
//!
//! A notice says `names_until`. What can surely be hidden is: columns of names, names behind labels, in lists, beside words that
//! stand beside nothing but names – and every other place in the notice where one of these names stands again. A text is hidden by
//! rewriting its source, and then looked at as a reader will see it: where a name is left after all, the text goes whole.

mod body;
mod grid;
mod known;
mod latin;
mod read;
mod rows;
mod script;
mod sentence;
mod told;
mod word;

pub use body::{Hiding, add_beside, decoded, hidden_body, told_of};
pub use known::Known;
pub(super) use known::letters;
pub use read::told;
pub use rows::{hidden_rows, lines_of};
pub(super) use word::is_common;
