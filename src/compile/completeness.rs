//! How complete the catalogue is: counted once, when all that was found is decided.

use std::collections::BTreeMap;

use crate::{
    check::{Punctuality, Timed, doubled_median, timed},
    compliance::{Compliance, Fill},
    day::Day,
    diagnostic::{Completeness, Completion, OfOrganisation, Report},
    model::{Entry, Item, Model, OrganisationId},
    print,
    vocabulary::Word,
};

/// So many entries whose last day is not certain are named.
const NAMED: usize = 5;

/// Counts what is public, reported as nil and missing; what was in time; what is explained, and until when.
pub(super) fn completeness(model: &Model, compliance: &Compliance, report: &Report) -> Completeness {
    let mut parts = Parts::new(model);
    for (item, stands) in model.items.iter().zip(&compliance.items).filter(|it| it.0.is_open()) {
        let stands = stands.stands(item, model.today);
        parts.of_item(model, item, |it| add(it, stands));
    }
    for (part, tally) in parts.whole.disclosures.iter_mut().zip(compliance.coverage.whole.disclosures) {
        part.entries = tally.entries;
    }
    for (part, tally) in parts.whole.facets.iter_mut().zip(compliance.coverage.whole.facets) {
        part.entries = tally.entries;
    }
    for (part, tally) in parts.organisations.iter_mut().zip(&compliance.coverage.organisations) {
        part.entries = tally.entries;
    }
    parts.whole.whole.entries = compliance.coverage.whole.total.entries;
    let mut days = Vec::new();
    let mut unsure = 0;
    let mut first_unsure = Vec::new();
    let since = model.today.plus_months(-12).plus(1);
    for Timed { entry, punctuality, workdays, .. } in timed(model, since, model.today) {
        days.extend(workdays.filter(|_| punctuality != Punctuality::Unsure));
        match punctuality {
            Punctuality::InTime => parts.of_entry(model, entry, |it| it.in_time += 1),
            Punctuality::Late => parts.of_entry(model, entry, |it| it.late += 1),
            Punctuality::Unsure => {
                unsure += 1;
                if first_unsure.len() < NAMED {
                    first_unsure.push(print::veil(&entry.name).unwrap_or_else(|| entry.name.to_string()));
                }
            }
        }
    }
    let mut tasks = parts.whole.tasks;
    for task in &compliance.tasks {
        tasks[task.state.ordinal()] += 1;
    }
    Completeness {
        tasks,
        since: Some(since),
        unsure,
        first_unsure,
        median_doubled: doubled_median(days),
        provisional: report.stops(),
        unread_limits: model.items.iter().filter(|it| it.unread_limit).count(),
        explained: explained(report),
        organisations: parts.organisations(model),
        ..parts.whole
    }
}

/// Numbers by part.
struct Parts {
    whole: Completeness,
    /// In the order of `Model::organisations`.
    organisations: Vec<Completion>,
}

impl Parts {
    fn new(model: &Model) -> Self {
        Self { whole: Completeness::default(), organisations: vec![Completion::default(); model.organisations.len()] }
    }

    fn organisation(&mut self, model: &Model, own: Option<OrganisationId>) -> Option<&mut Completion> {
        own.or(model.site.organisation).map(|id| &mut self.organisations[id.at()])
    }

    fn of_item(&mut self, model: &Model, item: &Item, add: impl Fn(&mut Completion)) {
        add(&mut self.whole.whole);
        item.disclosures.iter().for_each(|it| add(&mut self.whole.disclosures[it.ordinal()]));
        item.facets.iter().for_each(|it| add(&mut self.whole.facets[it.ordinal()]));
        self.organisation(model, item.organisation).into_iter().for_each(add);
    }

    fn of_entry(&mut self, model: &Model, entry: &Entry, add: impl Fn(&mut Completion)) {
        add(&mut self.whole.whole);
        entry.disclosures.iter().for_each(|it| add(&mut self.whole.disclosures[it.ordinal()]));
        entry.facets.iter().for_each(|it| add(&mut self.whole.facets[it.ordinal()]));
        self.organisation(model, entry.organisation).into_iter().for_each(add);
    }

    /// Those that have anything, where there are several.
    fn organisations(&self, model: &Model) -> Vec<OfOrganisation> {
        let own = model.organisations.iter().zip(&self.organisations).filter(|it| it.1.items + it.1.entries > 0);
        let own: Vec<OfOrganisation> = own
            .map(|(it, &completion)| OfOrganisation {
                id: it.id.to_string(),
                name: it.name.to_string(),
                short: it.short.to_string(),
                completion,
            })
            .collect();
        if own.len() > 1 { own } else { Vec::new() }
    }
}

fn add(part: &mut Completion, stands: Fill) {
    part.items += 1;
    match stands {
        Fill::Filled => part.filled += 1,
        Fill::Nil => part.nil += 1,
        Fill::Event => part.event += 1,
        Fill::Gap => part.empty += 1,
    }
}

/// Explained findings by the end of what explains them, those without one last.
fn explained(report: &Report) -> Vec<(Option<Day>, usize)> {
    let mut by_end: BTreeMap<(bool, Option<Day>), usize> = BTreeMap::new();
    for it in report.diagnostics.iter().filter_map(|it| it.explained.as_ref()) {
        *by_end.entry((it.until.is_none(), it.until)).or_default() += 1;
    }
    by_end.into_iter().map(|((_, until), count)| (until, count)).collect()
}
