//! GK1203: is what was found put right by its day?

use crate::{
    compliance::Compliance,
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Subject, Ungrounded,
        laws::{OPINION_2016, REGULATIONS_2008_29, REGULATIONS_2019_47},
    },
    model::Model,
    record::schema,
};

pub static OVERDUE_RECTIFICATION: Rule = Rule {
    code: "GK1203",
    name: "overdue-rectification",
    label: "整改逾期",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Note,
    grounds: &[REGULATIONS_2008_29, OPINION_2016.whole(), REGULATIONS_2019_47],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "整改台账里的问题过了时限还没有整改", en: "something to be put right that is past its day" },
    why: words! {
        zh: "抽查发现的问题，下次抽查先看有没有改。台账上挂着不改，比没发现更糟。",
        en: "An inspection looks first at what the last one found. What stays in the ledger unmended is worse than what nobody found.",
    },
    mend: words! { zh: "整改完成后写 done = 完成日期 和 evidence；需要更长时间的，经同意后改 due。", en: "Write `done` and `evidence` once it is put right; change `due` where more time was granted." },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> catalogue/ledger.toml
[[rectification]]
finding = "第三季度抽查发现“部门文件”栏目两处联系方式未更新"
by = "办公室"
due = 2018-10-31
"#,
        good: r#"--> catalogue/ledger.toml
done = 2018-10-19
evidence = "截图已存档，复查通过"
"#,
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    for record in &model.rectifications {
        let Some(due) = record.get(schema::Rectification::DUE).filter(|&it| it < model.today) else { continue };
        let done = record.get(schema::Rectification::DONE).filter(|&it| it <= model.today);
        let what = record.get(schema::Rectification::FINDING).unwrap_or_default();
        let finding = match done {
            Some(on) if on > due => {
                let finding = findings.raise(
                    &OVERDUE_RECTIFICATION,
                    record.span_of(schema::Rectification::DONE),
                    text! {
                        zh: "整改晚了，时限 {due}，完成于 {on}：{what}",
                        en: "put right late, due {due}, done {on}: {what}",
                    },
                );
                finding.lesser().help(text! { zh: "属实的照实保留", en: "leave it where it is true" })
            }
            Some(_) => continue,
            None => findings
                .raise(
                    &OVERDUE_RECTIFICATION,
                    record.span_of(schema::Rectification::DUE),
                    text! { zh: "过了整改时限 {due}，还没有整改：{what}", en: "past {due} and not put right: {what}" },
                )
                .help(text! {
                    zh: "整改完成后写 done = 〔完成日期〕；经同意延期的，改 due",
                    en: "write done = 〔day〕 once it is put right; change `due` where more time was granted",
                })
                .fix(
                    record
                        .room()
                        .filter(|_| !record.has(schema::Rectification::DONE))
                        .map(|it| Edit::lines(it, "done = 〔完成日期〕")),
                ),
        };
        finding.on(due).key(what);
        if let Some(task) = record.get(schema::Rectification::TASK) {
            let plan = record.get(schema::Rectification::PLAN);
            let only = || (model.plans.len() == 1).then(|| &*model.plans[0].id);
            if let Some(plan) = plan.or_else(only) {
                finding.about(Subject::Task(format!("{plan}/{task}")));
            }
        }
        if let Some(entry) = record.get(schema::Rectification::ENTRY).and_then(|it| model.named(it)) {
            finding.about(Subject::Entry(model.entry(entry).name.to_string()));
        }
        if let Some(body) = record.get(schema::Rectification::ORGANISATION) {
            finding.about(Subject::Organisation(body.to_owned()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::said},
        compliance::builder::{Builder, Fields},
        record::Value,
    };

    #[test]
    fn what_is_past_its_day_is_told() {
        for (today, done, told) in [
            ("2018-10-31", None, 0),
            ("2018-11-01", None, 1),
            ("2018-11-01", Some("2018-10-31"), 0),
            ("2018-11-01", Some("2018-12-01"), 1),
            ("2018-12-31", Some("2018-11-02"), 1),
        ] {
            let mut builder = Builder::new(today);
            let mut record = Fields::new()
                .with(schema::Rectification::FINDING, Value::Text("错链"))
                .with(schema::Rectification::DUE, Value::Day("2018-10-31".parse().unwrap()));
            if let Some(day) = done {
                record = record.with(schema::Rectification::DONE, Value::Day(day.parse().unwrap()));
            }
            builder.model.rectifications.push(record.record());
            assert_eq!(said(Run::Whole(check), &builder.model).len(), told, "{today} {done:?}");
        }
    }
}
