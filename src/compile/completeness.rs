//! How complete the catalogue is: counted once, when all that was found is decided.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::{
    check::{Punctuality, punctuality},
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
    for (entry, punctuality, took) in judged(model, since) {
        days.extend(took.filter(|_| punctuality != Punctuality::Unsure));
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

/// The entries that were first public since that day and are judged by time, each with the working days from its making to then, as far
/// as the days off of those years are known.
fn judged(model: &Model, since: Day) -> Vec<(&Entry, Punctuality, Option<u32>)> {
    let look = |entry: &Entry| {
        // What was published before was first public no later: an archive of years is passed over without a look at its records.
        entry.published_day().filter(|&day| day >= since)?;
        let published = entry.first_public().filter(|&day| day >= since)?;
        let punctuality = punctuality(model, entry)?;
        let known = |made: &Day| (made.year()..=published.year()).all(|year| model.calendar.knows(year));
        let made = entry.made.filter(|made| *made <= published).filter(known);
        Some((punctuality, made.map(|made| model.calendar.working_between(made, published))))
    };
    let all: Vec<_> = model.entries.par_iter().map(|it| look(it)).collect();
    model.entries.iter().zip(all).filter_map(|(entry, it)| it.map(|it| (&**entry, it.0, it.1))).collect()
}

/// Twice the median: of an even number of values it lies between two.
fn doubled_median(mut days: Vec<u32>) -> Option<u32> {
    let half = days.len() / 2;
    if days.is_empty() {
        return None;
    }
    let even = days.len().is_multiple_of(2);
    let (below, upper, _) = days.select_nth_unstable(half);
    let upper = *upper;
    let lower = if even { below.iter().copied().max() } else { None };
    Some(upper + lower.unwrap_or(upper))
}

/// Explained findings by the end of what explains them, those without one last.
fn explained(report: &Report) -> Vec<(Option<Day>, usize)> {
    let mut by_end: BTreeMap<(bool, Option<Day>), usize> = BTreeMap::new();
    for it in report.diagnostics.iter().filter_map(|it| it.explained.as_ref()) {
        *by_end.entry((it.until.is_none(), it.until)).or_default() += 1;
    }
    by_end.into_iter().map(|((_, until), count)| (until, count)).collect()
}

#[cfg(test)]
mod tests {
    use super::doubled_median;

    #[test]
    fn the_median_of_an_even_number_lies_between_two() {
        assert_eq!(doubled_median(vec![]), None);
        assert_eq!(doubled_median(vec![7]), Some(14));
        assert_eq!(doubled_median(vec![9, 1, 4]), Some(8));
        assert_eq!(doubled_median(vec![9, 1, 4, 3]), Some(7));
    }
}
