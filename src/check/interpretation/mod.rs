//! GK05: were policies interpreted, in time, by whom, and in words of their own?

mod family;
mod missing;
mod quality;

pub use family::{CHECKS, FAMILY};
