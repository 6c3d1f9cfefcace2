//! 0412: names of people still up after the notice period.

use crate::{
    day::Day,
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{PRIVACY_25, REGULATIONS_2008_14, REGULATIONS_2019_15},
    },
    model::{Entry, Model},
    schema,
    vocabulary::EntryKind,
};

pub static NOTICE_PAST_PERIOD: Rule = Rule {
    code: "GK0412",
    name: "notice-past-period",
    label: "公示期满未撤",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[REGULATIONS_2008_14, REGULATIONS_2019_15, PRIVACY_25],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "公示期已满，个人名单还在", en: "names of people still up after the notice period" },
    why: words! {
        zh: "公示名单是为了让群众监督，公示期满目的就达到了。名单长年挂在网上，会被检索、转卖，伤害名单上的人。",
        en: "Names are put up so that the public can object in time. Left up for years they are searched, sold and do harm.",
    },
    mend: words! {
        zh: "期满后把姓名遮成“张*”的样子，或者写 withdraw_on，到日子整条撤下。",
        en: "Mask the names after the period, or set `withdraw_on` and the whole goes by itself.",
    },
    example: Example {
        bad: r#"--> content/2018/公示.md
title = "困难职工帮扶对象公示"
kind = "notice"
opens = 2018-06-22
closes = 2018-06-29
summary = "公示今年困难职工帮扶对象。"
+++
| 姓名 | 单位 |
| --- | --- |
| 张某 | 第一小学 |
"#,
        good: "--> content/2018/公示.md
closes = 2018-06-29
withdraw_on = 2018-06-30
",
    },
};

/// Heads of columns that hold people's names.
const NAMES: [&str; 12] = [
    "姓名",
    "户主",
    "户主姓名",
    "申请人",
    "学生姓名",
    "家长姓名",
    "拟录用人员",
    "拟聘人员",
    "当事人",
    "持证人",
    "领取人",
    "受助人",
];

pub(super) fn notice_past_period(model: &Model, entry: &Entry, findings: &mut Findings) {
    if !matches!(entry.kind, EntryKind::Notice | EntryKind::Personnel) {
        return;
    }
    if entry.record.has(schema::Entry::WITHDRAW_ON) {
        return;
    }
    if let Some(until) = entry.record.get(schema::Entry::NAMES_UNTIL) {
        if until < model.today {
            past(model, entry, until, findings);
        }
        return;
    }
    let Some(closes) = entry.record.get(schema::Entry::CLOSES).filter(|&closes| closes < model.today) else { return };
    let Some(head) = names(entry) else { return };
    let days = model.today.days_since(closes);
    findings
        .raise(
            &NOTICE_PAST_PERIOD,
            entry.record.span_of(schema::Entry::CLOSES),
            text! { zh: "公示期满 {days} 天，名单还在", en: "the names are still up {days} days after the notice ended" },
        )
        .label(text! { zh: "公示到此为止", en: "the notice ended here" })
        .note(words! { zh: "名单", en: "names" }, text! { zh: "表格中的“{head}”一列", en: "the column {head} of its table" })
        .help(text! {
            zh: "把正文、表格和附件里的姓名遮成“张*”的样子；或者写 withdraw_on = 撤下日期，整条撤下",
            en: "mask the names in text, tables and attachments, or set `withdraw_on` to take the whole down",
        })
        .on(closes.plus(1));
}

/// Names may stand in the text, its tables, rows and attached files: no program finds them all, so the entry may not rely on it.
fn past(model: &Model, entry: &Entry, until: Day, findings: &mut Findings) {
    let days = model.today.days_since(until);
    findings
        .raise(
            &NOTICE_PAST_PERIOD,
            entry.record.span_of(schema::Entry::NAMES_UNTIL),
            text! { zh: "人名公示期满 {days} 天，这条信息还照原样挂着", en: "{days} days after the last day for names the entry stands as it was" },
        )
        .label(text! { zh: "人名到此为止", en: "the last day for names" })
        .help(text! {
            zh: "把正文、表格和附件里的姓名遮成“张*”的样子，再删去 names_until；或者写 withdraw_on = {after}，整条撤下",
            en: "mask the names in text, tables and attachments and delete `names_until`; or set `withdraw_on = {after}` to take the whole down",
            after = until.plus(1),
        })
        .on(until.plus(1));
}

/// The head of a column of names in its text or its table.
fn names(entry: &Entry) -> Option<&str> {
    let typed = entry.table.iter().flat_map(|table| &table.columns).map(|head| &**head);
    entry.body.columns().chain(typed).find(|head| NAMES.contains(&head.trim()))
}
