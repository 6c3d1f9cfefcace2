//! GK02: does the catalogue show all that must be public, and does each item hold what it asks for?

mod channel;
mod checks;
mod demand;
mod draft;
mod duty;
mod element;
mod empty;
mod facet;
mod officer;
mod orphan;
mod spread;
mod unclassed;

pub(super) use checks::CHECKS;
