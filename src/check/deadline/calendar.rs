//! 0405: a year whose working days nobody has told the tool.

use std::collections::BTreeSet;

use super::{
    budget,
    due::{Due, Judge, due, judge},
    late::LATE_PUBLICATION,
    procurement, ruling,
    soon::of_unpublished,
};
use crate::{
    check::entry::is_slip,
    compliance::{self, Compliance},
    day::{Day, festivals},
    diagnostic::{Effect, Example, Findings, Level, Rule, Subject, Ungrounded},
    model::{Entry, Model},
    record::schema,
    vocabulary::Origin,
};

pub static UNKNOWN_CALENDAR_YEAR: Rule = Rule {
    code: "GK0405",
    name: "unknown-calendar-year",
    label: "年份无放假安排",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "没有这一年的放假安排", en: "a year without its arrangement of days off" },
    why: words! {
        zh: "工作日按国务院办公厅每年的放假安排计算。没有安排的年份，只能按周一至周五、除去法定节日估算，不知道怎样调休，会差几天；由此得出的逾期，最多只作警告。",
        en: "Working days follow the State Council's yearly arrangement. Without it Monday to Friday but for the festivals of the law is assumed, which is wrong around holidays; lateness that rests on it is a warning at most.",
    },
    mend: words! {
        zh: "按国务院办公厅通知，在目录中加 [[year]]，写 off（工作日放假）和 work（周末上班）；或升级本工具。还没有公布的，等公布了再加。",
        en: "Add [[year]] with `off` and `work` from the State Council's notice, or update the tool. Where there is no notice yet, wait for it.",
    },
    example: Example {
        bad: r#"--> content/2016/通知.md
title = "关于做好年终值守的通知"
made = 2016-12-20
published = 2017-01-17
summary = "部署年终值守和安全检查。"
[review]
secrecy = { by = "保密员", on = 2017-01-16 }
+++
请落实二十四小时值守。
"#,
        good: r#"==> catalogue/calendar.toml
[[year]]
year = 2016
off = ["01-01", "02-08", "02-09", "02-10", "02-11", "02-12", "04-04", "05-02", "06-09", "06-10", "09-15", "09-16", "10-03", "10-04", "10-05", "10-06", "10-07"]
work = ["02-06", "02-14", "06-12", "09-18", "10-08", "10-09"]
[[year]]
year = 2017
off = ["01-02", "01-27", "01-30", "01-31", "02-01", "02-02", "04-03", "04-04", "05-01", "05-29", "05-30", "10-02", "10-03", "10-04", "10-05", "10-06"]
work = ["01-22", "02-04", "04-01", "05-27", "09-30"]
"#,
    },
};

pub(super) fn unknown_calendar_year(model: &Model, compliance: &Compliance, findings: &mut Findings) {
    for year in years(model, compliance) {
        let finding = findings.raise(
            &UNKNOWN_CALENDAR_YEAR,
            model.site.place(),
            text! {
                zh: "没有 {year} 年的放假安排，工作日按周一至周五、除去法定节日估算",
                en: "no arrangement of days off for {year}: Monday to Friday but for the festivals of the law is assumed",
            },
        );
        let off = festivals::of(year).into_iter().filter(|day| !day.is_weekend());
        let off: Vec<String> = off.map(|day| format!("\"{}\"", &day.to_string()[5..])).collect();
        let off = off.join(", ");
        finding
            .help(if year > model.today.year() {
                text! {
                    zh: "等国务院办公厅公布 {year} 年的安排以后，照通知在目录中加（off 里先列了法定节日，补上其余放假的工作日和周末上班的日子）：\n[[year]]\nyear = {year}\noff = [{off}]\nwork = []",
                    en: "once the State Council's notice for {year} is out, add it (`off` has the festivals of the law; complete it with the other days off and the weekends worked):\n[[year]]\nyear = {year}\noff = [{off}]\nwork = []",
                }
            } else {
                text! {
                    zh: "照国务院办公厅 {year} 年放假安排的通知，在目录中加（off 里先列了法定节日，补上其余放假的工作日和周末上班的日子）：\n[[year]]\nyear = {year}\noff = [{off}]\nwork = []",
                    en: "from the State Council's notice for {year}, add it (`off` has the festivals of the law; complete it with the other days off and the weekends worked):\n[[year]]\nyear = {year}\noff = [{off}]\nwork = []",
                }
            })
            .about(Subject::Other(year.to_string()))
            .key(year.to_string());
        // Nobody can add what is not announced yet.
        if year > model.today.year() {
            finding.at_most(Level::Note);
        }
    }
}

/// The years without an arrangement that some last lawful day was counted in.
fn years(model: &Model, compliance: &Compliance) -> BTreeSet<i32> {
    let mut years = BTreeSet::new();
    // A slip of the hand may lie far off: what begins there is told elsewhere, and two years at most are asked for.
    // The year under way is told early; one that is past only where something `rests` on it.
    let mut span = |start: Day, last: Day, estimated: Option<i32>, rests: bool| {
        if estimated.is_some() && !is_slip(start, model.today) {
            let span = start.year()..=last.year().min(start.year() + 1);
            let unknown = span.filter(|&year| !model.calendar.knows(year) && (rests || year == model.today.year()));
            years.extend(unknown);
        }
    };
    let in_force = |start: Day| LATE_PUBLICATION.grounds.iter().any(|it| it.law.in_force(start));
    for (_, entry) in model.entries() {
        // A reprint was its maker's duty.
        if entry.record.get(schema::Entry::ORIGIN) == Some(Origin::Reprint) {
            continue;
        }
        let due = if entry.is_published() { of_published(model, entry) } else { of_unpublished(model, entry) };
        if let Some(due) = due.filter(|due| in_force(due.start)) {
            span(due.start, due.last, due.estimated, !in_time_anyhow(entry, &due));
        }
        if let Some(revoked) = entry.record.get(schema::Entry::REVOKED).filter(|_| entry.is_published()) {
            let (last, estimated) = ruling::taken_down_by(model, revoked);
            span(revoked, last, estimated, true);
        }
    }
    for (id, item) in model.items() {
        let periods = &compliance.item(id).periods;
        for &(period, last) in &periods.missed {
            span(period.last(), last, compliance::estimated(model, item, period), true);
        }
    }
    for it in &model.applications {
        let last = model.calendar.add_working(it.received.day, 20);
        span(it.received.day, last, model.calendar.estimated(it.received.day, last), true);
    }
    years
}

/// The last lawful day of what is public, by the rule that judges it.
fn of_published(model: &Model, entry: &Entry) -> Option<Due> {
    match judge(entry) {
        Judge::Ruling => ruling::due(model, entry),
        Judge::Budget => budget::due(model, entry),
        Judge::Procurement => procurement::due(model, entry),
        Judge::Item | Judge::Other => due(model, entry),
    }
}

/// Whether `entry` was in time however many of the days were off. Of `n` days from Monday to Friday counted in a row `n * 7 / 5 + 2`
/// days go by at most, and days off only put the last day later; make-up days take no more than the weekends away.
fn in_time_anyhow(entry: &Entry, due: &Due) -> bool {
    entry.first_public().is_some_and(|day| day.days_since(due.start) * 7 <= due.last.days_since(due.start) * 5 - 10)
}
