//! `[[plan]]` and `[[task]]`.

use std::collections::BTreeMap;

use super::{names, names::Names};
use crate::{
    diagnostic::Findings,
    model::{OrganisationId, Plan, PlanId, Task},
    record::{Record, Spanned, schema},
};

pub(super) fn plans(records: Vec<Record<schema::Plan>>, names: &mut Names, findings: &mut Findings) -> Vec<Plan> {
    records
        .into_iter()
        .enumerate()
        .map(|(at, record)| {
            if let Some(id) = record.get(schema::Plan::ID) {
                names.plans.enter(id, PlanId::new(at), record.span_of(schema::Plan::ID), findings);
            }
            Plan {
                id: record.get(schema::Plan::ID).unwrap_or_default().into(),
                title: record.get(schema::Plan::TITLE).unwrap_or_default().into(),
                organisation: names.organisations.of(&record, schema::Plan::ORGANISATION, findings),
                from: record.get(schema::Plan::FROM),
                to: record.get(schema::Plan::TO),
                record,
            }
        })
        .collect()
}

/// All tasks whose plan is known; numbers are unique within a plan.
pub(super) fn tasks(
    records: Vec<Record<schema::Task>>,
    plans: &[Plan],
    names: &Names,
    findings: &mut Findings,
) -> Vec<Task> {
    let mut seen = BTreeMap::new();
    let mut tasks = Vec::with_capacity(records.len());
    for record in records {
        let Some(plan) = names.plans.of(&record, schema::Task::PLAN, findings) else { continue };
        let number = record.get(schema::Task::NUMBER).unwrap_or_default();
        let here = record.span_of(schema::Task::NUMBER);
        if let Some(first) = seen.insert((plan, number), here) {
            names::twice(&number.to_string(), words! { zh: "任务序号", en: "task number" }, first, here, findings);
        }
        tasks.push(Task {
            plan,
            number,
            title: record.get(schema::Task::TITLE).unwrap_or_default().into(),
            items: names.items.all(&record, schema::Task::ITEMS, findings),
            lead: names.organisations.of(&record, schema::Task::LEAD, findings),
            with: names.organisations.all(&record, schema::Task::WITH, findings),
            publisher: publisher(&record, names, findings),
            due: record.get(schema::Task::DUE).or(plans[plan.at()].to),
            record,
        });
    }
    tasks
}

/// Under whom a task is to be published, where that is said for itself.
fn publisher(record: &Record<schema::Task>, names: &Names, findings: &mut Findings) -> Option<OrganisationId> {
    let place = record.get(schema::Task::PUBLISH)?;
    let value = place.get(schema::PublishPlace::ORGANISATION)?;
    names.organisations.find(Spanned { value, span: place.span_of(schema::PublishPlace::ORGANISATION) }, findings)
}
