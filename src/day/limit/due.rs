//! The last lawful day.

use super::start::Start;
use super::value::{Anchor, Limit, Span, TimeLimit, Unit};
use crate::day::{Cadence, Calendar, Day, Period};

/// How many working days 实时公开 is given before it is called late; a choice of this tool.
pub const REALTIME_WORKDAYS: u32 = 1;

/// How many working days 及时公开 is given: the statutory period, for no shorter one is stated (条例 art. 26).
pub const PROMPT_WORKDAYS: u32 = 20;

impl TimeLimit {
    /// The last lawful day when it counts from `start` (day 0); none where the words set no deadline for one document.
    ///
    /// Working days are the State Council's. A last *calendar* day that is a holiday moves to the next working day (民法典 art.
    /// 203). A fixed day of the year is the first one on or after `start`; a period is the one `start` lies in.
    pub fn due(&self, start: Day, calendar: &Calendar) -> Option<Day> {
        match self.limit {
            Limit::Within { n, unit, .. } => Some(after(start, n, unit, calendar)),
            Limit::Realtime { .. } => Some(calendar.add_working(start, REALTIME_WORKDAYS)),
            Limit::Prompt { .. } => Some(calendar.add_working(start, PROMPT_WORKDAYS)),
            Limit::Simultaneous => Some(start),
            Limit::Before { year, month, day } => match year {
                Anchor::Only(year) => Day::new(year, month, day).ok(),
                Anchor::Next => Day::new(start.year() + 1, month, day).ok(),
                Anchor::Every => {
                    let here = Day::new(start.year(), month, day).ok()?;
                    if here >= start { Some(here) } else { Day::new(start.year() + 1, month, day).ok() }
                }
            },
            Limit::Period { cadence, .. } => self.due_for(Period::of(start, cadence), calendar),
            Limit::Interval { .. } | Limit::Duration(_) | Limit::Notice { .. } => None,
        }
    }

    /// The last lawful day for what is published once in each period, for `period`; none where the words set none.
    ///
    /// Without other words it is the period's last day; `次年` counts from the period's year.
    pub fn due_for(&self, period: Period, calendar: &Calendar) -> Option<Day> {
        match self.limit {
            Limit::Period { after: None | Some((0, _)), .. } => Some(period.last()),
            Limit::Period { after: Some((n, unit)), .. } => Some(after(period.last(), n, unit, calendar)),
            Limit::Before { year, month, day } => match year {
                Anchor::Only(year) => Day::new(year, month, day).ok(),
                Anchor::Next => Day::new(period.year() + 1, month, day).ok(),
                Anchor::Every => Day::new(period.year(), month, day).ok(),
            },
            _ => None,
        }
    }

    /// The day whose entry key the limit counts from: what the words say, else the statutory start; none where nothing counts.
    pub fn needs(&self) -> Option<Start> {
        match self.limit {
            Limit::Within { from, .. } | Limit::Realtime { from } | Limit::Prompt { from } => {
                Some(from.unwrap_or(Start::FormedOrChanged))
            }
            Limit::Simultaneous => Some(Start::Published),
            Limit::Before { .. } | Limit::Period { .. } => Some(Start::Formed),
            Limit::Interval { .. } | Limit::Duration(_) | Limit::Notice { .. } => None,
        }
    }

    /// How often something must be published, for limits that say so.
    pub fn cadence(&self) -> Option<Cadence> {
        match self.limit {
            Limit::Period { cadence, .. } => Some(cadence),
            Limit::Before { year: Anchor::Every | Anchor::Next, .. } => Some(Cadence::Year),
            _ => None,
        }
    }

    /// The last day on which something updated on `last` is still fresh, for limits that are update intervals.
    pub fn fresh_until(&self, last: Day) -> Option<Day> {
        match self.limit {
            Limit::Interval { n, span: Span::Days } => Some(last.plus(i32::try_from(n).unwrap_or(i32::MAX))),
            Limit::Interval { n, span: Span::Months } => Some(last.plus_months(i32::try_from(n).unwrap_or(i32::MAX))),
            _ => None,
        }
    }
}

fn after(start: Day, n: u32, unit: Unit, calendar: &Calendar) -> Day {
    let n_days = i32::try_from(n).unwrap_or(i32::MAX);
    match unit {
        Unit::Workday => calendar.add_working(start, n),
        Unit::Day if n == 0 => start,
        Unit::Day => calendar.on_or_after(start.plus(n_days)),
        Unit::Month => calendar.on_or_after(start.plus_months(n_days)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn due(phrase: &str, start: &str) -> Option<String> {
        TimeLimit::parse(phrase).unwrap().due(day(start), &Calendar::default()).map(|day| day.to_string())
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
            limit.due_for(period.parse().unwrap(), &Calendar::default()).map(|day| day.to_string())
        };
        assert_eq!(due("每季度", "2018Q3").as_deref(), Some("2018-09-30"));
        assert_eq!(due("每季度结束后10个工作日内", "2018Q3").as_deref(), Some("2018-10-19"));
        assert_eq!(due("每月5日前", "2018-04").as_deref(), Some("2018-05-07"), "the 5th is a Saturday");
        assert_eq!(due("每年1月31日前", "2019").as_deref(), Some("2019-01-31"));
        assert_eq!(due("次年1月31日前", "2018").as_deref(), Some("2019-01-31"));
        assert_eq!(due("及时公开", "2018"), None);
    }

    #[test]
    fn what_it_counts_from() {
        let needs = |phrase: &str| TimeLimit::parse(phrase).unwrap().needs();
        assert_eq!(needs("20个工作日内"), Some(Start::FormedOrChanged));
        assert_eq!(needs("批复后二十日内"), Some(Start::Approved));
        assert_eq!(needs("自作出行政决定之日起7个工作日内"), Some(Start::Decided));
        assert_eq!(needs("长期公开"), None);
        let half = TimeLimit::parse("6个月").unwrap();
        assert_eq!(half.fresh_until(day("2018-08-31")), Some(day("2019-02-28")));
    }
}
