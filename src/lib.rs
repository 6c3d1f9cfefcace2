//! gongkai (公开): a compiler for Chinese government disclosure catalogues.
//!
//! It reads a body's catalogue (TOML) and entries (Markdown), proves or refutes that what must be public is public – on
//! time and in full – and emits a static site and machine-readable indices. `ARCHITECTURE.md` is the map of the house.
//!
//! The list below is the floor plan. One blank line separates two floors; a module uses only modules of floors *above* it
//! in this list. `tests/architecture.rs` reads this file and enforces it, so the plan cannot drift from the house.

pub mod pack;

#[macro_use]
pub mod text;
pub mod day;
pub mod source;
pub mod vocabulary;

pub mod diagnostic;

pub mod markup;
pub mod number;
pub mod office;
pub mod record;

#[allow(missing_docs, reason = "what a key is, its line in the schema says in both tongues")]
pub mod schema;
pub mod table;

pub mod model;
pub mod print;
pub mod syntax;

pub mod resolve;
pub mod standing;

pub mod check;
pub mod scan;
pub mod site;

pub mod emit;

pub mod rulebook;

pub mod driver;

pub mod cli;
