//! The normal form of a time limit.

use super::start::Start;
use crate::day::Cadence;

/// A time limit as a catalogue states it: the author's words and what they mean.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeLimit {
    /// The words as typed, white space around them removed.
    pub text: String,
    /// What the strictest part means.
    pub limit: Limit,
    /// All parts, in the order written; never empty.
    pub parts: Vec<Part>,
}

/// One of the limits that a phrase states.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Part {
    /// What it means.
    pub limit: Limit,
    /// The class of information it is for, in the author's words; for all where nothing is said.
    pub class: Option<String>,
}

/// What a time limit means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Limit {
    /// So many days, working days, months or hours after something; `自信息形成或者变更之日起20个工作日内`.
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
    /// 同步公开: together with the document or the act it belongs to.
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
        /// How long after the end of the period; within the period where nothing is said. Months are whole: `次月底前` is one.
        after: Option<(u32, Unit)>,
    },
    /// To be updated at least every so often: `6个月`. Not a deadline.
    Interval {
        /// How many.
        n: u32,
        /// Of what.
        unit: Unit,
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

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Calendar days (日, 天).
    Day,
    /// Working days (工作日).
    Workday,
    /// Calendar months (个月).
    Month,
    /// Hours (小时).
    Hour,
}

impl Unit {
    /// The key in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Workday => "workday",
            Self::Month => "month",
            Self::Hour => "hour",
        }
    }
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
    Standing,
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

impl Retention {
    /// The key in JSON; none for a number of years, which says itself.
    pub fn key(self) -> Option<&'static str> {
        Some(match self {
            Self::Standing => "standing",
            Self::LongTerm => "long-term",
            Self::Latest => "latest",
            Self::Permanent => "permanent",
            Self::Limited => "limited",
            Self::InOffice => "in-office",
            Self::WhileValid => "while-valid",
            Self::Years(_) => return None,
        })
    }
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

impl NoticeOf {
    /// The key in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Notice => "notice",
            Self::Comments => "comments",
            Self::Ahead => "ahead",
        }
    }
}

impl TimeLimit {
    /// A limit of these parts, of which there must be one.
    pub fn of(text: impl Into<String>, parts: Vec<Part>) -> Option<Self> {
        let limit = parts.iter().map(|part| part.limit).min_by_key(|limit| limit.strictness())?;
        Some(Self { text: text.into(), limit, parts })
    }
}

impl From<Limit> for Part {
    fn from(limit: Limit) -> Self {
        Self { limit, class: None }
    }
}

impl Limit {
    /// The key of what kind of limit it is, as in JSON: `workdays`, `days`, `realtime`, `prompt`, `simultaneous`, `before`,
    /// `period`, `interval`, `duration`, `notice`.
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

    /// How many of what, where a number is given; of years there is a number alone.
    pub fn length(self) -> Option<(u32, Unit)> {
        match self {
            Self::Within { n, unit, .. } | Self::Interval { n, unit } => Some((n, unit)),
            Self::Period { after, .. } => after,
            Self::Notice { length, .. } => length,
            _ => None,
        }
    }

    /// What it counts from, where the words say so.
    pub fn from(self) -> Option<Start> {
        match self {
            Self::Within { from, .. } | Self::Realtime { from } | Self::Prompt { from } => from,
            Self::Simultaneous => Some(Start::Published),
            _ => None,
        }
    }

    /// Whether it sets a day by a number; `及时` and `实时` beside such a limit speak of what is kept up to date afterwards.
    pub fn is_dated(self) -> bool {
        matches!(self, Self::Within { .. } | Self::Before { .. } | Self::Period { .. })
    }

    /// The less, the stricter: what sets a day, by its length; then pace, notices, intervals, retention.
    fn strictness(self) -> (u8, u32) {
        // About how many days.
        let days = |(n, unit): (u32, Unit)| match unit {
            Unit::Workday => n.saturating_mul(7) / 5,
            Unit::Day => n,
            Unit::Month => n.saturating_mul(30),
            Unit::Hour => n / 24,
        };
        match self {
            Self::Within { n, unit, .. } => (0, days((n, unit))),
            Self::Period { cadence, after } => (1, u32::from(cadence.months()) * 30 + after.map_or(0, days)),
            Self::Before { month, day, .. } => (2, u32::from(month) * 31 + u32::from(day)),
            Self::Realtime { .. } => (3, 0),
            Self::Simultaneous => (4, 0),
            Self::Prompt { .. } => (5, 0),
            Self::Notice { .. } => (6, 0),
            Self::Interval { n, unit } => (7, days((n, unit))),
            Self::Duration(_) => (8, 0),
        }
    }
}
