//! GK05: were policies interpreted, in time, by whom, and in words of their own?

mod interpreter;
mod missing;
mod quality;

use super::{Check, Run};

/// The rules of the family, by code, each with the function that raises it.
pub(super) const CHECKS: &[Check] = &[
    Check { rule: &missing::UNINTERPRETED_POLICY, run: Run::Whole(missing::uninterpreted_policy) },
    Check { rule: &missing::LATE_INTERPRETATION, run: Run::Whole(missing::late_interpretation) },
    Check { rule: &interpreter::NO_FIRST_INTERPRETER, run: Run::Whole(interpreter::no_first_interpreter) },
    Check { rule: &quality::THIN_INTERPRETATION, run: Run::Whole(quality::thin_interpretation) },
    Check { rule: &quality::INTERPRETS_NOTHING, run: Run::Whole(quality::interprets_nothing) },
];
