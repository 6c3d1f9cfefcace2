//! What supervisors and staff ask for: reports as values, made from the judged project. Each is a [`Paper`], and every form of it – page,
//! document, workbook, JSON – is made of that one value.

mod annual;
mod answers;
mod assessment;
mod base;
mod behind;
mod charge;
mod coming;
mod compare;
pub mod difference;
mod dossier;
mod figures;
mod form;
mod history;
mod inspection;
mod judged;
mod ledger;
mod ordinal;
mod overview;
mod paper;
mod plan;
mod problem;
mod problem_list;
mod rectified;
mod site;

pub use annual::{annual, draft as annual_draft};
pub use assessment::assessment;
pub use base::{BaseDifference, base_differences};
pub use dossier::Dossier;
pub use form::Form;
pub use history::{Kept, history_path, quarters_of_history};
pub use inspection::inspection;
pub use ordinal::ordinal;
pub use paper::{Bars, Block, Chapter, Column, Figure, Grid, Paper, Row, Target, Value};
pub use plan::plan;
pub use site::site;
