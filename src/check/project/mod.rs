//! GK09: is what must be public of a major project at its stage there?

mod class;
mod code;

use super::{Check, Run};

/// The rules of the family, by code, each with the function that raises it.
pub(super) const CHECKS: &[Check] = &[
    Check { rule: &class::MISSING_PROJECT_CLASS, run: Run::Whole(class::check) },
    Check { rule: &code::MALFORMED_PROJECT_CODE, run: Run::Whole(code::check) },
];
