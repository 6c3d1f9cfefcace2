//! GK04: was it published in time?

mod application;
mod budget;
mod calendar;
mod class;
mod consultation;
mod due;
mod late;
mod notice;
mod overdue;
mod period;
mod procurement;
mod punctuality;
mod ruling;
mod soon;
mod term;
mod timed;

pub use punctuality::{Punctuality, punctuality};
pub use timed::{Timed, doubled_median, timed};

use super::{Check, Run};

/// The rules of the family, by code, each with the function that raises it.
pub(super) const CHECKS: &[Check] = &[
    Check { rule: &late::LATE_PUBLICATION, run: Run::Public(late::late_publication) },
    Check { rule: &ruling::LATE_LICENCE_OR_PENALTY, run: Run::Public(ruling::late_licence_or_penalty) },
    Check { rule: &budget::LATE_BUDGET, run: Run::Public(budget::late_budget) },
    Check { rule: &ruling::REVOKED_STILL_PUBLISHED, run: Run::Public(ruling::revoked_still_published) },
    Check { rule: &calendar::UNKNOWN_CALENDAR_YEAR, run: Run::Whole(calendar::unknown_calendar_year) },
    Check { rule: &period::MISSED_PERIOD, run: Run::Whole(period::missed_period) },
    Check { rule: &consultation::SHORT_CONSULTATION, run: Run::Whole(consultation::short_consultation) },
    Check { rule: &soon::DUE_SOON, run: Run::Entry(soon::due_soon) },
    Check { rule: &procurement::LATE_PROCUREMENT, run: Run::Public(procurement::late_procurement) },
    Check { rule: &application::LATE_APPLICATION_ANSWER, run: Run::Whole(application::late_application_answer) },
    Check { rule: &application::LATE_CORRECTION_NOTICE, run: Run::Whole(application::late_correction_notice) },
    Check { rule: &notice::NOTICE_PAST_PERIOD, run: Run::Public(notice::notice_past_period) },
    Check { rule: &term::SHORT_NOTICE_PERIOD, run: Run::Public(term::short_notice_period) },
    Check { rule: &overdue::OVERDUE_DRAFT, run: Run::Entry(overdue::overdue_draft) },
    Check { rule: &term::PUBLISHED_AFTER_ITS_END, run: Run::Public(term::published_after_its_end) },
];
