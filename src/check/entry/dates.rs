//! 0308: days that cannot be true together, or have not come yet.

use crate::{
    day::Day,
    diagnostic::{
        Edit, Effect, Example, Finding, Findings, Level, Rule, Ungrounded,
        laws::{INDICATORS_2019, REGULATIONS_2008_19, REGULATIONS_2019_12},
    },
    model::{Entry, Model, State},
    record::{Key, schema},
    vocabulary::Words,
};

pub static IMPOSSIBLE_DATES: Rule = Rule {
    code: "GK0308",
    name: "impossible-dates",
    label: "日期矛盾",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[REGULATIONS_2008_19, REGULATIONS_2019_12, INDICATORS_2019.whole()],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "日期前后矛盾，或者还没有到", en: "days that contradict each other or are still to come" },
    why: words! {
        zh: "是否按时公开由日期算出。成文晚于发布、失效早于施行、日期写到将来，不是笔误就是倒填；伪造发布日期在网站检查中单项否决。",
        en: "Whether something came in time is reckoned from its days. Days that contradict each other are slips or back-dating; forged days fail an inspection outright.",
    },
    mend: words! {
        zh: "对照原件改正日期。定好将来某天发布的，写 publish_on = 那一天；还没定稿的，写 draft = true。",
        en: "Correct the days from the original. Use `publish_on` for a day to come and `draft = true` for what is not final.",
    },
    example: Example {
        bad: "--> content/2018/通知.md\nmade = 2018-06-25\n",
        good: "--> content/2018/通知.md
made = 2018-06-20
published = 2018-06-22
effective = 2018-07-01
expires = 2023-06-30
",
    },
};

/// A day of an entry: the key it is written with, its name, its value.
#[derive(Clone, Copy)]
struct Dated {
    key: Key<schema::Entry, Day>,
    name: Words,
    day: Day,
}

pub(super) fn impossible_dates(model: &Model, entry: &Entry, findings: &mut Findings) {
    let day = |key, name| entry.record.get(key).map(|day| Dated { key, name, day });
    let made = day(schema::Entry::MADE, words! { zh: "成文", en: "made" });
    let published = day(schema::Entry::PUBLISHED.day(), words! { zh: "发布", en: "published" });
    let effective = day(schema::Entry::EFFECTIVE, words! { zh: "施行", en: "in force" });
    let expires = day(schema::Entry::EXPIRES, words! { zh: "失效", en: "expired" });
    // In force before publication is no fault: many documents take effect on the day they are signed.
    let opens = day(schema::Entry::OPENS, words! { zh: "开始", en: "opened" });
    let closes = day(schema::Entry::CLOSES, words! { zh: "截止", en: "closed" });
    // A message may be passed on before whoever answers accepts it.
    let accepted = day(schema::Entry::ACCEPTED.day(), words! { zh: "受理", en: "accepted" });
    let answered = day(schema::Entry::ANSWERED.day(), words! { zh: "答复", en: "answered" });
    let noticed = day(schema::Entry::NOTICED.day(), words! { zh: "发现", en: "noticed" });
    let told = day(schema::Entry::FIRST_TOLD.day(), words! { zh: "首次发声", en: "first told" });
    let briefed = day(schema::Entry::BRIEFED.day(), words! { zh: "发布会", en: "briefed" });
    // An entry may announce what is to come, and keep its day of publication when what came of it is filled in.
    let held = day(schema::Entry::HELD, words! { zh: "开会", en: "held" });
    let awarded = day(schema::Entry::AWARDED, words! { zh: "中标（成交）", en: "awarded" });
    let signed = day(schema::Entry::SIGNED, words! { zh: "合同签订", en: "signed" });
    let inspected = day(schema::Entry::INSPECTED, words! { zh: "检查", en: "inspected" });
    // One slip, told once: a day that cannot be contradicts all others.
    let slip = |it: &Dated| entry.state != State::Draft && is_slip(it.day, model.today);
    let mut order = |first: Option<Dated>, then: Option<Dated>, most: Level| {
        if let (Some(first), Some(then)) = (first, then)
            && then.day < first.day
            && ![first, then].iter().any(&slip)
        {
            contradiction(entry, first, then, findings).at_most(most);
        }
    };
    for (first, then) in
        [(made, published), (made, effective), (effective.or(made), expires), (opens, closes), (accepted, answered)]
    {
        order(first, then, Level::Error);
    }
    // When something was noticed is not published, only counted from.
    for then in [told, briefed, answered] {
        order(noticed, then, Level::Warn);
    }
    for first in [held, awarded, signed, inspected] {
        order(first, published, Level::Warn);
    }
    let all = [made, published, effective, expires, opens, closes, accepted, answered, noticed, told, briefed];
    for it in all.into_iter().chain([held, awarded, signed, inspected]).flatten().filter(slip) {
        wrong_year(entry, it, model.today, findings);
    }
    if entry.state != State::Draft && !entry.record.has(schema::Entry::PUBLISH_ON) {
        let to_be = |it: &Dated| it.day > model.today && !slip(it);
        for it in [made, published].into_iter().flatten().filter(to_be) {
            to_come(entry, it, model.today, findings);
        }
    }
}

fn contradiction<'f>(entry: &Entry, first: Dated, then: Dated, findings: &'f mut Findings) -> &'f mut Finding {
    let days = first.day.days_since(then.day);
    let (zh, en) = (first.name.zh, first.name.en);
    let (then_zh, then_en) = (then.name.zh, then.name.en);
    findings
        .raise(
            &IMPOSSIBLE_DATES,
            entry.record.span_of(then.key),
            text! { zh: "{then_zh}日期比{zh}日期早 {days} 天", en: "{then_en} {days} days before it was {en}" },
        )
        .label(text! { zh: "{day}", en: "{day}", day = then.day })
        .mark(entry.record.span_of(first.key), text! { zh: "{zh}于 {day}", en: "{en} on {day}", day = first.day })
        .help(text! {
            zh: "对照原件核对两个日期，改正写错的一个：{key} = 〔日期〕，或者 {other} = 〔日期〕",
            en: "check both days against the original and correct the wrong one: {key} = 〔day〕, or {other} = 〔day〕",
            key = then.key.name,
            other = first.key.name,
        })
        .fix([Edit::new(entry.record.span_of(then.key), "〔核对后的日期〕", false)])
        .on(then.day)
        .key(format!("{}<{}", then.key.name, first.key.name))
}

/// The edit that makes of a publication on a day to come a plan.
fn planned(entry: &Entry, it: &Dated) -> Option<Edit> {
    let published = it.key.name == schema::Entry::PUBLISHED.name && !entry.record.has(schema::Entry::PUBLISH_ON);
    let day = it.day;
    published.then(|| entry.record.line_of(it.key).map(|at| Edit::new(at, format!("publish_on = {day}"), false)))?
}

fn to_come(entry: &Entry, it: Dated, today: Day, findings: &mut Findings) {
    let (zh, en, day) = (it.name.zh, it.name.en, it.day);
    findings
        .raise(
            &IMPOSSIBLE_DATES,
            entry.record.span_of(it.key),
            text! { zh: "{zh}日期 {day} 还没有到", en: "{en} on {day}, which is still to come" },
        )
        .label(text! { zh: "今天按 {today} 计", en: "today counts as {today}" })
        .fix(planned(entry, &it))
        .help(text! {
            zh: "改正日期；定好将来发布的写 publish_on = {day}，没有定稿的写 draft = true",
            en: "correct the day; write `publish_on = {day}` for a day to come, `draft = true` for what is not final",
        })
        .key(format!("{}>today", it.key.name));
}

/// Years beyond today that no plan of an office reaches.
const FAR: i32 = 30;

/// Whether the year of `day` can only be a slip of the hand: before there was a People's Republic, or a lifetime ahead. What ends one
/// day may end late.
pub(in crate::check) fn is_slip(day: Day, today: Day) -> bool {
    day.year() < 1949 || day.year() > today.year() + FAR
}

/// Tells a day whose year is a slip, with the year that was probably meant: its last two digits changed places, or this century's.
fn wrong_year(entry: &Entry, it: Dated, today: Day, findings: &mut Findings) {
    let (zh, en, day) = (it.name.zh, it.name.en, it.day);
    let year = day.year();
    let turned = year / 100 * 100 + year % 10 * 10 + year / 10 % 10;
    let near = (today.year() - 10..=today.year() + 1).contains(&turned).then_some(turned);
    let finding = findings.raise(
        &IMPOSSIBLE_DATES,
        entry.record.span_of(it.key),
        text! { zh: "{zh}日期 {day} 的年份像是写错了", en: "the year of the day it was {en}, {day}, looks like a slip" },
    );
    finding.label(text! { zh: "{year} 年？", en: "{year}?" }).key(format!("{}>today", it.key.name));
    match near {
        Some(near) => {
            let right = format!("{near}{}", &day.to_string()[4..]);
            let key = it.key.name;
            finding
                .help(text! { zh: "对照原件改正年份，是不是：{key} = {right}", en: "correct the year from the original; `{key} = {right}`?" })
                .fix([Edit::new(entry.record.span_of(it.key), right, false)]);
        }
        None => {
            finding.help(text! { zh: "对照原件改正年份", en: "correct the year from the original" });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe},
        compliance::builder::Builder,
    };

    fn said(days: &[(Key<schema::Entry, Day>, &str)], change: impl FnOnce(&mut Entry)) -> Vec<String> {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/one");
        let entry = builder.entry(item, "2018-06-20");
        for &(key, day) in days {
            builder.day(entry, key, day);
        }
        change(builder.entry_mut(entry));
        probe::said(Run::Entry(impossible_dates), &builder.model)
    }

    #[test]
    fn contradictions_are_told_and_possible_orders_are_not() {
        assert!(
            said(
                &[
                    (schema::Entry::PUBLISHED.day(), "2018-06-20"),
                    (schema::Entry::EFFECTIVE, "2018-06-20"),
                    (schema::Entry::EXPIRES, "2018-06-20")
                ],
                |_| {}
            )
            .is_empty()
        );
        assert_eq!(said(&[(schema::Entry::PUBLISHED.day(), "2018-06-19")], |_| {}), ["发布日期比成文日期早 1 天"]);
        assert_eq!(said(&[(schema::Entry::EFFECTIVE, "2018-06-19")], |_| {}), ["施行日期比成文日期早 1 天"]);
        assert_eq!(
            said(&[(schema::Entry::OPENS, "2018-07-20"), (schema::Entry::CLOSES, "2018-07-10")], |_| {}),
            ["截止日期比开始日期早 10 天"]
        );
        assert_eq!(
            said(&[(schema::Entry::EFFECTIVE, "2018-07-01"), (schema::Entry::EXPIRES, "2018-06-30")], |_| {}),
            ["失效日期比施行日期早 1 天"]
        );
        assert_eq!(
            said(
                &[(schema::Entry::ACCEPTED.day(), "2018-05-21"), (schema::Entry::ANSWERED.day(), "2018-05-20")],
                |_| {}
            ),
            ["答复日期比受理日期早 1 天"]
        );
        assert_eq!(
            said(
                &[(schema::Entry::NOTICED.day(), "2018-06-22"), (schema::Entry::ANSWERED.day(), "2018-06-21")],
                |_| {}
            ),
            ["答复日期比发现日期早 1 天"]
        );
        assert_eq!(
            said(&[(schema::Entry::PUBLISHED.day(), "2018-06-22"), (schema::Entry::HELD, "2018-06-25")], |_| {}),
            ["发布日期比开会日期早 3 天"]
        );
        assert!(
            said(&[(schema::Entry::PUBLISHED.day(), "2018-07-22"), (schema::Entry::EFFECTIVE, "2018-07-01")], |_| {})
                .is_empty(),
            "in force before publication"
        );
    }

    #[test]
    fn days_to_come_are_told_unless_draft_or_planned() {
        let future = [(schema::Entry::PUBLISHED.day(), "2019-01-02")];
        assert_eq!(said(&future, |_| {}), ["发布日期 2019-01-02 还没有到"]);
        assert!(said(&future, |entry| entry.state = State::Draft).is_empty());
        assert!(
            said(&[(schema::Entry::PUBLISHED.day(), "2019-01-02"), (schema::Entry::PUBLISH_ON, "2019-01-02")], |_| {})
                .is_empty()
        );
    }
}
