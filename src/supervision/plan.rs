//! `report plan`: each task of the work plans with what proves it and what it still wants.

use super::{Block, Chapter, Dossier, Figure, Grid, Paper, Row, Value, ledger::evidence as evidence_of};
use crate::{
    compliance::TaskCompliance,
    model::{Task, TaskId},
    record::{View, schema},
    vocabulary::{Lang, TaskState, Word, Words, names_nobody},
};

/// The report of all plans.
pub fn plan(of: &Dossier<'_>) -> Paper {
    let asked: Vec<TaskId> = (0..of.model.tasks.len()).map(TaskId::new).filter(|&id| is_asked(of, id)).collect();
    let title = match &of.model.plans[..] {
        [one] => one.title.to_string(),
        _ => of.say(words! { zh: "政务公开工作计划", en: "Work plans" }),
    };
    let title = of.sentence(&text! { zh: "{title}完成情况", en: "{title}: how the tasks stand" });
    let (body, today) = (of.body(), of.model.today);
    let subtitle = of.sentence(&text! { zh: "{body}，截至 {today}", en: "{body}, as of {today}" });
    let mut paper = of.paper("plan", title, subtitle);
    paper.facts.push(("tasks", of.say(words! { zh: "任务", en: "tasks" }), Figure::count_in(asked.len(), "task-list")));
    for &state in TaskState::ALL {
        let count = asked.iter().filter(|&&id| of.compliance.task(id).state == state).count();
        paper.facts.push((fact(state), of.word(state), Figure::count_in(count, "task-list")));
    }
    paper.chapters = vec![
        chapter("tasks", of.say(words! { zh: "任务", en: "Tasks" }), vec![told(of), Block::Grid(tasks(of, &asked))]),
        chapter(
            "proof",
            of.say(words! { zh: "落实情况和佐证", en: "Proof" }),
            vec![Block::Grid(proofs(of, &asked)), Block::Grid(acts(of, &asked)), Block::Grid(evidence(of, &asked))],
        ),
        chapter(
            "steps",
            of.say(words! { zh: "节点和指标", en: "Milestones and indicators" }),
            vec![Block::Grid(milestones(of, &asked)), Block::Grid(indicators(of, &asked))],
        ),
        chapter(
            "rectifications",
            of.say(words! { zh: "整改台账", en: "Rectifications" }),
            vec![Block::Grid(rectifications(of))],
        ),
    ];
    paper
}

fn chapter(id: &'static str, title: String, blocks: Vec<Block>) -> Chapter {
    Chapter { id, title, blocks }
}

/// The key of the fact that counts the tasks in `state`.
fn fact(state: TaskState) -> &'static str {
    match state {
        TaskState::Done => "done",
        TaskState::Partly => "partly",
        TaskState::Late => "late",
        TaskState::DoneLate => "done_late",
        TaskState::NotDue => "not_due",
    }
}

fn is_asked(of: &Dossier<'_>, id: TaskId) -> bool {
    super::behind::is_asked(of, of.model.task(id))
}

/// What the states mean.
fn told(of: &Dossier<'_>) -> Block {
    Block::Text(of.say(words! {
        zh: "已完成：任务的每个公开事项在计划起始日以后都有公开、更新或者零报告（或者有佐证），节点、指标、整改没有未完的，且不晚于时限；逾期完成：晚于时限；逾期未完成：时限已过，还缺其中一样；部分完成：时限未到，已有其中一样；未到期：时限未到，还没有。",
        en: "Done: since the plan began each item of the task was published, revised or reported as nil (or there is evidence), and no milestone, indicator or rectification is open, all by the last day. Done late: the same, after it. Late: the last day is over and something lacks. Partly done: there is time left and something is there. Not due yet: there is time left and nothing is there."
    }))
}

/// What stands for a task in tables below the first: its plan where there are several, and its number.
fn name(of: &Dossier<'_>, id: TaskId) -> Figure {
    let task = of.model.task(id);
    let name = match of.model.plans.len() {
        0 | 1 => task.number.to_string(),
        _ => format!("{}/{}", of.model.plan(task.plan).id, task.number),
    };
    Figure::text(name).here(row_id(id))
}

fn row_id(id: TaskId) -> String {
    format!("task-{}", id.at() + 1)
}

const TASK: Words = words! { zh: "任务", en: "Task" };
const NONE: Words = words! { zh: "没有。", en: "None." };

fn tasks(of: &Dossier<'_>, asked: &[TaskId]) -> Grid {
    let columns = vec![
        of.column("task", words! { zh: "序号", en: "No." }, 1),
        of.column("title", words! { zh: "任务", en: "Task" }, 3),
        of.column("requirement", words! { zh: "要求", en: "What is asked" }, 4),
        of.column("lead", words! { zh: "牵头单位", en: "Lead" }, 2),
        of.column("office", words! { zh: "责任科室", en: "Office" }, 2),
        of.column("due", words! { zh: "时限", en: "Due" }, 1),
        of.column("state", words! { zh: "状态", en: "State" }, 1),
        of.column("done", words! { zh: "完成日期", en: "Done on" }, 1),
        of.column("served", words! { zh: "已落实事项", en: "Items served" }, 1),
        of.column("lacks", words! { zh: "还缺", en: "What lacks" }, 3),
    ];
    let row = |&id: &TaskId| {
        let (task, stands) = (of.model.task(id), of.compliance.task(id));
        let lead = task.lead.or(of.model.plan(task.plan).organisation);
        let figures = vec![
            Figure { target: None, ..name(of, id) },
            of.quoted(Some(&task.title)),
            of.quoted(task.record.get(schema::Task::REQUIREMENT)),
            of.short(lead),
            office(of, task),
            Figure::day(task.due),
            Figure::text(of.word(stands.state)),
            Figure::day(stands.done_on),
            Figure::share(stands.proofs.len(), task.items.len()).behind("proofs"),
            lacks(of, stands),
        ];
        Row { id: row_id(id), figures }
    };
    let title = words! { zh: "任务完成情况", en: "Tasks" };
    of.grid(
        "task-list",
        title,
        columns,
        asked.iter().map(row).collect(),
        words! { zh: "没有工作计划。", en: "There is no work plan." },
    )
}

/// The office that the task names, else those that its items name.
fn office(of: &Dossier<'_>, task: &Task) -> Figure {
    let own = task.record.get(schema::Task::OFFICE);
    let mut offices: Vec<&str> = own.into_iter().collect();
    for office in task.items.iter().filter_map(|&it| of.model.item(it).office.as_deref()).filter(|_| own.is_none()) {
        if !offices.contains(&office) {
            offices.push(office);
        }
    }
    of.quoted(Some(&offices.join(of.comma())))
}

fn lacks(of: &Dossier<'_>, stands: &TaskCompliance) -> Figure {
    let mut parts: Vec<String> = stands.missing.iter().map(|&it| of.model.item(it).title.to_string()).collect();
    let open = stands.open;
    if open > 0 {
        parts.push(of.sentence(&text! { zh: "未完的节点、指标、整改 {open} 项", en: "{open} open milestones, indicators or rectifications" }));
    }
    of.quoted(Some(&parts.join(if of.lang == Lang::Zh { "；" } else { "; " })))
}

fn proofs(of: &Dossier<'_>, asked: &[TaskId]) -> Grid {
    let columns = vec![
        of.column("task", TASK, 1),
        of.column("item", words! { zh: "公开事项", en: "Item" }, 3),
        of.column("proof", words! { zh: "最先落实的信息", en: "First proved by" }, 4),
        of.column("on", words! { zh: "日期", en: "On" }, 1),
        of.column("acts", words! { zh: "公开、更新次数", en: "Publications and revisions" }, 1),
    ];
    let mut rows = Vec::new();
    for &id in asked {
        for proof in &of.compliance.task(id).proofs {
            let nil = || Figure::text(of.say(words! { zh: "零报告或者佐证", en: "a nil report, or evidence" }));
            let figures = vec![
                name(of, id),
                of.item(proof.item),
                proof.entry.map_or_else(nil, |it| of.entry(it)),
                Figure::day(Some(proof.on)),
                Figure::count_in(proof.count, "acts"),
            ];
            rows.push(Row { figures, ..Row::default() });
        }
    }
    of.grid("proofs", words! { zh: "落实任务的公开信息", en: "Entries that prove the tasks" }, columns, rows, NONE)
}

/// Each publication and revision of the tasks' items since the plan began.
fn acts(of: &Dossier<'_>, asked: &[TaskId]) -> Grid {
    let columns = vec![
        of.column("task", TASK, 1),
        of.column("item", words! { zh: "公开事项", en: "Item" }, 3),
        of.column("on", words! { zh: "日期", en: "On" }, 1),
        of.column("entry", words! { zh: "公开或者更新的信息", en: "What was published or revised" }, 5),
    ];
    let mut rows = Vec::new();
    for &id in asked {
        let from = of.model.plan(of.model.task(id).plan).from;
        for proof in &of.compliance.task(id).proofs {
            let item = of.compliance.item(proof.item);
            for &(on, entry) in &item.acts[item.acts_before(from)..] {
                let figures = vec![name(of, id), of.item(proof.item), Figure::day(Some(on)), of.entry(entry)];
                rows.push(Row { figures, ..Row::default() });
            }
        }
    }
    let title = words! { zh: "每次公开和更新", en: "Each publication and revision" };
    of.grid("acts", title, columns, rows, NONE)
}

fn evidence(of: &Dossier<'_>, asked: &[TaskId]) -> Grid {
    let columns = vec![
        of.column("task", TASK, 1),
        of.column("what", words! { zh: "做了什么", en: "What was done" }, 5),
        of.column("kind", words! { zh: "类别", en: "Kind" }, 1),
        of.column("on", words! { zh: "日期", en: "On" }, 1),
        of.column("by", words! { zh: "由谁", en: "By" }, 2),
        of.column("file", words! { zh: "材料", en: "File" }, 2),
    ];
    // What nobody stands for, and what is to come, proves nothing: it counts in no state of a task either.
    let today = of.model.today;
    let counts = |it: &View<'_, schema::Evidence>| {
        !it.get(schema::Evidence::BY).is_some_and(names_nobody)
            && it.get(schema::Evidence::ON).is_none_or(|on| on <= today)
    };
    let rows = each(
        of,
        asked,
        |task| task.record.all(schema::Task::EVIDENCE).filter(counts).collect(),
        |it| {
            vec![
                of.quoted(it.get(schema::Evidence::WHAT)),
                it.get(schema::Evidence::KIND).map_or(Value::None.into(), |it| Figure::text(of.word(it))),
                Figure::day(it.get(schema::Evidence::ON)),
                of.quoted(it.get(schema::Evidence::BY)),
                of.quoted(it.get(schema::Evidence::FILE)),
            ]
        },
    );
    of.grid("evidence", words! { zh: "佐证材料", en: "Evidence" }, columns, rows, NONE)
}

fn milestones(of: &Dossier<'_>, asked: &[TaskId]) -> Grid {
    let columns = vec![
        of.column("task", TASK, 1),
        of.column("milestone", words! { zh: "节点", en: "Milestone" }, 5),
        of.column("due", words! { zh: "时限", en: "Due" }, 1),
        of.column("done", words! { zh: "完成日期", en: "Done on" }, 1),
        of.column("state", words! { zh: "状态", en: "State" }, 1),
    ];
    let today = of.model.today;
    let rows = each(
        of,
        asked,
        |task| task.record.all(schema::Task::MILESTONES).collect(),
        |it| {
            let due = it.get(schema::Milestone::DUE);
            let done = it.get(schema::Milestone::DONE).filter(|&day| day <= today);
            let state = match done {
                Some(on) if due.is_some_and(|due| due < on) => TaskState::DoneLate,
                Some(_) => TaskState::Done,
                None if due.is_some_and(|due| due < today) => TaskState::Late,
                None => TaskState::NotDue,
            };
            vec![
                of.quoted(it.get(schema::Milestone::TITLE)),
                Figure::day(due),
                Figure::day(done),
                Figure::text(of.word(state)),
            ]
        },
    );
    of.grid("milestones", words! { zh: "节点", en: "Milestones" }, columns, rows, NONE)
}

fn indicators(of: &Dossier<'_>, asked: &[TaskId]) -> Grid {
    let columns = vec![
        of.column("task", TASK, 1),
        of.column("indicator", words! { zh: "指标", en: "Indicator" }, 4),
        of.column("target", words! { zh: "目标值", en: "Target" }, 1),
        of.column("value", words! { zh: "最近的数值", en: "Latest value" }, 1),
        of.column("on", words! { zh: "数值日期", en: "Of" }, 1),
        of.column("unit", words! { zh: "单位", en: "Unit" }, 1),
    ];
    let today = of.model.today;
    let rows = each(
        of,
        asked,
        |task| task.record.all(schema::Task::INDICATORS).collect(),
        |it| {
            let readings = it.all(schema::Indicator::VALUES);
            let known = readings.filter(|it| it.get(schema::Reading::ON).is_none_or(|on| on <= today));
            let latest = known.max_by_key(|it| it.get(schema::Reading::ON));
            vec![
                of.quoted(it.get(schema::Indicator::NAME)),
                number(it.get(schema::Indicator::TARGET)),
                number(latest.and_then(|it| it.get(schema::Reading::VALUE))),
                Figure::day(latest.and_then(|it| it.get(schema::Reading::ON))),
                of.quoted(it.get(schema::Indicator::UNIT)),
            ]
        },
    );
    of.grid("indicators", words! { zh: "指标", en: "Indicators" }, columns, rows, NONE)
}

/// A row for each of what `list` finds in the tasks, the task's name before it.
fn each<'d, T>(
    of: &Dossier<'d>,
    asked: &[TaskId],
    list: impl Fn(&'d Task) -> Vec<T>,
    figures: impl Fn(T) -> Vec<Figure>,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for &id in asked {
        for it in list(of.model.task(id)) {
            let figures = std::iter::once(name(of, id)).chain(figures(it)).collect();
            rows.push(Row { figures, ..Row::default() });
        }
    }
    rows
}

/// A number as written, in thousandths where it is one that these can hold.
fn number(text: Option<&str>) -> Figure {
    let Some(text) = text else { return Value::None.into() };
    thousandths(text).map_or_else(|| Figure::text(text), |it| Value::Thousandths(it).into())
}

/// The thousandths of a decimal of at most three places.
fn thousandths(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let sign = if whole.starts_with('-') { -1 } else { 1 };
    let is_short = part.len() <= 3 && part.bytes().all(|it| it.is_ascii_digit());
    let part: i64 = format!("{part:0<3}").parse().ok().filter(|_| is_short)?;
    whole.parse::<i64>().ok()?.checked_mul(1000)?.checked_add(sign * part)
}

fn rectifications(of: &Dossier<'_>) -> Grid {
    let columns = vec![
        of.column("finding", words! { zh: "问题", en: "What was found" }, 5),
        of.column("organisation", words! { zh: "单位", en: "Organisation" }, 2),
        of.column("office", words! { zh: "科室", en: "Office" }, 2),
        of.column("quarter", words! { zh: "发现季度", en: "Quarter" }, 1),
        of.column("due", words! { zh: "整改时限", en: "Due" }, 1),
        of.column("done", words! { zh: "完成日期", en: "Done on" }, 1),
        of.column("evidence", words! { zh: "佐证", en: "Evidence" }, 4),
    ];
    let today = of.model.today;
    let own = of.model.rectifications.iter().map(|it| {
        let id = it.get(schema::Rectification::ORGANISATION);
        let at = id.and_then(|id| of.model.organisations.iter().position(|it| *it.id == *id));
        (it, at.map(crate::model::OrganisationId::new))
    });
    let row = |(it, organisation): (&crate::record::Record<schema::Rectification>, Option<_>)| Row {
        id: String::new(),
        figures: vec![
            of.quoted(it.get(schema::Rectification::FINDING)),
            of.short(organisation.or(of.model.site.organisation)),
            of.quoted(it.get(schema::Rectification::BY)),
            it.get(schema::Rectification::QUARTER).map_or(Value::None.into(), |it| Figure::text(it.to_string())),
            Figure::day(it.get(schema::Rectification::DUE)),
            Figure::day(it.get(schema::Rectification::DONE).filter(|&day| day <= today)),
            of.quoted(evidence_of(it).as_deref()),
        ],
    };
    let rows = own.filter(|it| of.concerns(it.1)).map(row).collect();
    of.grid("ledger", words! { zh: "整改台账", en: "Rectifications" }, columns, rows, NONE)
}

#[cfg(test)]
mod tests {
    use super::thousandths;

    #[test]
    fn decimals_become_thousandths_where_these_can_hold_them() {
        assert_eq!(thousandths("120"), Some(120_000));
        assert_eq!(thousandths("-0.5"), Some(-500));
        assert_eq!(thousandths("97.25"), Some(97_250));
        assert_eq!((thousandths("0.1234"), thousandths("1e3"), thousandths("")), (None, None, None));
    }
}
