//! 0403: budgets and final accounts published after twenty calendar days.

use super::due::{Due, Judge, judge, tell};
use crate::{
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{BUDGET_2014_14, BUDGET_2018_14},
    },
    model::{Entry, Model},
    record::schema,
};

pub static LATE_BUDGET: Rule = Rule {
    code: "GK0403",
    name: "late-budget",
    label: "预决算逾期",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[BUDGET_2014_14, BUDGET_2018_14],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "预算、决算没有在批复后20日内公开", en: "a budget or account published after twenty days" },
    why: words! {
        zh: "部门预算、决算应当在批复后二十日内由各部门向社会公开。这里的二十日是自然日，周末、节假日都算；最后一天是节假日的顺延到节后第一个工作日。",
        en: "Departments publish budgets and accounts within twenty days of approval: calendar days, weekends included; a last day off moves to the next working day.",
    },
    mend: words! {
        zh: "核对 approved（批复日期）是否写对；确实晚了的，照实保留，用 gongkai allow late-budget 说明原因。",
        en: "Check `approved`; if it was late keep the true day and explain it with `gongkai allow late-budget`.",
    },
    example: Example {
        bad: r#"--> content/2018/预算.md
title = "示例局2018年部门预算"
kind = "budget"
year = 2018
approved = 2018-03-01
made = 2018-03-01
published = 2018-03-26
summary = "示例局2018年部门预算收支及说明。"
[review]
secrecy = { by = "保密员", on = 2018-03-23 }
+++
收入预算100万元，支出预算100万元。
"#,
        good: r#"--> content/2018/预算.md
published = 2018-03-21
[review]
secrecy = { by = "保密员", on = 2018-03-20 }
"#,
    },
};

/// The last lawful day of a budget or final account.
pub(super) fn due(model: &Model, entry: &Entry) -> Option<Due> {
    let days = i32::try_from(days(model)).unwrap_or(20);
    let start = entry.record.get(schema::Entry::APPROVED)?;
    let last = model.calendar.on_or_after(start.plus(days));
    // Only a last day that is off moves on: that of a year without an arrangement may be another.
    let estimated = model.calendar.estimated(last, last);
    Some(Due { start, key: schema::Entry::APPROVED.any(), last, item: None, doubt: None, estimated })
}

fn days(model: &Model) -> i64 {
    model.settings.count(schema::Settings::LATE_BUDGET, schema::LateBudget::DAYS).into()
}

pub(super) fn late_budget(model: &Model, entry: &Entry, findings: &mut Findings) {
    if judge(entry) != Judge::Budget {
        return;
    }
    let (Some(due), Some(published)) = (due(model, entry), entry.first_public()) else { return };
    if published > due.last {
        let (over, days) = (published.days_since(due.last), days(model));
        let finding = tell(&LATE_BUDGET, model, entry, &due, published, findings);
        finding.message = text! { zh: "公开逾期 {over} 天", en: "published {over} days late" };
        finding.note(
            words! { zh: "时限", en: "limit" },
            text! { zh: "批复后{days}日内（自然日）", en: "within {days} calendar days of approval" },
        );
    }
}
