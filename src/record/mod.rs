//! Tables as authors write them: which keys there are, and what stands in them, with the place of each; and what remains
//! of a text once it is parsed.

mod body;
mod packed;
mod schema;
mod value;

pub use body::{Body, Heading, Link};
pub use schema::{Key, Need, Refer, Rest, Schema, Shape};
pub use value::{Field, Name, Record, Spanned, Value};
