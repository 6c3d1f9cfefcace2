//! The rules of the family, by code, each with the function that raises it.

use super::reviewed;
use crate::check::{Check, Run};

/// Review before publication; the marks that a text bears are found by `scan`.
pub(in crate::check) static CHECKS: &[Check] = &[
    Check { rule: &reviewed::UNREVIEWED, run: Run::Entry(reviewed::unreviewed) },
    Check { rule: &reviewed::LATE_REVIEW, run: Run::Public(reviewed::late_review) },
];
