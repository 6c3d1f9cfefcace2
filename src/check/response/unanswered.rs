//! GK0603: are messages answered within their working days, and never left for three months?

use super::message::{Answered, Message, name, of_registers};
use crate::{
    check::{context, estimate},
    compliance::Compliance,
    day::Day,
    diagnostic::{
        Effect, Example, Finding, Findings, Ground, Level, Rule, Ungrounded,
        laws::{CENSUS_2015, INDICATORS_2019, WEBSITES_2017},
    },
    model::{Entry, Model},
    record::schema,
    source::Place,
    vocabulary::Text,
};

pub static UNANSWERED_MESSAGE: Rule = Rule {
    code: "GK0603",
    name: "unanswered-message",
    label: "留言答复逾期",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[CENSUS_2015.whole(), WEBSITES_2017.whole(), INDICATORS_2019.whole()],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "群众留言没有按期答复", en: "a message that was not answered in time" },
    why: words! {
        zh: "一般留言7个工作日、复杂的15个工作日内答复；超过三个月没有答复，网站检查单项否决。",
        en: "Messages are answered within 7 working days, complex ones within 15; one left for more than three months fails the inspection of the site.",
    },
    mend: words! {
        zh: "立即答复并写明答复日期；复杂事项写 complex = true（清单里“复杂事项”填“是”）；确实超期的照实保留，说明原因。天数用 [settings.unanswered-message] workdays、complex 改。",
        en: "Answer at once and write the day; mark what is complex; explain what was late. [settings.unanswered-message] workdays and complex change the limits.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> content/2018/留言.csv
编号,类别,留言人,留言内容,受理日期,转办日期,承办单位,答复日期,答复内容,复杂事项
LY01,咨询,某企业,入驻厂房有什么条件,2018-11-05,2018-11-06,项目科,2018-11-23,已答复,否
--> content/2018/留言台账.md
title = "2018年留言办理情况"
kind = "register"
[table]
file = "留言.csv"
register = "messages"
"#,
        good: r"==> content/2018/留言.csv
编号,类别,留言人,留言内容,受理日期,转办日期,承办单位,答复日期,答复内容,复杂事项
LY01,咨询,某企业,入驻厂房有什么条件,2018-11-05,2018-11-06,项目科,2018-11-12,已答复,否
",
    },
};

/// Three months are a veto of inspections; working days are the guidelines'.
static VETO: &[Ground] = &[CENSUS_2015.whole(), INDICATORS_2019.whole()];
static WORKDAYS: &[Ground] = &[WEBSITES_2017.whole()];

pub(super) fn entry(model: &Model, entry: &Entry, findings: &mut Findings) {
    // What a register tells, too, is told there.
    if model.interaction.in_register.contains(&entry.name) {
        return;
    }
    let Some(message) = Message::of_entry(model, entry) else { return };
    let place = match message.answered {
        Answered::On(_) => schema::Entry::ANSWERED,
        _ => schema::Entry::ACCEPTED,
    };
    let words = text! { zh: "留言", en: "the message" };
    if let Some(finding) = judge(model, message, entry.record.span_of(place).into(), words, (&entry.name, ""), findings)
    {
        context::name_entry(finding, entry);
    }
}

pub(super) fn registers_of(model: &Model, _: &Compliance, findings: &mut Findings) {
    for (rows, messages) in of_registers(model, |_| true) {
        for (row, message) in messages {
            let column = match message.answered {
                Answered::On(_) => "答复日期",
                _ => "受理日期",
            };
            let place = rows.place(rows.column(column).and_then(|at| row.cell(at)));
            let (number, id) = (row.number(), name(&rows, row));
            let words = text! { zh: "第 {number} 行留言“{id}”", en: "message {id} of row {number}" };
            if let Some(finding) = judge(model, message, place, words, (&rows.entry.name, rows.key(row)), findings) {
                finding.key(format!("{id} {}", message.accepted));
                rows.finish_row(row, finding);
            }
        }
    }
}

/// The last day on which a message is answered in time.
pub(super) fn last_day(model: &Model, message: Message) -> Day {
    let settings = |key| model.settings.count(schema::Settings::UNANSWERED_MESSAGE, key);
    let limit = u32::from(if message.complex {
        model.settings.count(schema::Settings::UNANSWERED_MESSAGE, schema::UnansweredMessage::COMPLEX)
    } else {
        settings(schema::UnansweredMessage::WORKDAYS)
    });
    model.calendar.add_working(message.accepted, limit)
}

fn judge<'f>(
    model: &Model,
    message: Message,
    place: Place,
    Text { zh, en }: Text,
    (entry, row): (&str, &str),
    findings: &'f mut Findings,
) -> Option<&'f mut Finding> {
    let (calendar, accepted) = (&model.calendar, message.accepted);
    let end = match message.answered {
        Answered::On(day) => day,
        Answered::Not => model.today,
        Answered::Sometime => return None,
    };
    let last = last_day(model, message);
    if end <= last {
        return None;
    }
    let veto = end > accepted.plus_months(3);
    let is_open = message.answered == Answered::Not;
    let taken = estimate::workdays(model, accepted, end);
    let message = if is_open {
        text! {
            zh: "{zh}受理于 {accepted}，已过{many}，还没有答复",
            en: "{en}, accepted {accepted}, has waited {days} for an answer",
            many = taken.zh,
            days = taken.en,
        }
    } else {
        text! {
            zh: "{zh}受理于 {accepted}，过了{many}才答复",
            en: "{en}, accepted {accepted}, was answered after {days}",
            many = taken.zh,
            days = taken.en,
        }
    };
    let finding = findings.raise(&UNANSWERED_MESSAGE, place, message);
    finding
        .label(text! { zh: "最迟应在 {last} 答复", en: "due by {last}" })
        .help(if is_open {
            text! { zh: "立即答复，写上答复日期；已经答复的补写", en: "answer at once and write the day, or add the day where it was answered" }
        } else {
            let how = context::explain_row(&UNANSWERED_MESSAGE, entry, row);
            text! {
                zh: "日期写错的改正；复杂事项注明；属实的，说明原因：\n{how_zh}",
                en: "correct a slip, mark what is complex, or explain:\n{how_en}",
                how_zh = how.zh,
                how_en = how.en,
            }
        })
        .under(if veto { VETO } else { WORKDAYS })
        .lesser_if(!veto)
        .on(accepted);
    estimate::lower(finding, calendar.estimated(accepted, last));
    Some(finding)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        check::{Run, probe::found},
        compliance::builder::Builder,
        model::{Register, RegisterId, Sheet},
        source::FileId,
        table::{Limits, builtin, read_csv},
    };

    fn told(row: &str) -> Vec<bool> {
        let mut builder = Builder::new("2020-12-31");
        let item = builder.item("a/messages");
        let entry = builder.entry(item, "2020-06-30");
        let schema = builtin().into_iter().find(|it| it.id == "messages").unwrap();
        builder.model.registers.push(Register { id: "messages".into(), schema });
        let head = "编号,类别,留言人,留言内容,受理日期,转办日期,承办单位,答复日期,答复内容,复杂事项";
        let table = read_csv(&format!("{head}\n{row}\n"), Limits::default());
        builder.model.sheets.push(Sheet { entry, register: RegisterId(0), file: FileId(0), table });
        found(Run::Whole(registers_of), &builder.model).iter().map(|it| it.lesser).collect()
    }

    #[test]
    fn late_answers_and_missing_ones_are_told() {
        assert!(told("A,咨询,某人,问,2020-12-01,,科,2020-12-10,答,否").is_empty(), "the seventh working day");
        assert_eq!(told("A,咨询,某人,问,2020-12-01,,科,2020-12-11,答,否"), [true]);
        assert!(told("A,咨询,某人,问,2020-12-01,,科,2020-12-22,答,是").is_empty(), "complex");
        assert_eq!(told("A,咨询,某人,问,2020-12-01,,科,,,否"), [true], "still open");
        assert_eq!(told("A,咨询,某人,问,2020-06-01,,科,,,否"), [false], "for more than three months");
        assert_eq!(told("A,咨询,某人,问,2020-06-01,,科,2020-12-01,答,否"), [false]);
        assert!(told("A,咨询,某人,问,2020-12-25,,科,,,否").is_empty(), "not due yet");
    }

    #[test]
    fn what_cannot_be_read_convicts_nobody() {
        for row in [
            "A,咨询,某人,问,2020-06-01,,科,已电话答复,,否",
            "A,咨询,某人,问,2020-06-01,,科,,已电话答复,否",
            "A,咨询,某人,问,2020-06-01,,科,无需答复,,否",
            "A,咨询,某人,问,2020-06-01,,科,无需,,否",
            "A,咨询,某人,问,6月1日,,科,,,否",
            "A,咨询,某人,问,/,,科,,,否",
            "A,咨询,某人,问,2021-06-01,,科,,,否",
            "合计,12,,,,,,,,",
            "注：复杂事项按15个工作日,,,,,,,,,",
        ] {
            assert!(told(row).is_empty(), "{row}");
        }
        for state in ["办理中", "正在办理。", "尚未答复", "目前正在核实", "待回复", "已转办", "暂未办结"]
        {
            assert_eq!(told(&format!("A,咨询,某人,问,2020-06-01,,科,{state},,否")), [false], "{state}");
            assert_eq!(told(&format!("A,咨询,某人,问,2020-06-01,,科,,{state},否")), [false], "{state}");
        }
        for answer in ["已在办公室当面答复", "办理中遇到的问题已经解决", "未办结的部分转入下年，已告知"]
        {
            assert!(told(&format!("A,咨询,某人,问,2020-06-01,,科,,{answer},否")).is_empty(), "{answer}");
        }
        assert_eq!(told("A,咨询,某人,问,２０２０年６月１日,,科,—,/,否"), [false], "dashes say that there is none");
    }
}
