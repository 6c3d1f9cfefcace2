//! GK04: was it published in time?

mod application;
mod budget;
mod calendar;
mod checks;
mod consultation;
mod due;
mod late;
mod notice;
mod period;
mod procurement;
mod ruling;
mod soon;

pub(super) use checks::CHECKS;
