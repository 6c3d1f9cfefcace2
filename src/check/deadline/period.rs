//! 0406: closed periods of a periodic item for which nothing was published.

use crate::{
    check::{annual, context, estimate},
    compliance::{self, Compliance},
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_18, REGULATIONS_2019_12, REGULATIONS_2019_26},
    },
    model::Model,
    record::schema,
};

pub static MISSED_PERIOD: Rule = Rule {
    code: "GK0406",
    name: "missed-period",
    label: "定期公开缺期",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_18, REGULATIONS_2019_12, REGULATIONS_2019_26],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "定期公开的事项缺了一期", en: "a period for which nothing was published" },
    why: words! {
        zh: "目录承诺每月、每季度、每年公开的，一期没有就是失约。群众看到断档，会怀疑有意不公开。",
        en: "What the catalogue promises each month, quarter or year is owed each time; a gap looks like concealment.",
    },
    mend: words! {
        zh: "补发缺的一期，并在条目里写 period = 这一期；这一期确实没有此类信息的，用 gongkai nil 报零报告。",
        en: "Publish what is missing with its `period`; if there was nothing, say so with `gongkai nil`.",
    },
    example: Example {
        bad: r#"--> catalogue/statistics.toml
id = "statistics"
title = "季度统计信息"
disclosure = ["结果公开"]
basis = ["《中华人民共和国政府信息公开条例》第十条第二项"]
time_limit = "每季度结束后20日内"
occurs = "periodic"
update = "每季度"
since = 2018-07-01
way = "主动"
level = ["县级"]
"#,
        good: r#"--> catalogue/statistics.toml
[[nil]]
item = "policy/statistics"
period = "2018Q3"
reason = "第三季度没有此类信息。"
by = "办公室"
on = 2018-10-10
"#,
    },
};

pub(super) fn missed_period(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    for (id, item) in model.items() {
        for &(period, last) in &compliance.item(id).periods.missed {
            // The report that the law owes is told by the rule on it.
            if annual::is_told(model, compliance, id, Some(period)) {
                continue;
            }
            let (full, official) = (&item.id, period.official());
            let place = if item.record.has(schema::Item::UPDATE) {
                item.record.span_of(schema::Item::UPDATE)
            } else {
                item.record.span_of(schema::Item::TIME_LIMIT)
            };
            let finding = findings
                .raise(
                    &MISSED_PERIOD,
                    place,
                    text! { zh: "{official}没有公开，也没有零报告", en: "nothing was published for {period}, nor a nil report" },
                )
                .label(text! { zh: "这一期最迟应在 {last} 公开", en: "due by {last}" })
                .help(if context::may_be_nil(item) {
                    text! {
                        zh: "补发并写 period = \"{period}\"；确实没有的，用 gongkai nil {full} {period} --reason 〔原因〕 --by 〔报告人〕 报零报告",
                        en: "publish it with `period = \"{period}\"`; if there was nothing: gongkai nil {full} {period} --reason 〔why〕 --by 〔who〕",
                    }
                } else {
                    // Of a report or a budget there is never nothing.
                    text! { zh: "补发并写 period = \"{period}\"", en: "publish it with `period = \"{period}\"`" }
                })
                .on(last)
                .of(period)
                .key(format!("{full} {period}"));
            context::annual_report(finding, item);
            estimate::lower(finding, compliance::estimated(model, item, period));
            context::name_item(finding, model, id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::found},
        compliance::builder::Builder,
        day::TimeLimit,
        vocabulary::{Occurs, UpdateCycle},
    };

    #[test]
    fn an_annual_report_is_owed_by_its_own_articles() {
        let articles = |title: &str| -> Vec<String> {
            // Past the day that the catalogue promises, and not yet past that of the law, which has a rule of its own.
            let mut builder = Builder::new("2020-01-20");
            let item = builder.item("a/one");
            let it = builder.item_mut(item);
            it.title = title.into();
            it.occurs = Occurs::Periodic;
            it.update = Some(UpdateCycle::Yearly);
            it.since = "2019-01-01".parse().ok();
            it.time_limit = TimeLimit::parse("次年1月10日前").ok();
            let told = found(Run::Whole(missed_period), &builder.model);
            told[0].grounds.unwrap_or_default().iter().map(|it| it.article.zh.to_owned()).collect()
        };
        assert_eq!(articles("政府信息公开年度报告"), ["第三十一条", "第三十二条", "第四十九条", "第五十条"]);
        assert!(articles("部门年度工作总结").is_empty());
    }
}
