//! Text rules: one document at a time, looked at once when it is parsed, and remembered.

mod account;
mod attachment;
mod document_number;
mod draft;
mod identity;
mod list;
mod look;
mod marks;
mod people;
mod person;
mod phone;
mod rows;
mod secrecy;
mod subject;

pub use list::RULES;
pub use look::{attachment, catalogue, entry, table};
use subject::Subject;
