//! GK12: is what a plan asks for done, where it asks for it, and can it be shown?

mod indicator;
mod ledger;
mod place;
mod rectification;
mod scheme;
mod score;
mod task;

use super::{Check, Run};

/// The rules of the family, by code, each with the function that raises it.
pub(super) const CHECKS: &[Check] = &[
    Check { rule: &task::MISSED_TASK, run: Run::Whole(task::steps) },
    Check { rule: &task::UNPROVED_TASK, run: Run::Whole(place::unproved) },
    Check { rule: &rectification::OVERDUE_RECTIFICATION, run: Run::Whole(rectification::check) },
    Check { rule: &indicator::MISSED_INDICATOR, run: Run::Whole(indicator::check) },
    Check { rule: &scheme::UNEVEN_SCHEME, run: Run::Whole(scheme::check) },
    Check { rule: &score::UNUSED_SCORE, run: Run::Whole(score::check) },
    Check { rule: &ledger::UNTIED_RECTIFICATION, run: Run::Whole(ledger::check) },
];
