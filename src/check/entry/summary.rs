//! 0302: an entry without a summary of its own, or with one that says nothing.

use crate::{
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_19, REGULATIONS_2019_12},
    },
    model::{Entry, Model},
    record::schema,
    vocabulary::EntryKind,
};

pub static MISSING_SUMMARY: Rule = Rule {
    code: "GK0302",
    name: "missing-summary",
    label: "缺内容概述",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Note,
    grounds: &[REGULATIONS_2008_19, REGULATIONS_2019_12],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "没有内容概述，或概述不合用", en: "no summary, or one that says nothing" },
    why: words! {
        zh: "目录应当列出每条信息的内容概述。没有概述的，系统暂用正文开头几句代替，往往只是主送机关和套话，群众看不出讲的是什么。",
        en: "The catalogue must state what each piece is about. Without a summary the first sentences stand in, which often say nothing.",
    },
    mend: words! {
        zh: "用一两句话写明讲什么事、对谁、有什么要求，不照抄标题，一般不超过100字，最长不超过300字（可用 [settings.missing-summary] characters 改）。",
        en: "Say in a sentence or two what it is about and for whom; do not repeat the title; at most 300 characters ([settings.missing-summary] characters).",
    },
    example: Example {
        bad: r#"--> content/2018/通知.md
summary = "关于做好夏季防汛工作的通知"
"#,
        good: r#"--> content/2018/通知.md
summary = "部署夏季防汛值守、巡查和物资储备。"
"#,
    },
};

pub(super) fn missing_summary(model: &Model, entry: &Entry, findings: &mut Findings) {
    let lesser = entry.kind != EntryKind::Document;
    let day = entry.published_day();
    let Some(summary) = entry.record.get(schema::Entry::SUMMARY).map(str::trim) else {
        // A value of the wrong type was told already.
        if !entry.record.has(schema::Entry::SUMMARY) {
            let finding = findings
                .raise(
                    &MISSING_SUMMARY,
                    entry.record.span(),
                    text! { zh: "没有内容概述，暂用正文开头代替", en: "no summary: the first sentences stand in" },
                )
                .help(text! {
                    zh: "在开头两行 +++ 之间加一行：summary = \"〔内容概述〕\"，一两句话写明讲什么事、对谁、有什么要求",
                    en: "add `summary = \"〔summary〕\"` between the +++ lines: a sentence or two on what it is about and for whom",
                })
                .fix(entry.record.room().map(|at| Edit::lines(at, "summary = \"〔内容概述〕\"")))
                .lesser_if(lesser);
            finding.on = day;
        }
        return;
    };
    let most = i64::from(model.settings.count(schema::Settings::MISSING_SUMMARY, schema::MissingSummary::CHARACTERS));
    let length = i64::try_from(summary.chars().count()).unwrap_or(i64::MAX);
    let place = entry.at(schema::Entry::SUMMARY);
    let finding = if summary.is_empty() {
        findings.raise(&MISSING_SUMMARY, place, text! { zh: "内容概述是空的", en: "the summary is empty" })
    } else if same(summary, entry.title()) {
        findings
            .raise(&MISSING_SUMMARY, place, text! { zh: "内容概述照抄了标题", en: "the summary repeats the title" })
            .label(text! { zh: "与标题相同", en: "the same as the title" })
    } else if length > most {
        findings.raise(
            &MISSING_SUMMARY,
            place,
            text! { zh: "内容概述长 {length} 字，最多 {most} 字", en: "the summary has {length} characters, at most {most}" },
        )
    } else {
        return;
    };
    finding
        .help(text! {
            zh: "改为：summary = \"〔内容概述〕\"，用一两句话写明讲什么事、对谁、有什么要求",
            en: "write: summary = \"〔summary〕\": a sentence or two on what it is about and for whom",
        })
        .fix([Edit::guess(entry.record.span_of(schema::Entry::SUMMARY), "〔内容概述〕")])
        .lesser_if(lesser);
    finding.on = day;
}

/// Whether two lines differ in no more than marks and white space.
fn same(one: &str, other: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    letters(one) == letters(other)
}
