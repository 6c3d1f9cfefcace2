//! What was typed; one command a file.

#![allow(clippy::disallowed_methods, reason = "what was typed, and where, is of the environment")]

mod allow;
mod ask;
mod baseline;
mod body;
mod build;
mod check;
mod command;
mod completions;
mod data;
mod deny;
mod diff;
mod draft;
mod duties;
mod edit;
mod explain;
mod fix;
mod host;
mod init;
mod lock;
mod meant;
mod new;
mod nil;
mod output;
mod profile;
mod progress;
mod question;
mod report;
mod report_to;
mod rules;
mod run;
mod say;
mod search;
mod serve;
mod usage_error;
mod withdraw;
mod word_list;

pub use run::run;
