//! GK06: are public opinion and messages answered, in time and in full?

mod handler;
mod incomplete;
mod late;
mod message;
mod passed_on;
mod tally;
mod told_twice;
mod twin;
mod unanswered;

use super::{Check, Run};

pub use tally::tally;

/// The rules of the family, by code, each with the function that raises it.
pub(super) const CHECKS: &[Check] = &[
    Check { rule: &late::LATE_RESPONSE, run: Run::Public(late::check) },
    Check { rule: &incomplete::INCOMPLETE_RESPONSE, run: Run::Whole(incomplete::check) },
    Check { rule: &unanswered::UNANSWERED_MESSAGE, run: Run::Both(unanswered::registers_of, unanswered::entry) },
    Check { rule: &passed_on::MESSAGE_NOT_PASSED_ON, run: Run::Both(passed_on::registers_of, passed_on::entry) },
    Check { rule: &told_twice::MESSAGE_TOLD_TWICE, run: Run::Whole(told_twice::check) },
];
