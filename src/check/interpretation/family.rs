//! The family's name and its checks, by code.

use super::{missing, quality};
use crate::{
    check::{Check, Run},
    diagnostic::Family,
};

/// Interpretation of policies.
pub static FAMILY: Family = Family {
    prefix: "GK05",
    title: words! { zh: "政策解读", en: "Interpretation" },
    rules: &[
        &missing::UNINTERPRETED_POLICY,
        &missing::LATE_INTERPRETATION,
        &quality::NO_FIRST_INTERPRETER,
        &quality::THIN_INTERPRETATION,
    ],
};

/// Its checks.
pub static CHECKS: &[Check] = &[
    Check { rule: &missing::UNINTERPRETED_POLICY, run: Run::Whole(missing::uninterpreted_policy) },
    Check { rule: &missing::LATE_INTERPRETATION, run: Run::Whole(missing::late_interpretation) },
    Check { rule: &quality::NO_FIRST_INTERPRETER, run: Run::Whole(quality::no_first_interpreter) },
    Check { rule: &quality::THIN_INTERPRETATION, run: Run::Whole(quality::thin_interpretation) },
];
