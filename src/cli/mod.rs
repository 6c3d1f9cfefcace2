//! What was typed; one command a file.

#![allow(clippy::disallowed_methods, reason = "what was typed, and where, is of the environment")]

mod allow;
mod ask;
mod build;
mod check;
mod command;
mod data;
mod edit;
mod explain;
mod init;
mod lock;
mod meant;
mod nil;
mod profile;
mod progress;
mod rules;
mod run;
mod say;
mod usage_error;
mod word_list;

pub use run::run;
