//! The rules of the family and their checks, by code.

use super::{base, basis, channel, exception, group, incomplete, limit, longer, stale};
use crate::{
    check::{Check, Run},
    diagnostic::Family,
};

/// GK01.
pub static FAMILY: Family = Family {
    prefix: "GK01",
    title: words! { zh: "目录", en: "Catalogue" },
    rules: &[
        &incomplete::INCOMPLETE_ITEM,
        &channel::NO_WEBSITE_CHANNEL,
        &limit::UNREADABLE_TIME_LIMIT,
        &longer::LIMIT_LONGER_THAN_LAW,
        &basis::WEAK_BASIS,
        &stale::STALE_CATALOGUE,
        &exception::UNGROUNDED_EXCEPTION,
        &group::AUDIENCE_WITHOUT_GROUP,
        &base::DROPPED_SUPERIOR_ITEM,
    ],
};

pub(in crate::check) static CHECKS: &[Check] = &[
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
