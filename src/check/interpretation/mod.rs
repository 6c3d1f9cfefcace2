//! GK05: were policies interpreted, in time, by whom, and in words of their own?

mod checks;
mod missing;
mod quality;

pub(super) use checks::CHECKS;
