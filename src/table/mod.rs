//! Typed tables: columns and cells, CSV and XLSX in, CSV out, and the lists that every office keeps.

mod builtin;
mod cell_fault;
mod column;
mod csv;
mod cycle;
mod duration;
mod grid;
mod plain;
mod xlsx;

pub use builtin::builtin;
pub use cell_fault::{CellFault, cell_fault, yes_no};
pub use column::{Column, Schema, same_head};
pub use csv::read_csv;
pub use cycle::update_cycle;
pub use duration::is_longer;
pub use grid::{Cell, Limits, Problem, Row, Table};
pub use plain::{is_none, plain};
pub use xlsx::read_xlsx;
