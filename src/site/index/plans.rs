//! `plans.json`: each task with its standing, where that is public, and the entries that prove it.

use crate::{
    day::Day,
    model::{EntryId, ItemId, PlanId, TaskId},
    record::{View, schema},
    site::{
        entry_facts::organisation_id,
        json::{Indicator, Plan, Plans, Task, TaskItem, Value},
        list::ListId,
        route::PageId,
        site::Site,
        task_facts::{accounts, evidence, milestones, publish, readings},
    },
    vocabulary::Word,
};

pub(super) fn json<'m>(site: &Site<'m>) -> Plans<'m> {
    let plans = (0..site.model.plans.len()).map(PlanId::new);
    Plans { as_of: site.model.today.to_string().into(), plans: plans.map(|id| plan(site, id)).collect() }
}

fn plan<'m>(site: &Site<'m>, id: PlanId) -> Plan<'m> {
    let plan = site.model.plan(id);
    let day = |day: Option<Day>| day.map(|day| day.to_string().into());
    Plan {
        id: (*plan.id).into(),
        title: (*plan.title).into(),
        url: site.url(&site.address(PageId::Plan(id))).into(),
        organisation: organisation_id(site.model, plan.organisation).into(),
        basis: plan.record.get(schema::Plan::BASIS).map(Into::into),
        from: day(plan.from),
        to: day(plan.to),
        tasks: site.tasks_of(id).into_iter().map(|it| task(site, it)).collect(),
    }
}

fn task<'m>(site: &Site<'m>, id: TaskId) -> Task<'m> {
    let task = site.model.task(id);
    let record = &task.record;
    let (public, today) = (site.model.site.shows_standing(), site.model.today);
    let state = public.then(|| site.compliance.task(id).state);
    let open = task.items.iter().filter(|&&it| site.model.item(it).is_open());
    Task {
        number: u32::try_from(task.number).unwrap_or_default(),
        section: record.get(schema::Task::SECTION).map(Into::into),
        title: (*task.title).into(),
        state: state.map(|it| it.key().into()),
        state_label: state.map(|it| it.label().into()),
        requirement: record.get(schema::Task::REQUIREMENT).map(Into::into),
        publish: publish(record).map(Into::into),
        accounts: accounts(site.model, record).map(Into::into).collect(),
        lead: task.lead.map(|it| (*site.model.organisation(it).id).into()),
        with: task.with.iter().map(|&it| (*site.model.organisation(it).id).into()).collect(),
        due: task.due.map(|day| day.to_string().into()),
        items: open.map(|&it| proofs(site, id, it)).filter(|it| public || !it.entries.is_empty()).collect(),
        evidence: if public { evidence(record, today) } else { Vec::new() },
        milestones: if public { milestones(record, today) } else { Vec::new() },
        indicators: record.all(schema::Task::INDICATORS).filter(|_| public).map(|it| indicator(it, today)).collect(),
    }
}

fn proofs<'m>(site: &Site<'m>, task: TaskId, item: ItemId) -> TaskItem<'m> {
    let from = site.model.plan(site.model.task(task).plan).from;
    let inside = |&&id: &&EntryId| site.model.entry(id).published_day() >= from;
    let entries = site.lists.get(ListId::Item(item)).iter().filter(inside);
    TaskItem {
        item: (*site.model.item(item).id).into(),
        entries: entries.map(|&id| (*site.model.entry(id).index_number).into()).collect(),
    }
}

fn indicator<'m>(record: View<'m, schema::Indicator>, today: Day) -> Indicator<'m> {
    let value = |it: View<'m, schema::Reading>| {
        Some(Value {
            on: it.get(schema::Reading::ON)?.to_string().into(),
            value: it.get(schema::Reading::VALUE)?.into(),
        })
    };
    Indicator {
        name: record.get(schema::Indicator::NAME).unwrap_or_default().into(),
        unit: record.get(schema::Indicator::UNIT).map(Into::into),
        target: record.get(schema::Indicator::TARGET).map(Into::into),
        values: readings(record, today).filter_map(value).collect(),
    }
}
