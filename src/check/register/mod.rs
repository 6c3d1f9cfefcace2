//! GK10: do typed tables hold what their columns say?

mod cell;
mod code;
mod column;
mod condition;
mod order;
mod promise;
mod stale;

use super::{Check, Run};

/// The rules of the family, by code, each with the function that raises it.
pub(super) const CHECKS: &[Check] = &[
    Check { rule: &cell::BAD_CELL, run: Run::Whole(cell::check) },
    Check { rule: &column::MISSING_COLUMN, run: Run::Whole(column::check) },
    Check { rule: &promise::PROMISE_LONGER_THAN_LAW, run: Run::Whole(promise::check) },
    Check {
        rule: &condition::SHARING_WITHOUT_CONDITION,
        run: Run::Both(condition::without_condition, condition::dataset_without_condition),
    },
    Check {
        rule: &condition::REFUSAL_WITHOUT_BASIS,
        run: Run::Both(condition::without_basis, condition::dataset_without_basis),
    },
    Check { rule: &stale::STALE_DATA, run: Run::Both(stale::registers_of, stale::dataset) },
    Check { rule: &code::REPEATED_CODE, run: Run::Whole(code::check) },
];
