//! GK1003: does a service promise to be faster than the law asks?

use crate::{
    check::sheet::{quoted, registers},
    compliance::Compliance,
    diagnostic::{
        Edit, Effect, Example, Findings, Ground, Level, Rule, Ungrounded,
        laws::{LICENSING_42, REGULATIONS_2008_6, REGULATIONS_2019_6},
    },
    model::Model,
    table::is_longer,
};

pub static PROMISE_LONGER_THAN_LAW: Rule = Rule {
    code: "GK1003",
    name: "promise-longer-than-law",
    label: "承诺时限超过法定",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[LICENSING_42, REGULATIONS_2008_6, REGULATIONS_2019_6],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "承诺办结时限比法定办结时限还长", en: "a promised time limit that is longer than the law's" },
    why: words! {
        zh: "承诺是为了比法定更快。承诺的比法定的还长，要么填错了列，要么等于公开承认超期。",
        en: "A promise is made to be faster than the law. One that is slower is in the wrong column, or owns up to being late.",
    },
    mend: words! {
        zh: "核对两列是否填反；法定时限以设定依据为准，承诺时限不得比它长。",
        en: "See whether the two are in each other's columns; the statutory limit is that of the legal basis, and the promise is not longer.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> content/2018/服务清单.csv
事项名称,基本编码,事项类型,设定依据,实施主体,服务对象,法定办结时限,承诺办结时限,申请材料,是否收费,咨询方式
企业投资项目核准,XK-0001,行政许可,《企业投资项目核准和备案管理条例》第三条,示例局,法人,20个工作日,25个工作日,申请书,否,12345
--> content/2018/清单.md
title = "示例局政务服务事项清单"
kind = "register"
[table]
file = "服务清单.csv"
register = "service-list"
"#,
        good: r"==> content/2018/服务清单.csv
事项名称,基本编码,事项类型,设定依据,实施主体,服务对象,法定办结时限,承诺办结时限,申请材料,是否收费,咨询方式
企业投资项目核准,XK-0001,行政许可,《企业投资项目核准和备案管理条例》第三条,示例局,法人,20个工作日,10个工作日,申请书,否,12345
",
    },
};

/// What is no licence is not decided within the terms of the law on licences.
static OTHER_SERVICES: &[Ground] = &[REGULATIONS_2008_6, REGULATIONS_2019_6];

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    for rows in registers(model) {
        let (Some(law), Some(promise)) = (rows.column("法定办结时限"), rows.column("承诺办结时限")) else {
            continue;
        };
        let kind = rows.column("事项类型");
        for row in rows.rows().filter(|it| is_longer(it.text(promise), it.text(law))) {
            let (name, number) = (quoted(rows.name(row)), row.number());
            let (said, lawful) = (quoted(row.text(promise)), quoted(row.text(law)));
            let finding = findings.raise(
                &PROMISE_LONGER_THAN_LAW,
                rows.place(row.cell(promise)),
                text! {
                    zh: "第 {number} 行“{name}”承诺“{said}”，比法定的“{lawful}”还长",
                    en: "row {number}, {name}: {said} is promised, longer than the law's {lawful}",
                },
            );
            finding
                .help(text! {
                    zh: "核对两列是否填反，承诺办结时限不得比法定办结时限长",
                    en: "see whether the two columns are mixed up; the promise is not longer than the law",
                })
                .fix(rows.place(row.cell(promise)).span().map(|it| Edit::new(it, "〔几个工作日〕", false)))
                .key(format!("{name} {said} {lawful}"));
            if kind.is_none_or(|at| !row.text(at).contains("许可")) {
                finding.under(OTHER_SERVICES);
            }
            rows.finish_row(row, finding);
        }
    }
}
