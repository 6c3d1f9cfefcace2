//! 0407: consultations shorter than thirty days.

use std::collections::BTreeSet;

use crate::{
    compliance::Compliance,
    diagnostic::{
        Edit, Effect, Example, Findings, Ground, Level, Rule, Ungrounded,
        laws::{BUSINESS_62, DECISIONS_15},
    },
    model::{EntryId, Model},
    record::schema,
    vocabulary::EntryKind,
};

/// What consultations on major decisions stand on.
static MAJOR: &[Ground] = &[DECISIONS_15, BUSINESS_62];

/// What other consultations stand on.
static ORDINARY: &[Ground] = &[BUSINESS_62];

pub static SHORT_CONSULTATION: Rule = Rule {
    code: "GK0407",
    name: "short-consultation",
    label: "征求意见期短",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Note,
    grounds: &[DECISIONS_15, BUSINESS_62],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "公开征求意见不足30日", en: "a consultation of less than thirty days" },
    why: words! {
        zh: "重大行政决策公开征求意见的期限一般不少于30日；因情况紧急等需要缩短的，公告时应当说明。时间太短，群众来不及提意见。",
        en: "Consultations on major decisions run at least thirty days, unless the reason for less is stated; shorter ones leave no time to answer.",
    },
    mend: words! {
        zh: "延长 closes；确需缩短的，写 reason = \"〔缩短期限的原因〕\"。没有截止日期的补上 closes。",
        en: "Extend `closes`, or state the `reason` for a shorter term; add `closes` where it is missing.",
    },
    example: Example {
        bad: r#"--> content/2018/征求意见.md
title = "关于《防汛值守办法（征求意见稿）》公开征求意见的公告"
kind = "consultation"
opens = 2018-07-02
closes = 2018-07-09
made = 2018-07-01
published = 2018-07-02
summary = "就防汛值守办法公开征求意见。"
[review]
secrecy = { by = "保密员", on = 2018-07-01 }
+++
请于截止日期前反馈意见。
"#,
        good: "--> content/2018/征求意见.md\ncloses = 2018-08-01\n",
    },
};

pub(super) fn short_consultation(model: &Model, _: &Compliance, findings: &mut Findings) {
    let least = i32::from(model.settings.count(schema::Settings::SHORT_CONSULTATION, schema::ShortConsultation::DAYS));
    let of_major = of_major(model);
    for (id, entry) in model.published().filter(|(_, entry)| entry.kind == EntryKind::Consultation) {
        let mut about = entry.related(schema::Entry::ABOUT).map(|id| model.entry(id));
        let lesser = !of_major.contains(&id) && !about.any(|it| it.record.get(schema::Entry::MAJOR) == Some(true));
        let Some(opens) = entry.record.get(schema::Entry::OPENS).or(entry.published_day()) else { continue };
        let Some(closes) = entry.record.get(schema::Entry::CLOSES) else {
            if !entry.record.has(schema::Entry::CLOSES) {
                findings
                    .raise(
                        &SHORT_CONSULTATION,
                        entry.at(schema::Entry::TITLE),
                        text! { zh: "征求意见没有写明截止日期", en: "the consultation has no last day" },
                    )
                    .help(text! {
                        zh: "加一行 closes = {day}（从开始之日起 {least} 日）",
                        en: "add `closes = {day}`, {least} days after it opens",
                        day = opens.plus(least),
                    })
                    .fix(entry.record.room().map(|at| Edit::lines(at, &format!("closes = {}", opens.plus(least)))))
                    .lesser_if(lesser)
                    .under(if lesser { ORDINARY } else { MAJOR })
                    .on(opens);
            }
            continue;
        };
        let days = closes.days_since(opens);
        let reasoned = entry.record.get(schema::Entry::REASON).is_some_and(|reason| !reason.trim().is_empty());
        // A last day before the first is impossible (0308); of the first itself no reason makes a term.
        if days >= least || (reasoned && days > 0) || (days < 0 && entry.record.has(schema::Entry::OPENS)) {
            continue;
        }
        let finding = findings
            .raise(
                &SHORT_CONSULTATION,
                entry.record.span_of(schema::Entry::CLOSES),
                text! { zh: "征求意见只有 {days} 日，不足 {least} 日", en: "the consultation runs {days} days, not {least}" },
            )
            .label(text! { zh: "至少到 {day}", en: "{day} at the earliest", day = opens.plus(least) })
            .help(text! {
                zh: "改为 closes = {day}；确需缩短的，写 reason = \"缩短期限的原因\"",
                en: "write `closes = {day}`, or state the `reason` for a shorter term",
                day = opens.plus(least),
            })
            .fix([Edit::new(entry.record.span_of(schema::Entry::CLOSES), opens.plus(least).to_string(), false)])
            .lesser_if(lesser)
            .under(if lesser { ORDINARY } else { MAJOR })
            .on(opens);
        if entry.record.has(schema::Entry::OPENS) {
            finding.mark(entry.record.span_of(schema::Entry::OPENS), text! { zh: "开始于此", en: "opens here" });
        }
    }
}

/// The entries that a published major decision refers to.
fn of_major(model: &Model) -> BTreeSet<EntryId> {
    let major =
        model.published().map(|(_, entry)| entry).filter(|entry| entry.record.get(schema::Entry::MAJOR) == Some(true));
    major.flat_map(|entry| entry.relations.iter().map(|it| it.to)).collect()
}
