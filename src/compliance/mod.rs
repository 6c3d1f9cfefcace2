//! The standing: what the body owes and what it has done, measured from the model alone, in plain values.

pub mod duties;

#[cfg(test)]
pub(crate) mod builder;

mod base;
mod body;
mod change;
#[allow(clippy::module_inception, reason = "the room is named after its type")]
mod compliance;
mod coverage;
mod duty;
mod element;
mod item;
mod label;
mod period;
mod project;
mod task;

pub use base::{BaseCompliance, BaseRow, additions, bases};
pub use body::judged;
pub use change::{Change, What};
pub use compliance::{Compliance, measure};
pub use coverage::{Coverage, Tally};
pub use duty::DutyCompliance;
pub use element::Lacks;
pub use item::{Fill, ItemCompliance, contradicting};
pub use label::{NearLabel, bare, near_labels};
pub use period::{Owed, estimated, last_day, period_of};
pub use project::{ClassCompliance, ProjectCompliance};
pub use task::TaskCompliance;
