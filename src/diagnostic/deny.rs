//! What a run will not have, `--deny`: findings that count as errors whatever they weigh otherwise.

use std::collections::BTreeSet;

use super::{Diagnostic, Finding, Level};

/// Findings that count as errors in one run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Deny {
    /// Those of this level and above.
    pub least: Option<Level>,
    /// Those of these rules, by code: as if `[levels]` had raised each to an error.
    pub rules: BTreeSet<&'static str>,
}

impl Deny {
    /// Whether `diagnostic`, of a report that was [denied](super::Report::deny), is an error that this run will not have.
    pub fn names(&self, diagnostic: &Diagnostic) -> bool {
        let asked = self.least.is_some() || self.rules.contains(diagnostic.finding.rule.code);
        asked && diagnostic.is_error()
    }

    /// The level in such a run of `finding`, which weighs `own` otherwise and is not explained.
    pub(super) fn level(&self, finding: &Finding, own: Level) -> Level {
        if self.least.is_some_and(|least| own >= least) {
            Level::Error
        } else if self.rules.contains(finding.rule.code) {
            own.max(finding.at_most.unwrap_or(Level::Error))
        } else {
            own
        }
    }
}
