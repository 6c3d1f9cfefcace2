//! What a task's page and its record in `plans.json` both say, of what has happened by the day judged: a day to come attests
//! nothing.

use super::{
    entry_facts::account_name,
    json::{Evidence, Milestone},
};
use crate::{
    day::Day,
    model::Model,
    record::{Record, View, schema},
    vocabulary::Word as _,
};

pub(super) fn evidence<'m>(task: &'m Record<schema::Task>, today: Day) -> Vec<Evidence<'m>> {
    let by_today = |it: &View<'_, schema::Evidence>| it.get(schema::Evidence::ON).is_none_or(|on| on <= today);
    let evidence = |it: View<'m, schema::Evidence>| Evidence {
        what: it.get(schema::Evidence::WHAT).unwrap_or_default().into(),
        kind: it.get(schema::Evidence::KIND).map(|it| it.key().into()),
        kind_label: it.get(schema::Evidence::KIND).map(|it| it.label().into()),
        on: it.get(schema::Evidence::ON).map(|day| day.to_string().into()),
        by: it.get(schema::Evidence::BY).map(Into::into),
    };
    task.all(schema::Task::EVIDENCE).filter(by_today).map(evidence).collect()
}

/// The names of the accounts that a task is to be published on.
pub(super) fn accounts<'m>(model: &'m Model, task: &'m Record<schema::Task>) -> impl Iterator<Item = &'m str> {
    let accounts = task.all(schema::Task::ACCOUNTS).map(str::trim).filter(|it| !it.is_empty());
    accounts.map(|name| account_name(model, name))
}

/// Where a task is to be published, in the plan's words; else by which channel.
pub(super) fn publish(task: &Record<schema::Task>) -> Option<&str> {
    let place = task.get(schema::Task::PUBLISH)?;
    place.get(schema::PublishPlace::TEXT).or(place.get(schema::PublishPlace::CHANNEL))
}

pub(super) fn milestones<'m>(task: &'m Record<schema::Task>, today: Day) -> Vec<Milestone<'m>> {
    let milestone = |it: View<'m, schema::Milestone>| Milestone {
        title: it.get(schema::Milestone::TITLE).unwrap_or_default().into(),
        due: it.get(schema::Milestone::DUE).map(|day| day.to_string().into()),
        done: it.get(schema::Milestone::DONE).filter(|day| *day <= today).map(|day| day.to_string().into()),
    };
    task.all(schema::Task::MILESTONES).map(milestone).collect()
}

/// The values of an indicator that are known by `today`.
pub(super) fn readings(
    indicator: View<'_, schema::Indicator>,
    today: Day,
) -> impl Iterator<Item = View<'_, schema::Reading>> {
    let by_today = move |it: &View<'_, schema::Reading>| it.get(schema::Reading::ON).is_none_or(|on| on <= today);
    indicator.all(schema::Indicator::VALUES).filter(by_today)
}
