//! A paper to bytes, a file a form.

mod anchors;
mod bars;
mod docx;
mod html;
mod json;
mod markdown;
mod paper;
mod safe;
mod shown;
mod workbook;
mod xlsx;

pub use paper::paper;
pub(super) use workbook::{SheetNames, cell, workbook};
