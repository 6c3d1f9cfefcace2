//! 0410 and 0411: applications for information answered late, or sent back for correction late.

use crate::{
    check::estimate,
    compliance::Compliance,
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_24, REGULATIONS_2019_30, REGULATIONS_2019_33},
    },
    model::{Application, Dated, Model},
    source::{Place, Span},
    vocabulary::Text,
};

pub static LATE_APPLICATION_ANSWER: Rule = Rule {
    code: "GK0410",
    name: "late-application-answer",
    label: "依申请答复逾期",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
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
    lesser: Level::Warn,
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

/// The first day of the revised regulations.
const REVISED: (i32, u8, u8) = (2019, 5, 15);

/// Working days in which an unclear application is sent back.
const CORRECTION: u32 = 7;

pub(super) fn late_application_answer(model: &Model, _: &Compliance, findings: &mut Findings) {
    for it in &model.applications {
        answer(model, it, findings);
    }
}

pub(super) fn late_correction_notice(model: &Model, _: &Compliance, findings: &mut Findings) {
    for it in &model.applications {
        correction(model, it, findings);
    }
}

fn place(it: &Application, dated: Dated) -> Place {
    dated.range.map_or(it.file.into(), |range| Span { file: it.file, range }.into())
}

fn name(it: &Application) -> Text {
    let (id, row) = (&it.id, it.row);
    if id.is_empty() {
        text! { zh: "第 {row} 行的申请", en: "the application in row {row}" }
    } else {
        text! { zh: "申请（{id}）", en: "application {id}" }
    }
}

fn correction(model: &Model, it: &Application, findings: &mut Findings) {
    let (Some(notified), received) = (it.notified, it.received.day) else { return };
    let last = model.calendar.add_working(received, CORRECTION);
    if notified.day <= last {
        return;
    }
    let late = estimate::workdays(model, last, notified.day);
    let Text { zh, en } = name(it);
    let finding = findings
        .raise(
            &LATE_CORRECTION_NOTICE,
            place(it, notified),
            text! { zh: "{zh}的补正告知逾期{many}", en: "the correction notice of {en} came {days} late", many = late.zh, days = late.en },
        )
        .label(text! { zh: "最迟应在 {last} 告知", en: "due by {last}" })
        .on(received)
        .key(format!("{} {received}", it.id))
        .row(&it.id);
    estimate::lower(finding, model.calendar.estimated(received, last));
}

fn answer(model: &Model, it: &Application, findings: &mut Findings) {
    let (calendar, received) = (&model.calendar, it.received.day);
    // What still waits for the applicant's correction is not the body's delay.
    if it.notified.is_some() && it.corrected.is_none() && it.answered.is_none() {
        return;
    }
    // Under the revised regulations only a notice in time stops the clock.
    let is_old = received.ymd() < REVISED;
    let in_time = |it: &Dated| is_old || it.day <= calendar.add_working(received, CORRECTION);
    let start = it.notified.filter(in_time).and(it.corrected).map_or(received, |it| it.day);
    let term = if is_old { 15 } else { 20 };
    let mut allowed = term + if it.extended.is_some() { term } else { 0 };
    if let (Some(asked), Some(heard)) = (it.asked, it.heard) {
        // The time for asking third parties does not count.
        allowed += calendar.working_between(asked.day, heard.day);
    }
    let last = calendar.add_working(start, allowed);
    let Text { zh, en } = name(it);
    let limit: Text =
        text! { zh: "自 {start} 起 {allowed} 个工作日内", en: "within {allowed} working days of {start}" };
    let finding = match it.answered {
        Some(answered) if answered.day > last => {
            let late = estimate::workdays(model, last, answered.day);
            findings.raise(
                &LATE_APPLICATION_ANSWER,
                place(it, answered),
                text! { zh: "{zh}答复逾期{many}", en: "{en} was answered {days} late", many = late.zh, days = late.en },
            )
        }
        None if model.today > last => findings.raise(
            &LATE_APPLICATION_ANSWER,
            place(it, it.received),
            text! { zh: "{zh}逾期仍未答复", en: "{en} is overdue and not answered" },
        ),
        _ => return,
    };
    finding
        .label(text! { zh: "最迟应在 {last} 答复", en: "due by {last}" })
        .note(words! { zh: "时限", en: "limit" }, limit)
        .help(text! {
            zh: "未答复的立即答复；延期、补正、征求意见的日期填入相应各栏",
            en: "answer at once; fill in the days of extension, correction and consultation",
        })
        .on(received)
        .key(format!("{} {received}", it.id))
        .row(&it.id);
    estimate::lower(finding, calendar.estimated(received, last));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        compliance::builder::Builder,
        day::{Calendar, Year},
        resolve::applications,
        source::FileId,
        table::{Limits, read_csv},
    };

    const HEAD: &str = "编号,收到日期,申请人类型,补正告知日期,补正日期,征求意见日期,意见收到日期,延期告知日期,答复日期";

    fn model(row: &str, today: &str) -> Model {
        let table = read_csv(&format!("{HEAD}\n{row}\n"), Limits::default());
        let mut model = Builder::new(today).model;
        model.applications = applications(FileId(0), &table).into();
        model
    }

    fn told_on(row: &str, today: &str) -> Vec<&'static str> {
        let model = model(row, today);
        let mut findings = Findings::new();
        for it in &model.applications {
            correction(&model, it, &mut findings);
            answer(&model, it, &mut findings);
        }
        findings.iter().map(|it| it.rule.code).collect()
    }

    fn told(row: &str) -> Vec<&'static str> {
        told_on(row, "2020-12-31")
    }

    #[test]
    fn the_term_is_that_of_the_day_of_receipt() {
        assert!(told("A,2018-05-03,自然人,,,,,,2018-05-24").is_empty(), "the fifteenth working day");
        assert_eq!(told("A,2018-05-03,自然人,,,,,,2018-05-25"), ["GK0410"]);
        assert!(told("A,2020-06-01,自然人,,,,,,2020-06-30").is_empty());
        assert_eq!(told("A,2020-06-01,自然人,,,,,,2020-07-06"), ["GK0410"]);
    }

    #[test]
    fn extensions_consultations_and_corrections_are_allowed_for() {
        assert!(told("A,2020-06-01,自然人,,,,,2020-06-20,2020-07-06").is_empty(), "extended");
        assert!(told("A,2020-06-01,自然人,,,2020-06-05,2020-06-15,,2020-07-06").is_empty(), "others were asked");
        assert!(told("A,2020-06-01,自然人,2020-06-05,2020-06-20,,,,2020-07-06").is_empty(), "corrected");
        assert!(told("A,2020-06-01,自然人,2020-06-05,,,,,").is_empty(), "the applicant's turn");
        let late = ["GK0411", "GK0410"];
        assert_eq!(
            told("A,2020-06-01,自然人,2020-06-20,2020-06-21,,,,2020-07-06"),
            late,
            "a late notice stops nothing"
        );
    }

    #[test]
    fn what_is_not_answered_waits_for_its_day() {
        assert_eq!(told("A,2020-06-01,自然人,,,,,,"), ["GK0410"]);
        assert!(told_on("A,2020-06-01,自然人,,,,,,", "2020-06-20").is_empty());
    }

    #[test]
    fn working_days_are_those_of_the_project() {
        let row = "A,2018-05-03,自然人,,,,,,2018-05-25";
        let mut own = model(row, "2018-12-31");
        own.calendar = Calendar::new(&[Year { year: 2018, off: vec![(5, 24)], work: Vec::new() }]);
        let mut findings = Findings::new();
        answer(&own, &own.applications[0], &mut findings);
        assert!(findings.is_empty(), "the fifteenth working day where the 24th is off");
    }
}
