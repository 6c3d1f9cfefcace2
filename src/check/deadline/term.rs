//! 0413 and 0415: a notice that runs shorter than its item says, or was published after its end.

use crate::{
    check::{context, estimate},
    day::{
        Day,
        limit::{Limit, NoticeOf, Unit},
    },
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded},
    model::{Entry, Item, Model},
    record::schema,
    vocabulary::EntryKind,
};

/// GK0413.
pub static SHORT_NOTICE_PERIOD: Rule = Rule {
    code: "GK0413",
    name: "short-notice-period",
    label: "公示期短",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "公示期比目录规定的短", en: "a notice that runs shorter than its item says" },
    why: words! {
        zh: "公示期是留给群众提意见的时间。目录写明不少于几天的，少一天就少一天的机会，公示的效力也会受到质疑。",
        en: "The notice period is the time in which the public can object. Where the catalogue says how long it is, a shorter one can be contested.",
    },
    mend: words! {
        zh: "延长 closes；日期抄错的，对照公示原文改正。",
        en: "Extend `closes`, or correct the dates from the notice itself.",
    },
    example: Example {
        bad: r#"--> catalogue/more.toml
id = "lists"
title = "补贴公示"
disclosure = ["结果公开"]
time_limit = "公示期不少于7个工作日"
--> content/2018/公示.md
title = "关于补贴对象的公示"
item = "policy/lists"
kind = "notice"
opens = 2018-06-20
closes = 2018-06-25
published = 2018-06-20
summary = "公示本年度补贴对象。"
[review]
secrecy = { by = "保密员", on = 2018-06-20 }
+++
现将本年度补贴对象予以公示。
"#,
        good: "--> content/2018/公示.md
closes = 2018-06-29
",
    },
};

/// GK0415.
pub static PUBLISHED_AFTER_ITS_END: Rule = Rule {
    code: "GK0415",
    name: "published-after-its-end",
    label: "期满后才发布",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "公示、征求意见期满以后才发布", en: "a notice or consultation published after its end" },
    why: words! {
        zh: "看到的时候期限已过，意见无处可提，等于没有公示。",
        en: "Whoever sees it can no longer object: it is as if there had been no notice.",
    },
    mend: words! {
        zh: "日期抄错的改正；确实发晚了的，重新公示，或用 gongkai allow published-after-its-end 说明原因。",
        en: "Correct a slip; if it was late, give notice anew, or explain it with `gongkai allow published-after-its-end`.",
    },
    example: Example {
        bad: r#"--> content/2018/公示.md
title = "关于许可审批前的公示"
kind = "notice"
opens = 2018-06-20
closes = 2018-06-25
published = 2018-06-28
summary = "公示拟批准的许可事项。"
[review]
secrecy = { by = "保密员", on = 2018-06-20 }
+++
现将拟批准的许可事项予以公示。
"#,
        good: "--> content/2018/公示.md
published = 2018-06-20
",
    },
};

pub(super) fn short_notice_period(model: &Model, entry: &Entry, findings: &mut Findings) {
    if !matches!(entry.kind, EntryKind::Notice | EntryKind::Personnel) {
        return;
    }
    let opens = entry.record.get(schema::Entry::OPENS).or(entry.published_day());
    let (Some(opens), Some(closes)) = (opens, entry.record.get(schema::Entry::CLOSES)) else { return };
    // A last day before the first is impossible (0308).
    if closes < opens {
        return;
    }
    let asked = entry.items.iter().filter_map(|&id| Some((id, length(model.item(id))?)));
    let longest = asked.map(|(id, (n, unit))| (id, n, unit, last(model, opens, n, unit))).max_by_key(|it| it.3);
    let Some((id, n, unit, last)) = longest.filter(|it| closes < it.3) else { return };
    let (zh, en) = if unit == Unit::Workday { ("个工作日", "working days") } else { ("日", "days") };
    let finding = findings
        .raise(
            &SHORT_NOTICE_PERIOD,
            entry.record.span_of(schema::Entry::CLOSES),
            text! { zh: "公示期不足目录规定的 {n} {zh}", en: "the notice runs less than the {n} {en} of its item" },
        )
        .label(text! { zh: "至少到 {last}", en: "{last} at the earliest" })
        .help(text! {
            zh: "改为 closes = {last}；日期抄错的，对照公示原文改正",
            en: "write `closes = {last}`, or correct the dates from the notice itself",
        })
        .fix([Edit::new(entry.record.span_of(schema::Entry::CLOSES), last.to_string(), false)])
        .on(opens);
    if entry.record.has(schema::Entry::OPENS) {
        finding.mark(entry.record.span_of(schema::Entry::OPENS), text! { zh: "开始于此", en: "opens here" });
    }
    if unit == Unit::Workday {
        estimate::lower(finding, model.calendar.estimated(opens, last));
    }
    context::name_item(finding, model, id);
}

/// The length of notices that the item states, the longest of several, in days or working days.
fn length(item: &Item) -> Option<(u32, Unit)> {
    let parts = item.time_limit.iter().flat_map(|limit| &limit.parts);
    let lengths = parts.filter_map(|part| match part.limit {
        Limit::Notice { of: NoticeOf::Notice, length: Some((n, unit @ (Unit::Day | Unit::Workday))) } => {
            Some((n, unit))
        }
        _ => None,
    });
    lengths.max()
}

/// The first lawful last day: the day after opening is the first that counts.
fn last(model: &Model, opens: Day, n: u32, unit: Unit) -> Day {
    match unit {
        Unit::Workday => model.calendar.add_working(opens, n),
        _ => opens.plus(i32::try_from(n).unwrap_or(i32::MAX)),
    }
}

pub(super) fn published_after_its_end(_: &Model, entry: &Entry, findings: &mut Findings) {
    if !matches!(entry.kind, EntryKind::Notice | EntryKind::Personnel | EntryKind::Consultation) {
        return;
    }
    let (Some(closes), Some(published)) = (entry.record.get(schema::Entry::CLOSES), entry.published_day()) else {
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
            text! { zh: "期满 {days} 天以后才发布", en: "published {days} days after its end" },
        )
        .label(text! { zh: "发布于此", en: "published here" })
        .mark(entry.record.span_of(schema::Entry::CLOSES), text! { zh: "期满于此", en: "ended here" })
        .help(text! {
            zh: "日期抄错的改正；确实发晚了的，重新公示，或用 gongkai allow published-after-its-end {name} --reason 〔原因〕 --owner 〔负责科室〕 说明原因",
            en: "correct a slip; if it was late, give notice anew or explain it: `gongkai allow published-after-its-end {name} --reason 〔why〕 --owner 〔who〕`",
            name = entry.name,
        })
        .on(published);
}
