//! How messages and opinion responses were answered: each, and in numbers.

use std::collections::BTreeSet;

use super::{EntryId, OrganisationId};
use crate::day::Day;

/// Messages (留言), or opinion responses (舆情回应), of which something is public.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    pub total: u64,
    /// Those that were answered, on whatever day.
    pub answered: u64,
    /// Those answered by the last lawful day.
    pub in_time: u64,
    /// Those of which it is known whether they were in time: answered on a day that can be read, or past their last day without.
    pub judged: u64,
    /// How long half of the answers took at most: working days of messages, minutes of responses.
    pub median: Option<u32>,
}

/// So many responses at least have a median that tells of none of them: when something was noticed stays inside.
const FEW: u64 = 3;

impl Answers {
    /// What `replies`, all of one sort, come to.
    pub fn of<'r>(replies: impl Iterator<Item = &'r Reply>) -> Self {
        let (mut answers, mut taken, mut few) = (Self::default(), Vec::new(), 0);
        for it in replies {
            answers.total += 1;
            answers.answered += u64::from(it.is_answered);
            answers.judged += u64::from(it.in_time.is_some());
            answers.in_time += u64::from(it.in_time == Some(true));
            taken.extend(it.taken);
            few = if it.sort == ReplySort::Response { FEW } else { 0 };
        }
        taken.sort_unstable();
        // The lower one in the middle.
        let median = taken.len().checked_sub(1).and_then(|it| taken.get(it / 2)).copied();
        answers.median = median.filter(|_| answers.judged >= few);
        answers
    }

    /// How many of those judged were in time, in ten-thousandths, to the nearest: but what is not all is never told as all.
    pub fn share(&self) -> Option<u64> {
        let most = if self.in_time < self.judged { 9_999 } else { 10_000 };
        (self.judged > 0).then(|| ((self.in_time * 20_000 + self.judged) / (self.judged * 2)).min(most))
    }
}

/// What is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReplySort {
    /// 留言.
    Message,
    /// 舆情回应.
    Response,
}

/// A message or a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    pub sort: ReplySort,
    /// The entry that it is, or that keeps its register.
    pub entry: EntryId,
    /// Its row in the register, as people count in a spreadsheet; none where it is an entry of its own.
    pub row: Option<u32>,
    /// Who answers for it; none where the catalogue names no such body.
    pub organisation: Option<OrganisationId>,
    pub office: Option<Box<str>>,
    /// Who answers for it by the words of the register, where these are no body and no office of the catalogue.
    pub stranger: Option<Box<str>>,
    /// The day a message was accepted, or a response was first public.
    pub on: Option<Day>,
    pub is_answered: bool,
    /// The day of the answer, where it is known.
    pub answered: Option<Day>,
    /// The last day of a message.
    pub last: Option<Day>,
    /// Whether it was in time; none where nobody can say, or its day is to come.
    pub in_time: Option<bool>,
    /// How long it took: working days of a message, minutes of a response.
    pub taken: Option<u32>,
}

/// Both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Interaction {
    pub messages: Answers,
    pub responses: Answers,
    /// Each of them: messages first, in the order of the entries.
    pub replies: Vec<Reply>,
    /// The names of the entries that a register tells, too: its row is judged for both.
    pub in_register: BTreeSet<Box<str>>,
}

impl Interaction {
    /// What `replies` come to.
    pub fn of(replies: Vec<Reply>) -> Self {
        let sum = |sort| Answers::of(replies.iter().filter(|it| it.sort == sort));
        let (messages, responses) = (sum(ReplySort::Message), sum(ReplySort::Response));
        Self { messages, responses, replies, in_register: BTreeSet::new() }
    }
}
