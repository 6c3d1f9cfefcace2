//! GK02: does the catalogue show all that must be public, and does each item hold what it asks for?

mod channel;
mod demand;
mod draft;
mod duty;
mod element;
mod empty;
mod facet;
mod family;
mod officer;
mod orphan;
mod spread;
mod unclassed;

pub(super) use family::CHECKS;
pub use family::FAMILY;
