//! How messages and responses were answered, counted while the rows of registers are at hand.

use super::{
    late,
    message::{Answered, Message, of_registers},
    unanswered::last_day,
};
use crate::{
    model::{Answers, Entry, Interaction, Model, State},
    record::schema,
    vocabulary::EntryKind,
};

/// Counts what is public of both.
pub fn tally(model: &Model) -> Interaction {
    Interaction { messages: messages(model), responses: responses(model) }
}

/// Entries and rows of public registers.
fn messages(model: &Model) -> Answers {
    let entries = model.entries.iter().filter(|it| it.kind == EntryKind::Message && is_shown(model, it));
    let entries = entries.filter_map(|it| Message::of_entry(model, it));
    let public = of_registers(model)
        .filter(|it| it.0.entry.state == State::Published && it.0.schema.public && is_shown(model, it.0.entry));
    let rows = public.flat_map(|it| it.1).map(|it| it.1);
    let (mut answers, mut taken) = (Answers::default(), Vec::new());
    for message in entries.chain(rows) {
        let last = last_day(model, message);
        answers.total += 1;
        answers.answered += u64::from(message.answered != Answered::Not);
        match message.answered {
            Answered::On(day) => {
                answers.judged += 1;
                answers.in_time += u64::from(day <= last);
                taken.push(model.calendar.working_between(message.accepted, day));
            }
            // What waits past its day is not in time; what waits within it is neither.
            Answered::Not => answers.judged += u64::from(model.today > last),
            Answered::Sometime => {}
        }
    }
    answers.median = median(taken);
    answers
}

/// Whether its items keep nothing of it back.
fn is_shown(model: &Model, entry: &Entry) -> bool {
    entry.items.iter().all(|&it| model.item(it).is_shown())
}

fn responses(model: &Model) -> Answers {
    let (mut answers, mut taken) = (Answers::default(), Vec::new());
    for entry in model
        .entries
        .iter()
        .filter(|it| it.kind == EntryKind::OpinionResponse && it.is_published() && is_shown(model, it))
    {
        answers.total += 1;
        answers.answered += 1;
        let Some((minutes, in_time)) = late::taken(entry) else { continue };
        answers.judged += 1;
        answers.in_time += u64::from(in_time);
        // Without the times of day nobody knows how many hours it was.
        let noticed = entry.record.get(schema::Entry::NOTICED).and_then(|it| it.time);
        let answered = entry.record.get(schema::Entry::ANSWERED).or(entry.published).and_then(|it| it.time);
        if noticed.is_some() && answered.is_some() {
            taken.push(minutes);
        }
    }
    // When something was noticed stays inside: of a few, their median would tell it.
    answers.median = median(taken).filter(|_| answers.judged >= FEW);
    answers
}

/// So many responses at least have a median that tells of none of them.
const FEW: u64 = 3;

/// The lower one in the middle.
fn median(mut taken: Vec<u32>) -> Option<u32> {
    taken.sort_unstable();
    taken.get(taken.len().checked_sub(1)? / 2).copied()
}
