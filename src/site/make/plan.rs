//! The page of a work plan: each task with its standing and the entries that prove it.

use super::{
    chart::{Count, chart},
    link::href,
    row::rows,
};
use crate::{
    model::{ItemId, PlanId, TaskId},
    record::{View, schema},
    site::{
        entry_facts::organisation_name,
        list::ListId,
        page::{Fact, Indicator, Label, Plan, PlanSection, Str, Tally, Task, TaskItem},
        route::PageId,
        site::Site,
        task_facts::{accounts, evidence, milestones, publish, readings},
    },
    vocabulary::{TaskState, Word},
};

/// How many proving entries a task's item shows.
const PROOFS: usize = 5;

pub(super) fn page<'m>(site: &Site<'m>, id: PlanId, at: &str) -> Plan<'m> {
    let model = site.model;
    let plan = model.plan(id);
    let public = model.site.shows_standing();
    let tasks = site.tasks_of(id);
    let mut sections: Vec<PlanSection<'m>> = Vec::new();
    for &id in &tasks {
        let title: Str<'m> = model.task(id).record.get(schema::Task::SECTION).unwrap_or_default().into();
        let made = task(site, id, public, at);
        match sections.last_mut().filter(|it| it.title == title) {
            Some(section) => section.tasks.push(made),
            None => sections.push(PlanSection { title, tasks: vec![made] }),
        }
    }
    let count = |state: TaskState| tasks.iter().filter(|&&it| site.compliance.task(it).state == state).count();
    let tally = TaskState::ALL.iter().map(|&it| Tally { state: Label::of(it), count: count(it) as u64 });
    let tally: Vec<Tally<'m>> = tally.filter(|it| public && it.count > 0).collect();
    let counts = tally.iter().map(|it| Count { label: it.state.label.clone(), count: it.count }).collect();
    let told: Vec<String> = tally.iter().map(|it| format!("{} 项{}", it.count, it.state.label)).collect();
    let found = |_: &Count<'_>| format!("{} 项任务中，{}", tasks.len(), told.join("，"));
    let mut facts = vec![Fact::plain("责任单位", organisation_name(site.model, plan.organisation))];
    if let Some(basis) = plan.record.get(schema::Plan::BASIS) {
        facts.push(Fact::plain("依据", basis));
    }
    if let (Some(from), Some(to)) = (plan.from, plan.to) {
        facts.push(Fact::plain("起止时间", format!("{from} 至 {to}")));
    }
    Plan {
        title: (*plan.title).into(),
        as_of: model.today.to_string().into(),
        facts,
        total: tasks.len() as u64,
        chart: chart(("完成情况", "任务数"), counts, found),
        tally,
        sections,
    }
}

fn task<'m>(site: &Site<'m>, id: TaskId, public: bool, at: &str) -> Task<'m> {
    let task = site.model.task(id);
    let (record, today) = (&task.record, site.model.today);
    let mut facts = Vec::new();
    if let Some(lead) = task.lead {
        facts.push(Fact::plain("牵头单位", &*site.model.organisation(lead).name));
    }
    if !task.with.is_empty() {
        let names: Vec<&str> = task.with.iter().map(|&it| &*site.model.organisation(it).name).collect();
        facts.push(Fact::plain("配合单位", names.join("、")));
    }
    if let Some(publish) = publish(record) {
        facts.push(Fact::plain("公开渠道", publish));
    }
    let accounts: Vec<&str> = accounts(site.model, record).collect();
    if !accounts.is_empty() {
        facts.push(Fact::plain("指定账号", accounts.join("、")));
    }
    let open = task.items.iter().filter(|&&it| site.model.item(it).is_open());
    // That nothing of an item is there shows how it stands.
    let items = open.map(|&it| task_item(site, id, it, at)).filter(|it| public || it.count > 0);
    let items: Vec<TaskItem<'m>> = items.collect();
    Task {
        number: task.number.to_string().into(),
        title: (*task.title).into(),
        state: public.then(|| Label::of(site.compliance.task(id).state)),
        requirement: record.get(schema::Task::REQUIREMENT).map(Into::into),
        facts,
        due: task.due.map(|day| day.to_string().into()),
        office: office(site, id),
        proofs: items.iter().map(|it| it.count).sum(),
        items,
        evidence: if public { evidence(record, today) } else { Vec::new() },
        milestones: if public { milestones(record, today) } else { Vec::new() },
        indicators: record.all(schema::Task::INDICATORS).filter(|_| public).map(|it| indicator(site, it)).collect(),
    }
}

/// Who does the task: the offices that its items name, else the lead body, else that of the plan.
fn office<'m>(site: &Site<'m>, id: TaskId) -> Str<'m> {
    let task = site.model.task(id);
    let mut offices: Vec<&'m str> = Vec::new();
    let items = task.items.iter().map(|&it| site.model.item(it)).filter(|it| it.is_open());
    for office in items.filter_map(|it| it.office.as_deref()) {
        if !offices.contains(&office) {
            offices.push(office);
        }
    }
    if offices.is_empty() {
        let body = task.lead.or(site.model.plan(task.plan).organisation);
        return organisation_name(site.model, body).into();
    }
    offices.join("、").into()
}

fn task_item<'m>(site: &Site<'m>, task: TaskId, id: ItemId, at: &str) -> TaskItem<'m> {
    let from = site.model.plan(site.model.task(task).plan).from;
    let inside = |&&it: &&crate::model::EntryId| site.model.entry(it).published_day() >= from;
    let list = site.lists.get(ListId::Item(id));
    let newest: Vec<_> = list.iter().rev().filter(inside).copied().collect();
    TaskItem {
        title: site.model.item_title(id).replace(" / ", "——").into(),
        href: href(site, at, PageId::List(ListId::Item(id), None)),
        count: newest.len() as u64,
        rows: rows(site, at, &newest[..newest.len().min(PROOFS)], false),
    }
}

fn indicator<'m>(site: &Site<'m>, record: View<'m, schema::Indicator>) -> Indicator<'m> {
    let unit = record.get(schema::Indicator::UNIT).unwrap_or_default();
    let newest = readings(record, site.model.today).last();
    let target = record.get(schema::Indicator::TARGET);
    let value = newest.and_then(|it| it.get(schema::Reading::VALUE));
    let share = |value: &str, target: &str| {
        let (value, target): (f64, f64) = (value.parse().ok()?, target.parse().ok()?);
        (1..=100).rev().find(|&percent| f64::from(percent) * target <= value * 100.0).filter(|_| target > 0.0)
    };
    Indicator {
        name: record.get(schema::Indicator::NAME).unwrap_or_default().into(),
        percent: value.zip(target).and_then(|(value, target)| share(value, target)),
        value: value.map(|it| format!("{it}{unit}").into()),
        on: newest.and_then(|it| it.get(schema::Reading::ON)).map(|day| day.to_string().into()),
        target: target.map(|it| format!("{it}{unit}").into()),
    }
}
