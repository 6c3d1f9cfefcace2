//! GK1204: is the target of an indicator reached by the day of its task?

use super::task::{finish, id, name};
use crate::{
    check::context,
    compliance::Compliance,
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{OPINION_2016, REGULATIONS_2008_29, REGULATIONS_2019_46},
    },
    model::Model,
    record::{View, schema},
    vocabulary::Text,
};

pub static MISSED_INDICATOR: Rule = Rule {
    code: "GK1204",
    name: "missed-indicator",
    label: "指标未达到",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_29, OPINION_2016.whole(), REGULATIONS_2019_46],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "任务到期了，指标没有达到目标值，或者没有填报", en: "an indicator short of its target, or not reported, when its task is due" },
    why: words! {
        zh: "指标是任务完成与否的尺子。到期差多少要写在台账里，不能等考核的人来问。",
        en: "An indicator measures whether a task is done; how much it is short is for the ledger to say, not for the appraiser to find.",
    },
    mend: words! {
        zh: "把最新的数值写进 values = [{ on = 日期, value = 数值 }]；没有达到的照实保留，用 gongkai allow missed-indicator 计划/序号 说明。",
        en: "Write the newest value into `values`; leave one that is short, and explain it with `gongkai allow missed-indicator plan/number`.",
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
title = "数据共享"
items = ["policy/notices"]
due = 2018-11-30
indicators = [{ name = "已挂接数据集", unit = "个", target = 12, values = [{ on = 2018-11-20, value = 8 }] }]
"#,
        good: r#"--> catalogue/plan.toml
[[task]]
indicators = [{ name = "已挂接数据集", unit = "个", target = 12, values = [{ on = 2018-11-28, value = 12 }] }]
"#,
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    for task in &model.tasks {
        let Some(due) = task.due.filter(|&it| it < model.today) else { continue };
        for indicator in task.record.all(schema::Task::INDICATORS) {
            let Some(target) = indicator.get(schema::Indicator::TARGET) else { continue };
            let Ok(goal) = target.parse::<f64>() else { continue };
            let newest = newest(model, indicator);
            if newest.is_some_and(|(_, value)| value.parse::<f64>().map_or(true, |it| it >= goal)) {
                continue;
            }
            let title = indicator.get(schema::Indicator::NAME).unwrap_or_default();
            let unit = indicator.get(schema::Indicator::UNIT).unwrap_or_default();
            let Text { zh, en } = name(task);
            let place = indicator.span_of(schema::Indicator::TARGET);
            let message = match newest {
                Some((_, value)) => text! {
                    zh: "{zh}的指标“{title}”没有达到：目标 {target}{unit}，现为 {value}{unit}",
                    en: "{en} is short of {title}: the target is {target}, it stands at {value}",
                },
                None => text! {
                    zh: "{zh}的指标“{title}”没有填报：目标 {target}{unit}",
                    en: "{en} reports nothing of {title}: the target is {target}",
                },
            };
            let finding = findings.raise(&MISSED_INDICATOR, place, message);
            let how = context::explain(&MISSED_INDICATOR, &id(model, task));
            finding.label(text! { zh: "时限 {due}", en: "due {due}" }).help(text! {
                zh: "把最新的数值写进 values；没有达到的，说明原因：\n{how_zh}",
                en: "write the newest value into `values`, or explain:\n{how_en}",
                how_zh = how.zh,
                how_en = how.en,
            });
            finding.key(format!("{} {title}", id(model, task)));
            finish(finding, model, task, due);
        }
    }
}

/// The last reading up to today.
fn newest<'m>(model: &Model, indicator: View<'m, schema::Indicator>) -> Option<(Option<crate::day::Day>, &'m str)> {
    indicator
        .all(schema::Indicator::VALUES)
        .filter_map(|it| Some((it.get(schema::Reading::ON), it.get(schema::Reading::VALUE)?)))
        .filter(|(on, _)| on.is_none_or(|on| on <= model.today))
        .max_by_key(|it| it.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::said},
        compliance::builder::{Builder, Fields, list, write},
        record::Value,
    };

    #[test]
    fn an_indicator_is_judged_when_its_task_is_due() {
        for (today, value, told) in [
            ("2018-06-30", Some("8"), 0),
            ("2018-07-01", Some("8"), 1),
            ("2018-07-01", Some("12"), 0),
            ("2018-07-01", Some("12.5"), 0),
            ("2018-07-01", None, 1),
        ] {
            let mut builder = Builder::new(today);
            builder.task(&[], "2018-06-30");
            let mut indicator = Fields::new()
                .with(schema::Indicator::NAME, Value::Text("数据集"))
                .with(schema::Indicator::TARGET, Value::Number("12"));
            if let Some(value) = value {
                let reading = Fields::new()
                    .with(schema::Reading::ON, Value::Day("2018-06-20".parse().unwrap()))
                    .with(schema::Reading::VALUE, Value::Number(value));
                indicator = indicator.with(schema::Indicator::VALUES, list(vec![reading]));
            }
            write(&mut builder.model.tasks[0].record, schema::Task::INDICATORS, list(vec![indicator]));
            assert_eq!(said(Run::Whole(check), &builder.model).len(), told, "{today} {value:?}");
        }
    }
}
