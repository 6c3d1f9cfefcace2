//! What a check finds in a small model, for tests.

use super::run::{Part, Run};
use crate::{compliance::measure, diagnostic::Finding, model::Model};

/// What `check` finds in `model`.
pub(super) fn found(check: Run, model: &Model) -> Vec<Finding> {
    let compliance = measure(model);
    let parts = [Part::Whole(&compliance), Part::Entries(&model.entries)];
    parts.into_iter().flat_map(|part| check.found(model, part).into_vec()).collect()
}

/// What `check` says of `model`, in Chinese.
pub(super) fn said(check: Run, model: &Model) -> Vec<String> {
    found(check, model).into_iter().map(|finding| finding.message.zh).collect()
}
