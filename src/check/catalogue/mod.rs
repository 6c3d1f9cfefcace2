//! GK01: is the catalogue itself whole, lawful and up to date?

mod base;
mod basis;
mod channel;
mod citation;
mod exception;
mod group;
mod incomplete;
mod limit;
mod local_law;
mod longer;
mod stale;

use super::{Check, Run};

/// The rules of the family, by code, each with the function that raises it.
pub(super) const CHECKS: &[Check] = &[
    Check { rule: &incomplete::INCOMPLETE_ITEM, run: Run::Whole(incomplete::check) },
    Check { rule: &channel::NO_WEBSITE_CHANNEL, run: Run::Whole(channel::check) },
    Check { rule: &limit::UNREADABLE_TIME_LIMIT, run: Run::Whole(limit::check) },
    Check { rule: &longer::LIMIT_LONGER_THAN_LAW, run: Run::Whole(longer::check) },
    Check { rule: &basis::WEAK_BASIS, run: Run::Whole(basis::check) },
    Check { rule: &stale::STALE_CATALOGUE, run: Run::Whole(stale::check) },
    Check { rule: &exception::UNGROUNDED_EXCEPTION, run: Run::Whole(exception::check) },
    Check { rule: &group::AUDIENCE_WITHOUT_GROUP, run: Run::Whole(group::check) },
    Check { rule: &base::DROPPED_SUPERIOR_ITEM, run: Run::Whole(base::check) },
];
