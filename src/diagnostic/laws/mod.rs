//! The legal texts that rules stand on, each with the days it is in force, and the places in them most often cited.
//!
//! Days come from the texts themselves. Where only a month or the year in the number is known, the text counts from the
//! last day of it: no finding may cite a text before it surely existed.

/// The day that the table goes to: what was issued, amended or repealed later it does not know.
pub const AS_OF: super::Ymd = (2026, 11, 30);

mod all;
mod documents;
mod ground;
mod regulations;
mod standards;
mod statutes;

pub use all::ALL;
pub use documents::*;
pub use ground::*;
pub use regulations::*;
pub use standards::*;
pub use statutes::*;
