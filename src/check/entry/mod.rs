//! GK03: is each entry what a piece of government information must be?

mod backdated;
mod checks;
mod class;
mod dates;
mod empty;
mod incomplete;
mod index_number;
mod normative;
mod repeated_number;
mod sharing;
mod summary;
mod validity;
mod withheld;

pub(super) use checks::CHECKS;
