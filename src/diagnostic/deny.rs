//! What a run will not have, `--deny`: findings that count as errors whatever they weigh otherwise.

use std::collections::BTreeSet;

use super::{Finding, Level, Rule};

/// Findings that count as errors in one run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Deny {
    /// Those of this level and above.
    pub least: Option<Level>,
    /// Those of these rules, by code: as if `[levels]` had raised each to an error.
    pub rules: BTreeSet<&'static str>,
}

impl Deny {
    /// Whether it asks for errors of `rule`.
    pub fn names(&self, rule: &Rule) -> bool {
        self.least.is_some() || self.rules.contains(rule.code)
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
