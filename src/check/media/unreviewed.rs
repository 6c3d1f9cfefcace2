//! GK1103: did somebody look at a post before it went out?

use super::post::{cell_day, day, registers_of_posts};
use crate::{
    check::{context, sheet::quoted},
    compliance::Compliance,
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{NEW_MEDIA_2018, POINTS_2018},
    },
    model::{Entry, Model},
    record::schema,
    table::is_none,
    vocabulary::{EntryKind, ReviewStep, Word, names_nobody},
};

pub static UNREVIEWED_POST: Rule = Rule {
    code: "GK1103",
    name: "unreviewed-post",
    label: "发布未经内容审核",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[POINTS_2018.whole(), NEW_MEDIA_2018.whole()],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "新媒体发布只有保密审查，没有内容审核或者审批的记录", en: "a post without a record that its content was reviewed or approved" },
    why: words! {
        zh: "微博、微信一发出去就收不回来。内容要严格审查把关，谁看过、谁同意，要有记录。",
        en: "A post cannot be called back. Who read it and who agreed is recorded before it goes out.",
    },
    mend: words! {
        zh: "在 [review] 里写 content = { by = \"谁\", on = 哪天 } 或 approved = …；清单里填“审核人”。没有审核就发的，照实说明。要求哪些环节用 [settings.unreviewed-post] steps 改。",
        en: "Write content = { by = …, on = … } or `approved` in [review], or fill 审核人 in the register; explain what nobody read. [settings.unreviewed-post] steps changes what is asked for.",
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
made = 2018-12-24
published = 2018-12-24
account = "office"
[review]
secrecy = { by = "保密员", on = 2018-12-24 }
"#,
        good: r#"--> content/2018/微信.md
[review]
content = { by = "分管副局长", on = 2018-12-24 }
"#,
    },
};

pub(super) fn entry(model: &Model, entry: &Entry, findings: &mut Findings) {
    if entry.kind != EntryKind::Post || !entry.is_published() {
        return;
    }
    // Without any review it is told once, as that (0701).
    let Some(review) = entry.record.get(schema::Entry::REVIEW) else { return };
    let asked: Vec<ReviewStep> = match model.settings.of(schema::Settings::UNREVIEWED_POST) {
        Some(said) if said.has(schema::UnreviewedPost::STEPS) => said.all(schema::UnreviewedPost::STEPS).collect(),
        _ => vec![ReviewStep::Content, ReviewStep::Approved],
    };
    let key = |step: &ReviewStep| match step {
        ReviewStep::Secrecy => schema::Review::SECRECY,
        ReviewStep::Content => schema::Review::CONTENT,
        ReviewStep::Approved => schema::Review::APPROVED,
    };
    if asked.is_empty() || asked.iter().any(|it| review.has(key(it))) {
        return;
    }
    let names: Vec<&str> = asked.iter().map(|it| it.label()).collect();
    let keys: Vec<&str> = asked.iter().map(|it| it.key()).collect();
    let (zh, en, step) = (names.join("、"), keys.join(", "), keys[0]);
    let finding = findings.raise(
        &UNREVIEWED_POST,
        context::key_or_title(&entry.record, schema::Entry::REVIEW),
        text! { zh: "没有{zh}的记录", en: "no record of {en}" },
    );
    let line = format!("{step} = {{ by = \"〔审核人〕\", on = 〔日期〕 }}");
    let edit = review.room().map(|it| Edit::lines(it, &line));
    let how = context::explain(&UNREVIEWED_POST, &entry.name);
    finding.help(text! {
        zh: "在 [review] 里写 {step} = {{ by = \"〔审核人〕\", on = 〔日期〕 }}；没有审核就发的，说明原因：\n{how_zh}",
        en: "write {step} = {{ by = \"〔who〕\", on = 〔day〕 }} in [review]; explain what nobody read:\n{how_en}",
        how_zh = how.zh,
        how_en = how.en,
    })
    .fix(edit);
    if let Some(on) = day(entry) {
        finding.on(on);
    }
    context::name_entry(finding, entry);
}

pub(super) fn registers_of(model: &Model, _: &Compliance, findings: &mut Findings) {
    for rows in registers_of_posts(model) {
        // A register without that column says nothing of it.
        let (Some(reviewer), Some(on)) = (rows.column("审核人"), rows.column("发布日期")) else { continue };
        let title = rows.column("标题");
        for row in rows.rows().filter(|it| is_none(it.text(reviewer)) || names_nobody(it.text(reviewer))) {
            let (number, name) = (row.number(), quoted(title.map_or("", |it| row.text(it))));
            let finding = findings.raise(
                &UNREVIEWED_POST,
                rows.place(row.cell(reviewer)),
                text! { zh: "第 {number} 行“{name}”没有审核人", en: "row {number}, {name}: nobody reviewed it" },
            );
            finding
                .help(text! { zh: "填写“审核人”；没有审核就发的，照实说明", en: "fill 审核人, or explain what nobody read" })
                // One dash for all may mean that reviewing is recorded elsewhere.
                .lesser_if(!row.text(reviewer).is_empty())
                .key(format!("{name} {}", row.text(on)));
            if let Some(day) = cell_day(row, on) {
                finding.on(day);
            }
            rows.finish_row(row, finding);
        }
    }
}
