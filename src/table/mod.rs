//! Typed tables: columns and cells, CSV and XLSX in, CSV out, and the lists that every office keeps.

mod builtin;
mod cell;
mod check;
mod column;
mod csv;
mod grid;
mod words;
mod write;
mod xlsx;

pub use builtin::builtin;
pub use cell::{Checks, Reason, Value, value};
pub use check::{CellFault, Checked, check};
pub use column::{Column, Schema};
pub use csv::read_csv;
pub use grid::{Cell, Limits, Problem, Row, Table};
pub use write::{harmless, write_csv};
pub use xlsx::read_xlsx;
