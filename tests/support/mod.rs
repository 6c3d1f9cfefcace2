//! What the tests share: a project on disk, a run of the program, the compiler in process, stories in Markdown.
//!
//! Only this folder knows how the program is called; the tests beside it say what must come out.

pub mod binary;
pub mod bytes;
pub mod code;
pub mod committed;
pub mod corpus;
pub mod edits;
pub mod files;
pub mod finding;
pub mod hour;
pub mod library;
pub mod project;
pub mod readable;
pub mod search;
pub mod server;
pub mod story;
pub mod workbook;
