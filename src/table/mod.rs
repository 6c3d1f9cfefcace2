//! Typed tables: columns and cells, CSV and XLSX in, CSV out, and the lists that every office keeps.

mod builtin;
mod column;
mod csv;
mod grid;
mod xlsx;

pub use builtin::builtin;
pub use column::{Column, Schema};
pub use csv::read_csv;
pub use grid::{Limits, Problem, Row, Table};
pub use xlsx::read_xlsx;
