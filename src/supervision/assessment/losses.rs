//! What an indicator lost to what: points, and the findings, items or entries behind them.

use std::collections::BTreeMap;

use super::evidence::Evidence;
use crate::{
    check::Missed,
    diagnostic::Rule,
    model::{Points, ScoredIndicator, TaskId},
};

/// What took points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Findings of a rule.
    Rule(&'static Rule),
    /// A share that falls short.
    Measure,
    /// A task that is not done, or was done late.
    Task(TaskId),
}

/// Points lost to one cause.
#[derive(Debug)]
pub struct Loss {
    pub cause: Cause,
    /// 责任科室; none where nothing says so.
    pub office: Option<Box<str>>,
    /// Findings, by their place among all.
    pub problems: Vec<usize>,
    /// Items or entries that a share falls short by.
    pub missed: Vec<Missed>,
    /// By the points of the sheet as written, before what does not apply is spread.
    pub points: Points,
}

impl Loss {
    /// How many there are.
    pub fn count(&self) -> usize {
        (self.problems.len() + self.missed.len()).max(1)
    }
}

/// The losses to `found`, a rule and an office each, as far as `left` reaches.
pub fn by_rule(evidence: &Evidence<'_>, indicator: &ScoredIndicator, found: &[usize], left: &mut Points) -> Vec<Loss> {
    let mut groups: BTreeMap<(&str, Option<Box<str>>), Vec<usize>> = BTreeMap::new();
    for &at in found {
        let problem = &evidence.problems[at];
        groups.entry((problem.found.finding.rule.code, problem.charge.office.clone())).or_default().push(at);
    }
    let one = |((_, office), problems): ((&str, Option<Box<str>>), Vec<usize>)| {
        let cause = Cause::Rule(evidence.problems[problems[0]].found.finding.rule);
        let points = match indicator.each {
            Some(each) => take(each.times(problems.len(), *left), left),
            None => take(*left, left),
        };
        Loss { cause, office, problems, missed: Vec::new(), points }
    };
    groups.into_iter().map(one).collect()
}

/// The losses to a share that falls short by `missed`, an office each: `points` are spread by how many are each one's.
pub fn by_office(evidence: &Evidence<'_>, missed: impl Iterator<Item = Missed>, points: Points) -> Vec<Loss> {
    let mut groups: BTreeMap<Option<Box<str>>, Vec<Missed>> = BTreeMap::new();
    for it in missed {
        let charge = match it {
            Missed::Item(id) => evidence.charges.of_item(id),
            Missed::Entry(id) => evidence.charges.of_entry(id),
        };
        groups.entry(charge.office).or_default().push(it);
    }
    let counts: Vec<Points> = groups.values().map(|it| Points(i64::try_from(it.len()).unwrap_or(i64::MAX))).collect();
    let shares = Points::spread(points, &counts);
    let one = |((office, missed), points)| Loss { cause: Cause::Measure, office, problems: Vec::new(), missed, points };
    groups.into_iter().zip(shares).map(one).collect()
}

/// As much of `wanted` as is left.
pub fn take(wanted: Points, left: &mut Points) -> Points {
    let taken = wanted.min(*left);
    *left = *left - taken;
    taken
}
