//! The rules that look at everything, in the order of their codes.

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
pub static FAMILIES: &[&Family] = &[];

/// Their checks: one list a family.
static CHECKS: &[&[Check]] = &[];

/// Runs every check.
pub fn run(model: &Model, standing: &Standing, findings: &mut Findings) {
    for check in CHECKS.iter().copied().flatten() {
        (check.run)(model, standing, findings);
    }
}
