//! GK07, the half that needs settings: was each entry reviewed, and before it was published?

mod family;
mod reviewed;

pub use family::{CHECKS, FAMILY};
