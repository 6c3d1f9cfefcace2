//! The last lawful day of an entry, and how lateness is told.

use super::class;
use crate::{
    check::{context, estimate},
    compliance,
    day::{
        Day, Start,
        limit::{Limit, Unit},
    },
    diagnostic::{Finding, Findings, Level, Rule},
    model::{Entry, ItemId, Model},
    record::{Any, Key, schema},
    source::Place,
    vocabulary::{EntryKind, Origin, Text, Words},
};

/// What the regulations demand where an item says nothing else (条例 art. 26; 2008: art. 18).
const STATUTORY: Limit = Limit::Within { n: 20, unit: Unit::Workday, from: Some(Start::FormedOrChanged) };

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
    /// Why the last day is not certain: then lateness is at most a warning.
    pub doubt: Option<Doubt>,
    /// The first year without an arrangement of days off that the last day was counted in: lateness is at most a warning too.
    pub estimated: Option<i32>,
}

/// What a last day rests on that is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// The item's words are not understood: the statutory limit judges meanwhile.
    Unread,
    /// The day of the event that the limit counts from.
    Start(Start),
    /// The period that the entry is of.
    Period,
    /// The class of information that the entry is of.
    Class,
}

impl Doubt {
    fn text(self) -> Text {
        match self {
            Self::Unread => text! {
                zh: "事项的公开时限看不懂，暂按法定的20个工作日算",
                en: "the item's time limit is not understood; the 20 working days of the law are taken meanwhile",
            },
            Self::Start(from) => {
                let (zh, en) = (from.official(), from.english());
                text! { zh: "没有写明“{zh}”的日期，暂从成文日期算起", en: "the day of {en} is not given; the day it was made is taken meanwhile" }
            }
            Self::Period => text! {
                zh: "没有写明属于哪一期（period），按法定时限和目录时限中较晚的一天算",
                en: "its period is not given; the later of the law's day and the catalogue's is taken",
            },
            Self::Class => text! {
                zh: "事项按信息类别规定了几个时限，看不出属于哪一类，按较晚的算",
                en: "the item has a limit for each class of information and its class is not certain; the latest is taken",
            },
        }
    }
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

/// The last lawful day that `entry` missed when it was published: a certain one before those that are not.
pub(super) fn missed(model: &Model, entry: &Entry, published: Day) -> Option<Due> {
    let dues = entry.items.iter().filter_map(|&id| of_item(model, entry, id));
    dues.filter(|due| published > due.last).min_by_key(|due| (due.doubt.is_some() || due.estimated.is_some(), due.last))
}

/// The last lawful day of `entry` by the limit of one of its items.
pub(super) fn of_item(model: &Model, entry: &Entry, id: ItemId) -> Option<Due> {
    let item = model.item(id);
    let parts = item.time_limit.as_ref().map_or(&[][..], |limit| &limit.parts);
    let (own, sure) = class::choice(parts, entry);
    let doubt = if item.unread_limit { Some(Doubt::Unread) } else { (!sure).then_some(Doubt::Class) };
    // Of several limits that may be meant the latest counts.
    let latest = |wanted: fn(Limit) -> bool| {
        let meant = parts.iter().filter(|part| wanted(part.limit) && class::is_meant(part, entry, own));
        meant.filter_map(|part| by_limit(model, entry, part.limit)).max_by_key(|due| due.last)
    };
    // 及时, 实时, 每季度 beside a number of days speak of what is kept up to date afterwards. How long it stays public, how often it is
    // refreshed and how long a notice runs do not set the law aside.
    let due = latest(|limit| matches!(limit, Limit::Within { .. }))
        .or_else(|| latest(Limit::is_dated))
        .or_else(|| latest(|_| true))
        .or_else(|| by_limit(model, entry, STATUTORY))?;
    Some(Due { item: Some(id), doubt: due.doubt.or(doubt), ..due })
}

/// The last lawful day by one limit; none where it sets no deadline for one document.
fn by_limit(model: &Model, entry: &Entry, limit: Limit) -> Option<Due> {
    let plain = |start: Day, key: Key<schema::Entry, Any>, last: Day| {
        let estimated = limit.estimated(start, last, &model.calendar);
        Due { start, key, last, item: None, doubt: None, estimated }
    };
    match limit {
        // What is counted from the publication of the entry itself can't be missed: the law judges.
        Limit::Within { from: Some(Start::Published), .. }
        | Limit::Simultaneous
        | Limit::Interval { .. }
        | Limit::Duration(_)
        | Limit::Notice { .. } => None,
        Limit::Within { from, .. } | Limit::Realtime { from } | Limit::Prompt { from } => {
            let from = from.unwrap_or(Start::FormedOrChanged);
            let (start, key) = start(entry, from)?;
            // The day of the event is not known where only the day of making is.
            let doubt = (key == schema::Entry::MADE.any() && !from.is_making()).then_some(Doubt::Start(from));
            Some(Due { doubt, ..plain(start, key, limit.due(start, &model.calendar)?) })
        }
        Limit::Period { .. } | Limit::Before { .. } => {
            // A report of a period is due when the period's words say.
            if let Some(period) = compliance::period_of(entry) {
                let last = compliance::last_day(model, limit, period);
                return Some(plain(period.last(), schema::Entry::PERIOD.any(), last));
            }
            // Without a period nothing tells of which it is.
            let lawful = by_limit(model, entry, STATUTORY)?;
            let last = limit.due(lawful.start, &model.calendar)?.max(lawful.last);
            let estimated = model.calendar.estimated(lawful.start, last);
            Some(Due { last, doubt: Some(Doubt::Period), estimated, ..lawful })
        }
    }
}

/// Day 0 of `entry` and the key that bears it: what the limit names, else the day it was made.
fn start(entry: &Entry, from: Start) -> Option<(Day, Key<schema::Entry, Any>)> {
    let day = |key: Key<schema::Entry, Day>| entry.record.get(key).map(|day| (day, key.any()));
    let obtained = entry.record.get(schema::Entry::ORIGIN) == Some(Origin::Obtained);
    let named = match from {
        Start::FormedOrChanged | Start::Formed if obtained => day(schema::Entry::OBTAINED),
        Start::MadeOrObtained | Start::Obtained => day(schema::Entry::OBTAINED),
        Start::Decided => day(schema::Entry::DECIDED),
        Start::Approved => day(schema::Entry::APPROVED),
        Start::Published => day(schema::Entry::PUBLISHED.day()),
        Start::Signed => day(schema::Entry::SIGNED),
        Start::Awarded => day(schema::Entry::AWARDED),
        Start::Received => day(schema::Entry::ACCEPTED.day()).or_else(|| day(schema::Entry::OBTAINED)),
        Start::Ended => day(schema::Entry::CLOSES),
        Start::Revoked => day(schema::Entry::REVOKED),
        Start::Held => day(schema::Entry::HELD),
        Start::Effective => day(schema::Entry::EFFECTIVE),
        Start::Answered => day(schema::Entry::ANSWERED.day()),
        Start::FormedOrChanged
        | Start::Formed
        | Start::Changed
        | Start::Completed
        | Start::Filed
        | Start::Paid
        | Start::Served
        | Start::Other => None,
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
        .raise(rule, place(entry), late(model, last, published))
        .label(text! { zh: "最迟应在 {last} 公开", en: "due by {last}" })
        .help(text! {
            zh: "照实公开；用 gongkai allow {rule_name} {name} --reason 〔原因〕 --owner 〔负责科室〕 说明原因",
            en: "leave the true day; explain it with `gongkai allow {rule_name} {name} --reason 〔why〕 --owner 〔who〕`",
        })
        // The duty arose on day 0, under the law of that day.
        .on(due.start);
    doubted(finding, due);
    if entry.record.has(due.key) {
        finding.mark(entry.record.span_of(due.key), begins(due.key).into());
    }
    if let Some(id) = due.item {
        context::annual_report(finding, model.item(id));
        context::name_item(finding, model, id);
    }
    check_years(finding, entry, due);
    finding
}

/// Where the day stands on which `entry` was first public.
fn place(entry: &Entry) -> Place {
    let first = entry.record.has(schema::Entry::FIRST_PUBLISHED);
    if first { entry.at(schema::Entry::FIRST_PUBLISHED) } else { entry.at(schema::Entry::PUBLISHED) }
}

/// Where the last day is not certain, says why and lowers the level.
pub(super) fn doubted(finding: &mut Finding, due: &Due) {
    if let Some(doubt) = due.doubt {
        finding.lesser().note(estimate::NOTE, doubt.text());
    }
    estimate::lower(finding, due.estimated);
}

/// The years of the document number and of day 0, where they differ: one of them is a slip more likely than the delay is true.
pub(super) fn slip(entry: &Entry, due: &Due) -> Option<(i32, i32)> {
    let number = entry.record.get(schema::Entry::NUMBER).and_then(|it| it.split_once('〔')?.1.split_once('〕'));
    let year = number.and_then(|(year, _)| year.parse::<i32>().ok())?;
    let published_then = entry.first_public().is_some_and(|it| it.year() == year);
    (year != due.start.year() && due.key == schema::Entry::MADE.any() && published_then)
        .then_some((year, due.start.year()))
}

fn check_years(finding: &mut Finding, entry: &Entry, due: &Due) {
    let Some((year, made)) = slip(entry, due) else { return };
    finding.at_most(Level::Warn).help(text! {
        zh: "先核对年份：文号是 {year} 年的，成文日期写的是 {made} 年，多半写错了一个；年份没有错，再照实说明逾期",
        en: "check the year first: the document number is of {year}, the day it was made of {made}; one of them is likely a slip",
    });
}

/// By how much `published` is after `last`.
fn late(model: &Model, last: Day, published: Day) -> Text {
    if model.calendar.working_between(last, published) == 0 {
        // Published on days off after a last day that was worked.
        let days = published.days_since(last);
        return text! { zh: "公开逾期 {days} 天", en: "published {days} days late" };
    }
    let Text { zh, en } = estimate::workdays(model, last, published);
    text! { zh: "公开逾期{zh}", en: "published {en} late" }
}

/// What is said of day 0, where it is not the day the entry was made.
const BEGINS: [(Key<schema::Entry, Any>, Words); 12] = [
    (schema::Entry::OBTAINED.any(), words! { zh: "获取于此", en: "obtained here" }),
    (schema::Entry::DECIDED.any(), words! { zh: "决定于此", en: "decided here" }),
    (schema::Entry::APPROVED.any(), words! { zh: "批准于此", en: "approved here" }),
    (schema::Entry::SIGNED.any(), words! { zh: "签订于此", en: "signed here" }),
    (schema::Entry::AWARDED.any(), words! { zh: "中标（成交）于此", en: "awarded here" }),
    (schema::Entry::HELD.any(), words! { zh: "会议召开于此", en: "held here" }),
    (schema::Entry::CLOSES.any(), words! { zh: "期满于此", en: "ended here" }),
    (schema::Entry::EFFECTIVE.any(), words! { zh: "施行于此", en: "in force here" }),
    (schema::Entry::REVOKED.any(), words! { zh: "撤销于此", en: "revoked here" }),
    (schema::Entry::ACCEPTED.any(), words! { zh: "收到（受理）于此", en: "received here" }),
    (schema::Entry::ANSWERED.any(), words! { zh: "答复于此", en: "answered here" }),
    (schema::Entry::PERIOD.any(), words! { zh: "属于这一期间", en: "of this period" }),
];

fn begins(key: Key<schema::Entry, Any>) -> Words {
    BEGINS.iter().find(|it| it.0 == key).map_or(words! { zh: "形成于此", en: "made here" }, |it| it.1)
}
