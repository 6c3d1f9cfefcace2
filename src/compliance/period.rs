//! What a periodic item owes, period by period: which closed periods have neither an entry nor a nil report.

use std::collections::VecDeque;

use super::ItemCompliance;
use crate::{
    day::{Cadence, Day, Limit, Period, TimeLimit, YearPart},
    model::{Entry, Item, Model},
    record::schema,
    vocabulary::{Occurs, UpdateCycle},
};

/// What a periodic item owes.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Owed {
    /// Closed periods whose last lawful day has passed, without an entry or a nil report, each with that day.
    pub missed: Vec<(Period, Day)>,
    /// The first period still to be served, with its last lawful day, which has not passed.
    pub next: Option<(Period, Day)>,
    /// Whether the newest of the periods whose last lawful day has passed was not served.
    pub lapsed: bool,
}

/// How often `item` owes something: as its cycle says, else its time limit; none where it is not periodic.
pub fn cadence(item: &Item) -> Option<Cadence> {
    if item.occurs != Occurs::Periodic {
        return None;
    }
    match item.update {
        Some(UpdateCycle::Monthly) => Some(Cadence::Month),
        Some(UpdateCycle::Quarterly) => Some(Cadence::Quarter),
        Some(UpdateCycle::HalfYearly) => Some(Cadence::Half),
        Some(UpdateCycle::Yearly) => Some(Cadence::Year),
        Some(_) => None,
        None => item.time_limit.as_ref().and_then(TimeLimit::cadence),
    }
}

/// A period that is owed.
struct Slot {
    period: Period,
    due: Day,
    served: bool,
}

pub(super) fn owed(model: &Model, item: &Item, compliance: &ItemCompliance) -> Owed {
    let Some(cadence) = cadence(item) else { return Owed::default() };
    let mut slots = slots(model, item, cadence);
    for nil in &compliance.nils {
        serve(&mut slots, *nil);
    }
    let mut unsaid = VecDeque::new();
    for &id in &compliance.entries {
        let entry = model.entry(id);
        match period_of(entry) {
            Some(period) => serve(&mut slots, period),
            None => unsaid.extend(entry.published_day()),
        }
    }
    for day in unsaid {
        serve_by_day(&mut slots, day);
    }
    let open = || slots.iter().filter(|slot| !slot.served).map(|slot| (slot.period, slot.due));
    let passed = |(period, due): &(Period, Day)| period.last() < model.today && *due < model.today;
    let newest = slots.iter().rev().find(|slot| passed(&(slot.period, slot.due)));
    Owed {
        missed: open().filter(passed).collect(),
        next: open().find(|slot| !passed(slot)),
        lapsed: newest.is_some_and(|slot| !slot.served),
    }
}

/// The periods owed, closed ones and the one that runs. Without `since` only those of this year count: the tool can't know
/// how long an item has been in the catalogue.
fn slots(model: &Model, item: &Item, cadence: Cadence) -> Vec<Slot> {
    let today = model.today;
    let since = item.since.or_else(|| Day::new(today.year(), 1, 1).ok()).unwrap_or(Day::MIN);
    let running = Some(Period::of(today, cadence)).filter(|period| period.first() >= since);
    Period::closed(cadence, since, today)
        .chain(running)
        .map(|period| Slot { due: last_of(model, item, period), period, served: false })
        .collect()
}

/// The last lawful day on which `item` publishes what is of `period`, never before the period ends.
fn last_of(model: &Model, item: &Item, period: Period) -> Day {
    dated(item).map_or(period.last(), |limit| last_day(model, limit, period))
}

/// The first of its limits that says when what is of a period is due.
fn dated(item: &Item) -> Option<Limit> {
    let mut limits = item.time_limit.iter().flat_map(|limit| &limit.parts).map(|part| part.limit);
    limits.find(|limit| matches!(limit, Limit::Period { .. } | Limit::Before { .. }))
}

/// The first year without an arrangement of days off that the last lawful day for `period` was counted in.
pub fn estimated(model: &Model, item: &Item, period: Period) -> Option<i32> {
    dated(item)?.estimated(period.last(), last_of(model, item, period), &model.calendar)
}

/// The last lawful day by `limit` for what is of `period`, never before the period ends. A fixed day of the year that lies before the
/// period's end (`每年3月31日前` of a yearly report) is the next such day after it.
pub fn last_day(model: &Model, limit: Limit, period: Period) -> Day {
    match limit.due_for(period, &model.calendar) {
        Some(due) if due >= period.last() => due,
        Some(_) if matches!(limit, Limit::Before { .. }) => {
            limit.due(period.last().plus(1), &model.calendar).unwrap_or(period.last()).max(period.last())
        }
        _ => period.last(),
    }
}

/// The period that an entry says it is of: its `period`, else its `year`.
pub fn period_of(entry: &Entry) -> Option<Period> {
    let year = || Period::new(i32::try_from(entry.record.get(schema::Entry::YEAR)?).ok()?, YearPart::Year);
    entry.record.get(schema::Entry::PERIOD).or_else(year)
}

/// Marks as served the slots of `period` and of every period within it.
fn serve(slots: &mut [Slot], period: Period) {
    let from = slots.partition_point(|slot| slot.period.first() < period.first());
    for slot in slots[from..].iter_mut().take_while(|slot| slot.period.last() <= period.last()) {
        slot.served = true;
    }
}

/// What does not say its period serves the earliest that is open on its day.
fn serve_by_day(slots: &mut [Slot], day: Day) {
    let from = slots.partition_point(|slot| slot.due < day);
    let open = slots[from..].iter_mut().take_while(|slot| slot.period.first() <= day).find(|slot| !slot.served);
    if let Some(slot) = open {
        slot.served = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        compliance::{builder::Builder, measure},
        model::{EntryId, ItemId},
        record::Value,
    };

    fn quarterly(today: &str, limit: &str) -> (Builder, ItemId) {
        let mut builder = Builder::new(today);
        let id = builder.item("a/statistics");
        let item = builder.item_mut(id);
        item.occurs = Occurs::Periodic;
        item.update = Some(UpdateCycle::Quarterly);
        item.since = Some("2018-01-01".parse().unwrap());
        item.time_limit = TimeLimit::parse(limit).ok();
        (builder, id)
    }

    fn missed(builder: &Builder, item: ItemId) -> Vec<String> {
        let owed = &measure(&builder.model).items[item.at()].periods;
        owed.missed.iter().map(|(period, _)| period.to_string()).collect()
    }

    fn says(builder: &mut Builder, entry: EntryId, period: &str) {
        builder.key(entry, schema::Entry::PERIOD, Value::Period(period.parse().unwrap()));
    }

    #[test]
    fn closed_periods_are_owed_once_their_last_lawful_day_has_passed() {
        let (builder, item) = quarterly("2018-10-20", "每季度结束后20日内");
        assert_eq!(missed(&builder, item), ["2018Q1", "2018Q2"]);
        let (builder, item) = quarterly("2018-10-23", "每季度结束后20日内");
        assert_eq!(
            missed(&builder, item),
            ["2018Q1", "2018Q2", "2018Q3"],
            "the 20th was a Saturday, the 22nd the last day"
        );
        let (builder, item) = quarterly("2018-10-01", "20个工作日内");
        assert_eq!(missed(&builder, item), ["2018Q1", "2018Q2", "2018Q3"]);
    }

    #[test]
    fn entries_and_nil_reports_serve_periods() {
        let (mut builder, item) = quarterly("2018-12-31", "每季度结束后20日内");
        let late = builder.entry(item, "2018-11-20");
        says(&mut builder, late, "2018Q1");
        builder.nil(item, "2018Q2");
        assert_eq!(missed(&builder, item), ["2018Q3"]);
        builder.entry(item, "2018-10-10");
        assert!(missed(&builder, item).is_empty());
        let next = measure(&builder.model).items[item.at()].periods.next.unwrap();
        assert_eq!((next.0.to_string(), next.1.to_string()), ("2018Q4".to_owned(), "2019-01-21".to_owned()));
    }

    #[test]
    fn what_says_no_period_serves_the_earliest_open_on_its_day() {
        let (mut builder, item) = quarterly("2018-10-01", "每季度");
        for day in ["2018-02-01", "2018-03-01", "2018-09-30"] {
            builder.entry(item, day);
        }
        assert_eq!(missed(&builder, item), ["2018Q2"]);
    }

    #[test]
    fn a_yearly_report_has_until_its_day_in_the_next_year() {
        let yearly = |today: &str| {
            let (mut builder, item) = quarterly(today, "每年3月31日前");
            builder.item_mut(item).update = Some(UpdateCycle::Yearly);
            builder.item_mut(item).since = Some("2017-01-01".parse().unwrap());
            missed(&builder, item)
        };
        assert!(yearly("2018-03-31").is_empty());
        assert_eq!(yearly("2018-04-10"), ["2017"]);
    }

    #[test]
    fn a_year_serves_its_quarters() {
        let (mut builder, item) = quarterly("2019-02-01", "每季度");
        let report = builder.entry(item, "2019-01-10");
        builder.key(report, schema::Entry::YEAR, Value::Integer(2018));
        assert!(missed(&builder, item).is_empty());
    }

    #[test]
    fn events_and_standing_items_owe_no_periods() {
        let (mut builder, item) = quarterly("2019-02-01", "每季度");
        builder.item_mut(item).occurs = Occurs::Event;
        assert!(missed(&builder, item).is_empty());
    }
}
