//! The family's name and its checks, by code.

use super::{budget, calendar, consultation, late, notice, period, procurement, ruling, soon};
use crate::{check::Check, diagnostic::Family};

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
    ],
};

/// Its checks.
pub static CHECKS: &[Check] = &[
    Check { rule: &late::LATE_PUBLICATION, run: late::late_publication },
    Check { rule: &ruling::LATE_LICENCE_OR_PENALTY, run: ruling::late_licence_or_penalty },
    Check { rule: &budget::LATE_BUDGET, run: budget::late_budget },
    Check { rule: &ruling::REVOKED_STILL_PUBLISHED, run: ruling::revoked_still_published },
    Check { rule: &calendar::UNKNOWN_CALENDAR_YEAR, run: calendar::unknown_calendar_year },
    Check { rule: &period::MISSED_PERIOD, run: period::missed_period },
    Check { rule: &consultation::SHORT_CONSULTATION, run: consultation::short_consultation },
    Check { rule: &soon::DUE_SOON, run: soon::due_soon },
    Check { rule: &procurement::LATE_PROCUREMENT, run: procurement::late_procurement },
    Check { rule: &notice::NOTICE_PAST_PERIOD, run: notice::notice_past_period },
];
