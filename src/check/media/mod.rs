//! GK11: are the accounts on Weibo, WeChat and elsewhere kept, and is what they post looked at?

mod ownerless;
mod post;
mod silent;
mod uncorrected;
mod unrelated;
mod unreviewed;
mod weak;

use super::{Check, Run};

/// The rules of the family, by code, each with the function that raises it.
pub(super) const CHECKS: &[Check] = &[
    Check { rule: &silent::SILENT_ACCOUNT, run: Run::Whole(silent::check) },
    Check { rule: &ownerless::OWNERLESS_ACCOUNT, run: Run::Whole(ownerless::check) },
    Check { rule: &unreviewed::UNREVIEWED_POST, run: Run::Both(unreviewed::registers_of, unreviewed::entry) },
    Check { rule: &weak::WEAK_ACCOUNT, run: Run::Whole(weak::check) },
    Check { rule: &uncorrected::UNCORRECTED_POST, run: Run::Both(uncorrected::registers_of, uncorrected::entry) },
    Check { rule: &unrelated::UNRELATED_POST, run: Run::Whole(unrelated::check) },
];
