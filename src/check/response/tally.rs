//! How messages and responses were answered, counted while the rows of registers are at hand.

use super::{
    handler::Handlers,
    late,
    message::{Answered, Message, of_registers},
    twin::Twins,
    unanswered::last_day,
};
use crate::{
    check::sheet::Rows,
    model::{Entry, EntryId, Interaction, Model, Reply, ReplySort, State},
    record::schema,
    vocabulary::EntryKind,
};

/// Counts what is public of both, each with who answers for it.
pub fn tally(model: &Model) -> Interaction {
    let handlers = Handlers::of(model);
    let told = Twins::of(model, &of_registers(model, |_| true)).entries;
    let mut replies = messages(model, &handlers);
    replies.extend(responses(model));
    let in_register = told.keys().map(|&id| model.entry(id).name.clone()).collect();
    Interaction { in_register, ..Interaction::of(replies) }
}

/// Entries and rows of public registers; what both tell is the register's.
fn messages(model: &Model, handlers: &Handlers<'_>) -> Vec<Reply> {
    let is_public = |it: &Rows<'_>| it.entry.state == State::Published && it.schema.public && is_shown(model, it.entry);
    let registers = of_registers(model, is_public);
    let twins = Twins::of(model, &registers).entries;
    let entries = model.entries().filter(|it| it.1.kind == EntryKind::Message && is_shown(model, it.1));
    let entries = entries.filter(|it| !twins.contains_key(&it.0));
    let entries =
        entries.filter_map(|(id, it)| Some(message(model, blank(model, id, it), Message::of_entry(model, it)?)));
    let mut replies: Vec<Reply> = entries.collect();
    for (rows, messages) in registers {
        let handler = rows.column("承办单位");
        for (row, it) in messages {
            let own = Reply { row: Some(row.number()), ..blank(model, rows.keeper(), rows.entry) };
            let own = handlers.hand(own, handler.map_or("", |at| row.text(at)));
            replies.push(message(model, own, it));
        }
    }
    replies
}

fn message(model: &Model, own: Reply, message: Message) -> Reply {
    let last = last_day(model, message);
    let (answered, in_time) = match message.answered {
        Answered::On(day) => (Some(day), Some(day <= last)),
        // What waits past its day is not in time; what waits within it is neither.
        Answered::Not => (None, (model.today > last).then_some(false)),
        Answered::Sometime => (None, None),
    };
    Reply {
        on: Some(message.accepted),
        is_answered: message.answered != Answered::Not,
        answered,
        last: Some(last),
        in_time,
        taken: answered.map(|day| model.calendar.working_between(message.accepted, day)),
        ..own
    }
}

/// Of the entry, and nothing said yet of how it was answered.
fn blank(model: &Model, id: EntryId, entry: &Entry) -> Reply {
    Reply {
        sort: if entry.kind == EntryKind::OpinionResponse { ReplySort::Response } else { ReplySort::Message },
        entry: id,
        row: None,
        organisation: entry.organisation.or(model.site.organisation),
        office: entry.office.clone(),
        stranger: None,
        on: None,
        is_answered: false,
        answered: None,
        last: None,
        in_time: None,
        taken: None,
    }
}

/// Whether its items keep nothing of it back.
fn is_shown(model: &Model, entry: &Entry) -> bool {
    entry.items.iter().all(|&it| model.item(it).is_shown())
}

fn responses(model: &Model) -> impl Iterator<Item = Reply> + '_ {
    let all = model.entries().filter(|(_, it)| it.kind == EntryKind::OpinionResponse && it.is_published());
    all.filter(|it| is_shown(model, it.1)).map(|(id, entry)| {
        let moment = entry.record.get(schema::Entry::ANSWERED).or(entry.published);
        let judged = late::taken(entry);
        // Without the times of day nobody knows how many hours it was.
        let noticed = entry.record.get(schema::Entry::NOTICED).and_then(|it| it.time);
        let is_exact = noticed.is_some() && moment.and_then(|it| it.time).is_some();
        Reply {
            on: entry.first_public(),
            is_answered: true,
            answered: moment.map(|it| it.day),
            in_time: judged.map(|it| it.1),
            taken: judged.map(|it| it.0).filter(|_| is_exact),
            ..blank(model, id, entry)
        }
    })
}
