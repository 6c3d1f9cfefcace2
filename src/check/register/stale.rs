//! GK1006: are data renewed as often as they are said to be?

use crate::{
    check::{
        context,
        sheet::{quoted, registers},
    },
    compliance::Compliance,
    day::Day,
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{DATA_2017, DATA_SHARING},
    },
    model::{Entry, Model},
    record::schema,
    table::{plain, update_cycle},
    vocabulary::{EntryKind, UpdateCycle, Word},
};

pub static STALE_DATA: Rule = Rule {
    code: "GK1006",
    name: "stale-data",
    label: "数据久未更新",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[DATA_2017.whole(), DATA_SHARING.whole()],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "数据过了更新周期还没有更新", en: "data that are older than their cycle of renewal" },
    why: words! {
        zh: "写明每月更新而半年没动的数据，用的人会以为它还是新的。",
        en: "Who uses data that are renewed every month takes them for new when they have not been touched for half a year.",
    },
    mend: words! {
        zh: "更新数据并改写“更新日期”；实际不是按这个周期更新的，改写“更新周期”。宽限的天数用 [settings.stale-data] days 改。",
        en: "Renew the data and their day, or write the cycle by which they are renewed. [settings.stale-data] days changes the days of grace.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> content/2018/共享清单.csv
信息资源名称,信息资源代码,提供方,格式,信息项,共享类型,更新周期,更新日期
标准厂房房源,ZS001,示例局,表格,位置；面积,无条件共享,每月,2018-06-20
--> content/2018/清单.md
title = "示例局政务信息资源共享责任清单"
kind = "register"
[table]
file = "共享清单.csv"
register = "sharing-list"
"#,
        good: r"==> content/2018/共享清单.csv
信息资源名称,信息资源代码,提供方,格式,信息项,共享类型,更新周期,更新日期
标准厂房房源,ZS001,示例局,表格,位置；面积,无条件共享,每月,2018-12-10
",
    },
};

pub(super) fn registers_of(model: &Model, _: &Compliance, findings: &mut Findings) {
    let grace = grace(model);
    for rows in registers(model) {
        let (Some(cycle), Some(updated)) = (rows.column("更新周期"), rows.column("更新日期")) else { continue };
        let mut stale = Vec::new();
        for row in rows.rows() {
            let Some(every) = update_cycle(row.text(cycle)) else { continue };
            let Some(day) = Day::guess(&plain(row.text(updated))) else { continue };
            let Some(due) = due(every, day).filter(|it| it.plus(grace) < model.today) else { continue };
            stale.push((row, day, due));
        }
        let many = stale.len();
        let Some(&(first, day, due)) = stale.iter().min_by_key(|it| it.2) else { continue };
        if many > TOLD_ONE_BY_ONE {
            // A list that nobody has touched is old as a whole: it is told once.
            let (number, name) = (first.number(), quoted(rows.name(first)));
            let finding = findings.raise(
                &STALE_DATA,
                rows.place(first.cell(updated)),
                text! {
                    zh: "有 {many} 行过了更新周期还没有更新，最早的是第 {number} 行“{name}”，上次更新在 {day}",
                    en: "{many} rows are older than their cycle; the first due was row {number}, {name}, renewed last on {day}",
                },
            );
            let all: Vec<String> = stale.iter().map(|it| it.0.number().to_string()).collect();
            finding
                .label(text! { zh: "应在 {due} 前更新", en: "due by {due}" })
                .note(words! { zh: "行", en: "rows" }, crate::vocabulary::Text::same(all.join("、")))
                .help(help())
                .on(due)
                .key("rows");
            rows.finish(finding);
            continue;
        }
        for (row, day, due) in stale {
            let (number, name, said) = (row.number(), quoted(rows.name(row)), quoted(row.text(cycle)));
            let finding = findings.raise(
                &STALE_DATA,
                rows.place(row.cell(updated)),
                text! {
                    zh: "第 {number} 行“{name}”更新周期是{said}，上次更新在 {day}",
                    en: "row {number}, {name}, is renewed {said}; the last time was {day}",
                },
            );
            finding
                .label(text! { zh: "应在 {due} 前更新", en: "due by {due}" })
                .help(help())
                .on(due)
                .key(format!("{name} {day}"));
            rows.finish_row(row, finding);
        }
    }
}

/// More rows than that of one register are told together.
const TOLD_ONE_BY_ONE: usize = 3;

fn help() -> crate::vocabulary::Text {
    text! {
        zh: "更新数据，把“更新日期”改成更新的那天；周期写得不实的，改“更新周期”",
        en: "renew the data and write the day, or correct the cycle",
    }
}

/// A data resource that is an entry of its own.
pub(super) fn dataset(model: &Model, entry: &Entry, findings: &mut Findings) {
    if entry.kind != EntryKind::Dataset || !entry.is_published() {
        return;
    }
    let record = &entry.record;
    let Some(every) = record.get(schema::Entry::UPDATE) else { return };
    let revised = record.all(schema::Entry::REVISED).filter_map(|it| it.get(schema::Revision::ON));
    let days = revised.chain(record.get(schema::Entry::UPDATED)).chain(entry.published_day());
    let Some(day) = days.filter(|&it| it <= model.today).max() else { return };
    let Some(due) = due(every, day).filter(|it| it.plus(grace(model)) < model.today) else { return };
    let (cycle, en) = (every.label(), every.term().en);
    let finding = findings.raise(
        &STALE_DATA,
        record.span_of(schema::Entry::UPDATE),
        text! { zh: "更新周期是{cycle}，上次更新在 {day}", en: "renewed {en}; the last time was {day}" },
    );
    finding.label(text! { zh: "应在 {due} 前更新", en: "due by {due}" }).help(text! {
        zh: "更新数据文件，写上 updated = {today} 这样的日期；周期写得不实的，改 update",
        en: "renew the files and write `updated = {today}`, or correct `update`",
        today = model.today,
    });
    finding.on(due);
    context::name_entry(finding, entry);
}

fn grace(model: &Model) -> i32 {
    model.settings.count(schema::Settings::STALE_DATA, schema::StaleData::DAYS).into()
}

/// The day by which what was renewed on `day` is renewed again; none for what has no fixed cycle, or too short a one to be seen in
/// a list that is printed.
fn due(every: UpdateCycle, day: Day) -> Option<Day> {
    Some(match every {
        UpdateCycle::Realtime | UpdateCycle::Irregular => return None,
        UpdateCycle::Daily => day.plus(1),
        UpdateCycle::Weekly => day.plus(7),
        UpdateCycle::Monthly => day.plus_months(1),
        UpdateCycle::Quarterly => day.plus_months(3),
        UpdateCycle::HalfYearly => day.plus_months(6),
        UpdateCycle::Yearly => day.plus_months(12),
    })
}
