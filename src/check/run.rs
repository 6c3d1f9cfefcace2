//! The rules that look at everything, family by family.

use rayon::prelude::*;

use super::{catalogue, coverage, deadline, entry, interpretation, review};
use crate::{
    diagnostic::{Family, Findings, Rule},
    model::Model,
    standing::Standing,
};

/// A rule and the function that finds its faults.
#[derive(Debug)]
pub struct Check {
    /// The rule.
    pub rule: &'static Rule,
    /// Raises the rule at each of its faults.
    pub run: fn(&Model, &Standing, &mut Findings),
}

/// The families whose rules look at everything.
pub static FAMILIES: &[&Family] = &[
    &catalogue::FAMILY,
    &coverage::FAMILY,
    &entry::FAMILY,
    &deadline::FAMILY,
    &interpretation::FAMILY,
    &review::FAMILY,
];

/// Their checks: one list a family.
static CHECKS: &[&[Check]] =
    &[catalogue::CHECKS, coverage::CHECKS, entry::CHECKS, deadline::CHECKS, interpretation::CHECKS, review::CHECKS];

/// Runs every check that `wanted` wants, each by whichever core is free; what they find is told in the order of the rules.
/// A rule that is switched off for the whole project need not look: what it would find could fill the memory for nothing.
pub fn run(model: &Model, standing: &Standing, wanted: impl Fn(&Rule) -> bool, findings: &mut Findings) {
    let checks: Vec<&Check> = CHECKS.iter().copied().flatten().filter(|check| wanted(check.rule)).collect();
    let found: Vec<Findings> = checks
        .into_par_iter()
        .map(|check| {
            let mut findings = Findings::new();
            (check.run)(model, standing, &mut findings);
            findings
        })
        .collect();
    for it in found {
        findings.extend(it);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_of_a_family_has_its_check_and_no_other() {
        for (family, checks) in FAMILIES.iter().zip(CHECKS) {
            let rules: Vec<_> = family.rules.iter().map(|rule| rule.code).collect();
            let run: Vec<_> = checks.iter().map(|check| check.rule.code).collect();
            assert_eq!(rules, run, "{}", family.prefix);
            assert!(rules.is_sorted() && rules.iter().all(|code| code.starts_with(family.prefix)));
        }
    }

    #[test]
    fn every_rule_speaks_both_tongues_and_brings_its_examples() {
        for rule in CHECKS.iter().copied().flatten().map(|check| check.rule) {
            for words in [rule.title, rule.why, rule.mend] {
                assert!(!words.zh.is_empty() && !words.en.is_empty(), "{}", rule.code);
            }
            assert!(rule.example.bad.starts_with("==> ") && rule.example.good.starts_with("==> "), "{}", rule.code);
        }
    }
}
