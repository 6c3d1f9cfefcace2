//! GK1105: is a post that was found wrong corrected or removed soon?

use super::post::{cell_day, registers_of_posts};
use crate::{
    check::{context, sheet::quoted},
    compliance::Compliance,
    day::Day,
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{NEW_MEDIA_2018, POINTS_2018},
    },
    model::{Entry, Model, State},
    record::schema,
    table::is_none,
    vocabulary::{EntryKind, Text},
};

pub static UNCORRECTED_POST: Rule = Rule {
    code: "GK1105",
    name: "uncorrected-post",
    label: "失当发布未更正",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Note,
    grounds: &[POINTS_2018.whole(), NEW_MEDIA_2018.whole()],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "发现发错了的信息，没有及时更正或者删除", en: "a post found wrong that was not corrected or removed in time" },
    why: words! {
        zh: "信息发布失当、造成不良影响的，要及时整改。错的信息多挂一天，就多误导一天的人。",
        en: "What was posted wrongly is put right at once: every day it stands it misleads more people.",
    },
    mend: words! {
        zh: "更正后写 corrected = 更正时间，删除的写 removed = 删除时间；清单里填“更正日期”“删除日期”。天数用 [settings.uncorrected-post] days 改。",
        en: "Write `corrected` or `removed` once it is; in a register fill 更正日期 or 删除日期. [settings.uncorrected-post] days changes the days.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> catalogue/accounts.toml
[[account]]
id = "office"
platform = "微信"
name = "示例发布"
owner = "示例局办公室"
manager = "办公室主任"
reviewer = "分管副局长"
filing = "示例备案1号"
--> content/2018/微信.md
title = "微信：岁末防火提示"
kind = "post"
made = 2018-12-20
published = 2018-12-20
account = "office"
fault = { on = 2018-12-21, what = "举报电话少写一位" }
[review]
secrecy = { by = "保密员", on = 2018-12-20 }
content = { by = "分管副局长", on = 2018-12-20 }
"#,
        good: r#"--> content/2018/微信.md
corrected = "2018-12-21 10:30"
"#,
    },
};

fn days(model: &Model) -> i32 {
    model.settings.count(schema::Settings::UNCORRECTED_POST, schema::UncorrectedPost::DAYS).into()
}

pub(super) fn entry(model: &Model, entry: &Entry, findings: &mut Findings) {
    if entry.kind != EntryKind::Post || matches!(entry.state, State::Draft | State::Scheduled) {
        return;
    }
    let record = &entry.record;
    let Some(fault) = record.get(schema::Entry::FAULT) else { return };
    let Some(on) = fault.get(schema::PostFault::ON) else { return };
    let mended = [record.get(schema::Entry::CORRECTED), record.get(schema::Entry::REMOVED)];
    let withdrawn = record.get(schema::Entry::WITHDRAW_ON);
    let mended = mended.into_iter().flatten().map(|it| it.day).chain(withdrawn).filter(|&it| it <= model.today).min();
    let last = on.plus(days(model));
    if mended.map_or(model.today <= last, |it| it <= last) {
        return;
    }
    let is_new = !record.has(schema::Entry::CORRECTED);
    let edit = record.room().filter(|_| is_new).map(|it| Edit::lines(it, "corrected = 〔更正日期〕"));
    let what = fault.get(schema::PostFault::WHAT).unwrap_or_default();
    let finding =
        findings.raise(&UNCORRECTED_POST, record.span_of(schema::Entry::FAULT), said(&Text::same(what), on, mended));
    finding
        .help(text! {
            zh: "更正后写 corrected = \"〔更正时间〕\"，删除的写 removed = \"〔删除时间〕\"，时间如 2018-05-10 09:30",
            en: "write corrected = \"〔when〕\" once it is corrected, removed = \"〔when〕\" once it is removed, like 2018-05-10 09:30",
        })
        .fix(edit)
        .lesser_if(mended.is_some())
        .on(on);
    context::name_entry(finding, entry);
}

pub(super) fn registers_of(model: &Model, _: &Compliance, findings: &mut Findings) {
    for rows in registers_of_posts(model) {
        let Some(found) = rows.column("发现差错日期") else { continue };
        let mends = [rows.column("更正日期"), rows.column("删除日期")];
        let title = rows.column("标题");
        for row in rows.rows() {
            let Some(on) = cell_day(row, found) else { continue };
            // Words in place of a day – 已更正 – say that it was, not when.
            let unread = |at: &usize| !row.text(*at).is_empty() && cell_day(row, *at).is_none();
            let filled = |at: &usize| !is_none(row.text(*at));
            if mends.iter().flatten().any(|at| unread(at) && filled(at)) {
                continue;
            }
            let mended =
                mends.iter().flatten().filter_map(|&at| cell_day(row, at)).filter(|&it| it <= model.today).min();
            let last = on.plus(days(model));
            if mended.map_or(model.today <= last, |it| it <= last) {
                continue;
            }
            let (number, name) = (row.number(), quoted(title.map_or("", |it| row.text(it))));
            let what = text! { zh: "第 {number} 行“{name}”", en: "row {number}, {name}" };
            let finding = findings.raise(&UNCORRECTED_POST, rows.place(row.cell(found)), said(&what, on, mended));
            finding
                .help(text! { zh: "更正或删除后，填“更正日期”“删除日期”", en: "fill 更正日期 or 删除日期 once it is done" })
                .lesser_if(mended.is_some())
                .on(on)
                .key(format!("{name} {on}"));
            rows.finish_row(row, finding);
        }
    }
}

fn said(Text { zh, en }: &Text, on: Day, mended: Option<Day>) -> Text {
    match mended {
        Some(day) => text! {
            zh: "{on} 发现差错（{zh}），{day} 才更正或者删除",
            en: "found wrong on {on} ({en}), and put right only on {day}",
        },
        None => text! {
            zh: "{on} 发现差错（{zh}），至今没有更正或者删除",
            en: "found wrong on {on} ({en}), and neither corrected nor removed",
        },
    }
}
