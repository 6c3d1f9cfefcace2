//! GK13: the annual report on disclosure, and that of the website.

mod due;
mod figures;
mod form;
mod missing;
mod report;
mod sums;
pub mod tables;
mod website;

use super::{Check, Run};

pub(super) use missing::is_told;
pub use sums::carried_on;

/// The rules of the family, by code, each with the function that raises it.
pub(super) const CHECKS: &[Check] = &[
    Check { rule: &missing::MISSING_ANNUAL_REPORT, run: Run::Whole(missing::check) },
    Check { rule: &sums::SUMS_THAT_DIFFER, run: Run::Both(sums::carried, sums::check) },
    Check { rule: &website::MISSING_WEBSITE_REPORT, run: Run::Whole(website::check) },
];
