//! GK0605: is a message that is told twice counted once?

use super::{
    message::{Registers, name, of_registers},
    twin::{Doubt, RowAt, Twins},
};
use crate::{
    check::context,
    compliance::Compliance,
    diagnostic::{Edit, Effect, Example, Finding, Findings, Level, Rule, Ungrounded},
    model::{Entry, EntryId, Model},
    record::schema,
    vocabulary::{Text, nearness},
};

pub static MESSAGE_TOLD_TWICE: Rule = Rule {
    code: "GK0605",
    name: "message-told-twice",
    label: "留言可能重复计数",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "一件留言写在两处，程序不能肯定是同一件", en: "a message told in two places, and nobody can be sure that it is one" },
    why: words! {
        zh: "同一件留言既单独发布了答复，又登在留言台账里，算成两件，网站、年度报告和检查情况里的件数就多了。编号一样，或者受理日期和内容都一样的，程序只算一件；只是相像的，由您说明。",
        en: "A message that has an entry of its own and a row in the register counts twice on the site, in the annual report and in inspections. Where the number, or day and wording, are the same, it is counted once; where they are only alike, you say so.",
    },
    mend: words! {
        zh: "是同一件的，在单独发布的那条信息里写 ledger_number = \"台账中的编号\"；不是同一件的，用 gongkai allow 说明。",
        en: "Where it is one message write `ledger_number = \"its number in the register\"` into the entry; where it is not, say so with `gongkai allow`.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> content/2018/留言.csv
编号,类别,留言人,留言内容,受理日期,转办日期,承办单位,答复日期,答复内容,复杂事项
LY01,咨询,某企业,标准厂房的入驻条件有哪些,2018-11-05,2018-11-06,项目科,2018-11-12,已答复,否
--> content/2018/留言台账.md
title = "2018年留言办理情况"
kind = "register"
[table]
file = "留言.csv"
register = "messages"
--> content/2018/咨询厂房.md
title = "留言答复：咨询标准厂房的入驻条件"
kind = "message"
accepted = 2018-11-05
transferred = 2018-11-06
answered = 2018-11-12
"#,
        good: r#"--> content/2018/咨询厂房.md
ledger_number = "LY01"
"#,
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    let registers = of_registers(model, |_| true);
    for doubt in Twins::of(model, &registers).doubts {
        match doubt {
            Doubt::Alike(id, at) => alike(model.entry(id), &registers, at, findings),
            Doubt::Differ(id, at) => differ(model, id, &registers, at, findings),
            Doubt::Lost(id) => lost(model.entry(id), &registers, findings),
        }
    }
}

/// The title of the register, and its row in words.
fn told(registers: &Registers<'_>, at: RowAt) -> Text {
    let (rows, messages) = &registers[at.register];
    let row = messages[at.row].0;
    let (register, number, name) = (rows.entry.title(), row.number(), name(rows, row));
    text! { zh: "《{register}》第 {number} 行留言“{name}”", en: "message {name} of row {number} of “{register}”" }
}

fn alike(entry: &Entry, registers: &Registers<'_>, at: RowAt, findings: &mut Findings) {
    let Text { zh, en } = told(registers, at);
    let (rows, messages) = &registers[at.register];
    let row = messages[at.row].0;
    let number = super::message::number(rows, row);
    let finding = findings.raise(
        &MESSAGE_TOLD_TWICE,
        entry.at(schema::Entry::TITLE),
        text! {
            zh: "这件留言和{zh}像是同一件，现在算作两件",
            en: "this may be {en}; they count as two",
        },
    );
    let how = context::explain(&MESSAGE_TOLD_TWICE, &entry.name);
    let first = if number.is_none() {
        text! { zh: "先给台账这一行编号，", en: "give that row a number, then " }
    } else {
        Text::same("")
    };
    let line = format!("ledger_number = {:?}", number.as_deref().unwrap_or("〔台账中的编号〕"));
    finding
        .help(text! {
            zh: "是同一件的，{first_zh}在本条信息里写 {line}，就只算一件；不是同一件的，说明：\n{how_zh}",
            en: "where it is one message {first_en}write {line} into this entry, and it counts once; where it is not, say so:\n{how_en}",
            first_zh = first.zh,
            first_en = first.en,
            how_zh = how.zh,
            how_en = how.en,
        })
        .fix(entry.record.room().filter(|_| number.is_some()).map(|at| Edit::lines(at, &line)))
        .key(format!("alike {}", rows.key(row)));
    finish(finding, entry);
}

fn differ(model: &Model, id: EntryId, registers: &Registers<'_>, at: RowAt, findings: &mut Findings) {
    let (entry, Text { zh, en }) = (model.entry(id), told(registers, at));
    let finding = findings.raise(
        &MESSAGE_TOLD_TWICE,
        entry.at(schema::Entry::LEDGER_NUMBER),
        text! {
            zh: "本条信息和{zh}写的受理日期或者答复日期不一样，按台账统计",
            en: "this entry and {en} differ in the day of acceptance or answer; the register's count",
        },
    );
    finding
        .help(text! {
            zh: "对照原始记录，把写错的那一处改正；编号写错的，改 ledger_number",
            en: "correct the one that is wrong from the records, or `ledger_number` where that is wrong",
        })
        .key("differ");
    finish(finding, entry);
}

/// How alike a number is to the only one of the registers that was meant.
const NEAR: f64 = 0.8;

fn lost(entry: &Entry, registers: &Registers<'_>, findings: &mut Findings) {
    let number = entry.record.get(schema::Entry::LEDGER_NUMBER).unwrap_or_default();
    let all = registers.iter().flat_map(|(rows, messages)| {
        messages.iter().filter_map(|it| super::message::number(rows, it.0)).filter(|it| nearness(it, number) >= NEAR)
    });
    let near: Vec<String> = all.take(2).collect();
    let meant = if let [only] = &near[..] { Some(only) } else { None };
    let finding = findings.raise(
        &MESSAGE_TOLD_TWICE,
        entry.at(schema::Entry::LEDGER_NUMBER),
        text! { zh: "留言台账里没有编号“{number}”", en: "no register of messages has the number {number}" },
    );
    finding
        .help(match meant {
            Some(meant) => text! {
                zh: "对照台账，是“{meant}”的，改成它；台账里没有这件留言的，删去 ledger_number 这一行",
                en: "write {meant} where the register shows that it is that; delete the line where no register has this message",
            },
            None => text! {
                zh: "改成台账“编号”一栏里的写法；台账里没有这件留言的，删去 ledger_number 这一行",
                en: "write it as the column 编号 has it, or delete the line where no register has this message",
            },
        })
        .fix(meant.map(|it| Edit::guess(entry.record.span_of(schema::Entry::LEDGER_NUMBER), it)))
        .key("lost");
    finish(finding, entry);
}

fn finish(finding: &mut Finding, entry: &Entry) {
    context::name_entry(finding, entry);
}
