//! Tables as authors write them: which keys there are, and what stands in them, with the place of each; and what remains
//! of a text once it is parsed.

mod body;
mod kept;
mod names;
mod packed;
mod schema;
mod value;
mod view;

pub use body::{Body, Heading, Link, Marks};
pub use kept::Record;
pub use packed::{Fields, Packed};
pub use schema::{Key, Need, Refer, Rest, Schema, Shape};
pub use value::{Field, Spanned, Value};
pub use view::View;
