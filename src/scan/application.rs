//! 0410 and 0411: applications for information answered late, or sent back for correction late.

use std::sync::LazyLock;

use crate::{
    day::{Calendar, Day},
    diagnostic::{
        Candidate, Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_24, REGULATIONS_2019_30, REGULATIONS_2019_33},
    },
    source::{FileId, Place, Span},
    table::{Row, Schema, Table, builtin},
    text::Text,
};

pub static LATE_APPLICATION_ANSWER: Rule = Rule {
    code: "GK0410",
    name: "late-application-answer",
    label: "依申请答复逾期",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[REGULATIONS_2008_24, REGULATIONS_2019_33],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "政府信息公开申请没有按期答复", en: "an application that was not answered in time" },
    why: words! {
        zh: "收到申请之日起20个工作日内答复，需要延长的经同意并告知，最多再延20个工作日（2019年5月15日前为15加15）。逾期不答复，复议、诉讼必败。",
        en: "An application is answered within 20 working days of receipt, extendable by 20 with notice (15 and 15 before 15 May 2019). A late answer loses in review and in court.",
    },
    mend: words! {
        zh: "立即答复并填“答复日期”；依法延期的填“延期告知日期”；征求第三方意见、等待补正的时间填入相应各栏，系统自动扣除。",
        en: "Answer at once and fill in the day; fill in notices of extension, consultation and correction, which are allowed for.",
    },
    example: Example {
        bad: "==> content/2018/依申请.csv\n编号,收到日期,申请人类型,答复日期,处理结果\nSQ-1,2018-05-03,自然人,2018-07-20,予以公开\n==> content/2018/依申请台账.md\n+++\ntitle = \"依申请公开登记\"\nitem = \"policy/notices\"\nkind = \"register\"\nmade = 2018-06-20\ndraft = true\nsummary = \"内部登记。\"\n[table]\nfile = \"依申请.csv\"\nregister = \"applications\"\n+++\n内部登记。\n",
        good: "==> content/2018/依申请.csv
编号,收到日期,申请人类型,答复日期,处理结果
SQ-1,2018-05-03,自然人,2018-05-18,予以公开
",
    },
};

pub static LATE_CORRECTION_NOTICE: Rule = Rule {
    code: "GK0411",
    name: "late-correction-notice",
    label: "补正告知逾期",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Error,
    grounds: &[REGULATIONS_2019_30],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "补正告知超过7个工作日", en: "a correction notice after seven working days" },
    why: words! {
        zh: "申请内容不明确的，应当自收到申请之日起7个工作日内一次性告知补正。告知晚了，补正不能中断答复期限。",
        en: "An unclear application is sent back once, within seven working days; a later notice does not stop the clock.",
    },
    mend: words! {
        zh: "核对“收到日期”“补正告知日期”；属实的照实保留，今后收到即审。",
        en: "Check both days; if true, leave them, and look at applications on the day they come.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
as_of = 2020-12-31
revised = 2020-07-20
==> content/2020/依申请.csv
编号,收到日期,申请人类型,补正告知日期,补正日期,答复日期,处理结果
SQ-1,2020-05-06,自然人,2020-05-25,2020-05-27,2020-06-05,予以公开
==> content/2020/依申请台账.md
+++
title = "依申请公开登记"
item = "policy/notices"
kind = "register"
made = 2020-06-20
draft = true
summary = "内部登记。"
[table]
file = "依申请.csv"
register = "applications"
+++
内部登记。
"#,
        good: "==> content/2020/依申请.csv
编号,收到日期,申请人类型,补正告知日期,补正日期,答复日期,处理结果
SQ-1,2020-05-06,自然人,2020-05-12,2020-05-14,2020-06-05,予以公开
",
    },
};

/// The built-in register of applications.
const REGISTER: &str = "applications";

/// The State Council's working days. A text rule sees one document: years that the project declares do not reach it.
static CALENDAR: LazyLock<Calendar> = LazyLock::new(Calendar::default);

/// The first day of the revised regulations.
const REVISED: (i32, u8, u8) = (2019, 5, 15);

static SCHEMA: LazyLock<Option<Schema>> = LazyLock::new(|| builtin().into_iter().find(|schema| schema.id == REGISTER));

/// Looks at each row of a register of applications, known by the heads of its columns.
pub(super) fn table(file: FileId, table: &Table, findings: &mut Findings) {
    let Some(schema) = SCHEMA.as_ref() else { return };
    let heads: Vec<Option<usize>> = table.head().cells().map(|head| schema.find(head.text)).collect();
    let column = |name: &str| {
        let field = schema.columns.iter().position(|column| column.name == name)?;
        heads.iter().position(|head| *head == Some(field))
    };
    if ["编号", "收到日期", "申请人类型"].iter().any(|name| column(name).is_none()) {
        return;
    }
    let columns = Columns {
        id: column("编号"),
        received: column("收到日期"),
        notified: column("补正告知日期"),
        corrected: column("补正日期"),
        asked: column("征求意见日期"),
        heard: column("意见收到日期"),
        extended: column("延期告知日期"),
        answered: column("答复日期"),
    };
    for row in table.rows() {
        judge(file, row, &columns, findings);
    }
}

/// Where the days stand in a row.
struct Columns {
    id: Option<usize>,
    received: Option<usize>,
    notified: Option<usize>,
    corrected: Option<usize>,
    asked: Option<usize>,
    heard: Option<usize>,
    extended: Option<usize>,
    answered: Option<usize>,
}

fn judge(file: FileId, row: Row<'_>, columns: &Columns, findings: &mut Findings) {
    let day = |column: Option<usize>| row.cell(column?).and_then(|cell| Day::guess(cell.text));
    let Some(received) = day(columns.received) else { return };
    let place = |column: Option<usize>| -> Place {
        let cell = column.and_then(|column| row.cell(column));
        match cell.and_then(|cell| Some((cell.at?, cell.text.len()))) {
            Some((at, length)) => Span::new(file, at..at + length).into(),
            None => file.into(),
        }
    };
    let id = columns.id.and_then(|column| row.cell(column)).map_or("", |cell| cell.text);
    let name = if id.is_empty() {
        text! { zh: "第 {n} 行的申请", en: "the application in row {n}", n = row.number() }
    } else {
        text! { zh: "申请（{id}）", en: "application {id}" }
    };
    let (zh, en) = (&name.zh, &name.en);
    let notified = day(columns.notified);
    if let Some(notified) = notified {
        let last = CALENDAR.add_working(received, 7);
        if notified > last {
            let late = CALENDAR.working_between(last, notified);
            findings
                .raise(
                    &LATE_CORRECTION_NOTICE,
                    place(columns.notified),
                    text! { zh: "{zh}的补正告知逾期 {late} 个工作日", en: "the correction notice of {en} came {late} working days late" },
                )
                .label(text! { zh: "最迟应在 {last} 告知", en: "due by {last}" })
                .on(received)
                .key(format!("{id} {received}"));
        }
    }
    // What still waits for the applicant's correction is not the body's delay.
    if notified.is_some() && day(columns.corrected).is_none() && day(columns.answered).is_none() {
        return;
    }
    // Under the revised regulations only a notice in time stops the clock.
    let stops = notified.filter(|&it| received.ymd() < REVISED || it <= CALENDAR.add_working(received, 7));
    let start = stops.and(day(columns.corrected)).unwrap_or(received);
    let term = if received.ymd() < REVISED { 15 } else { 20 };
    let mut allowed = term + if day(columns.extended).is_some() { term } else { 0 };
    if let (Some(asked), Some(heard)) = (day(columns.asked), day(columns.heard)) {
        // The time for asking third parties does not count.
        allowed += CALENDAR.working_between(asked, heard);
    }
    let last = CALENDAR.add_working(start, allowed);
    let key = format!("{id} {received}");
    let limit: Text =
        text! { zh: "自 {start} 起 {allowed} 个工作日内", en: "within {allowed} working days of {start}" };
    let finding = match day(columns.answered) {
        Some(answered) if answered > last => {
            let late = CALENDAR.working_between(last, answered);
            findings.raise(
                &LATE_APPLICATION_ANSWER,
                place(columns.answered),
                text! { zh: "{zh}答复逾期 {late} 个工作日", en: "{en} was answered {late} working days late" },
            )
        }
        Some(_) => return,
        None => findings
            .raise(
                &LATE_APPLICATION_ANSWER,
                place(columns.received),
                text! { zh: "{zh}逾期仍未答复", en: "{en} is overdue and not answered" },
            )
            .unless(Candidate::After(last)),
    };
    finding
        .label(text! { zh: "最迟应在 {last} 答复", en: "due by {last}" })
        .note(words! { zh: "时限", en: "limit" }, limit)
        .help(text! {
            zh: "未答复的立即答复；延期、补正、征求意见的日期填入相应各栏",
            en: "answer at once; fill in the days of extension, correction and consultation",
        })
        .on(received)
        .key(key);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Limits, read_csv};

    const HEAD: &str = "编号,收到日期,申请人类型,补正告知日期,补正日期,征求意见日期,意见收到日期,延期告知日期,答复日期";

    fn told(row: &str) -> Vec<(&'static str, bool)> {
        let text = format!("{HEAD}\n{row}\n");
        let mut findings = Findings::new();
        table(FileId(0), &read_csv(&text, Limits::default()), &mut findings);
        findings.iter().map(|it| (it.rule.code, it.candidate.is_some())).collect()
    }

    #[test]
    fn the_term_is_that_of_the_day_of_receipt() {
        assert!(told("A,2018-05-03,自然人,,,,,,2018-05-24").is_empty(), "the fifteenth working day");
        assert_eq!(told("A,2018-05-03,自然人,,,,,,2018-05-25"), [("GK0410", false)]);
        assert!(told("A,2020-06-01,自然人,,,,,,2020-06-30").is_empty());
        assert_eq!(told("A,2020-06-01,自然人,,,,,,2020-07-06"), [("GK0410", false)]);
    }

    #[test]
    fn extensions_consultations_and_corrections_are_allowed_for() {
        assert!(told("A,2020-06-01,自然人,,,,,2020-06-20,2020-07-06").is_empty(), "extended");
        assert!(told("A,2020-06-01,自然人,,,2020-06-05,2020-06-15,,2020-07-06").is_empty(), "others were asked");
        assert!(told("A,2020-06-01,自然人,2020-06-05,2020-06-20,,,,2020-07-06").is_empty(), "corrected");
        assert!(told("A,2020-06-01,自然人,2020-06-05,,,,,").is_empty(), "the applicant's turn");
        let late = [("GK0411", false), ("GK0410", false)];
        assert_eq!(
            told("A,2020-06-01,自然人,2020-06-20,2020-06-21,,,,2020-07-06"),
            late,
            "a late notice stops nothing"
        );
    }

    #[test]
    fn what_is_not_answered_waits_for_its_day() {
        assert_eq!(told("A,2020-06-01,自然人,,,,,,"), [("GK0410", true)]);
    }

    #[test]
    fn other_tables_are_left() {
        let mut findings = Findings::new();
        let text = "编号,收到日期,答复日期\nA,2018-01-03,2018-12-03\n";
        table(FileId(0), &read_csv(text, Limits::default()), &mut findings);
        assert!(findings.is_empty());
    }
}
