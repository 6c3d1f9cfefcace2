//! The standing: what the body owes and what it has done, measured from the model alone, in plain values.

pub mod duties;

#[cfg(test)]
pub(crate) mod builder;

mod body;
mod change;
mod coverage;
mod duty;
mod element;
mod item;
mod period;
mod task;
mod whole;

pub use body::judged;
pub use change::Change;
pub use coverage::{Coverage, Tally};
pub use duty::DutyStanding;
pub use element::Lacks;
pub use item::ItemStanding;
pub use period::{Owed, last_day, period_of};
pub use task::TaskStanding;
pub use whole::{Standing, measure};
