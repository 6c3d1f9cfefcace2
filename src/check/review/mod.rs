//! GK07, the half that needs settings, and GK20: was each entry finished and reviewed before it was published?

mod address;
mod placeholder;
mod reviewed;
mod unverified;

pub use reviewed::steps as review_steps;

use super::{Check, Run};

/// The rules of the family, by code, each with the function that raises it.
pub(super) const CHECKS: &[Check] = &[
    Check { rule: &reviewed::UNREVIEWED, run: Run::Entry(reviewed::unreviewed) },
    Check { rule: &reviewed::LATE_REVIEW, run: Run::Public(reviewed::late_review) },
    Check {
        rule: &placeholder::PLACEHOLDER_LEFT,
        run: Run::Both(placeholder::left_in_catalogue, placeholder::left_in_entry),
    },
    Check { rule: &placeholder::PLACEHOLDER_REVIEW, run: Run::Entry(placeholder::placeholder_review) },
    Check { rule: &address::EXAMPLE_ADDRESS, run: Run::Whole(address::example_address) },
    Check { rule: &unverified::UNVERIFIED, run: Run::Whole(unverified::unverified) },
];
