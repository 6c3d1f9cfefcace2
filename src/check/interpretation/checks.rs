//! The rules of the family, by code, each with the function that raises it.

use super::{missing, quality};
use crate::check::{Check, Run};

pub(in crate::check) static CHECKS: &[Check] = &[
    Check { rule: &missing::UNINTERPRETED_POLICY, run: Run::Whole(missing::uninterpreted_policy) },
    Check { rule: &missing::LATE_INTERPRETATION, run: Run::Whole(missing::late_interpretation) },
    Check { rule: &quality::NO_FIRST_INTERPRETER, run: Run::Whole(quality::no_first_interpreter) },
    Check { rule: &quality::THIN_INTERPRETATION, run: Run::Whole(quality::thin_interpretation) },
];
