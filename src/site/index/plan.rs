//! `plans.json`: each task with its standing, where that is public, and the entries that prove it.

use crate::{
    model::{EntryId, ItemId, PlanId, Task as ModelTask, TaskId},
    record::{Value as Written, View},
    site::{
        json::{Evidence, Indicator, Milestone, Plan, Plans, Str, Task, TaskItem, Value},
        list::ListId,
        route::PageId,
        whole::Site,
    },
    vocabulary::Word,
};

impl<'m> Site<'m> {
    pub(super) fn plans_json(&self) -> Plans<'m> {
        let plans = (0..self.model.plans.len()).map(PlanId::new);
        Plans { as_of: self.model.today.to_string().into(), plans: plans.map(|id| self.plan_json(id)).collect() }
    }

    fn plan_json(&self, id: PlanId) -> Plan<'m> {
        let plan = self.model.plan(id);
        let day = |day: Option<crate::day::Day>| day.map(|day| day.to_string().into());
        let mut tasks: Vec<(TaskId, &'m ModelTask)> = self
            .model
            .tasks
            .iter()
            .enumerate()
            .map(|(at, it)| (TaskId::new(at), it))
            .filter(|it| it.1.plan == id)
            .collect();
        tasks.sort_by_key(|it| it.1.number);
        Plan {
            id: (*plan.id).into(),
            title: (*plan.title).into(),
            url: self.url(&self.address(PageId::Plan(id))).into(),
            organisation: self.organisation_id(plan.organisation).into(),
            basis: plan.record.text("basis").map(Into::into),
            from: day(plan.from),
            to: day(plan.to),
            tasks: tasks.into_iter().map(|(id, task)| self.task_json(id, task)).collect(),
        }
    }

    fn task_json(&self, id: TaskId, task: &'m ModelTask) -> Task<'m> {
        let record = &task.record;
        let state = self.model.site.shows_standing().then(|| self.standing.task(id).state);
        Task {
            number: u32::try_from(task.number).unwrap_or_default(),
            section: record.text("section").map(Into::into),
            title: (*task.title).into(),
            state: state.map(|it| it.key().into()),
            state_label: state.map(|it| it.label().into()),
            requirement: record.text("requirement").map(Into::into),
            publish: record.text("publish").map(Into::into),
            lead: task.lead.map(|it| (*self.model.organisation(it).id).into()),
            with: task.with.iter().map(|&it| (*self.model.organisation(it).id).into()).collect(),
            due: task.due.map(|day| day.to_string().into()),
            items: task
                .items
                .iter()
                .filter(|&&it| self.model.item(it).is_open())
                .map(|&it| self.proofs(id, it))
                .collect(),
            evidence: record.records("evidence").map(evidence).collect(),
            milestones: record.records("milestones").map(milestone).collect(),
            indicators: record.records("indicators").map(indicator).collect(),
        }
    }

    fn proofs(&self, task: TaskId, item: ItemId) -> TaskItem<'m> {
        let from = self.model.plan(self.model.task(task).plan).from;
        let inside = |&&id: &&EntryId| self.model.entry(id).published_day() >= from;
        let entries = self.lists.get(ListId::Item(item)).iter().filter(inside);
        TaskItem {
            item: (*self.model.item(item).id).into(),
            entries: entries.map(|&id| (*self.model.entry(id).index_number).into()).collect(),
        }
    }
}

fn evidence(record: View<'_>) -> Evidence<'_> {
    Evidence {
        what: record.text("what").unwrap_or_default().into(),
        on: record.day("on").map(|day| day.to_string().into()),
        by: record.text("by").map(Into::into),
        url: None,
    }
}

fn milestone(record: View<'_>) -> Milestone<'_> {
    let day = |key: &str| record.day(key).map(|day| day.to_string().into());
    Milestone { title: record.text("title").unwrap_or_default().into(), due: day("due"), done: day("done") }
}

fn indicator<'m>(record: View<'m>) -> Indicator<'m> {
    let value = |it: View<'m>| Some(Value { on: it.day("on")?.to_string().into(), value: number(it, "value")? });
    Indicator {
        name: record.text("name").unwrap_or_default().into(),
        unit: record.text("unit").map(Into::into),
        target: number(record, "target"),
        values: record.records("values").filter_map(value).collect(),
    }
}

fn number<'m>(record: View<'m>, key: &str) -> Option<Str<'m>> {
    match record.field(key)?.value {
        Written::Integer(number) => Some(number.to_string().into()),
        Written::Number(text) | Written::Text(text) => Some(text.into()),
        _ => None,
    }
}
