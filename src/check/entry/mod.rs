//! GK03: is each entry what a piece of government information must be?

mod backdated;
mod class;
mod dates;
mod empty;
mod family;
mod incomplete;
mod index_number;
mod normative;
mod repeated_number;
mod sharing;
mod summary;
mod validity;
mod withheld;

pub use family::{CHECKS, FAMILY};
