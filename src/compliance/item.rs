//! How an item stands: what it has published, when, and what it still owes.

use rayon::prelude::*;

use super::{
    Lacks, Owed,
    element::{self, Synonyms},
    period,
};
use crate::{
    day::{Cadence, Day, Period},
    model::{Entry, EntryId, Item, ItemId, Model, Nil, State},
    record::schema,
    vocabulary::{Disclosure, Occurs, Way, Word},
};

/// How an item stands in one of the disclosures it is classed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// There is something of the time that is judged.
    Filled,
    /// A nil report says that there was nothing.
    Nil,
    /// Nothing is owed: it is published only when it happens, on request, or not yet, for the day set for it has not passed.
    Event,
    /// Nothing, though it is owed.
    Gap,
}

/// How an item stands.
#[derive(Debug, Default)]
pub struct ItemCompliance {
    /// Its published entries, by day of publication, then by path.
    pub entries: Vec<EntryId>,
    /// The days on which something of it was published or revised, up to today, in order, each with its entry.
    pub acts: Vec<(Day, EntryId)>,
    /// How many of its entries were published in the year of today.
    pub this_year: usize,
    /// How many of its entries of the time that is judged each of the five disclosures shows, in the official order; only those it is
    /// classed in.
    pub cells: [usize; Disclosure::ALL.len()],
    /// How many of its entries are of the time that is judged.
    pub judged: usize,
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

    /// How `item`, which this is of, stands.
    pub fn stands(&self, item: &Item, today: Day) -> Fill {
        self.stands_with(self.judged, item, today)
    }

    /// How `item`, which this is of, stands in `disclosure`.
    pub fn fill(&self, item: &Item, disclosure: Disclosure, today: Day) -> Fill {
        self.stands_with(self.cells[disclosure.ordinal()], item, today)
    }

    /// How it stands with so many entries of the time that is judged. A report that there was nothing in one period says nothing of a
    /// later one that was missed.
    fn stands_with(&self, entries: usize, item: &Item, today: Day) -> Fill {
        if entries > 0 && !self.periods.lapsed {
            Fill::Filled
        } else if entries == 0 && self.judged == 0 && !self.periods.lapsed && self.has_nil(today) {
            Fill::Nil
        } else if item.occurs == Occurs::Event || !self.owes || (!self.periods.lapsed && self.is_to_come(item)) {
            Fill::Event
        } else {
            Fill::Gap
        }
    }

    /// Whether a day is set for `item`, which this is of, that has not passed: the last day is still one.
    fn is_to_come(&self, item: &Item) -> bool {
        item.due.is_some() && !self.due_passed
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
        // What the entries contradict, or nobody can know yet, is told (0214) and counts for nothing.
        if !is_contradicted(model, &all[nil.item.at()].entries, nil) {
            all[nil.item.at()].nils.push(nil.period);
        }
    }
    let synonyms = Synonyms::of(model);
    model.items.par_iter().zip(&mut all).for_each(|(item, compliance)| finish(model, item, &synonyms, compliance));
    all
}

/// Whether the report `nil` is none: of what there always is, contradicted by an entry that was made in its period or says it is of it, of a period to come, or
/// attested by nobody. `entries` are the published ones of its item.
pub fn is_contradicted(model: &Model, entries: &[EntryId], nil: &Nil) -> bool {
    model.item(nil.item).always_is()
        || nil.period.first() > model.today
        || !nil.is_attested(model.today)
        || contradicting(model, entries, nil.item, nil.period).is_some()
}

/// The first of `entries` that contradicts a report that there was nothing of `item` in `period`, or the first of those that were
/// made and are not public yet.
pub fn contradicting(model: &Model, entries: &[EntryId], item: ItemId, period: Period) -> Option<EntryId> {
    let inside = |day: Day| (period.first()..=period.last()).contains(&day);
    let is_of_it = |entry: &Entry| match period::period_of(entry) {
        Some(of) => inside(of.first()) && inside(of.last()),
        None => entry.made.or(entry.published_day()).is_some_and(inside),
    };
    let published = entries.iter().copied().find(|&id| is_of_it(model.entry(id)));
    let waits = |entry: &Entry| matches!(entry.state, State::Draft | State::Scheduled) && entry.made.is_some();
    published.or_else(|| {
        let mut all = model.entries();
        all.find(|(_, entry)| waits(entry) && entry.items.contains(&item) && is_of_it(entry)).map(|(id, _)| id)
    })
}

/// The first day of the time that is judged: what is standing is judged as it stands, all else by the year up to today; of a yearly
/// report also what came by its last day in the year before.
fn judged_since(item: &Item, today: Day) -> Option<Day> {
    let months = match (item.occurs, period::cadence(item)) {
        (Occurs::Standing, _) => return None,
        (_, Some(Cadence::Year)) => 15,
        _ => 12,
    };
    Some(today.plus_months(-months))
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
    let since = judged_since(item, today);
    compliance.entries.sort_by_key(|&id| (model.entry(id).published_day(), id));
    for &id in &compliance.entries {
        let entry = model.entry(id);
        let published = entry.published_day();
        compliance.this_year += usize::from(published.is_some_and(|day| day.year() == today.year()));
        let revised = entry.record.all(schema::Entry::REVISED).filter_map(|record| record.get(schema::Revision::ON));
        let acts: Vec<Day> = published.into_iter().chain(revised).filter(|&day| day <= today).collect();
        let newest = acts.iter().copied().max();
        if since.is_none_or(|since| newest.is_some_and(|day| day > since)) {
            compliance.judged += 1;
            for disclosure in entry.disclosures.intersection(item.disclosures).iter() {
                compliance.cells[disclosure.ordinal()] += 1;
            }
        }
        compliance.acts.extend(acts.into_iter().map(|day| (day, id)));
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
        compliance::{Fill, builder::Builder, measure},
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

    #[test]
    fn what_is_empty_is_no_gap_before_the_day_set_for_it_has_passed() {
        let stands = |today: &str, published: Option<&str>| {
            let mut builder = Builder::new(today);
            let item = builder.item("a/x");
            builder.item_mut(item).due = Some("2018-12-31".parse().unwrap());
            published.map(|it| builder.entry(item, it));
            measure(&builder.model).items[0].stands(builder.model.item(item), builder.model.today)
        };
        assert_eq!(stands("2018-11-30", None), Fill::Event);
        assert_eq!(stands("2018-12-31", None), Fill::Event, "the last day is still a day");
        assert_eq!(stands("2019-01-01", None), Fill::Gap);
        assert_eq!(stands("2018-11-30", Some("2018-10-08")), Fill::Filled);
    }
}
