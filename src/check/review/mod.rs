//! GK07, the half that needs settings: was each entry reviewed, and before it was published?

mod checks;
mod reviewed;

pub(super) use checks::CHECKS;
