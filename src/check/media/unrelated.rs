//! GK1106: does a post have to do with what the body is for?

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
    source::{Place, Range, Span},
    table::{is_none, yes_no},
};

pub static UNRELATED_POST: Rule = Rule {
    code: "GK1106",
    name: "unrelated-post",
    label: "发布与职能无关",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[POINTS_2018.whole(), NEW_MEDIA_2018.whole()],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "新媒体发布了与政府职能没有直接关联的信息", en: "a post that has nothing to do with the body's functions" },
    why: words! {
        zh: "政务新媒体不得发布与政府职能没有直接关联的信息。集赞、抽奖、商业推广会让人怀疑账号的公信力。",
        en: "An official account posts nothing that its functions do not call for. Likes, lotteries and advertising cost it its credit.",
    },
    mend: words! {
        zh: "与职能无关的，删除并写 removed = 删除时间；确与职能有关、只是用了这个词的，用 gongkai allow unrelated-post 说明，或者改 [[word]]。",
        en: "Remove what is unrelated and write `removed`; where only the word is there explain it with `gongkai allow unrelated-post`, or change the [[word]].",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> catalogue/words.toml
[[word]]
wrong = "集赞"
unrelated = true
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
title = "微信：周末福利"
kind = "post"
made = 2018-12-20
published = 2018-12-20
account = "office"
summary = "周末活动预告。"
[review]
secrecy = { by = "保密员", on = 2018-12-20 }
content = { by = "分管副局长", on = 2018-12-20 }
+++
转发本条并集赞三十个，到商场领取纪念品。
"#,
        good: r"--> content/2018/微信.md
+++
周末政务服务大厅延时开放，欢迎前来办事。
",
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    for (id, text) in &model.post_texts {
        let entry = model.entry(*id);
        if !entry.record.has(schema::Entry::REMOVED) {
            look(model, entry, text, findings);
        }
    }
    for rows in registers_of_posts(model) {
        let Some(related) = rows.column("与职能相关") else { continue };
        let (title, on) = (rows.column("标题"), rows.column("发布日期"));
        let removed = rows.column("删除日期");
        for row in rows.rows() {
            let said = row.text(related);
            let gone = removed.is_some_and(|it| !is_none(row.text(it)));
            if is_none(said) || yes_no(said) != Some(false) || gone {
                continue;
            }
            let (number, name) = (row.number(), quoted(title.map_or("", |it| row.text(it))));
            let finding = findings.raise(
                &UNRELATED_POST,
                rows.place(row.cell(related)),
                text! { zh: "第 {number} 行“{name}”登记为与职能不相关", en: "row {number}, {name}, is marked as unrelated" },
            );
            finding
                .help(text! { zh: "删除后填“删除日期”；填错的改正", en: "remove it and fill 删除日期, or correct a slip" })
                .key(&*name);
            if let Some(day) = on.and_then(|it| cell_day(row, it)) {
                finding.on(day);
            }
            rows.finish_row(row, finding);
        }
    }
}

/// Tells the first of the words that `text`, the post as a file, holds: in its title or in what follows the front matter.
fn look(model: &Model, entry: &Entry, text: &str, findings: &mut Findings) {
    let start = (entry.body.start as usize).min(text.len());
    for word in model.words.iter().filter(|it| it.get(schema::Word::UNRELATED) == Some(true)) {
        let wrong = word.get(schema::Word::WRONG).unwrap_or_default().trim();
        if wrong.is_empty() {
            continue;
        }
        let place = if entry.title().contains(wrong) {
            Place::At(entry.record.span_of(schema::Entry::TITLE))
        } else if let Some(at) = text.get(start..).and_then(|it| it.find(wrong)) {
            Place::At(Span { file: entry.file, range: Range::new(start + at, start + at + wrong.len()) })
        } else {
            continue;
        };
        let finding = findings.raise(
            &UNRELATED_POST,
            place,
            text! { zh: "有“{wrong}”，可能与政府职能无关", en: "has {wrong}, which may have nothing to do with the body's functions" },
        );
        let how = context::explain(&UNRELATED_POST, &entry.name);
        finding
            .help(text! {
                zh: "无关的删除，写 removed = \"〔删除时间〕\"；确有关联的，说明原因：\n{how_zh}",
                en: "remove it and write removed = \"〔when〕\", or explain:\n{how_en}",
                how_zh = how.zh,
                how_en = how.en,
            })
            .fix(entry.record.room().map(|it| Edit::lines(it, "removed = 〔删除日期〕")));
        if let Some(on) = day(entry) {
            finding.on(on);
        }
        finding.key(wrong);
        context::name_entry(finding, entry);
        return;
    }
}
