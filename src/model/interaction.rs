//! How messages and opinion responses were answered, in numbers.

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

impl Answers {
    /// How many of those judged were in time, in ten-thousandths, rounded down: what is not all is never told as all.
    pub fn share(&self) -> Option<u64> {
        (self.judged > 0).then(|| self.in_time * 10_000 / self.judged)
    }
}

/// Both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Interaction {
    pub messages: Answers,
    pub responses: Answers,
}
