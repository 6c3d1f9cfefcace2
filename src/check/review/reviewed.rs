//! 0701 and 0704: entries without a secrecy review, or reviewed after they were out.

use crate::{
    day::Day,
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_14, REGULATIONS_2019_17, SECRECY_35, SECRECY_REGULATIONS_42},
    },
    model::{Entry, Model, State},
    record::{View, schema},
    source::{Place, Span},
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

/// The steps that settings ask for; the secrecy review without a setting.
pub fn steps(model: &Model) -> Vec<ReviewStep> {
    let said = model.settings.of(schema::Settings::UNREVIEWED);
    let named: Vec<ReviewStep> = said.into_iter().flat_map(|it| it.all(schema::Unreviewed::STEPS)).collect();
    // The secrecy review is law: settings may add to it, never take it away.
    let secrecy = (!named.contains(&ReviewStep::Secrecy)).then_some(ReviewStep::Secrecy);
    secrecy.into_iter().chain(named).collect()
}

pub(super) fn unreviewed(model: &Model, entry: &Entry, findings: &mut Findings) {
    if !matches!(entry.state, State::Published | State::Scheduled) {
        return;
    }
    let since = model.settings.of(schema::Settings::UNREVIEWED).and_then(|table| table.get(schema::Unreviewed::SINCE));
    let day = entry.published_day();
    if since.zip(day).is_some_and(|(since, day)| day < since) {
        return;
    }
    // What stands there in other words was told, and stops as well.
    if entry.record.is_unread(schema::Entry::REVIEW) {
        return;
    }
    for step in steps(model).into_iter().filter(|it| !entry.reviews.complete.contains(*it)) {
        let Some(lack) = lack(entry, step) else { continue };
        if entry.record.get(schema::Entry::REVIEW).is_some_and(|it| it.is_unread(schema::Review::of(step))) {
            continue;
        }
        let (label, word, key) = (step.label(), step.term().en, step.key());
        let line = format!("{key} = {{ by = \"〔审查人〕\", on = 〔审查日期〕 }}");
        let message = match lack {
            Lack::All => text! { zh: "没有{label}记录", en: "no record of the {word}" },
            Lack::By => text! { zh: "{label}没有写由谁审查", en: "the {word} does not say by whom" },
            Lack::On => text! { zh: "{label}没有写哪天审查", en: "the {word} does not say on which day" },
        };
        let finding = findings
            .raise(&UNREVIEWED, place(entry, step), message)
            .help(match (lack, entry.record.has(schema::Entry::REVIEW)) {
                (Lack::By, _) => {
                    text! { zh: "在 {key} 里补上：by = \"〔审查人〕\"", en: "add to `{key}`: by = \"〔who〕\"" }
                }
                (Lack::On, _) => text! { zh: "在 {key} 里补上：on = 〔审查日期〕", en: "add to `{key}`: on = 〔day〕" },
                (Lack::All, true) => text! {
                    zh: "审查后，在 review 里补上（写实际的审查人和日期）：{line}",
                    en: "after the review add to `review`, with the true post and day: {line}",
                },
                (Lack::All, false) => text! {
                    zh: "审查后，在第二行 +++ 之前写（写实际的审查人和日期）：\n[review]\n{line}",
                    en: "after the review write before the second +++, with the true post and day:\n[review]\n{line}",
                },
            })
            .fix(signed(entry, step, lack, &line))
            .key(key);
        finding.on = day;
    }
}

pub(super) fn late_review(_: &Model, entry: &Entry, findings: &mut Findings) {
    let Some(published) = entry.published_day() else { return };
    if entry.reviews.last.is_none_or(|on| on <= published) {
        return;
    }
    let Some(review) = entry.record.get(schema::Entry::REVIEW) else { return };
    // What was revised since was reviewed anew, and the record is of that review.
    let revised = entry.record.all(schema::Entry::REVISED).filter_map(|it| it.get(schema::Revision::ON)).max();
    for &step in ReviewStep::ALL {
        let Some(signed) = review.get(schema::Review::of(step)) else { continue };
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

/// The edit that writes what the record of a step lacks, as holes; `line` is the whole record.
fn signed(entry: &Entry, step: ReviewStep, lack: Lack, line: &str) -> Option<Edit> {
    let Some(review) = entry.record.get(schema::Entry::REVIEW) else {
        return Some(Edit::lines(entry.record.room()?, &format!("review = {{ {line} }}")));
    };
    match (lack, review.get(schema::Review::of(step))) {
        (Lack::By, Some(it)) if !it.has(schema::Signed::BY) => added(it, "by = \"〔审查人〕\""),
        (Lack::By, Some(it)) => Some(Edit::guess(it.span_of(schema::Signed::BY), "〔审查人〕")),
        (Lack::On, Some(it)) if !it.has(schema::Signed::ON) => added(it, "on = 〔审查日期〕"),
        (Lack::All, None) if !review.has(schema::Review::of(step)) => added(review, line),
        _ => None,
    }
}

/// The edit that adds `text` to `table`: a line where its keys have lines of their own, else before the first of them.
fn added<T>(table: View<'_, T>, text: &str) -> Option<Edit> {
    if let Some(at) = table.room() {
        return Some(Edit::lines(at, text));
    }
    let first = table.fields().next()?.key;
    // A text that stands for the whole table has no key.
    (first.start > table.range.start && first.end < table.range.end)
        .then(|| Edit::new(Span { file: table.file, range: first }.start(), format!("{text}, "), false))
}

/// What a step of the review lacks.
#[derive(Clone, Copy)]
enum Lack {
    All,
    By,
    On,
}

fn lack(entry: &Entry, step: ReviewStep) -> Option<Lack> {
    let Some(signed) = entry.record.get(schema::Entry::REVIEW).and_then(|review| review.get(schema::Review::of(step)))
    else {
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
        Some(review) if review.has(schema::Review::of(step)) => Place::At(review.span_of(schema::Review::of(step))),
        _ => entry.at(schema::Entry::REVIEW),
    }
}
