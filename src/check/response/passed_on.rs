//! GK0604: does a message soon reach the office that can answer it?

use super::message::{Answered, Message, name, of_registers};
use crate::{
    check::{context, estimate},
    compliance::Compliance,
    diagnostic::{Edit, Effect, Example, Finding, Findings, Level, Rule, Ungrounded, laws::WEBSITES_2017},
    model::{Entry, Model},
    record::schema,
    source::Place,
    vocabulary::Text,
};

pub static MESSAGE_NOT_PASSED_ON: Rule = Rule {
    code: "GK0604",
    name: "message-not-passed-on",
    label: "留言未及时转办",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[WEBSITES_2017.whole()],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "留言受理后没有及时转给承办单位", en: "a message that was not soon passed on to who answers it" },
    why: words! { zh: "留言压在收件的地方，承办的人不知道，答复的时间就白白过去了。", en: "While a message lies where it arrived nobody works on it, and the time for an answer passes." },
    mend: words! {
        zh: "立即转办，写明转办日期；本科室自己答复的，答复后填答复日期就行。天数用 [settings.message-not-passed-on] workdays 改。",
        en: "Pass it on and write the day; where the office that received it answers, the day of the answer is enough. [settings.message-not-passed-on] workdays changes the days.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> content/2018/留言.csv
编号,类别,留言人,留言内容,受理日期,转办日期,承办单位,答复日期,答复内容,复杂事项
LY01,咨询,某企业,入驻厂房有什么条件,2018-12-17,2018-12-27,项目科,,,是
--> content/2018/留言台账.md
title = "2018年留言办理情况"
kind = "register"
[table]
file = "留言.csv"
register = "messages"
"#,
        good: r"==> content/2018/留言.csv
编号,类别,留言人,留言内容,受理日期,转办日期,承办单位,答复日期,答复内容,复杂事项
LY01,咨询,某企业,入驻厂房有什么条件,2018-12-17,2018-12-18,项目科,,,是
",
    },
};

pub(super) fn entry(model: &Model, entry: &Entry, findings: &mut Findings) {
    // What a register tells, too, is told there.
    if model.interaction.in_register.contains(&entry.name) {
        return;
    }
    let Some(message) = Message::of_entry(model, entry) else { return };
    let key = if message.passed_on.is_some() { schema::Entry::TRANSFERRED } else { schema::Entry::ACCEPTED };
    let words = text! { zh: "留言", en: "the message" };
    if let Some(finding) = judge(model, message, entry.record.span_of(key).into(), words, false, findings) {
        context::name_entry(finding, entry);
    }
}

pub(super) fn registers_of(model: &Model, _: &Compliance, findings: &mut Findings) {
    for (rows, messages) in of_registers(model, |_| true) {
        // A register that does not keep the day says nothing of it.
        let Some(at) = rows.column("转办日期") else { continue };
        for (row, message) in messages {
            // 无需转办, 本科室办理: words in place of a day.
            if message.passed_on.is_none() && !row.text(at).is_empty() {
                continue;
            }
            let (number, id) = (row.number(), name(&rows, row));
            let words = text! { zh: "第 {number} 行留言“{id}”", en: "message {id} of row {number}" };
            if let Some(finding) = judge(model, message, rows.place(row.cell(at)), words, true, findings) {
                finding.key(format!("{id} {}", message.accepted));
                rows.finish_row(row, finding);
            }
        }
    }
}

fn judge<'f>(
    model: &Model,
    message: Message,
    place: Place,
    Text { zh, en }: Text,
    in_register: bool,
    findings: &'f mut Findings,
) -> Option<&'f mut Finding> {
    let days = model.settings.count(schema::Settings::MESSAGE_NOT_PASSED_ON, schema::MessageNotPassedOn::WORKDAYS);
    let (accepted, last) = (message.accepted, model.calendar.add_working(message.accepted, days.into()));
    let answered = match message.answered {
        Answered::On(day) => Some(day),
        Answered::Sometime => return None,
        Answered::Not => None,
    };
    // Who answers a message has passed it to nobody else; an answer says more than a day of passing on.
    let done = match (message.passed_on, answered) {
        (Some(passed), answered) => answered.map_or(passed, |it| it.min(passed)),
        (None, Some(_)) => return None,
        (None, None) => model.today,
    };
    if done <= last {
        return None;
    }
    let taken = estimate::workdays(model, accepted, done);
    // The day that is there, or the cell for it; an entry without one has no place for it yet.
    let has_cell = message.passed_on.is_some() || in_register;
    let edit = place.span().filter(|_| has_cell).map(|it| Edit::new(it, "〔转办日期〕", false));
    let message = if message.passed_on.is_some() {
        text! {
            zh: "{zh}受理于 {accepted}，过了{many}才转办",
            en: "{en}, accepted {accepted}, was passed on after {days}",
            many = taken.zh,
            days = taken.en,
        }
    } else {
        text! {
            zh: "{zh}受理于 {accepted}，已过{many}，没有转办也没有答复",
            en: "{en}, accepted {accepted}, was for {days} neither passed on nor answered",
            many = taken.zh,
            days = taken.en,
        }
    };
    let finding = findings.raise(&MESSAGE_NOT_PASSED_ON, place, message);
    finding
        .label(text! { zh: "最迟应在 {last} 转办", en: "due by {last}" })
        .help(text! {
            zh: "立即转办，写上转办日期；已经转办的补写",
            en: "pass it on and write the day, or add the day where it was",
        })
        .fix(edit)
        .on(accepted);
    estimate::lower(finding, model.calendar.estimated(accepted, last));
    Some(finding)
}
