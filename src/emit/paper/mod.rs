//! A paper to bytes, a file a form.

mod anchors;
mod bars;
mod docx;
mod heights;
mod html;
mod json;
mod markdown;
#[allow(clippy::module_inception, reason = "the room is named after what it makes")]
mod paper;
mod safe;
mod shown;
mod widths;
mod workbook;
mod xlsx;

pub use paper::paper;
pub(super) use workbook::{SheetNames, cell, workbook};
