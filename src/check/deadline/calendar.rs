//! 0405: a year whose working days nobody has told the tool.

use std::collections::BTreeSet;

use super::due::due;
use crate::{
    compliance::Compliance,
    diagnostic::{Effect, Example, Findings, Level, Rule, Subject, Ungrounded},
    model::Model,
};

pub static UNKNOWN_CALENDAR_YEAR: Rule = Rule {
    code: "GK0405",
    name: "unknown-calendar-year",
    label: "年份无放假安排",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "没有这一年的放假安排", en: "a year without its arrangement of days off" },
    why: words! {
        zh: "工作日按国务院办公厅每年的放假安排计算。没有安排的年份，只能按周一至周五估算，遇到节假日会差几天。",
        en: "Working days follow the State Council's yearly arrangement. Without it Monday to Friday is assumed, which is wrong around holidays.",
    },
    mend: words! {
        zh: "按国务院办公厅通知，在目录中加 [[year]]，写 off（工作日放假）和 work（周末上班）；或升级本工具。",
        en: "Add [[year]] with `off` and `work` from the State Council's notice, or update the tool.",
    },
    example: Example {
        bad: r#"--> content/2016/通知.md
title = "关于做好年终值守的通知"
made = 2016-12-20
published = 2016-12-22
summary = "部署年终值守和安全检查。"
[review]
secrecy = { by = "保密员", on = 2016-12-21 }
+++
请落实二十四小时值守。
"#,
        good: r#"==> catalogue/calendar.toml
[[year]]
year = 2016
off = ["01-01", "02-08", "02-09", "02-10", "02-11", "02-12", "04-04", "05-02", "06-09", "06-10", "09-15", "09-16", "10-03", "10-04", "10-05", "10-06", "10-07"]
work = ["02-06", "02-14", "06-12", "09-18", "10-08", "10-09"]
[[year]]
year = 2017
off = ["01-02", "01-27", "01-30", "01-31", "02-01", "02-02", "04-03", "04-04", "05-01", "05-29", "05-30", "10-02", "10-03", "10-04", "10-05", "10-06"]
work = ["01-22", "02-04", "04-01", "05-27", "09-30"]
"#,
    },
};

pub(super) fn unknown_calendar_year(model: &Model, _: &Compliance, findings: &mut Findings) {
    let mut years = BTreeSet::new();
    for (_, entry) in model.published() {
        if let Some(due) = due(model, entry) {
            years.extend(due.start.year()..=due.last.year().min(due.start.year() + 1));
        }
    }
    for year in years.into_iter().filter(|&year| !model.calendar.knows(year)) {
        findings
            .raise(
                &UNKNOWN_CALENDAR_YEAR,
                model.site.place(),
                text! {
                    zh: "没有 {year} 年的放假安排，工作日按周一至周五估算",
                    en: "no arrangement of days off for {year}: Monday to Friday is assumed",
                },
            )
            .help(text! {
                zh: "按国务院办公厅的通知在目录中加：\n[[year]]\nyear = {year}\noff = [\"01-01\"]\nwork = []",
                en: "add from the State Council's notice:\n[[year]]\nyear = {year}\noff = [\"01-01\"]\nwork = []",
            })
            .about(Subject::Other(year.to_string()))
            .key(year.to_string());
    }
}
