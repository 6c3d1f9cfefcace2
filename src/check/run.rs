//! The rules that look at everything, family by family.

use rayon::prelude::*;

use super::{
    annual, catalogue, coverage, deadline, entry, freshness, interpretation, media, plan, project, register, response,
    review, site,
};
use crate::{
    compliance::Compliance,
    diagnostic::{Findings, Rule},
    model::{Entry, Model, State},
};

/// A rule and the function that finds its faults.
#[derive(Debug)]
pub struct Check {
    pub rule: &'static Rule,
    /// Raises the rule at each of its faults.
    pub run: Run,
}

/// Where a rule finds its faults.
#[derive(Clone, Copy, Debug)]
pub enum Run {
    /// In the whole.
    Whole(fn(&Model, &Compliance, &mut Findings)),
    /// In the whole, and in an entry by itself.
    Both(fn(&Model, &Compliance, &mut Findings), fn(&Model, &Entry, &mut Findings)),
    /// In an entry by itself.
    Entry(fn(&Model, &Entry, &mut Findings)),
    /// In an entry by itself, of those that are public today.
    Public(fn(&Model, &Entry, &mut Findings)),
}

impl Run {
    /// What it finds in the whole, or by itself in each of `entries`.
    pub(super) fn found(self, model: &Model, part: Part<'_>) -> Findings {
        let mut findings = Findings::new();
        match (self, part) {
            (Self::Whole(run) | Self::Both(run, _), Part::Whole(compliance)) => run(model, compliance, &mut findings),
            (Self::Entry(run) | Self::Both(_, run), Part::Entries(entries)) => {
                for it in entries {
                    run(model, it, &mut findings);
                }
            }
            (Self::Public(run), Part::Entries(entries)) => {
                let public = entries.iter().filter(|it| it.state == State::Published);
                public.for_each(|it| run(model, it, &mut findings));
            }
            _ => {}
        }
        findings
    }
}

/// What is looked at.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part<'a> {
    /// The whole, and what it stands for.
    Whole(&'a Compliance),
    /// Some entries.
    Entries(&'a [Box<Entry>]),
}

/// Entries that all rules look at before the next: what the first has read the others have at hand.
const BLOCK: usize = 128;

/// All checks: one list a family.
pub static CHECKS: &[&[Check]] = &[
    catalogue::CHECKS,
    coverage::CHECKS,
    entry::CHECKS,
    deadline::CHECKS,
    interpretation::CHECKS,
    response::CHECKS,
    review::CHECKS,
    project::CHECKS,
    register::CHECKS,
    media::CHECKS,
    plan::CHECKS,
    site::CHECKS,
    annual::CHECKS,
    freshness::CHECKS,
];

/// Runs every check that `wanted` wants, by whichever core is free; what they find is told in the order of the rules.
/// A rule that is switched off for the whole project need not look: what it would find could fill the memory for nothing.
pub fn run(model: &Model, compliance: &Compliance, wanted: impl Fn(&Rule) -> bool, findings: &mut Findings) {
    let checks: Vec<&Check> = CHECKS.iter().copied().flatten().filter(|check| wanted(check.rule)).collect();
    let look = |part| checks.par_iter().map(move |check| check.run.found(model, part)).collect();
    let block = |entries| checks.iter().map(|check| check.run.found(model, Part::Entries(entries))).collect();
    let (whole, mut blocks): (Vec<Findings>, Vec<Vec<Findings>>) =
        rayon::join(|| look(Part::Whole(compliance)), || model.entries.par_chunks(BLOCK).map(block).collect());
    for (at, found) in whole.into_iter().enumerate() {
        findings.extend(found);
        for block in &mut blocks {
            findings.extend(std::mem::take(&mut block[at]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_speaks_both_tongues_and_brings_its_examples() {
        for rule in CHECKS.iter().copied().flatten().map(|check| check.rule) {
            for words in [rule.title, rule.why, rule.mend] {
                assert!(!words.zh.is_empty() && !words.en.is_empty(), "{}", rule.code);
            }
        }
    }
}
