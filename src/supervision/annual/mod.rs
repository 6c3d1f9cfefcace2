//! `report annual`: a draft of the annual report on disclosure, in the form of its year.

#[allow(clippy::module_inception, reason = "the room is named after what it makes")]
mod annual;
mod behind;
mod draft;
mod made;
mod outline;
mod sheet;
mod statistics;
mod tally;

pub use annual::annual;
pub use draft::draft;
