//! The normal form of a time limit.

use super::start::Start;
use crate::day::Cadence;

/// A time limit as a catalogue states it: the author's words and what they mean.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeLimit {
    /// The words as typed, white space around them removed.
    pub text: String,
    /// What they mean.
    pub limit: Limit,
}

/// What a time limit means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Limit {
    /// So many days, working days or months after something; `自信息形成或者变更之日起20个工作日内`.
    Within {
        /// How many.
        n: u32,
        /// Of what.
        unit: Unit,
        /// After what; where nothing is said the statutory start is meant.
        from: Option<Start>,
    },
    /// 实时公开.
    Realtime {
        /// After what, if said.
        from: Option<Start>,
    },
    /// 及时公开: promptly, without a number.
    Prompt {
        /// After what, if said.
        from: Option<Start>,
    },
    /// 同步公开: together with the document it belongs to.
    Simultaneous,
    /// Before the end of a certain day of a year: `每年1月31日前`.
    Before {
        /// Of which year.
        year: Anchor,
        /// The month, 1–12.
        month: u8,
        /// The last lawful day of the month.
        day: u8,
    },
    /// Once in each calendar period: `每季度`, `每季度结束后10日内`.
    Period {
        /// The length of the period.
        cadence: Cadence,
        /// How long after the end of the period; within the period where nothing is said.
        after: Option<(u32, Unit)>,
    },
    /// To be updated at least every so often: `6个月`. Not a deadline.
    Interval {
        /// How many.
        n: u32,
        /// Of what.
        span: Span,
    },
    /// How long it stays public: `长期公开`. Not a deadline.
    Duration(Retention),
    /// The length of a public notice or consultation, or how long before an act it must be public: `公示期不少于7日`.
    Notice {
        /// What runs so long.
        of: NoticeOf,
        /// How long, if a number is given.
        length: Option<(u32, Unit)>,
    },
}

/// What days are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Calendar days (日, 天).
    Day,
    /// Working days (工作日).
    Workday,
    /// Calendar months (个月).
    Month,
}

/// What an interval is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Span {
    /// Days.
    Days,
    /// Months.
    Months,
}

/// Which year a fixed day belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Anchor {
    /// Every year (每年, or nothing said).
    Every,
    /// The year after the one that the information is of (次年).
    Next,
    /// One year only.
    Only(i32),
}

/// How long something stays public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Retention {
    /// 常年公开.
    Compliance,
    /// 长期公开.
    LongTerm,
    /// 长期最新有效: the newest version, always.
    Latest,
    /// 永久公开.
    Permanent,
    /// 限时公开.
    Limited,
    /// 任期内公开.
    InOffice,
    /// 有效期内公开.
    WhileValid,
    /// 公开n年.
    Years(u32),
}

/// What a notice length is the length of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoticeOf {
    /// 公示期.
    Notice,
    /// 征求意见期.
    Comments,
    /// 提前公开: so long before the act.
    Ahead,
}

impl TimeLimit {
    /// The key of what kind of limit it is, as in JSON: `workdays`, `days`, `realtime`, `prompt`, `simultaneous`, `before`,
    /// `period`, `interval`, `duration`, `notice`.
    pub fn kind(&self) -> &'static str {
        self.limit.kind()
    }

    /// The number of JSON's `n`: days (a month counted as 30), for intervals months where they are counted in months.
    pub fn n(&self) -> Option<u32> {
        self.limit.n()
    }

    /// What it counts from, where the words say so.
    pub fn from(&self) -> Option<Start> {
        self.limit.from()
    }
}

impl Limit {
    /// See [`TimeLimit::kind`].
    pub fn kind(self) -> &'static str {
        match self {
            Self::Within { unit: Unit::Workday, .. } => "workdays",
            Self::Within { .. } => "days",
            Self::Realtime { .. } => "realtime",
            Self::Prompt { .. } => "prompt",
            Self::Simultaneous => "simultaneous",
            Self::Before { .. } => "before",
            Self::Period { .. } => "period",
            Self::Interval { .. } => "interval",
            Self::Duration(_) => "duration",
            Self::Notice { .. } => "notice",
        }
    }

    /// See [`TimeLimit::n`].
    pub fn n(self) -> Option<u32> {
        let days = |(n, unit): (u32, Unit)| if unit == Unit::Month { n.saturating_mul(30) } else { n };
        match self {
            Self::Within { n, unit, .. } => Some(days((n, unit))),
            Self::Interval { n, .. } | Self::Duration(Retention::Years(n)) => Some(n),
            Self::Period { after, .. } => after.map(days),
            Self::Notice { length, .. } => length.map(days),
            _ => None,
        }
    }

    /// See [`TimeLimit::from`].
    pub fn from(self) -> Option<Start> {
        match self {
            Self::Within { from, .. } | Self::Realtime { from } | Self::Prompt { from } => from,
            Self::Simultaneous => Some(Start::Published),
            _ => None,
        }
    }
}
