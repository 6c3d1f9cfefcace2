//! 0414: entries formed, not yet public, whose last lawful day has passed.

use super::{due::doubted, soon::of_unpublished};
use crate::{
    check::{context, estimate},
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_18, REGULATIONS_2019_26},
    },
    model::{Entry, Model},
    record::schema,
    vocabulary::Text,
};

pub static OVERDUE_DRAFT: Rule = Rule {
    code: "GK0414",
    name: "overdue-draft",
    label: "逾期未公开",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_18, REGULATIONS_2019_26],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "已经形成的信息过了最后一天还没有公开", en: "formed, past its last lawful day, and still not public" },
    why: words! {
        zh: "时限从信息形成之日算起，不从发布之日算起。放在草稿里一直不发，比晚发更重。",
        en: "The time runs from the day the information was formed. A draft that is never published weighs no less than a late publication.",
    },
    mend: words! {
        zh: "尽快审查发布，照实写日期；成文日期写错的改正；不该公开的从目录中调整；有原因的用 gongkai allow overdue-draft 说明。",
        en: "Review and publish it, with true days; correct a slip in `made`; take out what is not to be public; explain the rest with `gongkai allow overdue-draft`.",
    },
    example: Example {
        bad: r#"==> content/2018/年终.md
+++
title = "关于做好年终值守的通知"
item = "policy/notices"
kind = "document"
made = 2018-10-10
draft = true
summary = "部署年终值守和安全检查。"
+++
请落实二十四小时值守。
"#,
        good: r#"--> content/2018/年终.md
- draft
published = 2018-10-12
[review]
secrecy = { by = "保密员", on = 2018-10-11 }
"#,
    },
};

pub(super) fn overdue_draft(model: &Model, entry: &Entry, findings: &mut Findings) {
    let Some(due) = of_unpublished(model, entry).filter(|due| due.last < model.today) else { return };
    let last = due.last;
    let place = if entry.record.has(due.key) { entry.at(due.key) } else { entry.at(schema::Entry::TITLE) };
    let name = &entry.name;
    let message = if model.calendar.working_between(last, model.today) == 0 {
        // Days off after a last day that was worked.
        let days = model.today.days_since(last);
        text! { zh: "尚未公开，已逾期 {days} 天", en: "not yet public, {days} days late" }
    } else {
        let Text { zh, en } = estimate::workdays(model, last, model.today);
        text! { zh: "尚未公开，已逾期{zh}", en: "not yet public, {en} late" }
    };
    let finding = findings
        .raise(&OVERDUE_DRAFT, place, message)
        .label(text! { zh: "最迟应在 {last} 公开", en: "due by {last}" })
        .help(match entry.record.get(schema::Entry::PUBLISH_ON) {
            Some(day) if entry.record.get(schema::Entry::DRAFT) != Some(true) => text! {
                zh: "把 publish_on 提前到今天：publish_on = {today}（现在定在 {day}）；有原因的，运行 gongkai allow overdue-draft {name} --reason 〔原因〕 --owner 〔负责科室〕",
                en: "bring `publish_on` forward to today: `publish_on = {today}` (now {day}); or explain it: gongkai allow overdue-draft {name} --reason 〔why〕 --owner 〔who〕",
                today = model.today,
            },
            _ => text! {
                zh: "审查后删去 draft = true，写上 published = 〔发布日期〕；有原因的，运行 gongkai allow overdue-draft {name} --reason 〔原因〕 --owner 〔负责科室〕",
                en: "have it reviewed, delete `draft = true` and write `published = 〔day〕`; or explain it: gongkai allow overdue-draft {name} --reason 〔why〕 --owner 〔who〕",
            },
        })
        .on(due.start)
        .key("overdue");
    doubted(finding, &due);
    if let Some(id) = due.item {
        context::name_item(finding, model, id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe},
        compliance::builder::Builder,
        day::TimeLimit,
        model::State,
    };

    fn said(today: &str, made: &str, change: impl FnOnce(&mut Entry)) -> Vec<String> {
        let mut builder = Builder::new(today);
        let item = builder.item("a/one");
        builder.item_mut(item).time_limit = TimeLimit::parse("自信息形成或者变更之日起20个工作日内").ok();
        let entry = builder.entry(item, made);
        builder.entry_mut(entry).state = State::Draft;
        change(builder.entry_mut(entry));
        probe::said(Run::Entry(overdue_draft), &builder.model)
    }

    #[test]
    fn a_draft_is_overdue_from_the_day_after_its_last() {
        assert!(said("2018-05-31", "2018-05-03", |_| {}).is_empty());
        assert_eq!(said("2018-06-01", "2018-05-03", |_| {}), ["尚未公开，已逾期 1 个工作日"]);
        assert_eq!(said("2018-12-31", "2018-07-13", |it| it.state = State::Scheduled).len(), 1);
        assert!(said("2018-12-31", "2018-05-03", |it| it.state = State::Published).is_empty());
        assert!(said("2018-12-31", "2018-05-03", |it| it.state = State::Withdrawn).is_empty());
    }
}
