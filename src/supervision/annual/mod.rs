//! `report annual`: a draft of the annual report on disclosure, in the form of its year.

mod annual;
mod draft;
mod made;
mod sheet;
mod statistics;
mod tally;

pub use annual::annual;
pub use draft::draft;
