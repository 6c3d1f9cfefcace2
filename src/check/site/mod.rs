//! GK15: does a website of its own say of itself what it must, and has it the parts that it must?

mod footer;
mod guide;
mod label;
mod part;
mod privacy;
mod site_id;
mod whole;

pub use footer::MISSING_FOOTER_PART;
pub use label::MISSING_PAGE_LABEL;
pub use part::MISSING_PLATFORM_PART;

use super::{Check, Run};

/// The rules of the family, by code, each with the function that raises it.
pub(super) const CHECKS: &[Check] = &[
    Check { rule: &MISSING_PAGE_LABEL, run: Run::Whole(label::check) },
    Check { rule: &MISSING_FOOTER_PART, run: Run::Whole(footer::check) },
    Check { rule: &MISSING_PLATFORM_PART, run: Run::Whole(part::check) },
    Check { rule: &guide::INCOMPLETE_GUIDE, run: Run::Whole(guide::check) },
    Check { rule: &site_id::MALFORMED_SITE_ID, run: Run::Whole(site_id::check) },
    Check { rule: &privacy::MISSING_PRIVACY_STATEMENT, run: Run::Whole(privacy::check) },
];
