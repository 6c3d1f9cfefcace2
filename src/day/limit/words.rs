//! From the normal form back to words.

use super::value::{Anchor, Limit, NoticeOf, Part, Retention, TimeLimit, Unit};
use crate::day::Cadence;

impl TimeLimit {
    /// The limit in the official words for it, part by part; reading them gives the same parts.
    pub fn official(&self) -> String {
        self.parts.iter().map(Part::official).collect::<Vec<_>>().join("；")
    }
}

impl Part {
    /// See [`TimeLimit::official`].
    pub fn official(&self) -> String {
        let limit = self.limit.official();
        self.class.as_ref().map_or(limit.clone(), |class| format!("{class}：{limit}"))
    }
}

impl Limit {
    /// See [`TimeLimit::official`].
    pub fn official(self) -> String {
        match self {
            Self::Within { n: 0, unit: Unit::Day, from } => {
                from.map_or_else(|| "当日公开".into(), |from| format!("{}后当日公开", from.official()))
            }
            Self::Within { n, unit, from: Some(from) } => {
                format!("自{}之日起{n}{}内", from.official(), official_unit(unit))
            }
            Self::Within { n, unit, from: None } => format!("{n}{}内", official_unit(unit)),
            Self::Realtime { from } => {
                from.map_or_else(|| "实时公开".into(), |from| format!("{}后实时公开", from.official()))
            }
            Self::Prompt { from } => {
                from.map_or_else(|| "及时公开".into(), |from| format!("{}后及时公开", from.official()))
            }
            Self::Simultaneous => "同步公开".into(),
            Self::Before { year, month, day } => match year {
                Anchor::Every => format!("每年{month}月{day}日前"),
                Anchor::Next => format!("次年{month}月{day}日前"),
                Anchor::Only(year) => format!("{year}年{month}月{day}日前"),
            },
            Self::Period { cadence, after: None } => cadence.official().into(),
            Self::Period { cadence, after: Some((0, _)) } => format!("{}末", cadence.official()),
            Self::Period { cadence, after: Some((n, unit)) } => {
                format!("{}结束后{n}{}内", cadence.official(), official_unit(unit))
            }
            Self::Interval { n: 1, unit: Unit::Day } => "每日更新".into(),
            Self::Interval { n: 7, unit: Unit::Day } => "每周更新".into(),
            Self::Interval { n, unit: Unit::Month } if n % 12 == 0 => format!("{}年", n / 12),
            Self::Interval { n, unit: Unit::Month } => format!("{n}个月"),
            Self::Interval { n, unit } => format!("每{n}{}更新一次", official_unit(unit)),
            Self::Duration(retention) => official_retention(retention),
            Self::Notice { of, length } => official_notice(of, length),
        }
    }

    /// See [`TimeLimit::english`].
    pub fn english(self) -> String {
        match self {
            Self::Within { n: 0, unit: Unit::Day, from } => {
                from.map_or_else(|| "the same day".into(), |from| format!("on the day of {}", from.english()))
            }
            Self::Within { n, unit, from } => {
                let length = english_length(n, unit);
                from.map_or_else(|| format!("within {length}"), |from| format!("within {length} of {}", from.english()))
            }
            Self::Realtime { from } => paced("in real time", from),
            Self::Prompt { from } => paced("promptly", from),
            Self::Simultaneous => "together with the document".into(),
            Self::Before { year, month, day } => {
                let month = MONTHS[usize::from(month.clamp(1, 12)) - 1];
                match year {
                    Anchor::Every => format!("by {day} {month} each year"),
                    Anchor::Next => format!("by {day} {month} of the following year"),
                    Anchor::Only(year) => format!("by {day} {month} {year}"),
                }
            }
            Self::Period { cadence, after: None } => format!("every {}", cadence.english()),
            Self::Period { cadence, after: Some((0, _)) } => format!("by the end of each {}", cadence.english()),
            Self::Period { cadence, after: Some((n, unit)) } => {
                format!("within {} of the end of each {}", english_length(n, unit), cadence.english())
            }
            Self::Interval { n, unit } => {
                let cadence = Cadence::ALL.iter().find(|cadence| u32::from(cadence.months()) == n);
                let every = cadence
                    .filter(|_| unit == Unit::Month)
                    .map_or_else(|| english_length(n, unit), |cadence| cadence.english().into());
                format!("updated at least every {every}")
            }
            Self::Duration(retention) => match retention {
                Retention::Standing => "public all year round".into(),
                Retention::LongTerm => "public for a long term".into(),
                Retention::Latest => "the latest version always public".into(),
                Retention::Permanent => "public permanently".into(),
                Retention::Limited => "public for a limited time".into(),
                Retention::InOffice => "public while in office".into(),
                Retention::WhileValid => "public while valid".into(),
                Retention::Years(1) => "public for 1 year".into(),
                Retention::Years(n) => format!("public for {n} years"),
            },
            Self::Notice { of, length: None } => match of {
                NoticeOf::Notice => "during the notice period".into(),
                NoticeOf::Comments => "during the consultation".into(),
                NoticeOf::Ahead => "in advance".into(),
            },
            Self::Notice { of, length: Some((n, unit)) } => {
                let length = english_length(n, unit);
                match of {
                    NoticeOf::Notice => format!("a notice period of at least {length}"),
                    NoticeOf::Comments => format!("a consultation of at least {length}"),
                    NoticeOf::Ahead => format!("at least {length} in advance"),
                }
            }
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn official_unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Day => "日",
        Unit::Workday => "个工作日",
        Unit::Month => "个月",
        Unit::Hour => "小时",
    }
}

fn official_retention(retention: Retention) -> String {
    match retention {
        Retention::Standing => "常年公开".into(),
        Retention::LongTerm => "长期公开".into(),
        Retention::Latest => "长期最新有效".into(),
        Retention::Permanent => "永久公开".into(),
        Retention::Limited => "限时公开".into(),
        Retention::InOffice => "任期内公开".into(),
        Retention::WhileValid => "有效期内公开".into(),
        Retention::Years(n) => format!("公开{n}年"),
    }
}

fn official_notice(of: NoticeOf, length: Option<(u32, Unit)>) -> String {
    let Some((n, unit)) = length else {
        return match of {
            NoticeOf::Notice => "公示期内公开".into(),
            NoticeOf::Comments => "征求意见期内公开".into(),
            NoticeOf::Ahead => "提前公开".into(),
        };
    };
    let unit = official_unit(unit);
    match of {
        NoticeOf::Notice => format!("公示期不少于{n}{unit}"),
        NoticeOf::Comments => format!("征求意见期不少于{n}{unit}"),
        NoticeOf::Ahead => format!("提前{n}{unit}公开"),
    }
}

fn english_length(n: u32, unit: Unit) -> String {
    let unit = match unit {
        Unit::Day => "day",
        Unit::Workday => "working day",
        Unit::Month => "month",
        Unit::Hour => "hour",
    };
    if n == 1 { format!("1 {unit}") } else { format!("{n} {unit}s") }
}

fn paced(pace: &str, from: Option<super::Start>) -> String {
    from.map_or_else(|| pace.into(), |from| format!("{pace} after {}", from.english()))
}
