//! The family's name and its checks, by code.

use super::reviewed;
use crate::{
    check::{Check, Run},
    diagnostic::Family,
};

/// Review before publication; the marks that a text bears are found by `scan`.
pub static FAMILY: Family = Family {
    prefix: "GK07",
    title: words! { zh: "审查", en: "Review" },
    rules: &[&reviewed::UNREVIEWED, &reviewed::LATE_REVIEW],
};

/// Its checks.
pub static CHECKS: &[Check] = &[
    Check { rule: &reviewed::UNREVIEWED, run: Run::Entry(reviewed::unreviewed) },
    Check { rule: &reviewed::LATE_REVIEW, run: Run::Public(reviewed::late_review) },
];
