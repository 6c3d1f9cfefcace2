//! How each task of a plan stands: done, partly done, late, done late or not due, and what proves it.

use super::ItemCompliance;
use crate::{
    day::Day,
    model::{EntryId, ItemId, Model, Plan, Task},
    record::{Record, View, schema},
    vocabulary::{self, TaskState},
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
    /// Milestones, indicators and rectifications that are open.
    pub open: usize,
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
    // What nobody stands for proves nothing.
    let stood = task
        .record
        .all(schema::Task::EVIDENCE)
        .filter(|it| !it.get(schema::Evidence::BY).is_some_and(vocabulary::names_nobody));
    let mut evidence: Vec<Option<Day>> = stood.map(|it| it.get(schema::Evidence::ON)).collect();
    // Nor does what was done before the plan began.
    evidence.retain(|on| on.is_none_or(|on| on <= model.today && plan.from.is_none_or(|from| from <= on)));
    let first_evidence = evidence.iter().map(|on| on.or(plan.from).unwrap_or(model.today)).min();

    let (mut proofs, mut missing) = (Vec::new(), Vec::new());
    for &item in &task.items {
        match proof(item, &items[item.at()], plan, first_evidence, model.today) {
            Some(proof) => proofs.push(proof),
            None => missing.push(item),
        }
    }
    let steps = steps(model, task);
    let open = steps.iter().filter(|it| it.is_none()).count();
    let reached = steps.iter().copied().flatten().max();
    let served = match (task.items.is_empty(), missing.is_empty()) {
        (true, _) => first_evidence.or(reached),
        (false, true) => proofs.iter().map(|proof| proof.on).max(),
        (false, false) => None,
    };
    let done_on = served.filter(|_| open == 0).map(|on| reached.map_or(on, |it| it.max(on)));
    let begun = !proofs.is_empty() || !evidence.is_empty() || reached.is_some();
    TaskCompliance {
        state: state(task, done_on, begun, model.today),
        proofs,
        missing,
        open,
        evidence: evidence.len(),
        done_on,
    }
}

/// The day on which each milestone, indicator and rectification of `task` was done, up to today; none for one that is open.
fn steps(model: &Model, task: &Task) -> Vec<Option<Day>> {
    let by_today = |day: Option<Day>| day.filter(|&day| day <= model.today);
    let milestones = task.record.all(schema::Task::MILESTONES).map(|it| by_today(it.get(schema::Milestone::DONE)));
    let indicators = task.record.all(schema::Task::INDICATORS).filter_map(|it| {
        let target: f64 = it.get(schema::Indicator::TARGET)?.parse().ok()?;
        let value = |reading: View<'_, schema::Reading>| reading.get(schema::Reading::VALUE)?.parse::<f64>().ok();
        let mut readings: Vec<(Option<Day>, f64)> = it
            .all(schema::Indicator::VALUES)
            .filter_map(|reading| Some((reading.get(schema::Reading::ON), value(reading)?)))
            .filter(|(on, _)| on.is_none_or(|on| on <= model.today))
            .collect();
        readings.sort_by_key(|it| it.0);
        // It counts as it stands today, since the day from which on it stands so.
        let stands = readings.iter().rev().take_while(|it| it.1 >= target).last();
        Some(stands.map(|it| it.0.unwrap_or(model.today)))
    });
    let rectifications = model.rectifications.iter().filter(|it| concerns(model, it, task));
    let rectifications = rectifications.map(|it| by_today(it.get(schema::Rectification::DONE)));
    milestones.chain(indicators).chain(rectifications).collect()
}

/// Whether `record` is about `task`: it names the task, or an entry of one of its items.
fn concerns(model: &Model, record: &Record<schema::Rectification>, task: &Task) -> bool {
    let plan = record.get(schema::Rectification::PLAN).is_none_or(|it| *it == *model.plan(task.plan).id);
    let named = record.get(schema::Rectification::TASK) == Some(task.number);
    let entry = record.get(schema::Rectification::ENTRY).and_then(|it| model.named(it)).map(|it| model.entry(it));
    (plan && named) || entry.is_some_and(|entry| entry.items.iter().any(|it| task.items.contains(it)))
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
    use crate::{
        compliance::{
            builder::{Builder, Fields, list, write},
            measure,
        },
        record::Value,
    };

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
        let evidence = Fields::new().with(schema::Evidence::WHAT, Value::Text("会议纪要"));
        let evidence = evidence.with(schema::Evidence::BY, Value::Text("……"));
        write(&mut builder.model.tasks[0].record, schema::Task::EVIDENCE, list(vec![evidence]));
        assert_eq!(measure(&builder.model).tasks[0].state, TaskState::Late, "nobody stands for it");
    }

    #[test]
    fn a_task_is_not_done_while_a_step_of_it_is_open() {
        let state = |done: Option<&str>, value: &str| {
            let mut builder = Builder::new("2018-12-31");
            let item = builder.item("a/one");
            builder.task(&[item], "2018-12-31");
            builder.entry(item, "2018-05-01");
            let title = Fields::new().with(schema::Milestone::TITLE, Value::Text("初稿"));
            let milestone = match done {
                Some(day) => title.with(schema::Milestone::DONE, Value::Day(day.parse().unwrap())),
                None => title,
            };
            let reading = Fields::new().with(schema::Reading::ON, Value::Day("2018-09-30".parse().unwrap()));
            let reading = reading.with(schema::Reading::VALUE, Value::Number(value));
            let indicator = Fields::new().with(schema::Indicator::TARGET, Value::Number("120"));
            let indicator = indicator.with(schema::Indicator::VALUES, list(vec![reading]));
            let record = &mut builder.model.tasks[0].record;
            write(record, schema::Task::MILESTONES, list(vec![milestone]));
            write(record, schema::Task::INDICATORS, list(vec![indicator]));
            let task = measure(&builder.model).tasks.remove(0);
            (task.state, task.open, task.done_on.map(|it| it.to_string()))
        };
        assert_eq!(state(Some("2018-10-12"), "120"), (TaskState::Done, 0, Some("2018-10-12".to_owned())));
        assert_eq!(state(Some("2018-10-12"), "96"), (TaskState::Partly, 1, None));
        assert_eq!(state(None, "120"), (TaskState::Partly, 1, None));
        assert_eq!(state(Some("2019-01-12"), "96"), (TaskState::Partly, 2, None), "a day to come is no day");
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
