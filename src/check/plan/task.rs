//! GK1201 and GK1202: a task past its day that is not done, or of which nothing shows whether it is.

use crate::{
    check::context,
    compliance::{Compliance, TaskCompliance},
    day::Day,
    diagnostic::{
        Edit, Effect, Example, Finding, Findings, Level, Rule, Subject, Ungrounded,
        laws::{OPINION_2016, REGULATIONS_2008_29, REGULATIONS_2019_46},
    },
    model::{Model, Task, TaskId},
    record::schema,
    vocabulary::{TaskState, Text, Words},
};

pub static MISSED_TASK: Rule = Rule {
    code: "GK1201",
    name: "missed-task",
    label: "任务未完成",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_29, OPINION_2016.whole(), REGULATIONS_2019_46],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "工作计划的任务过了时限还没有完成，或者完成得晚了", en: "a task of a plan that is past its day and not done, or was done late" },
    why: words! {
        zh: "任务到期，上级考核、季度抽查看的就是它。哪些事项还没公开、哪个节点没到，早一天知道早一天补。",
        en: "Once a task is due it is what superiors appraise. The sooner it is known which items are not public and which milestones are not reached, the sooner they are.",
    },
    mend: words! {
        zh: "公开还缺的事项；本期确实没有的作零报告；办完的节点写 done = 完成日期。确实完不成的，用 gongkai allow missed-task 计划/序号 说明。",
        en: "Publish the items that lack, report as nil what there was not, and write `done` at milestones that are reached; explain what cannot be done with `gongkai allow missed-task plan/number`.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> catalogue/plan.toml
[[plan]]
id = "2018"
title = "2018年政务公开工作任务"
from = 2018-01-01
to = 2018-12-31
[[task]]
plan = "2018"
number = 1
title = "部门文件公开"
items = ["policy/notices"]
due = 2018-11-30
milestones = [{ title = "完成文件清理", due = 2018-10-31 }]
"#,
        good: r#"--> catalogue/plan.toml
[[task]]
milestones = [{ title = "完成文件清理", due = 2018-10-31, done = 2018-10-26 }]
"#,
    },
};

pub static UNPROVED_TASK: Rule = Rule {
    code: "GK1202",
    name: "unproved-task",
    label: "任务无佐证",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_29, OPINION_2016.whole(), REGULATIONS_2019_46],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "任务到期了，没有东西能证明做过，或者公开的地方不是计划要求的", en: "a task past its day that nothing proves, or proved elsewhere than the plan asks" },
    why: words! {
        zh: "做了而没有留痕，考核时等于没做；计划要求公开在甲处而信息在乙处，考核的人找不到。",
        en: "What was done and left no trace counts as not done; what the plan wants in one place and stands in another is not found.",
    },
    mend: words! {
        zh: "写明由哪些公开事项落实（items），不产生公开信息的写佐证：evidence = [{ what = \"做了什么\", on = 哪天, by = \"谁\" }]。公开的地方不对的，在要求的地方公开并写进 channels。",
        en: "Name the items that fulfil it, or write evidence = [{ what = …, on = …, by = … }] for what publishes nothing; publish it where the plan asks and record that in `channels`.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> catalogue/plan.toml
[[plan]]
id = "2018"
title = "2018年政务公开工作任务"
from = 2018-01-01
to = 2018-12-31
[[task]]
plan = "2018"
number = 1
title = "政务公开业务培训"
due = 2018-11-30
"#,
        good: r#"--> catalogue/plan.toml
[[task]]
evidence = [{ what = "办公室组织业务培训一次，参训12人", on = 2018-06-29, by = "办公室" }]
"#,
    },
};

fn missed(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    for (task, stands, due) in overdue(model, compliance) {
        if let (TaskState::DoneLate, Some(on)) = (stands.state, stands.done_on) {
            let Text { zh, en } = name(task);
            let finding = findings.raise(
                &MISSED_TASK,
                task.record.span_of(schema::Task::TITLE),
                text! { zh: "{zh}完成得晚了：时限 {due}，完成于 {on}", en: "{en} was done late: due {due}, done {on}" },
            );
            let how = context::explain(&MISSED_TASK, &id(model, task));
            finding.lesser().help(text! {
                zh: "日期写得不对的改正；属实的，说明原因：\n{how_zh}",
                en: "correct the days, or explain:\n{how_en}",
                how_zh = how.zh,
                how_en = how.en,
            });
            finish(finding, model, task, due);
            continue;
        }
        if stands.state != TaskState::Late {
            continue;
        }
        let open = open_milestones(model, task);
        let waiting = rectifications(model, task);
        if stands.missing.is_empty() && open.is_empty() && waiting == 0 {
            continue;
        }
        tell_missed(model, task, stands, due, &open, findings);
    }
}

/// Tells the milestones past their day of a task that is not due yet: there is still time.
pub(super) fn steps(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    missed(model, compliance, findings);
    for task in model.tasks.iter().filter(|it| it.due.is_none_or(|due| due >= model.today)) {
        for step in task.record.all(schema::Task::MILESTONES) {
            let done = step.get(schema::Milestone::DONE).is_some_and(|day| day <= model.today);
            let Some(due) = step.get(schema::Milestone::DUE).filter(|it| !done && *it < model.today) else { continue };
            let title = step.get(schema::Milestone::TITLE).unwrap_or_default();
            let Text { zh, en } = name(task);
            let finding = findings.raise(
                &MISSED_TASK,
                step.span_of(schema::Milestone::TITLE),
                text! {
                    zh: "{zh}的节点“{title}”过了时限还没有完成",
                    en: "{en} has a milestone past its day: {title}",
                },
            );
            let how = context::explain(&MISSED_TASK, &id(model, task));
            finding.lesser().label(text! { zh: "时限 {due}", en: "due {due}" }).help(text! {
                zh: "办完的写 done = 〔完成日期〕；完不成的，说明原因：\n{how_zh}",
                en: "write done = 〔day〕 once it is reached, or explain:\n{how_en}",
                how_zh = how.zh,
                how_en = how.en,
            });
            finding.key(format!("{} step {title}", id(model, task)));
            finish(finding, model, task, due);
        }
    }
}

fn tell_missed(model: &Model, task: &Task, stands: &TaskCompliance, due: Day, open: &[&str], findings: &mut Findings) {
    let Text { zh, en } = name(task);
    let finding = findings.raise(
        &MISSED_TASK,
        task.record.span_of(schema::Task::TITLE),
        text! { zh: "{zh}过了时限还没有完成", en: "{en} is past its day and not done" },
    );
    finding.label(text! { zh: "时限 {due}", en: "due {due}" });
    if !stands.missing.is_empty() {
        let titles: Vec<String> = stands.missing.iter().map(|&it| model.item_title(it)).collect();
        finding.note(words! { zh: "还没公开", en: "not public" }, Text::same(titles.join("、")));
    }
    if !open.is_empty() {
        finding.note(words! { zh: "节点未完成", en: "open milestones" }, Text::same(open.join("、")));
    }
    let waiting = rectifications(model, task);
    if waiting > 0 {
        finding.note(words! { zh: "整改未完成", en: "not put right" }, text! { zh: "{waiting} 项", en: "{waiting}" });
    }
    let how = context::explain(&MISSED_TASK, &id(model, task));
    finding.help(text! {
        zh: "公开还缺的事项，没有的作零报告；办完的节点、整改写 done = 〔完成日期〕；完不成的，说明原因：\n{how_zh}",
        en: "publish what lacks or report it as nil; write done = 〔day〕 at milestones and rectifications; explain what cannot be done:\n{how_en}",
        how_zh = how.zh,
        how_en = how.en,
    });
    finish(finding, model, task, due);
}

pub(super) fn unproved(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    for (task, stands, due) in overdue(model, compliance) {
        let steps = task.record.has(schema::Task::INDICATORS) || task.record.has(schema::Task::MILESTONES);
        if !task.items.is_empty() || stands.evidence > 0 || steps || rectifications(model, task) > 0 {
            continue;
        }
        let Text { zh, en } = name(task);
        let finding = findings.raise(
            &UNPROVED_TASK,
            task.record.span_of(schema::Task::TITLE),
            text! { zh: "{zh}过了时限，没有东西证明做过", en: "{en} is past its day, and nothing proves it" },
        );
        finding.label(text! { zh: "时限 {due}", en: "due {due}" }).help(text! {
            zh: "写 items = 落实它的公开事项；不产生公开信息的，写 evidence = [{{ what = \"做了什么\", on = 哪天, by = \"谁\" }}]",
            en: "name the items that fulfil it, or write evidence = [{{ what = …, on = …, by = … }}]",
        });
        let line = "evidence = [{ what = \"〔做了什么〕\", on = 〔日期〕, by = \"〔科室〕\" }]";
        let is_new = !task.record.has(schema::Task::EVIDENCE);
        finding.fix(task.record.room().filter(|_| is_new).map(|it| Edit::lines(it, line)));
        finish(finding, model, task, due);
    }
}

/// The tasks whose last day is over, with how they stand.
fn overdue<'m>(
    model: &'m Model,
    compliance: &'m Compliance,
) -> impl Iterator<Item = (&'m Task, &'m TaskCompliance, Day)> {
    model.tasks.iter().enumerate().filter_map(|(at, task)| {
        let due = task.due.filter(|&it| it < model.today)?;
        Some((task, compliance.task(TaskId::new(at)), due))
    })
}

/// The titles of milestones that should have been reached and are not.
fn open_milestones<'m>(model: &Model, task: &'m Task) -> Vec<&'m str> {
    let is_open = |it: &crate::record::View<'m, schema::Milestone>| {
        let done = it.get(schema::Milestone::DONE).is_some_and(|day| day <= model.today);
        !done && it.get(schema::Milestone::DUE).is_none_or(|day| day < model.today)
    };
    let titles = task.record.all(schema::Task::MILESTONES).filter(is_open);
    titles.map(|it| it.get(schema::Milestone::TITLE).unwrap_or_default()).collect()
}

/// How many rectifications that name `task` are past their day and not done.
fn rectifications(model: &Model, task: &Task) -> usize {
    let of = |it: &&crate::record::Record<schema::Rectification>| {
        it.get(schema::Rectification::TASK) == Some(task.number)
            && it.get(schema::Rectification::PLAN).is_none_or(|plan| *plan == *model.plan(task.plan).id)
            && it.get(schema::Rectification::DONE).is_none_or(|day| day > model.today)
            && it.get(schema::Rectification::DUE).is_none_or(|day| day < model.today)
    };
    model.rectifications.iter().filter(of).count()
}

/// 第 3 项任务“…”.
pub(super) fn name(task: &Task) -> Text {
    let (number, title) = (task.number, &task.title);
    text! { zh: "第 {number} 项任务“{title}”", en: "task {number}, {title}," }
}

/// What an `[[allow]]` calls it.
pub(super) fn id(model: &Model, task: &Task) -> String {
    format!("{}/{}", model.plan(task.plan).id, task.number)
}

/// The line that names the plan.
const PLAN: Words = words! { zh: "计划", en: "plan" };

/// Says whom `finding` is about, and by the law of which day it is judged.
pub(super) fn finish(finding: &mut Finding, model: &Model, task: &Task, on: Day) {
    let title = &model.plan(task.plan).title;
    finding.note(PLAN, Text::same(title.to_string())).about(Subject::Task(id(model, task))).on(on);
    if finding.key.is_none() {
        finding.key(id(model, task));
    }
    if let [item] = *task.items {
        finding.item = Some(model.item_title(item).into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::said},
        compliance::builder::{Builder, Fields, list, write},
        record::Value,
    };

    fn late(today: &str, published: Option<&str>) -> Vec<String> {
        let mut builder = Builder::new(today);
        let item = builder.item("a/one");
        builder.task(&[item], "2018-06-30");
        if let Some(day) = published {
            builder.entry(item, day);
        }
        said(Run::Whole(missed), &builder.model)
    }

    #[test]
    fn only_a_task_past_its_day_is_missed() {
        assert!(late("2018-06-30", None).is_empty());
        assert_eq!(late("2018-07-01", None).len(), 1);
        assert!(late("2018-07-01", Some("2018-06-30")).is_empty());
        assert_eq!(late("2018-08-01", Some("2018-07-02")).len(), 1, "done late");
    }

    #[test]
    fn a_task_of_which_nothing_shows_is_unproved_and_no_more() {
        let mut builder = Builder::new("2018-12-31");
        builder.task(&[], "2018-06-30");
        assert!(said(Run::Whole(missed), &builder.model).is_empty());
        assert_eq!(said(Run::Whole(unproved), &builder.model).len(), 1);
        builder.evidence(0, "2018-05-01");
        assert!(said(Run::Whole(unproved), &builder.model).is_empty());
    }

    #[test]
    fn a_milestone_still_to_come_convicts_nobody() {
        for (due, told) in [("2018-12-31", 0), ("2018-07-31", 1)] {
            let mut builder = Builder::new("2018-08-15");
            let item = builder.item("a/one");
            builder.task(&[item], "2018-06-30");
            builder.entry(item, "2018-05-01");
            let milestone = Fields::new()
                .with(schema::Milestone::TITLE, Value::Text("初稿"))
                .with(schema::Milestone::DUE, Value::Day(due.parse().unwrap()));
            write(&mut builder.model.tasks[0].record, schema::Task::MILESTONES, list(vec![milestone]));
            assert_eq!(said(Run::Whole(missed), &builder.model).len(), told, "{due}");
        }
    }
}
