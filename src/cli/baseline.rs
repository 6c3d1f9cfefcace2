//! The baseline of an old site: which exceptions explain all that stands now, and what none may explain.

use std::collections::{BTreeMap, BTreeSet};

use super::edit::{Pair, quoted};
use crate::{
    compile::Analysis,
    diagnostic::{Diagnostic, EXPIRED_ALLOW, Level, Portion, Report, Rule, Subject, UNUSED_ALLOW},
    model::Model,
};

/// Exceptions for all that stands.
pub struct Baseline {
    /// One a table to be written; none of them covers what another does already.
    pub excuses: Vec<Excuse>,
    /// What must be mended: stops, rules that cannot be allowed, exceptions that have ended or excuse nothing.
    pub left: Report,
}

impl Baseline {
    /// Of what `report` tells of `analysis`. Notes need no explanation.
    pub fn of(analysis: &Analysis, report: Report) -> Self {
        let known = Known::of(&analysis.model);
        let mut seen: BTreeMap<(&str, Subject), usize> = BTreeMap::new();
        let mut excuses: Vec<Excuse> = Vec::new();
        let mut left = Report::default();
        let stands = |it: &Diagnostic| it.explained.is_none() && it.level >= Level::Warn;
        for diagnostic in report.diagnostics.into_iter().filter(stands) {
            let rule = diagnostic.finding.rule;
            let mut names = diagnostic.finding.names(&analysis.sources);
            names.sort_by_key(breadth);
            // Of two that would cover a finding only the first is used, and the other told to be of no use.
            let same = names.iter().find_map(|it| seen.get(&(rule.code, it.clone())).copied());
            let portion = diagnostic.finding.portion.as_ref();
            if let Some(excuse) = same.map(|at| &mut excuses[at]).filter(|it| it.takes(portion)) {
                excuse.portions.extend(portion.cloned());
                continue;
            }
            match names.into_iter().find(|it| known.has(&analysis.model, it)).filter(|_| may(&diagnostic)) {
                Some(subject) => {
                    seen.insert((rule.code, subject.clone()), excuses.len());
                    excuses.push(Excuse { rule, subject, portions: portion.cloned().into_iter().collect() });
                }
                None => left.diagnostics.push(diagnostic),
            }
        }
        Self { excuses, left }
    }
}

/// A rule and what it is excused for.
pub struct Excuse {
    pub rule: &'static Rule,
    pub subject: Subject,
    /// The periods or the rows that stand now, where the rule judges one after another: what is missed later is explained by nobody.
    pub portions: BTreeSet<Portion>,
}

impl Excuse {
    /// Whether a finding about `portion` may be added: what is about none is of no use beside what is about some.
    fn takes(&self, portion: Option<&Portion>) -> bool {
        portion.is_some() != self.portions.is_empty()
    }

    /// The key and its value: `period`, `["2018Q3", "2018Q4"]`; none where it is of no part.
    pub fn written_portions(&self) -> Option<Pair<'static>> {
        let key = self.portions.first()?.key();
        let all: Vec<String> =
            self.portions.iter().filter(|it| it.key() == key).map(|it| quoted(&it.to_string())).collect();
        Some((key, format!("[{}]", all.join(", "))))
    }
}

/// How much more than the finding a subject covers, in order: what an item's other entries do is not explained by one of them, nor a
/// second duty of a body by the first.
fn breadth(subject: &Subject) -> u8 {
    match subject {
        Subject::Entry(_) => 0,
        Subject::Task(_) | Subject::Other(_) => 1,
        Subject::File(path) if path.starts_with("content/") => 2,
        Subject::Item(_) | Subject::Account(_) | Subject::Project(_) => 3,
        Subject::Organisation(_) => 4,
        Subject::File(_) => 5,
    }
}

/// Whether it may be explained. An exception to an exception would hide that it has ended.
fn may(diagnostic: &Diagnostic) -> bool {
    let rule = diagnostic.finding.rule;
    let own = [UNUSED_ALLOW.code, EXPIRED_ALLOW.code].contains(&rule.code);
    !rule.fixed && !diagnostic.stops() && !own
}

/// What an exception may name: what it names in vain would be an error of its own.
struct Known<'a> {
    items: BTreeSet<&'a str>,
    accounts: BTreeSet<&'a str>,
    projects: BTreeSet<&'a str>,
    organisations: BTreeSet<&'a str>,
}

impl<'a> Known<'a> {
    fn of(model: &'a Model) -> Self {
        Self {
            items: model.items.iter().map(|it| &*it.id).collect(),
            accounts: model.accounts.iter().map(|it| &*it.id).collect(),
            projects: model.projects.iter().map(|it| &*it.id).collect(),
            organisations: model.organisations.iter().map(|it| &*it.id).collect(),
        }
    }

    fn has(&self, model: &Model, subject: &Subject) -> bool {
        match subject {
            Subject::Entry(name) => model.named(name).is_some(),
            Subject::Item(id) => self.items.contains(&**id),
            Subject::Account(id) => self.accounts.contains(&**id),
            Subject::Project(id) => self.projects.contains(&**id),
            Subject::Organisation(id) => self.organisations.contains(&**id),
            Subject::Task(_) | Subject::File(_) | Subject::Other(_) => true,
        }
    }
}
