//! `index.lock`: numbers and addresses that are given once and never change.

mod address;
mod assign;
mod file;
mod line;
#[cfg(test)]
mod tests;

pub use address::Slot;
pub use assign::{Assigned, Candidate, Numbers, assign};
pub use file::{Lock, Problem};
pub use line::{Line, State};
