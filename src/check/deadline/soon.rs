//! 0408: entries not yet public whose last lawful day is near.

use super::due::{Due, Judge, doubted, due, judge};
use crate::{
    check::{context, estimate},
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded},
    model::{Entry, Model, State},
    record::schema,
    vocabulary::Text,
};

pub static DUE_SOON: Rule = Rule {
    code: "GK0408",
    name: "due-soon",
    label: "即将到期",
    effect: Effect::Verdict,
    level: Level::Note,
    lesser: Level::Note,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "未发布的条目快到最后期限", en: "an unpublished entry whose last day is near" },
    why: words! {
        zh: "这是一份待办清单：趁还没有逾期，先把快到期的审好、发出去。",
        en: "A list of what to do: review and publish these before they are late.",
    },
    mend: words! {
        zh: "审查后去掉 draft、写上 published；用 [settings.due-soon] days 改提前几个工作日提醒。",
        en: "Have it reviewed, drop `draft` and write `published`; [settings.due-soon] days sets how early to tell.",
    },
    example: Example {
        bad: r#"==> content/2018/年终.md
+++
title = "关于做好年终值守的通知"
item = "policy/notices"
kind = "document"
made = 2018-12-10
draft = true
summary = "部署年终值守和安全检查。"
+++
请落实二十四小时值守。
"#,
        good: r#"--> content/2018/年终.md
- draft
published = 2018-12-12
[review]
secrecy = { by = "保密员", on = 2018-12-11 }
"#,
    },
};

/// The last lawful day of an entry that is not public yet and will be.
pub(super) fn of_unpublished(model: &Model, entry: &Entry) -> Option<Due> {
    let inside =
        entry.table.as_ref().and_then(|table| table.register).is_some_and(|id| !model.register(id).schema.public);
    if !matches!(entry.state, State::Draft | State::Scheduled) || judge(entry) == Judge::Other || inside {
        return None;
    }
    due(model, entry)
}

pub(super) fn due_soon(model: &Model, entry: &Entry, findings: &mut Findings) {
    // What is past is 0414.
    let Some(due) = of_unpublished(model, entry).filter(|due| due.last >= model.today) else { return };
    let within = model.settings.count(schema::Settings::DUE_SOON, schema::DueSoon::DAYS).into();
    let horizon = model.calendar.add_working(model.today, within);
    let last = due.last;
    let in_time = entry.record.get(schema::Entry::PUBLISH_ON).is_some_and(|day| day <= last);
    if last > horizon || in_time {
        return;
    }
    let message = if model.calendar.working_between(model.today, last) == 0 {
        text! { zh: "尚未公开，今天到期", en: "not yet public, due today" }
    } else {
        let Text { zh, en } = estimate::workdays(model, model.today, last);
        text! { zh: "尚未公开，还有{zh}到期", en: "not yet public, due in {en}" }
    };
    let place = if entry.record.has(due.key) { entry.at(due.key) } else { entry.at(schema::Entry::TITLE) };
    let finding = findings
        .raise(&DUE_SOON, place, message)
        .label(text! { zh: "最迟应在 {last} 公开", en: "due by {last}" })
        .help(text! {
            zh: "审查后删去 draft = true，写上 published = 〔发布日期〕",
            en: "have it reviewed, drop `draft = true` and write `published = 〔day〕`",
        })
        // A reminder makes no draft public: there is always something left to fill in.
        .fix(entry.record.line_of(schema::Entry::DRAFT).and_then(|it| {
            let review = "review = { secrecy = { by = \"〔审查人〕\", on = 〔审查日期〕 } }";
            let wanted = [
                (entry.record.has(schema::Entry::PUBLISHED), "published = 〔发布日期〕"),
                (entry.record.has(schema::Entry::REVIEW), review),
            ];
            let lines: Vec<&str> = wanted.iter().filter(|it| !it.0).map(|it| it.1).collect();
            (!lines.is_empty()).then(|| Edit::new(it, lines.join("\n"), false))
        }))
        .key("due");
    doubted(finding, &due);
    if let Some(id) = due.item {
        context::name_item(finding, model, id);
    }
}
