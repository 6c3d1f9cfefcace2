//! Messages as both rules on them look at them: when each came, was passed on and answered.

use std::collections::BTreeMap;

use crate::{
    check::sheet::{Rows, registers},
    day::Day,
    model::{Entry, Model},
    record::schema,
    table::{Row, is_none, plain, yes_no},
    vocabulary::EntryKind,
};

/// A message that was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Message {
    pub accepted: Day,
    pub passed_on: Option<Day>,
    pub answered: Answered,
    pub complex: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Answered {
    On(Day),
    /// Answered, or needing no answer, and nobody can read when.
    Sometime,
    Not,
}

impl Message {
    /// An entry of its own.
    pub(super) fn of_entry(model: &Model, entry: &Entry) -> Option<Self> {
        if entry.kind != EntryKind::Message || !entry.is_published() {
            return None;
        }
        let record = &entry.record;
        let day = |it: crate::day::Moment| it.day;
        let accepted = record.get(schema::Entry::ACCEPTED).map(day).filter(|&it| it <= model.today)?;
        let answered = match record.get(schema::Entry::ANSWERED).map(day) {
            Some(day) if day <= model.today => Answered::On(day),
            _ if record.is_unread(schema::Entry::ANSWERED) => Answered::Sometime,
            // What is published under 答复 is the answer, and was given by then.
            _ if answers(entry) => Answered::Sometime,
            _ => Answered::Not,
        };
        Some(Self {
            accepted,
            passed_on: record.get(schema::Entry::TRANSFERRED).map(day),
            answered,
            complex: record.get(schema::Entry::COMPLEX) == Some(true),
        })
    }

    /// A row of a register of messages.
    fn of_row(model: &Model, rows: &Rows<'_>, row: Row<'_>) -> Option<Self> {
        let text = |name: &str| rows.column(name).map_or("", |at| row.text(at));
        let day = |text: &str| Day::guess(&plain(text)).or_else(|| Day::guess(text.split([' ', 'T']).next()?));
        let accepted = day(text("受理日期")).filter(|&it| it <= model.today)?;
        let (on, words) = (text("答复日期"), text("答复内容"));
        let says = |text: &str| !is_none(text) && !is_pending(text);
        let answered = match day(on) {
            Some(day) if day <= model.today => Answered::On(day),
            // 已电话答复, 无需答复; a text with no day; a register without the column.
            None if says(on) || says(words) || rows.column("答复日期").is_none() => Answered::Sometime,
            _ if matches!(&*plain(on), "无需" | "无须" | "不需要" | "不涉及" | "不适用") => {
                Answered::Sometime
            }
            _ => Answered::Not,
        };
        let passed_on = day(text("转办日期"));
        Some(Self { accepted, passed_on, answered, complex: yes_no(text("复杂事项")) == Some(true) })
    }
}

/// Whether a cell says nothing but that there is no answer yet.
fn is_pending(cell: &str) -> bool {
    let plain = plain(cell);
    let bare = plain.trim_end_matches(['。', '.', '…']);
    let bare = ["目前", "尚", "暂", "还", "仍", "正"].iter().fold(bare, |it, word| it.strip_prefix(word).unwrap_or(it));
    let states =
        ["在办", "在办理", "在处理", "在核实", "在研究", "办理中", "处理中", "受理中", "核实中", "研究中", "转办中"];
    let waits = ["待办", "待办理", "待处理", "待答复", "待回复", "待反馈"];
    let lacks = ["未办理", "未办结", "未处理", "未答复", "未回复", "未反馈", "已受理", "已转办"];
    states.contains(&bare) || waits.contains(&bare) || lacks.contains(&bare)
}

/// Whether the text of an entry has an answer under a heading, or is called one.
fn answers(entry: &Entry) -> bool {
    let words = ["答复", "回复", "回应", "办理结果", "反馈"];
    let says = |text: &str| words.iter().any(|it| text.contains(it));
    says(entry.title()) || entry.body.headings().any(|it| says(it.text))
}

/// Registers of messages, each with its messages and their rows.
pub(super) type Registers<'m> = Vec<(Rows<'m>, Vec<(Row<'m>, Message)>)>;

/// Each message of the registers of messages that are `wanted`, with its row. A register of the year repeats those of its quarters: what
/// an earlier one has with the same number, words and days is the same message.
pub(super) fn of_registers<'m>(model: &'m Model, wanted: impl Fn(&Rows<'m>) -> bool) -> Registers<'m> {
    let mut seen = BTreeMap::new();
    let registers = registers(model).filter(|it| it.schema.id == "messages" && wanted(it)).enumerate();
    registers
        .map(|(at, rows)| {
            let messages = rows.rows().filter_map(|row| Some((row, Message::of_row(model, &rows, row)?)));
            let is_new = |it: &(Row<'m>, Message)| {
                let Some(number) = number(&rows, it.0) else { return true };
                let words = rows.column("留言内容").map_or("", |at| it.0.text(at));
                *seen.entry((rows.entry.organisation, number, words, it.1)).or_insert(at) == at
            };
            let messages = messages.filter(is_new).collect();
            (rows, messages)
        })
        .collect()
}

/// The number of a row; none where it has none.
pub(super) fn number(rows: &Rows<'_>, row: Row<'_>) -> Option<String> {
    let number = rows.column("编号").map_or("", |at| row.text(at));
    (!is_none(number)).then(|| plain(number).into_owned())
}

/// What a row is called: its number, else its first words.
pub(super) fn name(rows: &Rows<'_>, row: Row<'_>) -> String {
    let number = rows.column("编号").map_or("", |at| row.text(at));
    if is_none(number) { format!("{}", row.number()) } else { number.to_owned() }
}
