//! What a run remembers for the next: files by their stamps, pages by what they depend on, the last result as a whole.

mod cache;
mod outputs;
mod recall;
mod shelf;
mod stamp;
mod survey;

pub use cache::Cache;
pub use outputs::{Key, Known, Left, Lying, Outputs, Question, Record, is_settled, key, place, remember};
pub use recall::{Recall, Said};
pub use shelf::{Hash, Reading, Shelf};
pub use stamp::{Stamp, now};
pub use survey::{Lies, Seen, survey};
