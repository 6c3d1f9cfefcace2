//! How organisations and their offices stand in a quarter, in numbers: the same for each, in the catalogue's order, without a judgement.

use std::collections::BTreeMap;

use super::{Dossier, Figure, Value, charge::Charge, problem::Problem};
use crate::{
    check::{Punctuality, Timed, doubled_median, timed},
    compliance::Fill,
    day::Period,
    diagnostic::Completion,
    model::OrganisationId,
};

/// How the entries of a quarter were in time.
#[derive(Clone, Debug, Default)]
pub struct OnTime {
    pub in_time: usize,
    pub late: usize,
    /// Those of which nobody can say for certain.
    pub unsure: usize,
    /// The working days from making to publication of those judged.
    workdays: Vec<u32>,
}

impl OnTime {
    fn add(&mut self, it: &Timed<'_>) {
        match it.punctuality {
            Punctuality::InTime => self.in_time += 1,
            Punctuality::Late => self.late += 1,
            Punctuality::Unsure => self.unsure += 1,
        }
        self.workdays.extend(it.workdays.filter(|_| it.punctuality != Punctuality::Unsure));
    }

    /// The share that was in time, leading to the grid that lists them; nothing where none could be judged.
    pub fn share(&self, list: &'static str) -> Figure {
        Figure::share(self.in_time, self.in_time + self.late).behind(list)
    }

    /// Twice the median of the working days.
    pub fn median_doubled(&self) -> Option<u32> {
        doubled_median(self.workdays.clone())
    }

    /// The median of the working days, leading to the same; nothing where none could be judged.
    pub fn median(&self, list: &'static str) -> Figure {
        let median = self.median_doubled().map_or(Value::None, |it| Value::Thousandths(i64::from(it) * 500));
        Figure::from(median).behind(list)
    }
}

/// How one stands.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    /// Its items and entries as they stand today. How they were in time stands in the quarters.
    pub completion: Completion,
    /// The entries that were first public in the quarter.
    pub quarter: OnTime,
    /// Those of the quarter before.
    pub before: OnTime,
    /// Its problems: errors and warnings that nobody has explained.
    pub problems: usize,
    /// How many of them are errors.
    pub errors: usize,
}

/// How all stand.
#[derive(Clone, Debug, Default)]
pub struct Standings {
    /// By organisation, in the catalogue's order.
    pub organisations: BTreeMap<Option<OrganisationId>, Figures>,
    /// By organisation and office.
    pub offices: BTreeMap<Charge, Figures>,
}

impl Standings {
    /// Of `quarter`, with the problems that were found.
    pub fn of(of: &Dossier<'_>, quarter: Period, problems: &[Problem<'_>]) -> Self {
        let (model, mut all) = (of.model, Self::default());
        let own = model.site.organisation;
        for (item, stands) in model.items.iter().zip(&of.compliance.items).filter(|it| it.0.is_open()) {
            let fill = stands.stands(item, model.today);
            let charge = Charge { organisation: item.organisation.or(own), office: item.office.clone() };
            all.each(of, &charge, |it| {
                let part = &mut it.completion;
                part.items += 1;
                match fill {
                    Fill::Filled => part.filled += 1,
                    Fill::Nil => part.nil += 1,
                    Fill::Event => part.event += 1,
                    Fill::Gap => part.empty += 1,
                }
            });
        }
        // An entry without an item is on no list, and counted nowhere.
        for (_, entry) in model.published().filter(|it| !it.1.items.is_empty()) {
            let charge = Charge { organisation: entry.organisation.or(own), office: entry.office.clone() };
            all.each(of, &charge, |it| it.completion.entries += 1);
        }
        let mut count = |period: Period, which: fn(&mut Figures) -> &mut OnTime| {
            for it in timed(model, period.first(), period.last()) {
                let office = it.entry.office.clone();
                let charge = Charge { organisation: it.entry.organisation.or(own), office };
                all.each(of, &charge, |figures| which(figures).add(&it));
            }
        };
        count(quarter, |it| &mut it.quarter);
        if let Some(before) = quarter.previous() {
            count(before, |it| &mut it.before);
        }
        for problem in problems.iter().filter(|it| it.is_open()) {
            all.each(of, &problem.charge, |it| {
                it.problems += 1;
                it.errors += usize::from(problem.found.is_error());
            });
        }
        all
    }

    fn each(&mut self, of: &Dossier<'_>, charge: &Charge, add: impl Fn(&mut Figures)) {
        if of.concerns(charge.organisation) {
            add(self.organisations.entry(charge.organisation).or_default());
            // Looked for first: an archive has many entries and few offices.
            match self.offices.get_mut(charge) {
                Some(it) => add(it),
                None => add(self.offices.entry(charge.clone()).or_default()),
            }
        }
    }
}
