//! The last lawful day of an entry, and how lateness is told.

use std::sync::LazyLock;

use crate::{
    check::context,
    compliance,
    day::{Day, Limit, Start, TimeLimit},
    diagnostic::{Finding, Findings, Rule},
    model::{Entry, ItemId, Model},
    record::{Any, Key},
    schema,
    text::{Text, Words},
    vocabulary::{EntryKind, Origin},
};

/// What the regulations demand where an item says nothing (条例 art. 26; 2008: art. 18).
static STATUTORY: LazyLock<Option<TimeLimit>> =
    LazyLock::new(|| TimeLimit::parse("自信息形成或者变更之日起20个工作日内").ok());

/// The last lawful day, and how it is reckoned.
pub(super) struct Due {
    /// Day 0.
    pub start: Day,
    /// The entry's key that bears day 0.
    pub key: Key<schema::Entry, Any>,
    /// The last lawful day.
    pub last: Day,
    /// The item whose limit it is; none for a limit of law.
    pub item: Option<ItemId>,
}

/// The rule that judges when an entry was published.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Judge {
    /// 0401.
    Item,
    /// 0402.
    Ruling,
    /// 0403.
    Budget,
    /// 0409.
    Procurement,
    /// A rule of another family, or none.
    Other,
}

/// Who judges `entry`: one lateness is told once, by the most exact rule.
pub(super) fn judge(entry: &Entry) -> Judge {
    if entry.record.get(schema::Entry::ORIGIN) == Some(Origin::Reprint) {
        // The maker's duty, not this body's.
        return Judge::Other;
    }
    match entry.kind {
        EntryKind::Penalty | EntryKind::Licence => Judge::Ruling,
        EntryKind::Budget if entry.record.has(schema::Entry::APPROVED) => Judge::Budget,
        EntryKind::Procurement
            if entry.record.has(schema::Entry::SIGNED) || entry.record.has(schema::Entry::AWARDED) =>
        {
            Judge::Procurement
        }
        EntryKind::Interpretation | EntryKind::OpinionResponse | EntryKind::Message | EntryKind::Post => Judge::Other,
        _ => Judge::Item,
    }
}

/// The last lawful day of `entry` by the strictest of its items' limits.
pub(super) fn due(model: &Model, entry: &Entry) -> Option<Due> {
    entry.items.iter().filter_map(|&id| of_item(model, entry, id)).min_by_key(|due| due.last)
}

fn of_item(model: &Model, entry: &Entry, id: ItemId) -> Option<Due> {
    let item = model.item(id);
    // Words that could not be read were told (0103): nothing is reckoned from them.
    let limit = match &item.time_limit {
        Some(limit) => limit,
        None if item.record.has(schema::Item::TIME_LIMIT) => return None,
        None => STATUTORY.as_ref()?,
    };
    match limit.limit {
        Limit::Within { .. } | Limit::Realtime { .. } | Limit::Prompt { .. } => {
            let (start, key) = start(entry, limit.needs()?)?;
            Some(Due { start, key, last: limit.due(start, &model.calendar)?, item: Some(id) })
        }
        // A report of a period is due when the period's words say; without a period nothing tells of which it is.
        Limit::Period { .. } | Limit::Before { .. } => {
            let period = compliance::period_of(entry)?;
            let last = compliance::last_day(model, item, period);
            Some(Due { start: period.last(), key: schema::Entry::PERIOD.any(), last, item: Some(id) })
        }
        Limit::Simultaneous | Limit::Interval { .. } | Limit::Duration(_) | Limit::Notice { .. } => None,
    }
}

/// Day 0 of `entry` and the key that bears it: what the limit names, else the day it was made.
fn start(entry: &Entry, from: Start) -> Option<(Day, Key<schema::Entry, Any>)> {
    let day = |key: Key<schema::Entry, Day>| entry.record.get(key).map(|day| (day, key.any()));
    let obtained = entry.record.get(schema::Entry::ORIGIN) == Some(Origin::Obtained);
    let named = match from {
        // What it belongs to is judged with the interpretation.
        Start::Published => return None,
        Start::FormedOrChanged | Start::Formed if obtained => day(schema::Entry::OBTAINED),
        Start::MadeOrObtained | Start::Obtained => day(schema::Entry::OBTAINED),
        Start::Decided => day(schema::Entry::DECIDED),
        Start::Approved => day(schema::Entry::APPROVED),
        Start::Signed => day(schema::Entry::SIGNED),
        Start::Awarded => day(schema::Entry::AWARDED),
        Start::Received => day(schema::Entry::ACCEPTED.day()),
        Start::Ended => day(schema::Entry::CLOSES),
        Start::Revoked => day(schema::Entry::REVOKED),
        Start::Held => day(schema::Entry::HELD),
        Start::Effective => day(schema::Entry::EFFECTIVE),
        Start::FormedOrChanged | Start::Formed | Start::Changed | Start::Completed => None,
    };
    named.or_else(|| day(schema::Entry::MADE))
}

/// Tells that `entry` was published after its last lawful day.
pub(super) fn tell<'a>(
    rule: &'static Rule,
    model: &Model,
    entry: &Entry,
    due: &Due,
    published: Day,
    findings: &'a mut Findings,
) -> &'a mut Finding {
    let (rule_name, name, last) = (rule.name, &entry.name, due.last);
    let finding = findings
        .raise(rule, entry.at(schema::Entry::PUBLISHED), late(model, last, published))
        .label(text! { zh: "最迟应在 {last} 公开", en: "due by {last}" })
        .help(text! {
            zh: "照实公开；用 gongkai allow {rule_name} {name} --reason … --owner … 说明原因",
            en: "leave the true day; explain it with `gongkai allow {rule_name} {name} --reason … --owner …`",
        })
        // The duty arose on day 0, under the law of that day.
        .on(due.start);
    if entry.record.has(due.key) {
        finding.mark(entry.record.span_of(due.key), begins(due.key).into());
    }
    if let Some(id) = due.item {
        context::name_item(finding, model, id);
    }
    finding
}

/// By how much `published` is after `last`.
fn late(model: &Model, last: Day, published: Day) -> Text {
    match model.calendar.working_between(last, published) {
        // Published on days off after a last day that was worked.
        0 => {
            let days = published.days_since(last);
            text! { zh: "公开逾期 {days} 天", en: "published {days} days late" }
        }
        1 => text! { zh: "公开逾期 1 个工作日", en: "published 1 working day late" },
        days => text! { zh: "公开逾期 {days} 个工作日", en: "published {days} working days late" },
    }
}

/// What is said of day 0, where it is not the day the entry was made.
const BEGINS: [(Key<schema::Entry, Any>, Words); 10] = [
    (schema::Entry::OBTAINED.any(), words! { zh: "获取于此", en: "obtained here" }),
    (schema::Entry::DECIDED.any(), words! { zh: "决定于此", en: "decided here" }),
    (schema::Entry::APPROVED.any(), words! { zh: "批准于此", en: "approved here" }),
    (schema::Entry::SIGNED.any(), words! { zh: "签订于此", en: "signed here" }),
    (schema::Entry::AWARDED.any(), words! { zh: "中标（成交）于此", en: "awarded here" }),
    (schema::Entry::HELD.any(), words! { zh: "会议召开于此", en: "held here" }),
    (schema::Entry::CLOSES.any(), words! { zh: "期满于此", en: "ended here" }),
    (schema::Entry::EFFECTIVE.any(), words! { zh: "施行于此", en: "in force here" }),
    (schema::Entry::REVOKED.any(), words! { zh: "撤销于此", en: "revoked here" }),
    (schema::Entry::PERIOD.any(), words! { zh: "属于这一期间", en: "of this period" }),
];

fn begins(key: Key<schema::Entry, Any>) -> Words {
    BEGINS.iter().find(|it| it.0 == key).map_or(words! { zh: "形成于此", en: "made here" }, |it| it.1)
}
