//! 0701 and 0704: entries without a secrecy review, or reviewed after they were out.

use crate::{
    day::Day,
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_14, REGULATIONS_2019_17, SECRECY_35, SECRECY_REGULATIONS_42},
    },
    model::{Entry, Model, State},
    record::{Key, Table, Text, Value, ValueType as _, schema},
    source::Place,
    vocabulary::{ReviewStep, Word},
};

pub static UNREVIEWED: Rule = Rule {
    code: "GK0701",
    name: "unreviewed",
    label: "未经审查",
    effect: Effect::Stop,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[REGULATIONS_2008_14, REGULATIONS_2019_17, SECRECY_35, SECRECY_REGULATIONS_42],
    ungrounded: Ungrounded::Speaks,
    fixed: true,
    title: words! { zh: "没有保密审查记录", en: "no record of a secrecy review" },
    why: words! {
        zh: "先审查、后公开，一事一审。没有审查记录就发布，泄密了无法挽回，责任也说不清。本条不能降级，也不能用说明放过。",
        en: "Review first, then publish, piece by piece. What leaks cannot be called back. This rule can be neither lowered nor excused.",
    },
    mend: words! {
        zh: "请保密审查人员审查后，在开头写 [review] 和 secrecy = { by = \"审查人\", on = 审查日期 }。多年前的老条目，可用 [settings.unreviewed] since = 日期 划定从哪天起要求。",
        en: "Have it reviewed and write [review] with `secrecy = { by = \"…\", on = … }`; for old entries set `since` in [settings.unreviewed].",
    },
    example: Example {
        bad: r#"==> content/2018/通知.md
+++
title = "关于做好夏季防汛工作的通知"
item = "policy/notices"
kind = "document"
made = 2018-06-20
published = 2018-06-22
summary = "部署夏季防汛值守、巡查和物资储备。"
+++
汛期已到，请落实二十四小时值守。
"#,
        good: r#"--> content/2018/通知.md
[review]
secrecy = { by = "保密员", on = 2018-06-21 }
"#,
    },
};

pub static LATE_REVIEW: Rule = Rule {
    code: "GK0704",
    name: "late-review",
    label: "先公开后审查",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[REGULATIONS_2008_14, REGULATIONS_2019_17, SECRECY_35, SECRECY_REGULATIONS_42],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "审查晚于发布", en: "reviewed after publication" },
    why: words! {
        zh: "公开前应当审查。先发后审，审出问题时信息早已传开，审查就成了补手续。",
        en: "Review comes before publication. Done afterwards it only completes the papers while the information is already out.",
    },
    mend: words! {
        zh: "日期写错的改正；确实先发后审的，照实保留，用 gongkai allow late-review 说明原因。",
        en: "Correct a slip; if it is true, leave it and explain it with `gongkai allow late-review`.",
    },
    example: Example {
        bad: r#"--> content/2018/通知.md
[review]
secrecy = { by = "保密员", on = 2018-06-25 }
"#,
        good: r#"--> content/2018/通知.md
[review]
secrecy = { by = "保密员", on = 2018-06-21 }
"#,
    },
};

/// The key that a step of the review is recorded under.
pub(super) fn key(step: ReviewStep) -> Key<schema::Review, Table<schema::Signed>> {
    match step {
        ReviewStep::Secrecy => schema::Review::SECRECY,
        ReviewStep::Content => schema::Review::CONTENT,
        ReviewStep::Approved => schema::Review::APPROVED,
    }
}

/// The steps that settings ask for; the secrecy review without a setting.
pub fn steps(model: &Model) -> Vec<ReviewStep> {
    let word = |value: Value<'_>| ReviewStep::parse(Text::read(value)?);
    let named: Vec<ReviewStep> = match model.settings.of("unreviewed").and_then(|table| table.named("steps")) {
        Some(Value::List(steps)) => steps.iter().filter_map(|it| word(it.value)).collect(),
        _ => Vec::new(),
    };
    // The secrecy review is law: settings may add to it, never take it away.
    let secrecy = (!named.contains(&ReviewStep::Secrecy)).then_some(ReviewStep::Secrecy);
    secrecy.into_iter().chain(named).collect()
}

pub(super) fn unreviewed(model: &Model, entry: &Entry, findings: &mut Findings) {
    if !matches!(entry.state, State::Published | State::Scheduled) {
        return;
    }
    let since = model.settings.of("unreviewed").and_then(|table| Day::read(table.named("since")?));
    let day = entry.published_day();
    if since.zip(day).is_some_and(|(since, day)| day < since) {
        return;
    }
    // What stands there in other words was told, and stops as well.
    if entry.record.is_unread(schema::Entry::REVIEW) {
        return;
    }
    for step in steps(model) {
        let Some(lack) = lack(entry, step) else { continue };
        let (label, word, key) = (step.label(), step.term().en, step.key());
        let message = match lack {
            Lack::All => text! { zh: "没有{label}记录", en: "no record of the {word}" },
            Lack::By => text! { zh: "{label}没有写由谁审查", en: "the {word} does not say by whom" },
            Lack::On => text! { zh: "{label}没有写哪天审查", en: "the {word} does not say on which day" },
        };
        let on = day.unwrap_or(model.today);
        let finding = findings
            .raise(&UNREVIEWED, place(entry, step), message)
            .help(text! {
                zh: "审查后，在第二行 +++ 之前写（职务和日期按实际填写）：\n[review]\n{key} = {{ by = \"保密员\", on = {on} }}",
                en: "after the review write before the second +++, with the true post and day:\n[review]\n{key} = {{ by = \"保密员\", on = {on} }}",
            })
            .key(key);
        finding.on = day;
    }
}

pub(super) fn late_review(_: &Model, entry: &Entry, findings: &mut Findings) {
    let Some(published) = entry.published_day() else { return };
    let Some(review) = entry.record.get(schema::Entry::REVIEW) else { return };
    // What was revised since was reviewed anew, and the record is of that review.
    let revised = entry.record.all(schema::Entry::REVISED).filter_map(|it| it.get(schema::Revision::ON)).max();
    for &step in ReviewStep::ALL {
        let Some(signed) = review.get(key(step)) else { continue };
        let late = |&on: &Day| on > published && revised.is_none_or(|revised| revised < on);
        let Some(on) = signed.get(schema::Signed::ON).filter(late) else { continue };
        let days = on.days_since(published);
        let (label, word, name) = (step.label(), step.term().en, &entry.name);
        findings
            .raise(
                &LATE_REVIEW,
                signed.span_of(schema::Signed::ON),
                text! { zh: "发布 {days} 天后才{label}", en: "the {word} came {days} day(s) after publication" },
            )
            .label(text! { zh: "审查于此", en: "reviewed here" })
            .mark(entry.record.span_of(schema::Entry::PUBLISHED), text! { zh: "发布于此", en: "published here" })
            .help(text! {
                zh: "日期写错的改正；属实的，用 gongkai allow late-review {name} --reason 〔原因〕 --owner 〔负责科室〕 说明原因",
                en: "correct a slip; if true, explain it with `gongkai allow late-review {name} --reason 〔why〕 --owner 〔who〕`",
            })
            .on(published)
            .key(step.key());
    }
}

/// What a step of the review lacks.
enum Lack {
    All,
    By,
    On,
}

fn lack(entry: &Entry, step: ReviewStep) -> Option<Lack> {
    let Some(signed) = entry.record.get(schema::Entry::REVIEW).and_then(|review| review.get(key(step))) else {
        return Some(Lack::All);
    };
    if signed.get(schema::Signed::BY).is_none_or(|by| by.trim().is_empty()) {
        Some(Lack::By)
    } else if signed.get(schema::Signed::ON).is_none() {
        Some(Lack::On)
    } else {
        None
    }
}

fn place(entry: &Entry, step: ReviewStep) -> Place {
    match entry.record.get(schema::Entry::REVIEW) {
        Some(review) if review.has(key(step)) => Place::At(review.span_of(key(step))),
        _ => entry.at(schema::Entry::REVIEW),
    }
}
