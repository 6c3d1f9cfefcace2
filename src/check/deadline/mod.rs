//! GK04: was it published in time?

mod budget;
mod calendar;
mod class;
mod consultation;
mod due;
mod family;
mod late;
mod notice;
mod period;
mod procurement;
mod ruling;
mod soon;
mod term;

pub use family::{CHECKS, FAMILY};
