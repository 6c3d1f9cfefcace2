//! How each task of a plan stands: done, partly done, late, done late or not due, and what proves it.

use super::ItemCompliance;
use crate::{
    day::Day,
    model::{EntryId, ItemId, Model, Plan, Task},
    schema,
    vocabulary::TaskState,
};

/// What proves that an item of a task was served within the plan's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    pub item: ItemId,
    /// The first entry published or revised since the plan began; none where a nil report or evidence stands for it.
    pub entry: Option<EntryId>,
    pub on: Day,
    /// How many publications and revisions there were in that time.
    pub count: usize,
}

/// How a task stands.
#[derive(Debug)]
pub struct TaskCompliance {
    pub state: TaskState,
    /// The items that were served, in the task's order.
    pub proofs: Vec<Proof>,
    /// The items that were not.
    pub missing: Vec<ItemId>,
    /// How many pieces of evidence there are, up to today.
    pub evidence: usize,
    /// The day on which it was done.
    pub done_on: Option<Day>,
}

pub(super) fn tasks(model: &Model, items: &[ItemCompliance]) -> Vec<TaskCompliance> {
    model.tasks.iter().map(|task| stand(model, items, task)).collect()
}

fn stand(model: &Model, items: &[ItemCompliance], task: &Task) -> TaskCompliance {
    let plan = model.plan(task.plan);
    let mut evidence: Vec<Option<Day>> =
        task.record.all(schema::Task::EVIDENCE).map(|it| it.get(schema::Evidence::ON)).collect();
    evidence.retain(|on| on.is_none_or(|on| on <= model.today));
    let first_evidence = evidence.iter().map(|on| on.or(plan.from).unwrap_or(model.today)).min();

    let (mut proofs, mut missing) = (Vec::new(), Vec::new());
    for &item in &task.items {
        match proof(item, &items[item.at()], plan, first_evidence, model.today) {
            Some(proof) => proofs.push(proof),
            None => missing.push(item),
        }
    }
    let done_on = match (task.items.is_empty(), missing.is_empty()) {
        (true, _) => first_evidence,
        (false, true) => proofs.iter().map(|proof| proof.on).max(),
        (false, false) => None,
    };
    let begun = !proofs.is_empty() || !evidence.is_empty();
    TaskCompliance {
        state: state(task, done_on, begun, model.today),
        proofs,
        missing,
        evidence: evidence.len(),
        done_on,
    }
}

/// An item is served by what was published or revised since the plan began, or by a nil report of that time; one that
/// publishes nothing of itself also by evidence.
fn proof(item: ItemId, compliance: &ItemCompliance, plan: &Plan, evidence: Option<Day>, today: Day) -> Option<Proof> {
    let count = compliance.acts.len() - compliance.acts_before(plan.from);
    if let Some((on, entry)) = compliance.first_act(plan.from) {
        return Some(Proof { item, entry: Some(entry), on, count });
    }
    let nil =
        compliance.nils.iter().map(|period| period.last()).find(|&last| plan.from.is_none_or(|from| from <= last));
    let nil = nil.filter(|&last| plan.to.is_none_or(|to| last <= to)).map(|last| last.min(today));
    let on = nil.or(if compliance.owes { None } else { evidence })?;
    Some(Proof { item, entry: None, on, count: 0 })
}

fn state(task: &Task, done_on: Option<Day>, begun: bool, today: Day) -> TaskState {
    let late = |on: Day| task.due.is_some_and(|due| due < on);
    match done_on {
        Some(on) if late(on) => TaskState::DoneLate,
        Some(_) => TaskState::Done,
        None if late(today) => TaskState::Late,
        None if begun => TaskState::Partly,
        None => TaskState::NotDue,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compliance::{builder::Builder, measure};

    fn states(today: &str, published: &[&str]) -> TaskCompliance {
        let mut builder = Builder::new(today);
        let items = [builder.item("a/one"), builder.item("a/two")];
        builder.task(&items, "2018-06-30");
        for (item, day) in items.into_iter().zip(published) {
            builder.entry(item, day);
        }
        measure(&builder.model).tasks.remove(0)
    }

    #[test]
    fn a_task_goes_from_not_due_to_done_or_late() {
        assert_eq!(states("2018-05-01", &[]).state, TaskState::NotDue);
        assert_eq!(states("2018-05-01", &["2018-03-01"]).state, TaskState::Partly);
        assert_eq!(states("2018-06-30", &["2018-03-01"]).state, TaskState::Partly);
        assert_eq!(states("2018-07-01", &["2018-03-01"]).state, TaskState::Late);
        let done = states("2018-07-01", &["2018-03-01", "2018-06-30"]);
        assert_eq!((done.state, done.done_on.unwrap().to_string()), (TaskState::Done, "2018-06-30".to_owned()));
        assert_eq!(states("2018-08-01", &["2018-03-01", "2018-07-02"]).state, TaskState::DoneLate);
    }

    #[test]
    fn what_was_published_before_the_plan_proves_nothing_until_it_is_revised() {
        let early = states("2018-07-01", &["2017-12-31", "2018-06-30"]);
        assert_eq!((early.state, early.missing.len()), (TaskState::Late, 1));
        let mut builder = Builder::new("2018-07-01");
        let item = builder.item("a/one");
        builder.task(&[item], "2018-06-30");
        let entry = builder.entry(item, "2017-12-31");
        builder.revised(entry, "2018-06-12");
        let compliance = measure(&builder.model).tasks.remove(0);
        assert_eq!(
            (compliance.state, compliance.proofs[0].entry, compliance.proofs[0].count),
            (TaskState::Done, Some(entry), 1)
        );
    }

    #[test]
    fn a_task_without_items_is_done_by_evidence() {
        let mut builder = Builder::new("2018-12-31");
        builder.task(&[], "2018-06-30");
        assert_eq!(measure(&builder.model).tasks[0].state, TaskState::Late);
        builder.evidence(0, "2018-05-01");
        assert_eq!(measure(&builder.model).tasks[0].state, TaskState::Done);
    }

    #[test]
    fn a_nil_report_serves_an_item() {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/penalties");
        builder.task(&[item], "2018-12-31");
        builder.nil(item, "2018Q3");
        let task = measure(&builder.model).tasks.remove(0);
        assert_eq!((task.state, task.proofs[0].entry), (TaskState::Done, None));
    }
}
