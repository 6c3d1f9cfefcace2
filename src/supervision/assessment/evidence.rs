//! What a sheet is judged by: findings by body and rule, and what each body has.

use std::collections::BTreeMap;

use super::{
    faults::Faults,
    holdings::{Holdings, holdings},
};
use crate::{
    day::Period,
    diagnostic::{Basis, Level, Portion, Subject},
    model::{ItemId, OrganisationId, Scheme, ScoredIndicator},
    supervision::{Dossier, charge::Charges, problem::Problem},
};

/// The project as a sheet sees it.
pub struct Evidence<'a> {
    pub of: &'a Dossier<'a>,
    pub scheme: &'a Scheme,
    /// The place of the sheet among the model's; none for one that the catalogue does not name.
    pub at: Option<usize>,
    pub period: Period,
    pub charges: Charges<'a>,
    /// All findings; those of no body are the site's own.
    pub problems: Vec<Problem<'a>>,
    pub holdings: BTreeMap<OrganisationId, Holdings>,
    pub faults: Faults,
    by: BTreeMap<(OrganisationId, &'static str), Vec<usize>>,
}

impl<'a> Evidence<'a> {
    pub fn new(of: &'a Dossier<'a>, scheme: &'a Scheme, at: Option<usize>, period: Period) -> Self {
        let charges = Charges::new(of.model, of.texts.sources);
        let problems = Problem::all(of, &charges);
        let mut by: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, problem) in problems.iter().enumerate() {
            if let Some(body) = problem.charge.organisation {
                by.entry((body, problem.found.finding.rule.code)).or_default().push(at);
            }
        }
        let holdings = holdings(of.model, of.compliance, &charges, period);
        let faults = Faults::of(of, scheme);
        Self { of, scheme, at, period, charges, problems, holdings, faults, by }
    }

    /// The findings that `indicator` weighs against `body`: those that deduct, then those that are explained.
    pub fn against(&self, body: OrganisationId, indicator: &ScoredIndicator) -> (Vec<usize>, Vec<usize>) {
        let least = if indicator.warnings { Level::Warn } else { Level::Error };
        let scope = self.scope(indicator);
        let mut all: Vec<usize> = Vec::new();
        for rule in &indicator.rules {
            let found = self.by.get(&(body, rule.code)).into_iter().flatten();
            all.extend(found.copied().filter(|&at| self.is_weighed(at, least, indicator, &scope)));
        }
        all.into_iter().partition(|&at| self.problems[at].found.explained.is_none())
    }

    /// How many warnings of its rules, unexplained, `indicator` leaves aside.
    pub fn spared(&self, body: OrganisationId, indicator: &ScoredIndicator) -> usize {
        if indicator.warnings {
            return 0;
        }
        let scope = self.scope(indicator);
        let found = indicator.rules.iter().flat_map(|rule| self.of_rule(body, rule.code));
        let is_warning = |at: &usize| {
            let found = self.problems[*at].found;
            found.level == Level::Warn && found.explained.is_none()
        };
        found.filter(is_warning).filter(|&at| self.is_weighed(at, Level::Warn, indicator, &scope)).count()
    }

    /// The findings of `code` against `body`.
    pub fn of_rule(&self, body: OrganisationId, code: &'static str) -> impl Iterator<Item = usize> + '_ {
        self.by.get(&(body, code)).into_iter().flatten().copied()
    }

    /// Whether the finding is about the item.
    pub fn names_item(&self, at: usize, item: ItemId) -> bool {
        let id = &*self.of.model.item(item).id;
        self.problems[at].found.finding.subjects.iter().any(|it| matches!(it, Subject::Item(name) if name == id))
    }

    /// Whether the finding is about the task called `plan/number`.
    pub fn names_task(&self, at: usize, task: &str) -> bool {
        self.problems[at].found.finding.subjects.iter().any(|it| matches!(it, Subject::Task(name) if name == task))
    }

    /// The items that an indicator is about: its own and those of its tasks; empty for all.
    pub fn scope(&self, indicator: &ScoredIndicator) -> Vec<ItemId> {
        let tasks = self.of.model.tasks_of(self.scheme, indicator);
        let mut items = indicator.items.clone();
        items.extend(tasks.iter().flat_map(|it| it.1.items.iter().copied()));
        items
    }

    /// Whether a finding is grave enough, of the time that is judged, and about what the indicator is about. What is advice convicts
    /// nobody.
    fn is_weighed(&self, at: usize, least: Level, indicator: &ScoredIndicator, scope: &[ItemId]) -> bool {
        let problem = &self.problems[at];
        let (found, finding) = (problem.found, &problem.found.finding);
        let inside = match (&finding.portion, finding.on) {
            (Some(Portion::Period(it)), _) => it.first() <= self.period.last() && self.period.first() <= it.last(),
            (_, Some(on)) if self.scheme.of_site => self.of.model.today.plus_months(-12) < on,
            (_, Some(on)) => self.period.contains(on),
            (_, None) => true,
        };
        found.level >= least
            && !matches!(found.basis, Basis::Advice)
            && inside
            && self.is_about(problem, indicator, scope)
    }

    fn is_about(&self, problem: &Problem<'_>, indicator: &ScoredIndicator, scope: &[ItemId]) -> bool {
        if scope.is_empty() {
            return true;
        }
        if let Some(id) = problem.entry {
            return self.of.model.entry(id).items.iter().any(|it| scope.contains(it));
        }
        let named = |id: &str| scope.iter().any(|&it| *self.of.model.item(it).id == *id);
        let mut items = problem.found.finding.subjects.iter().filter_map(|it| match it {
            Subject::Item(id) => Some(id),
            _ => None,
        });
        match items.next() {
            Some(first) => named(first) || items.any(|it| named(it)),
            // What is about no item – an account, a project, the whole – is about a task, and not about items picked out.
            None => indicator.items.is_empty(),
        }
    }
}
