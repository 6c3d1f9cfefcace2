//! What changes by date alone: nothing is written, a day comes, and the site or the judgement is another.

use super::{ItemCompliance, TaskCompliance};
use crate::{
    day::{Day, Period},
    model::{EntryId, ItemId, Model, State, TaskId},
    record::{Key, schema},
    vocabulary::{CatalogueChange, TaskState},
};

/// What happens on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// An entry is published: `publish_on`.
    Published(EntryId),
    /// An entry is withdrawn: `withdraw_on`.
    Withdrawn(EntryId),
    /// A document comes into force.
    Effective(EntryId),
    /// The first day after a document's force.
    Expires(EntryId),
    /// The first day of a notice or consultation.
    Opens(EntryId),
    /// The first day after it.
    Closes(EntryId),
    /// The first day on which names are shown no more.
    NamesUntil(EntryId),
    /// The last day by which an item that is still empty is due.
    ItemDue(ItemId),
    /// The last lawful day for a period of a periodic item.
    PeriodDue(ItemId, Period),
    /// The last day of a task that is not done.
    TaskDue(TaskId),
    /// A `[[change]]` of the catalogue, by its place among the model's, is shown from its day on.
    Recorded(usize),
}

/// Something that a day alone brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The day, after today.
    pub on: Day,
    /// What happens.
    pub what: What,
}

/// A key of entries that names a day, how many days later something is another, and what happens then: of a last day it is the
/// day after that brings it.
type Turn = (Key<schema::Entry, Day>, i32, fn(EntryId) -> What);

/// Keys of entries that name a day on which something changes.
const KEYS: &[Turn] = &[
    (schema::Entry::WITHDRAW_ON, 0, What::Withdrawn),
    (schema::Entry::EFFECTIVE, 0, What::Effective),
    (schema::Entry::EXPIRES, 1, What::Expires),
    (schema::Entry::OPENS, 0, What::Opens),
    (schema::Entry::CLOSES, 1, What::Closes),
    (schema::Entry::NAMES_UNTIL, 1, What::NamesUntil),
];

pub(super) fn changes(model: &Model, items: &[ItemCompliance], tasks: &[TaskCompliance]) -> Vec<Change> {
    let mut all = Vec::new();
    let mut add = |on: Option<Day>, what: What| {
        if let Some(on) = on.filter(|&on| on > model.today) {
            all.push(Change { on, what });
        }
    };
    for (id, entry) in model.entries() {
        if entry.state == State::Scheduled {
            add(entry.record.get(schema::Entry::PUBLISH_ON).or(entry.published_day()), What::Published(id));
        }
        if matches!(entry.state, State::Scheduled | State::Published) {
            for &(key, later, what) in KEYS {
                add(entry.record.get(key).map(|it| it.plus(later)), what(id));
            }
        }
    }
    for ((id, item), compliance) in model.items().zip(items) {
        if compliance.owes && compliance.is_empty() {
            add(item.due, What::ItemDue(id));
        }
        if let Some((period, due)) = compliance.periods.next {
            add(Some(due), What::PeriodDue(id, period));
        }
    }
    for ((at, task), compliance) in model.tasks.iter().enumerate().zip(tasks) {
        if matches!(compliance.state, TaskState::NotDue | TaskState::Partly) {
            add(task.due, What::TaskDue(TaskId::new(at)));
        }
    }
    for (at, it) in model.changes.iter().enumerate() {
        // Of what is withheld nothing is shown but that it is gone.
        let is_shown = it.item.is_none_or(|id| model.item(id).is_open()) || it.kind == CatalogueChange::Removed;
        add(Some(it.on).filter(|_| is_shown), What::Recorded(at));
    }
    // Stable: changes of one day keep the order of the model.
    all.sort_by_key(|change| change.on);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compliance::{builder::Builder, measure};

    #[test]
    fn a_change_of_the_catalogue_that_is_written_ahead_is_to_come() {
        let mut builder = Builder::new("2018-06-15");
        for (on, kind) in [("2018-06-15", CatalogueChange::Added), ("2018-07-01", CatalogueChange::Removed)] {
            let record = crate::compliance::builder::Fields::new().record();
            let on = on.parse().unwrap();
            builder.model.changes.push(crate::model::Change { on, kind, item: None, notice: None, record });
        }
        let changes = measure(&builder.model).changes;
        assert_eq!(changes, [Change { on: "2018-07-01".parse().unwrap(), what: What::Recorded(1) }]);
    }

    #[test]
    fn only_what_is_to_come_is_listed_by_day() {
        let mut builder = Builder::new("2018-06-15");
        let item = builder.item("a/one");
        builder.item_mut(item).due = Some("2018-12-31".parse().unwrap());
        let other = builder.item("a/two");
        let entry = builder.entry(other, "2018-05-01");
        builder.day(entry, schema::Entry::EXPIRES, "2018-09-30");
        builder.day(entry, schema::Entry::EFFECTIVE, "2018-06-01");
        builder.day(entry, schema::Entry::OPENS, "2018-06-15");
        builder.task(&[item], "2018-10-31");
        let changes = measure(&builder.model).changes;
        let days: Vec<_> = changes.iter().map(|change| change.on.to_string()).collect();
        assert_eq!(days, ["2018-10-01", "2018-10-31", "2018-12-31"]);
        assert_eq!(changes[0].what, What::Expires(entry));
    }
}
