//! The ledger of rectifications, tied to what was found: by fingerprint, or by rule and what it is about.

use super::{charge::Charges, history::KeptProblem, problem::Problem};
use crate::{
    day::{Day, Period},
    diagnostic::Rule,
    model::Model,
    record::{Record, schema},
};

/// So many signs of a fingerprint name a problem.
pub const SHORT: usize = 12;

/// What a line of the ledger may be about.
#[derive(Clone, Copy, Debug)]
pub struct Matter<'a> {
    rule: [&'a str; 3],
    about: &'a str,
    fingerprint: &'a str,
    organisation: &'a str,
}

impl<'a> Matter<'a> {
    /// A problem found now.
    pub fn found(model: &'a Model, it: &'a Problem<'_>) -> Self {
        let rule: &'static Rule = it.found.finding.rule;
        let organisation = it.charge.organisation.map_or("", |id| &*model.organisation(id).id);
        let fingerprint = &it.found.fingerprint;
        Self { rule: [rule.code, rule.name, rule.label], about: &it.about, fingerprint, organisation }
    }

    /// A problem found before.
    pub fn kept(it: &'a KeptProblem) -> Self {
        let (about, fingerprint, organisation) = (&it.about, &it.fingerprint, &it.organisation);
        Self { rule: [&it.rule, &it.name, &it.label], about, fingerprint, organisation }
    }

    fn names(&self, subject: &str) -> bool {
        self.about == subject || self.about.split(' ').any(|it| it == subject)
    }
}

/// A line of the ledger.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// As written.
    pub record: &'a Record<schema::Rectification>,
    /// The last day given for it.
    pub due: Option<Day>,
    /// The day on which it was said to be done, up to today.
    pub done: Option<Day>,
    /// The quarter it was found in.
    pub quarter: Option<Period>,
}

impl Line<'_> {
    /// What shows that it was put right: what was done, and the file.
    pub fn evidence(&self) -> Option<String> {
        evidence(self.record)
    }
}

/// What a line of the ledger names as evidence: what was done, and the file.
pub fn evidence(record: &Record<schema::Rectification>) -> Option<String> {
    let it = record.get(schema::Rectification::EVIDENCE)?;
    let parts = [it.get(schema::RectificationEvidence::WHAT), it.get(schema::RectificationEvidence::FILE)];
    let parts: Vec<&str> = parts.into_iter().flatten().map(str::trim).filter(|it| !it.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join("；"))
}

/// The lines, each with the matters it is tied to.
#[derive(Debug, Default)]
pub struct Ledger<'a> {
    pub lines: Vec<Line<'a>>,
    /// In the same order.
    ties: Vec<Vec<usize>>,
}

impl<'a> Ledger<'a> {
    /// Ties the lines of `model` to `matters`.
    pub fn of(model: &'a Model, charges: &Charges<'_>, matters: &[Matter<'_>]) -> Self {
        let mut ledger = Self::default();
        for record in &model.rectifications {
            let done = record.get(schema::Rectification::DONE).filter(|&it| it <= model.today);
            let (due, quarter) = (record.get(schema::Rectification::DUE), record.get(schema::Rectification::QUARTER));
            ledger.lines.push(Line { record, due, done, quarter });
            ledger.ties.push(ties(model, charges, record, matters));
        }
        ledger
    }

    /// The line that is about the matter at `at`: of several the one of the latest quarter, then the last written.
    pub fn find(&self, at: usize) -> Option<Line<'a>> {
        let tied = self.lines.iter().zip(&self.ties).enumerate().filter(|it| it.1.1.contains(&at));
        tied.max_by_key(|(place, (line, _))| (line.quarter, *place)).map(|(_, (line, _))| *line)
    }

    /// The matters that the line at `place` is about.
    pub fn tied(&self, place: usize) -> &[usize] {
        &self.ties[place]
    }

    /// Whether the line at `place` is about any matter.
    pub fn is_tied(&self, place: usize) -> bool {
        !self.ties[place].is_empty()
    }
}

fn ties(
    model: &Model,
    charges: &Charges<'_>,
    record: &Record<schema::Rectification>,
    matters: &[Matter<'_>],
) -> Vec<usize> {
    let all = || matters.iter().enumerate();
    if let Some(typed) = record.get(schema::Rectification::FINGERPRINT).map(str::trim) {
        let is_enough = typed.len() >= SHORT;
        return all().filter(|it| is_enough && it.1.fingerprint.starts_with(typed)).map(|it| it.0).collect();
    }
    let Some(rule) = record.get(schema::Rectification::RULE).map(str::trim) else { return Vec::new() };
    let organisation = record.get(schema::Rectification::ORGANISATION).and_then(|it| charges.organisation(it));
    let organisation = organisation.map(|id| &*model.organisation(id).id);
    let entry = record.get(schema::Rectification::ENTRY).map(|name| {
        let entry = model.named(name).map(|id| model.entry(id)).filter(|it| !it.index_number.is_empty());
        format!("entry:{}", entry.map_or(name, |it| &it.index_number))
    });
    let item = record.get(schema::Rectification::ITEM).map(|it| format!("item:{it}"));
    let only = || (model.plans.len() == 1).then(|| &*model.plans[0].id);
    let task = record.get(schema::Rectification::TASK).and_then(|number| {
        let plan = record.get(schema::Rectification::PLAN).or_else(only)?;
        Some(format!("task:{plan}/{number}"))
    });
    let subjects: Vec<&String> = [&entry, &item].into_iter().flatten().collect();
    // A task is held open by what is found in its entries: it names the matter only where nothing else does.
    let subjects = if subjects.is_empty() { task.iter().collect() } else { subjects };
    let fits = |it: &Matter<'_>| {
        it.rule.iter().any(|own| own.eq_ignore_ascii_case(rule) || own.strip_prefix("GK") == Some(rule))
            && organisation.is_none_or(|wanted| it.organisation == wanted)
            && subjects.iter().all(|subject| it.names(subject))
    };
    let found: Vec<usize> = all().filter(|it| fits(it.1)).map(|it| it.0).collect();
    // A line that names the rule alone is about its only finding; of several nobody knows which.
    if subjects.is_empty() && found.len() > 1 { Vec::new() } else { found }
}
