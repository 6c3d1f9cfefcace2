//! 0402 and 0404: licences and penalties published late, and penalties still up after they were revoked.

use super::due::{Due, Judge, judge, tell};
use crate::{
    check::estimate,
    day::Day,
    diagnostic::{
        Edit, Effect, Example, Findings, Ground, Level, Rule, Ungrounded,
        laws::{
            DOUBLE_2015, ENFORCEMENT_2018, LICENSING_40, PENALTIES_48, PENALTIES_85, REGULATIONS_2008_18,
            REGULATIONS_2019_26,
        },
    },
    model::{Entry, Model},
    record::schema,
    vocabulary::{EntryKind, Text},
};

/// What the publication of licences within seven working days stands on.
static LICENCES: &[Ground] = &[DOUBLE_2015.whole(), ENFORCEMENT_2018.whole(), LICENSING_40];

/// What that of penalties stands on: the law on licences says nothing of them.
pub(super) static PENALTIES: &[Ground] = &[DOUBLE_2015.whole(), ENFORCEMENT_2018.whole(), PENALTIES_48];

/// What licences that missed the twenty working days of any information stand on besides.
static LICENCES_PAST_ALL: &[Ground] =
    &[DOUBLE_2015.whole(), ENFORCEMENT_2018.whole(), LICENSING_40, REGULATIONS_2008_18, REGULATIONS_2019_26];

/// What such penalties stand on.
pub(super) static PENALTIES_PAST_ALL: &[Ground] =
    &[DOUBLE_2015.whole(), ENFORCEMENT_2018.whole(), PENALTIES_48, REGULATIONS_2008_18, REGULATIONS_2019_26];

/// Working days within which the regulations want any information out.
const ANY: u32 = 20;

pub static LATE_LICENCE_OR_PENALTY: Rule = Rule {
    code: "GK0402",
    name: "late-licence-or-penalty",
    label: "双公示逾期",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[
        DOUBLE_2015.whole(),
        ENFORCEMENT_2018.whole(),
        LICENSING_40,
        PENALTIES_48,
        REGULATIONS_2008_18,
        REGULATIONS_2019_26,
    ],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! {
        zh: "行政许可、行政处罚没有在7个工作日内公示",
        en: "a licence or penalty published after seven working days",
    },
    why: words! {
        zh: "行政许可和行政处罚实行“双公示”，自作出决定之日起7个工作日内上网。晚了，企业信用记录就跟着晚，影响投标和贷款。",
        en: "Licences and penalties go online within seven working days of the decision; credit records depend on them.",
    },
    mend: words! {
        zh: "核对 decided（决定日期）是否写对；确实晚了的，照实保留，用 gongkai allow late-licence-or-penalty 说明原因。",
        en: "Check `decided`; if it was late keep the true day and explain it with `gongkai allow late-licence-or-penalty`.",
    },
    example: Example {
        bad: r#"--> content/2018/处罚.md
title = "示罚决字〔2018〕1号行政处罚决定"
kind = "penalty"
decided = 2018-05-03
made = 2018-05-03
published = 2018-05-15
party = "某某建材店"
summary = "对未按规定报送统计资料的处罚。"
[review]
secrecy = { by = "保密员", on = 2018-05-14 }
+++
处罚种类：警告。
"#,
        good: r#"--> content/2018/处罚.md
published = 2018-05-14
[review]
secrecy = { by = "保密员", on = 2018-05-11 }
"#,
    },
};

pub static REVOKED_STILL_PUBLISHED: Rule = Rule {
    code: "GK0404",
    name: "revoked-still-published",
    label: "撤销后未撤下",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[PENALTIES_48, PENALTIES_85],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! {
        zh: "处罚决定已被撤销，公示没有撤下",
        en: "a penalty that was revoked and is still published",
    },
    why: words! {
        zh: "公开的处罚决定被依法变更、撤销、确认违法或者确认无效的，应当在3日（工作日）内撤回并公开说明理由。不撤下，当事人的名誉和信用继续受损。",
        en: "A published penalty that is changed, revoked or void is taken down within three working days, with the reason; it harms its subject as long as it stays.",
    },
    mend: words! {
        zh: "写 withdraw_on = 撤下的日期，在页面原址说明理由（[[gone]] reason）。",
        en: "Write `withdraw_on`, and the reason for the address with [[gone]].",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
as_of = 2022-12-31
revised = 2022-07-20
--> content/2022/处罚.md
title = "示罚决字〔2022〕1号行政处罚决定"
kind = "penalty"
decided = 2022-05-05
made = 2022-05-05
published = 2022-05-10
revoked = 2022-09-01
party = "某某建材店"
summary = "对未按规定报送统计资料的处罚。"
[review]
secrecy = { by = "保密员", on = 2022-05-09 }
+++
处罚种类：警告。
"#,
        good: "--> content/2022/处罚.md
revoked = 2022-09-01
withdraw_on = 2022-09-02
",
    },
};

/// The last lawful day of a licence or penalty.
pub(super) fn due(model: &Model, entry: &Entry) -> Option<Due> {
    let decided = entry.record.get(schema::Entry::DECIDED).map(|day| (day, schema::Entry::DECIDED.any()));
    let (start, key) = decided.or(entry.made.map(|day| (day, schema::Entry::MADE.any())))?;
    let last = model.calendar.add_working(start, days(model));
    let estimated = model.calendar.estimated(start, last);
    Some(Due { start, key, last, item: None, doubt: None, estimated })
}

fn days(model: &Model) -> u32 {
    model.settings.count(schema::Settings::LATE_LICENCE_OR_PENALTY, schema::LateLicenceOrPenalty::DAYS).into()
}

pub(super) fn late_licence_or_penalty(model: &Model, entry: &Entry, findings: &mut Findings) {
    if judge(entry) != Judge::Ruling {
        return;
    }
    let (Some(due), Some(published)) = (due(model, entry), entry.first_public()) else { return };
    if published <= due.last {
        return;
    }
    let finding = tell(&LATE_LICENCE_OR_PENALTY, model, entry, &due, published, findings);
    let penalty = entry.kind == EntryKind::Penalty;
    let past_all = published > model.calendar.add_working(due.start, ANY);
    finding.under(match (penalty, past_all) {
        (false, false) => LICENCES,
        (false, true) => LICENCES_PAST_ALL,
        (true, false) => PENALTIES,
        (true, true) => PENALTIES_PAST_ALL,
    });
    let days = days(model);
    finding.note(
        words! { zh: "时限", en: "limit" },
        text! { zh: "自作出行政决定之日起{days}个工作日内", en: "within {days} working days of the decision" },
    );
}

/// The last day on which a penalty that was revoked may still be up, and the first year without an arrangement it was counted in.
pub(super) fn taken_down_by(model: &Model, revoked: Day) -> (Day, Option<i32>) {
    let days =
        model.settings.count(schema::Settings::REVOKED_STILL_PUBLISHED, schema::RevokedStillPublished::DAYS).into();
    let last = model.calendar.add_working(revoked, days);
    (last, model.calendar.estimated(revoked, last))
}

pub(super) fn revoked_still_published(model: &Model, entry: &Entry, findings: &mut Findings) {
    if entry.kind != EntryKind::Penalty {
        return;
    }
    let Some(revoked) = entry.record.get(schema::Entry::REVOKED) else { return };
    let (last, estimated) = taken_down_by(model, revoked);
    if model.today <= last {
        return;
    }
    let Text { zh, en } = estimate::workdays(model, last, model.today);
    let finding = findings
        .raise(
            &REVOKED_STILL_PUBLISHED,
            entry.record.span_of(schema::Entry::REVOKED),
            text! { zh: "处罚撤销后仍在公示，已超{zh}", en: "revoked, and still published {en} past the limit" },
        )
        .label(text! { zh: "最迟应在 {last} 撤下", en: "to be taken down by {last}" })
        .help(text! {
            zh: "写 withdraw_on = {last}（或实际撤下的日期），并在 [[gone]] 中说明理由",
            en: "write `withdraw_on` with the day it is taken down, and the reason in [[gone]]",
        })
        .fix(entry.record.room().map(|at| Edit::lines(at, &format!("withdraw_on = {last}"))))
        .on(revoked);
    estimate::lower(finding, estimated);
}
