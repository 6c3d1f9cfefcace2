//! GK07, the half that needs settings: was each entry reviewed, and before it was published?

mod reviewed;

use super::{Check, Run};

/// The rules of the family, by code, each with the function that raises it.
pub(super) const CHECKS: &[Check] = &[
    Check { rule: &reviewed::UNREVIEWED, run: Run::Entry(reviewed::unreviewed) },
    Check { rule: &reviewed::LATE_REVIEW, run: Run::Public(reviewed::late_review) },
];
