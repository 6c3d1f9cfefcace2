//! `[[plan]]` and `[[task]]`.

use std::collections::BTreeMap;

use super::{names, names::Names};
use crate::{
    diagnostic::Findings,
    model::{Plan, PlanId, Task},
    record::Record,
};

pub(super) fn plans(records: Vec<Record>, names: &mut Names, findings: &mut Findings) -> Vec<Plan> {
    records
        .into_iter()
        .enumerate()
        .map(|(at, record)| {
            if let Some(id) = record.text("id") {
                names.plans.enter(id, PlanId::new(at), record.at("id"), findings);
            }
            Plan {
                id: record.text("id").unwrap_or_default().into(),
                title: record.text("title").unwrap_or_default().into(),
                organisation: names.organisations.of(&record, "organisation", findings),
                from: record.day("from"),
                to: record.day("to"),
                record,
            }
        })
        .collect()
}

/// All tasks whose plan is known; numbers are unique within a plan.
pub(super) fn tasks(records: Vec<Record>, plans: &[Plan], names: &Names, findings: &mut Findings) -> Vec<Task> {
    let mut seen = BTreeMap::new();
    let mut tasks = Vec::with_capacity(records.len());
    for record in records {
        let Some(plan) = names.plans.of(&record, "plan", findings) else { continue };
        let number = record.integer("number").unwrap_or_default();
        let here = record.at("number");
        if let Some(first) = seen.insert((plan, number), here) {
            names::twice(&number.to_string(), words! { zh: "任务序号", en: "task number" }, first, here, findings);
        }
        tasks.push(Task {
            plan,
            number,
            title: record.text("title").unwrap_or_default().into(),
            items: names.items.all(&record, "items", findings),
            lead: names.organisations.of(&record, "lead", findings),
            with: names.organisations.all(&record, "with", findings),
            due: record.day("due").or(plans[plan.at()].to),
            record,
        });
    }
    tasks
}
