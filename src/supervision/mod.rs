//! What supervisors and staff ask for: reports as values, made from the judged project. Each is a [`Paper`], and every form of it – page,
//! document, workbook, JSON – is made of that one value.

mod dossier;
mod form;
mod paper;
mod plan;

pub use dossier::Dossier;
pub use form::Form;
pub use paper::{Bars, Block, Chapter, Column, Figure, Grid, Paper, Row, Target, Value};
pub use plan::plan;
