//! The family's name and its checks, by code.

use super::{budget, calendar, consultation, late, notice, period, procurement, ruling, soon, term};
use crate::{
    check::{Check, Run},
    diagnostic::Family,
};

/// Time limits, in the State Council's working days.
pub static FAMILY: Family = Family {
    prefix: "GK04",
    title: words! { zh: "时限", en: "Time limits" },
    rules: &[
        &late::LATE_PUBLICATION,
        &ruling::LATE_LICENCE_OR_PENALTY,
        &budget::LATE_BUDGET,
        &ruling::REVOKED_STILL_PUBLISHED,
        &calendar::UNKNOWN_CALENDAR_YEAR,
        &period::MISSED_PERIOD,
        &consultation::SHORT_CONSULTATION,
        &soon::DUE_SOON,
        &procurement::LATE_PROCUREMENT,
        &notice::NOTICE_PAST_PERIOD,
        &term::SHORT_NOTICE_PERIOD,
        &term::PUBLISHED_AFTER_ITS_END,
    ],
};

/// Its checks.
pub static CHECKS: &[Check] = &[
    Check { rule: &late::LATE_PUBLICATION, run: Run::Public(late::late_publication) },
    Check { rule: &ruling::LATE_LICENCE_OR_PENALTY, run: Run::Public(ruling::late_licence_or_penalty) },
    Check { rule: &budget::LATE_BUDGET, run: Run::Public(budget::late_budget) },
    Check { rule: &ruling::REVOKED_STILL_PUBLISHED, run: Run::Public(ruling::revoked_still_published) },
    Check { rule: &calendar::UNKNOWN_CALENDAR_YEAR, run: Run::Whole(calendar::unknown_calendar_year) },
    Check { rule: &period::MISSED_PERIOD, run: Run::Whole(period::missed_period) },
    Check { rule: &consultation::SHORT_CONSULTATION, run: Run::Whole(consultation::short_consultation) },
    Check { rule: &soon::DUE_SOON, run: Run::Entry(soon::due_soon) },
    Check { rule: &procurement::LATE_PROCUREMENT, run: Run::Public(procurement::late_procurement) },
    Check { rule: &notice::NOTICE_PAST_PERIOD, run: Run::Public(notice::notice_past_period) },
    Check { rule: &term::SHORT_NOTICE_PERIOD, run: Run::Public(term::short_notice_period) },
    Check { rule: &term::PUBLISHED_AFTER_ITS_END, run: Run::Public(term::published_after_its_end) },
];
