//! 0413 and 0415: notices that run shorter than their item says, and what is published after its own end.

use crate::{
    check::speak::of_item,
    day::{Day, Limit, limit::Unit},
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_19, REGULATIONS_2019_12},
    },
    model::{Entry, Model},
    schema,
    vocabulary::EntryKind,
};

pub static SHORT_NOTICE_PERIOD: Rule = Rule {
    code: "GK0413",
    name: "short-notice-period",
    label: "公示期短",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_19, REGULATIONS_2019_12],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "公示的时间比目录规定的短", en: "a notice shorter than its item says" },
    why: words! {
        zh: "公示是让群众来得及看到、来得及提意见。目录写明公示几天的，少一天都不算数；开始的当天不算。",
        en: "A notice lets people see and object. Where the catalogue says for how long, fewer days do not count; the day it opens is not one of them.",
    },
    mend: words! {
        zh: "延长 closes，并在原处说明延长；日期写错的，对照原件改正。",
        en: "Extend `closes` and say so in the notice, or correct a slip from the original.",
    },
    example: Example {
        bad: r#"--> catalogue/more.toml
title = "补贴公示"
time_limit = "公示期不少于7个工作日"
--> content/2018/公示.md
title = "关于防汛补贴对象的公示"
item = "policy/plans"
kind = "notice"
opens = 2018-06-25
closes = 2018-06-29
contact = "办公室"
summary = "公示防汛补贴对象。"
+++
现将防汛补贴对象予以公示。
"#,
        good: "--> content/2018/公示.md\ncloses = 2018-07-04\n",
    },
};

pub static PUBLISHED_AFTER_ITS_END: Rule = Rule {
    code: "GK0415",
    name: "published-after-its-end",
    label: "期满后才公开",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_19, REGULATIONS_2019_12],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "公示、征求意见结束以后才公开", en: "a notice published after it had ended" },
    why: words! {
        zh: "期满以后才发布，群众没有机会看到，也没有机会提意见，等于没有公示。",
        en: "Published after its end nobody could see it or answer: it is as if there had been no notice.",
    },
    mend: words! {
        zh: "日期写错的，对照原件改正；确实晚了的，重新公示一次。",
        en: "Correct a slip from the original; where it was late, give notice again.",
    },
    example: Example {
        bad: r#"--> content/2018/通知.md
kind = "notice"
opens = 2018-06-12
closes = 2018-06-20
contact = "办公室"
"#,
        good: "--> content/2018/通知.md\nopens = 2018-06-25\ncloses = 2018-07-04\n",
    },
};

fn has_term(entry: &Entry) -> bool {
    matches!(entry.kind, EntryKind::Notice | EntryKind::Personnel | EntryKind::Consultation | EntryKind::Licence)
}

pub(super) fn short_notice_period(model: &Model, entry: &Entry, findings: &mut Findings) {
    // Consultations are judged by 0407.
    if !has_term(entry) || entry.kind == EntryKind::Consultation {
        return;
    }
    let Some(closes) = entry.record.get(schema::Entry::CLOSES) else { return };
    let Some(opens) = entry.record.get(schema::Entry::OPENS).or(entry.first_public()) else { return };
    for &id in &entry.items {
        let Some(limit) = &model.item(id).time_limit else { continue };
        let Limit::Notice { length: Some((least, unit)), .. } = limit.limit else { continue };
        let (days, earliest) = match unit {
            Unit::Workday => (model.calendar.working_between(opens, closes), model.calendar.add_working(opens, least)),
            Unit::Day => (
                u32::try_from(closes.days_since(opens)).unwrap_or(0),
                opens.plus(i32::try_from(least).unwrap_or(i32::MAX)),
            ),
            Unit::Month => continue,
        };
        if closes < opens || days >= least {
            continue;
        }
        let (zh, en) = if unit == Unit::Workday { ("个工作日", "working days") } else { ("日", "days") };
        let finding = findings
            .raise(
                &SHORT_NOTICE_PERIOD,
                entry.record.span_of(schema::Entry::CLOSES),
                text! { zh: "公示只有 {days} {zh}，不足 {least} {zh}", en: "the notice runs {days} {en}, not {least}" },
            )
            .label(text! { zh: "至少到 {earliest}", en: "{earliest} at the earliest" })
            .help(text! { zh: "改为 closes = {earliest}，并说明延长；日期写错的对照原件改正", en: "write `closes = {earliest}` and say so, or correct a slip from the original" })
            .on(opens);
        if entry.record.has(schema::Entry::OPENS) {
            finding.mark(
                entry.record.span_of(schema::Entry::OPENS),
                text! { zh: "开始于此，当天不算", en: "opens here; this day does not count" },
            );
        }
        super::due::estimated(finding, model, opens, closes);
        of_item(finding, model, id);
    }
}

pub(super) fn published_after_its_end(model: &Model, entry: &Entry, findings: &mut Findings) {
    let closes: Option<Day> = entry.record.get(schema::Entry::CLOSES).filter(|_| has_term(entry));
    let (Some(closes), Some(published)) = (closes, entry.first_public().filter(|&it| it <= model.today)) else {
        return;
    };
    if published <= closes {
        return;
    }
    let days = published.days_since(closes);
    findings
        .raise(
            &PUBLISHED_AFTER_ITS_END,
            entry.at(schema::Entry::PUBLISHED),
            text! { zh: "期满 {days} 天以后才公开", en: "published {days} days after it had ended" },
        )
        .mark(entry.record.span_of(schema::Entry::CLOSES), text! { zh: "{closes} 期满", en: "ended on {closes}" })
        .help(text! { zh: "日期写错的，对照原件改正；确实晚了的，重新公示一次", en: "correct a slip from the original; where it was late, give notice again" })
        .on(published);
}
