//! Days, the State Council's working days, and official time-limit phrases.

pub mod arrangements;
mod cadence;
mod calendar;
pub(in crate::day) mod date;
pub mod festivals;
mod guess;
pub mod limit;
mod moment;
pub mod numeral;
mod period;

pub use cadence::Cadence;
pub use calendar::{Calendar, Year};
pub use date::{Day, DayError};
pub use limit::{Limit, LimitError, Start, TimeLimit};
pub use moment::{Moment, Time};
pub use period::{Period, YearPart};
