//! What a check finds in a small model, for tests.

use crate::{
    diagnostic::{Finding, Findings},
    model::Model,
    standing::{Standing, measure},
};

/// What `check` finds in `model`.
pub(super) fn found(check: fn(&Model, &Standing, &mut Findings), model: &Model) -> Vec<Finding> {
    let mut findings = Findings::new();
    check(model, &measure(model), &mut findings);
    findings.into_vec()
}

/// What `check` says of `model`, in Chinese.
pub(super) fn said(check: fn(&Model, &Standing, &mut Findings), model: &Model) -> Vec<String> {
    found(check, model).into_iter().map(|finding| finding.message.zh).collect()
}
