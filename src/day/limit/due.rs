//! The last lawful day.

use super::value::{Anchor, Limit, TimeLimit, Unit};
use crate::day::{Cadence, Calendar, Day, Period};

/// How many working days 实时公开 is given before it is called late; a choice of this tool.
const REALTIME_WORKDAYS: u32 = 1;

/// How many working days 及时公开 is given: the statutory period, for no shorter one is stated (条例 art. 26).
const PROMPT_WORKDAYS: u32 = 20;

impl Limit {
    /// The last lawful day when it counts from `start` (day 0); none where the words set no deadline for one document.
    ///
    /// Working days are the State Council's. A last *calendar* day that is a holiday moves to the next working day (民法典 art.
    /// 203). A fixed day of the year is the first one on or after `start`; a period is the one `start` lies in.
    pub fn due(self, start: Day, calendar: &Calendar) -> Option<Day> {
        match self {
            Self::Within { n, unit, .. } => Some(after(start, n, unit, calendar)),
            Self::Realtime { .. } => Some(calendar.add_working(start, REALTIME_WORKDAYS)),
            Self::Prompt { .. } => Some(calendar.add_working(start, PROMPT_WORKDAYS)),
            Self::Simultaneous => Some(start),
            Self::Before { year, month, day } => match year {
                Anchor::Only(year) => Day::new(year, month, day).ok(),
                Anchor::Next => Day::new(start.year() + 1, month, day).ok(),
                Anchor::Every => {
                    let here = Day::new(start.year(), month, day).ok()?;
                    if here >= start { Some(here) } else { Day::new(start.year() + 1, month, day).ok() }
                }
            },
            Self::Period { cadence, .. } => self.due_for(Period::of(start, cadence), calendar),
            Self::Interval { .. } | Self::Duration(_) | Self::Notice { .. } => None,
        }
    }

    /// The last lawful day for what is published once in each period, for `period`; none where the words set none.
    ///
    /// Without other words it is the period's last day; `次年` counts from the period's year.
    pub fn due_for(self, period: Period, calendar: &Calendar) -> Option<Day> {
        let last = period.last();
        match self {
            Self::Period { after: None | Some((0, _)), .. } => Some(last),
            // After a period whole months follow: 次月底前.
            Self::Period { after: Some((n, Unit::Month)), .. } => {
                let months = i32::try_from(n).unwrap_or(i32::MAX);
                Some(calendar.on_or_after(Period::of(last.plus(1).plus_months(months - 1), Cadence::Month).last()))
            }
            Self::Period { after: Some((n, unit)), .. } => Some(after(last, n, unit, calendar)),
            Self::Before { year, month, day } => match year {
                Anchor::Only(year) => Day::new(year, month, day).ok(),
                Anchor::Next => Day::new(period.year() + 1, month, day).ok(),
                Anchor::Every => Day::new(period.year(), month, day).ok(),
            },
            _ => None,
        }
    }

    /// The first year without an arrangement that its last day `last` was counted in, from `start`; none where no day off is looked at.
    pub fn estimated(self, start: Day, last: Day, calendar: &Calendar) -> Option<i32> {
        match self {
            Self::Within { n, unit, .. } | Self::Period { after: Some((n, unit)), .. } if n > 0 => match unit {
                Unit::Workday => calendar.estimated(start, last),
                // Only a last day that is off moves on.
                Unit::Day | Unit::Month => calendar.estimated(last, last),
                Unit::Hour => None,
            },
            Self::Realtime { .. } | Self::Prompt { .. } => calendar.estimated(start, last),
            _ => None,
        }
    }

    /// How often something must be published, for limits that say so.
    pub fn cadence(self) -> Option<Cadence> {
        match self {
            Self::Period { cadence, .. } => Some(cadence),
            Self::Before { year: Anchor::Every | Anchor::Next, .. } => Some(Cadence::Year),
            _ => None,
        }
    }
}

impl TimeLimit {
    /// How often something must be published: by the first part that says so.
    pub fn cadence(&self) -> Option<Cadence> {
        self.parts.iter().find_map(|part| part.limit.cadence())
    }
}

fn after(start: Day, n: u32, unit: Unit, calendar: &Calendar) -> Day {
    let days = i32::try_from(n).unwrap_or(i32::MAX);
    match unit {
        Unit::Workday => calendar.add_working(start, n),
        Unit::Day if n == 0 => start,
        Unit::Day => calendar.on_or_after(start.plus(days)),
        Unit::Month => calendar.on_or_after(start.plus_months(days)),
        // The hour of the event is not known: the last hour may lie in the day after.
        Unit::Hour => start.plus(days / 24 + i32::from(!n.is_multiple_of(24))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn due(phrase: &str, start: &str) -> Option<String> {
        TimeLimit::parse(phrase).unwrap().limit.due(day(start), &Calendar::default()).map(|day| day.to_string())
    }

    #[test]
    fn the_last_lawful_day() {
        for (phrase, start, last) in [
            ("自信息形成或者变更之日起20个工作日内", "2018-05-03", "2018-05-31"),
            ("批复后二十日内", "2018-05-03", "2018-05-23"),
            ("批复后二十日内", "2018-02-01", "2018-02-22"),
            ("实时公开", "2018-06-22", "2018-06-25"),
            ("及时公开", "2018-06-22", "2018-07-20"),
            ("同步公开", "2018-06-22", "2018-06-22"),
            ("当日公开", "2018-06-23", "2018-06-23"),
            ("每年1月31日前", "2019-01-10", "2019-01-31"),
            ("每年1月31日前", "2019-02-10", "2020-01-31"),
            ("次年3月31日前", "2018-06-01", "2019-03-31"),
            ("每季度结束后10日内", "2018-05-03", "2018-07-10"),
            ("1个月内", "2018-01-31", "2018-02-28"),
        ] {
            assert_eq!(due(phrase, start).as_deref(), Some(last), "{phrase} {start}");
        }
        for phrase in ["常年公开", "6个月", "公示期不少于7日"] {
            assert_eq!(due(phrase, "2018-05-03"), None, "{phrase}");
        }
    }

    #[test]
    fn the_day_of_a_period() {
        let due = |phrase: &str, period: &str| {
            let limit = TimeLimit::parse(phrase).unwrap();
            limit.limit.due_for(period.parse().unwrap(), &Calendar::default()).map(|day| day.to_string())
        };
        assert_eq!(due("每季度", "2018Q3").as_deref(), Some("2018-09-30"));
        assert_eq!(due("每季度结束后10个工作日内", "2018Q3").as_deref(), Some("2018-10-19"));
        assert_eq!(due("每月5日前", "2018-04").as_deref(), Some("2018-05-07"), "the 5th is a Saturday");
        assert_eq!(due("每年1月31日前", "2019").as_deref(), Some("2019-01-31"));
        assert_eq!(due("次年1月31日前", "2018").as_deref(), Some("2019-01-31"));
        assert_eq!(due("及时公开", "2018"), None);
    }

    #[test]
    fn whole_months_follow_a_period() {
        let due = |phrase: &str, period: &str| {
            let limit = TimeLimit::parse(phrase).unwrap().limit;
            limit.due_for(period.parse().unwrap(), &Calendar::default()).map(|day| day.to_string())
        };
        assert_eq!(due("次月底前", "2018-02").as_deref(), Some("2018-04-02"), "31 March is a Saturday");
        assert_eq!(due("每季度第一个月", "2018Q1").as_deref(), Some("2018-05-02"), "30 April is a holiday");
        assert_eq!(due("年度终了后3个月内", "2018").as_deref(), Some("2019-04-01"), "31 March is a Sunday");
    }
}
