//! gongkai (公开): a compiler for Chinese government disclosure catalogues.
//!
//! It reads a body's catalogue (TOML) and entries (Markdown), proves or refutes that what must be public is public – on
//! time and in full – and emits a static site and machine-readable indices. `ARCHITECTURE.md` is the map of the house.
//!
//! The list below is the floor plan. One blank line separates two floors; a module uses only modules of floors *above* it
//! in this list. `tests/architecture.rs` reads this file and enforces it, so the plan cannot drift from the house.
//!
//! The public surface is [`run`]: the program. Everything else may change with any release.

pub(crate) mod pack;

#[macro_use]
pub(crate) mod vocabulary;

pub(crate) mod day;
pub(crate) mod source;

pub(crate) mod diagnostic;

pub(crate) mod markup;
pub(crate) mod number;
pub(crate) mod office;
pub(crate) mod record;
pub(crate) mod world;

pub(crate) mod table;

pub(crate) mod model;
pub(crate) mod print;
pub(crate) mod syntax;

pub(crate) mod compliance;
pub(crate) mod resolve;

pub(crate) mod check;
pub(crate) mod scan;
pub(crate) mod site;

pub(crate) mod supervision;

pub(crate) mod emit;

pub(crate) mod compile;

pub(crate) mod mend;
pub(crate) mod publish;

pub(crate) mod preview;

pub(crate) mod driver;

pub(crate) mod cli;

#[doc(hidden)]
pub mod internals;

pub use cli::run;
