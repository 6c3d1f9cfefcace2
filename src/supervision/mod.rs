//! What supervisors and staff ask for: reports as values, made from the judged project. Each is a [`Paper`], and every form of it – page,
//! document, workbook, JSON – is made of that one value.

mod base;
pub mod difference;
mod paper;

pub use base::{BaseDifference, base_differences};
pub use paper::{Bars, Block, Chapter, Column, Figure, Grid, Paper, Row, Target, Value};
