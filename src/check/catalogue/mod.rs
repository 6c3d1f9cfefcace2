//! GK01: is the catalogue itself whole, lawful and up to date?

mod base;
mod basis;
mod channel;
mod checks;
mod citation;
mod exception;
mod group;
mod incomplete;
mod limit;
mod longer;
mod stale;

pub(super) use checks::CHECKS;
