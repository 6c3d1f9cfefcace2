//! All tests in one binary: a second one would link the whole library again.

#![allow(clippy::disallowed_methods, reason = "tests stand outside: they have a disk and a clock")]

mod architecture;
mod calendar;
mod cli;
mod compliance;
mod corpus;
mod crash;
mod docs;
mod exceptions;
mod faults;
mod fixes;
mod folders;
mod formats;
mod gates;
mod golden;
mod hostile;
mod incremental;
mod init;
mod interrupted;
mod leaks;
mod lock;
mod mistakes;
mod names;
mod outputs;
mod own;
mod pasted;
mod perturb;
mod phrases;
mod planted;
mod preview;
mod properties;
mod reading;
mod rules;
mod sheets;
mod sinks;
mod speed;
mod statements;
mod support;
mod texts;
mod theme;
mod ui;
mod withdrawn;
