//! A paper to bytes, a file a form.

mod anchors;
mod json;
mod markdown;
mod paper;
mod shown;

pub use paper::paper;
