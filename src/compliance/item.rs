//! How an item stands: what it has published, when, and what it still owes.

use rayon::prelude::*;

use super::{
    Lacks, Owed,
    element::{self, Synonyms},
    period,
};
use crate::{
    day::{Day, Period},
    model::{EntryId, Item, Model},
    schema,
    vocabulary::{Disclosure, Way, Word},
};

/// How an item stands.
#[derive(Debug, Default)]
pub struct ItemCompliance {
    /// Its published entries, by day of publication, then by path.
    pub entries: Vec<EntryId>,
    /// The days on which something of it was published or revised, up to today, in order, each with its entry.
    pub acts: Vec<(Day, EntryId)>,
    /// How many of its entries were published in the year of today.
    pub this_year: usize,
    /// How many of its entries each of the five disclosures shows, in the official order; only those it is classed in.
    pub cells: [usize; Disclosure::ALL.len()],
    /// Periods with a nil report, in order.
    pub nils: Vec<Period>,
    /// Whether it owes publication of itself: neither on request nor withheld, and its first day has come.
    pub owes: bool,
    /// Whether the day set for it has passed.
    pub due_passed: bool,
    /// What a periodic item owes, period by period.
    pub periods: Owed,
    /// Elements that are missing.
    pub lacks: Lacks,
}

impl ItemCompliance {
    /// Whether nothing of it is public.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether a nil report covers some of the year before `today`.
    pub fn has_nil(&self, today: Day) -> bool {
        self.nils.iter().any(|period| period.last() >= today.plus_months(-12))
    }

    /// The first publication or revision on or after `from`.
    pub fn first_act(&self, from: Option<Day>) -> Option<(Day, EntryId)> {
        self.acts.get(self.acts_before(from)).copied()
    }

    /// How many publications and revisions there were before `from`.
    pub fn acts_before(&self, from: Option<Day>) -> usize {
        from.map_or(0, |from| self.acts.partition_point(|act| act.0 < from))
    }
}

pub(super) fn items(model: &Model) -> Vec<ItemCompliance> {
    let mut all: Vec<ItemCompliance> = model.items.iter().map(|item| start(item, model.today)).collect();
    for (id, entry) in model.published() {
        let mut homes = entry.items.to_vec();
        homes.sort_unstable();
        homes.dedup();
        for item in homes {
            all[item.at()].entries.push(id);
        }
    }
    for nil in &model.nils {
        all[nil.item.at()].nils.push(nil.period);
    }
    let synonyms = Synonyms::of(model);
    model.items.par_iter().zip(&mut all).for_each(|(item, compliance)| finish(model, item, &synonyms, compliance));
    all
}

fn start(item: &Item, today: Day) -> ItemCompliance {
    ItemCompliance {
        owes: !matches!(item.way, Some(Way::OnRequest | Way::Withheld))
            && item.since.is_none_or(|since| since <= today),
        due_passed: item.due.is_some_and(|due| due < today),
        ..ItemCompliance::default()
    }
}

fn finish(model: &Model, item: &Item, synonyms: &Synonyms<'_>, compliance: &mut ItemCompliance) {
    let today = model.today;
    compliance.entries.sort_by_key(|&id| (model.entry(id).published_day(), id));
    for &id in &compliance.entries {
        let entry = model.entry(id);
        let published = entry.published_day();
        compliance.this_year += usize::from(published.is_some_and(|day| day.year() == today.year()));
        for disclosure in entry.disclosures.intersection(item.disclosures).iter() {
            compliance.cells[disclosure.ordinal()] += 1;
        }
        let revised = entry.record.all(schema::Entry::REVISED).filter_map(|record| record.get(schema::Revision::ON));
        compliance.acts.extend(published.into_iter().chain(revised).filter(|&day| day <= today).map(|day| (day, id)));
    }
    compliance.acts.sort_unstable();
    compliance.nils.sort_by_key(|period| (period.first(), period.last()));
    compliance.nils.dedup();
    if compliance.owes {
        compliance.periods = period::owed(model, item, compliance);
    }
    compliance.lacks = element::lacks(model, item, &compliance.entries, synonyms);
}

#[cfg(test)]
mod tests {
    use crate::{
        compliance::{builder::Builder, measure},
        model::State,
        vocabulary::{Disclosure, Way},
    };

    #[test]
    fn entries_come_by_day_and_only_published_ones() {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/one");
        let late = builder.entry(item, "2018-09-01");
        let early = builder.entry(item, "2017-03-01");
        let draft = builder.entry(item, "2018-01-01");
        builder.entry_mut(draft).state = State::Draft;
        builder.revised(early, "2018-10-01");
        builder.entry_mut(late).items = [item, item].into();
        builder.item_mut(item).disclosures = [Disclosure::Result].into_iter().collect();
        let compliance = &measure(&builder.model).items[0];
        assert_eq!(compliance.entries, [early, late]);
        assert_eq!((compliance.this_year, compliance.cells), (1, [0, 0, 0, 0, 2]));
        assert_eq!(compliance.acts.last().unwrap().0.to_string(), "2018-10-01");
    }

    #[test]
    fn what_is_withheld_or_not_yet_due_owes_nothing() {
        let mut builder = Builder::new("2018-12-31");
        let (withheld, later, open) = (builder.item("a/x"), builder.item("a/y"), builder.item("a/z"));
        builder.item_mut(withheld).way = Some(Way::Withheld);
        builder.item_mut(later).since = Some("2019-01-01".parse().unwrap());
        builder.item_mut(open).due = Some("2018-12-31".parse().unwrap());
        let items = measure(&builder.model).items;
        assert_eq!([withheld, later, open].map(|id| items[id.at()].owes), [false, false, true]);
        assert!(!items[open.at()].due_passed, "the last day is still a day");
    }
}
