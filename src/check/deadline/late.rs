//! 0401: published after the last lawful day of its item.

use super::due::{Judge, due, judge, tell};
use crate::{
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_18, REGULATIONS_2019_26},
    },
    model::Model,
    standing::Standing,
};

/// GK0401.
pub static LATE_PUBLICATION: Rule = Rule {
    code: "GK0401",
    name: "late-publication",
    label: "逾期公开",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[REGULATIONS_2008_18, REGULATIONS_2019_26],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "公开晚于规定的最后一天", en: "published after the last lawful day" },
    why: words! {
        zh: "属于主动公开的政府信息，应当自形成或者变更之日起20个工作日内公开；目录写明更短期限的从其规定。当天不算，节假日不算，调休上班日算。",
        en: "Information is to be public within 20 working days of being formed or changed, or sooner where the catalogue says so. Day 0 and days off do not count; make-up working days do.",
    },
    mend: words! {
        zh: "日期写错的，对照原件改正；确实晚了的，照实保留日期，用 gongkai allow late-publication 说明原因，不要倒填。",
        en: "Correct a slip from the original; if it was late, keep the true day and explain it with `gongkai allow late-publication`. Never back-date.",
    },
    example: Example {
        bad: r#"==> content/2018/通知.md
+++
title = "关于做好夏季防汛工作的通知"
item = "policy/notices"
kind = "document"
made = 2018-05-03
published = 2018-06-14
summary = "部署夏季防汛值守、巡查和物资储备。"
[review]
secrecy = { by = "保密员", on = 2018-06-13 }
+++
汛期已到，请落实二十四小时值守。
"#,
        good: r#"==> content/2018/通知.md
+++
title = "关于做好夏季防汛工作的通知"
item = "policy/notices"
kind = "document"
made = 2018-05-03
published = 2018-05-31
summary = "部署夏季防汛值守、巡查和物资储备。"
[review]
secrecy = { by = "保密员", on = 2018-05-30 }
+++
汛期已到，请落实二十四小时值守。
"#,
    },
};

pub(super) fn late_publication(model: &Model, _: &Standing, findings: &mut Findings) {
    for (_, entry) in model.published().filter(|(_, entry)| judge(entry) == Judge::Item) {
        let Some(published) = entry.published_day() else { continue };
        if let Some(due) = due(model, entry).filter(|due| published > due.last) {
            tell(&LATE_PUBLICATION, model, entry, &due, published, findings);
        }
    }
}
