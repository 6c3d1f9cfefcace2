//! GK0601: was public opinion answered within the hours that its gravity allows?

use crate::{
    check::context,
    day::Moment,
    diagnostic::{
        Effect, Example, Findings, Ground, Level, Rule, Ungrounded,
        laws::{EMERGENCIES_7, OPINION_2016_RULES, RESPONSES_2016},
    },
    model::{Entry, Model},
    record::{Key, schema},
    vocabulary::{EntryKind, Severity, Text},
};

pub static LATE_RESPONSE: Rule = Rule {
    code: "GK0601",
    name: "late-response",
    label: "舆情回应逾期",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[RESPONSES_2016.whole(), OPINION_2016_RULES.whole(), EMERGENCIES_7],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "政务舆情没有在规定的小时数内回应", en: "public opinion that was not answered within its hours" },
    why: words! {
        zh: "重大突发事件5小时内发布权威信息，24小时内举行新闻发布会，其他政务舆情48小时内回应。回应晚了，传言就成了“真相”。",
        en: "Of a major emergency the public is told within five hours and the press briefed within 24; other opinion is answered within 48. Later, rumours have become the truth.",
    },
    mend: words! {
        zh: "核对发现、发声、回应的时间；属实的照实保留，用 gongkai allow late-response 说明原因。",
        en: "Check the times; where they are true leave them, and explain with `gongkai allow late-response`.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
--> content/2018/回应.md
title = "关于施工扬尘问题的回应"
kind = "opinion-response"
made = 2018-08-18
published = "2018-08-18 17:20"
severity = "一般"
noticed = "2018-08-14 09:20"
judged = "2018-08-14 10:30"
answered = "2018-08-18 17:20"
evaluation = "同类反映降为零，评估为有效。"
[review]
secrecy = { by = "保密员", on = 2018-08-18 }
"#,
        good: r#"--> content/2018/回应.md
answered = "2018-08-15 17:20"
"#,
    },
};

/// The five hours and the briefing are of one text, the 48 hours of the other.
static WITHIN_FIVE_HOURS: &[Ground] = &[OPINION_2016_RULES.whole(), EMERGENCIES_7];
static BRIEFING: &[Ground] = &[RESPONSES_2016.whole(), OPINION_2016_RULES.whole(), EMERGENCIES_7];
static WITHIN_TWO_DAYS: &[Ground] = &[RESPONSES_2016.whole()];

type When = Key<schema::Entry, Moment>;

pub(super) fn check(_: &Model, entry: &Entry, findings: &mut Findings) {
    if entry.kind != EntryKind::OpinionResponse {
        return;
    }
    let record = &entry.record;
    let Some(noticed) = record.get(schema::Entry::NOTICED) else { return };
    let answered = record.get(schema::Entry::ANSWERED).or(entry.published);
    let first = |keys: &[When]| {
        let said = keys.iter().filter_map(|&key| Some((record.get(key)?, key)));
        said.min_by_key(|it| it.0)
    };
    if record.get(schema::Entry::SEVERITY) == Some(Severity::Major) {
        let told = first(&[schema::Entry::FIRST_TOLD, schema::Entry::BRIEFED, schema::Entry::ANSWERED]);
        let told = told.or(entry.published.map(|it| (it, schema::Entry::NOTICED)));
        if let Some((when, key)) = told {
            judge(entry, noticed, when, key, 5, WITHIN_FIVE_HOURS, words(5), findings);
        }
        if let Some(when) = record.get(schema::Entry::BRIEFED) {
            judge(entry, noticed, when, schema::Entry::BRIEFED, 24, BRIEFING, words(24), findings);
        }
    } else if let Some(when) = answered {
        let key = if record.has(schema::Entry::ANSWERED) { schema::Entry::ANSWERED } else { schema::Entry::NOTICED };
        judge(entry, noticed, when, key, 48, WITHIN_TWO_DAYS, words(48), findings);
    }
}

/// How many minutes the answer of an opinion response took, at least, and whether it, or the first word on a grave one, was in time; none
/// where nobody knows when it was noticed.
pub(super) fn taken(entry: &Entry) -> Option<(u32, bool)> {
    let record = &entry.record;
    let noticed = record.get(schema::Entry::NOTICED)?;
    let answered = record.get(schema::Entry::ANSWERED).or(entry.published)?;
    let minutes = answered.minutes_since(noticed);
    let in_time = if record.get(schema::Entry::SEVERITY) == Some(Severity::Major) {
        let said = [schema::Entry::FIRST_TOLD, schema::Entry::BRIEFED].into_iter().filter_map(|it| record.get(it));
        said.chain([answered]).min().is_some_and(|it| it.minutes_since(noticed) <= 5 * 60)
    } else {
        minutes <= 48 * 60
    };
    Some((minutes, in_time))
}

/// What is to be done within so many hours.
fn words(hours: u32) -> Text {
    match hours {
        5 => text! { zh: "5小时内发布权威信息", en: "the public is told within 5 hours" },
        24 => text! { zh: "24小时内举行新闻发布会", en: "the press is briefed within 24 hours" },
        _ => text! { zh: "48小时内回应", en: "it is answered within 48 hours" },
    }
}

/// Tells what came later than `limit` hours after `noticed`, counted in favour of the body where a time of day is not known.
#[allow(clippy::too_many_arguments, reason = "an act, its limit and where it stands")]
fn judge(
    entry: &Entry,
    noticed: Moment,
    when: Moment,
    key: When,
    limit: u32,
    grounds: &'static [Ground],
    Text { zh, en }: Text,
    findings: &mut Findings,
) {
    let minutes = when.minutes_since(noticed);
    if minutes <= limit * 60 {
        return;
    }
    let hours = minutes.div_ceil(60);
    let how = context::explain(&LATE_RESPONSE, &entry.name);
    let exact = noticed.time.is_some() && when.time.is_some();
    let (about, at_least) = if exact { ("约", "about") } else { ("至少", "at least") };
    let finding = findings.raise(
        &LATE_RESPONSE,
        entry.record.span_of(key),
        match limit {
            5 => text! { zh: "发现后{about} {hours} 小时才发声", en: "the public was told {at_least} {hours} hours after it was noticed" },
            24 => text! { zh: "发现后{about} {hours} 小时才举行发布会", en: "the press was briefed {at_least} {hours} hours after it was noticed" },
            _ => text! { zh: "发现后{about} {hours} 小时才回应", en: "it was answered {at_least} {hours} hours after it was noticed" },
        },
    );
    finding
        .label(text! { zh: "发现于 {noticed}", en: "noticed {noticed}" })
        .note(words! { zh: "时限", en: "limit" }, text! { zh: "{zh}", en: "{en}" })
        .help(text! {
            zh: "时间写错的改正；属实的，说明原因：\n{how_zh}",
            en: "correct a slip, or explain:\n{how_en}",
            how_zh = how.zh,
            how_en = how.en,
        })
        .under(grounds)
        .on(noticed.day)
        .key(format!("{limit}"));
    context::name_entry(finding, entry);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::said},
        compliance::builder::Builder,
        record::Value,
        vocabulary::Word,
    };

    fn told(severity: Severity, times: &[(When, &str)]) -> usize {
        let mut builder = Builder::new("2018-12-31");
        let item = builder.item("a/opinion");
        let id = builder.entry(item, "2018-08-20");
        builder.entry_mut(id).kind = EntryKind::OpinionResponse;
        builder.key(id, schema::Entry::SEVERITY, Value::Word(u16::try_from(severity.ordinal()).unwrap()));
        for (key, time) in times {
            builder.key(id, *key, Value::Moment(time.parse().unwrap()));
        }
        said(Run::Public(check), &builder.model).len()
    }

    #[test]
    fn hours_are_counted_by_gravity_and_in_favour() {
        let (noticed, answered) = (schema::Entry::NOTICED, schema::Entry::ANSWERED);
        let (told_at, briefed) = (schema::Entry::FIRST_TOLD, schema::Entry::BRIEFED);
        assert_eq!(told(Severity::Ordinary, &[(noticed, "2018-08-14 09:00"), (answered, "2018-08-16 09:00")]), 0);
        assert_eq!(told(Severity::Ordinary, &[(noticed, "2018-08-14 09:00"), (answered, "2018-08-16 09:01")]), 1);
        assert_eq!(
            told(Severity::Ordinary, &[(noticed, "2018-08-14"), (answered, "2018-08-16 23:00")]),
            0,
            "noticed at night"
        );
        assert_eq!(told(Severity::Ordinary, &[(noticed, "2018-08-14"), (answered, "2018-08-17")]), 1);
        assert_eq!(told(Severity::Ordinary, &[(answered, "2018-08-17")]), 0, "nobody knows when it was noticed");
        assert_eq!(told(Severity::Ordinary, &[(noticed, "2018-08-14")]), 1, "published six days later");
        let major = |told_on, press| {
            told(Severity::Major, &[(noticed, "2018-08-14 09:00"), (told_at, told_on), (briefed, press)])
        };
        assert_eq!(major("2018-08-14 14:00", "2018-08-15 09:00"), 0);
        assert_eq!(major("2018-08-14 14:01", "2018-08-15 09:00"), 1);
        assert_eq!(major("2018-08-14 14:01", "2018-08-15 09:01"), 2);
    }
}
