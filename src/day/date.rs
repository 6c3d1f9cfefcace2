//! A calendar day.

use std::fmt;
use std::str::FromStr;

use super::guess::guess;
use crate::pack::{Pack, Packer, Unpacker};

/// A day of the years 1900 to 2199; ordered, four bytes, printed as `2018-05-03`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayError {
    /// Not of the form `YYYY-MM-DD`; the day that was probably meant, if the text is another common form of one.
    Shape(Option<Day>),
    /// The year is outside 1900 to 2199.
    Year(i32),
    /// There is no such month.
    Month(u8),
    /// The month has no such day; its last day is given.
    DayOfMonth {
        /// The day as typed.
        day: u8,
        /// The month's last day.
        last: u8,
    },
}

impl Day {
    /// The first day there is: 1900-01-01.
    pub const MIN: Self = Self(-25_567);
    /// The last day there is: 2199-12-31.
    pub const MAX: Self = Self(84_005);

    /// The day `year-month-day`.
    ///
    /// # Errors
    /// When there is no such day, or the year is outside 1900 to 2199.
    pub fn new(year: i32, month: u8, day: u8) -> Result<Self, DayError> {
        if !(1900..=2199).contains(&year) {
            return Err(DayError::Year(year));
        }
        if !(1..=12).contains(&month) {
            return Err(DayError::Month(month));
        }
        let last = last_of_month(year, month);
        if !(1..=last).contains(&day) {
            return Err(DayError::DayOfMonth { day, last });
        }
        Ok(Self::from_civil(year, month, day))
    }

    /// The day `month_day` (`01-31`) of `year`, as calendars of a year are written.
    ///
    /// # Errors
    /// When the text is not `MM-DD`, or the year has no such day.
    pub fn in_year(year: i32, month_day: &str) -> Result<Self, DayError> {
        match month_day.as_bytes() {
            [a, b, b'-', c, d] if [a, b, c, d].iter().all(|byte| byte.is_ascii_digit()) => {
                Self::new(year, (a - b'0') * 10 + (b - b'0'), (c - b'0') * 10 + (d - b'0'))
            }
            _ => Err(DayError::Shape(Self::guess(month_day))),
        }
    }

    /// The day that a text in another common form means: `2024年3月1日`, `2024.3.1`, `2024/3/1`, `20240301`, `二〇二四年三月一日`.
    pub fn guess(text: &str) -> Option<Self> {
        let (year, month, day) = guess(text)?;
        Self::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
    }

    /// Days since 1970-01-01.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The day `number` days after 1970-01-01, if it is within the years there are.
    pub fn from_number(number: i32) -> Option<Self> {
        (Self::MIN.0..=Self::MAX.0).contains(&number).then_some(Self(number))
    }

    /// Year, month (1–12), day (1–31).
    pub fn ymd(self) -> (i32, u8, u8) {
        // Howard Hinnant's civil_from_days: years begin in March, so that the leap day is a year's last.
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, narrow(month), narrow(day))
    }

    /// 1900 to 2199.
    pub fn year(self) -> i32 {
        self.ymd().0
    }

    /// 1 to 12.
    pub fn month(self) -> u8 {
        self.ymd().1
    }

    /// Of the month, 1 to 31.
    pub fn day(self) -> u8 {
        self.ymd().2
    }

    /// The day of the week: 1 Monday … 7 Sunday.
    pub fn weekday(self) -> u8 {
        narrow((self.0 + 3).rem_euclid(7) + 1)
    }

    /// Is it a Saturday or a Sunday?
    pub fn is_weekend(self) -> bool {
        self.weekday() >= 6
    }

    /// The day `days` later (earlier if negative); the first or last day there is when it would be beyond.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days).clamp(Self::MIN.0, Self::MAX.0))
    }

    /// The same day `months` later (earlier if negative); the month's last day where it is shorter; clamped like [`Self::plus`].
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let (year, month, day) = self.ymd();
        let count = (year * 12 + i32::from(month) - 1).saturating_add(months);
        let (year, month) = (count.div_euclid(12), narrow(count.rem_euclid(12) + 1));
        if year < 1900 {
            return Self::MIN;
        }
        if year > 2199 {
            return Self::MAX;
        }
        Self::from_civil(year, month, day.min(last_of_month(year, month)))
    }

    /// How many days `self` is after `earlier`; negative if it is before.
    pub fn days_since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// The last day of this day's month.
    #[must_use]
    pub fn end_of_month(self) -> Self {
        let (year, month, _) = self.ymd();
        Self::from_civil(year, month, last_of_month(year, month))
    }

    /// As official documents print it: `2018年5月3日`.
    pub fn official(self) -> String {
        let (year, month, day) = self.ymd();
        format!("{year}年{month}月{day}日")
    }

    /// The day of a date that is known to be real.
    pub(super) fn from_civil(year: i32, month: u8, day: u8) -> Self {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let month = i32::from(month);
        let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + i32::from(day) - 1;
        Self(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
    }
}

/// The last day of a month, 28 to 31.
pub(super) fn last_of_month(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A month, day or weekday: by its arithmetic between 1 and 31.
fn narrow(small: i32) -> u8 {
    u8::try_from(small).unwrap_or(u8::MAX)
}

impl FromStr for Day {
    type Err = DayError;

    /// Reads `YYYY-MM-DD` and nothing else; the error says what was probably meant.
    fn from_str(text: &str) -> Result<Self, DayError> {
        let bytes = text.as_bytes();
        let digits = |range: std::ops::Range<usize>| {
            bytes[range]
                .iter()
                .try_fold(0_u16, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u16::from(byte - b'0')))
        };
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return Err(DayError::Shape(Self::guess(text)));
        }
        match (digits(0..4), digits(5..7), digits(8..10)) {
            (Some(year), Some(month), Some(day)) => {
                Self::new(i32::from(year), narrow(month.into()), narrow(day.into()))
            }
            _ => Err(DayError::Shape(Self::guess(text))),
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        let Some(year) = u32::try_from(year).ok().filter(|it| *it < 10_000) else {
            return f.pad(&format!("{year:04}-{month:02}-{day:02}"));
        };
        // Days stand everywhere on pages: digit by digit is several times as fast.
        let digit = |number: u32, place: u32| b'0' + u8::try_from(number / place % 10).unwrap_or(0);
        let (y, m, d) =
            (|place| digit(year, place), |place| digit(month.into(), place), |place| digit(day.into(), place));
        let text = [y(1000), y(100), y(10), y(1), b'-', m(10), m(1), b'-', d(10), d(1)];
        f.pad(std::str::from_utf8(&text).unwrap_or_default())
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Pack for Day {
    fn pack(&self, to: &mut Packer) {
        to.signed(self.0.into());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Self::from_number(from.signed()?.try_into().ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn the_first_and_the_last_day_are_what_they_say() {
        assert_eq!((Day::MIN.to_string(), Day::MAX.to_string()), ("1900-01-01".into(), "2199-12-31".into()));
        assert_eq!(day("1970-01-01").number(), 0);
        assert_eq!(day("2018-05-03").weekday(), 4);
        assert_eq!(Day::MIN.weekday(), 1, "1900-01-01 was a Monday");
    }

    #[test]
    fn days_that_never_were_are_refused() {
        assert_eq!("2018-02-29".parse::<Day>(), Err(DayError::DayOfMonth { day: 29, last: 28 }));
        assert_eq!("1900-02-29".parse::<Day>(), Err(DayError::DayOfMonth { day: 29, last: 28 }));
        assert_eq!("2018-13-01".parse::<Day>(), Err(DayError::Month(13)));
        assert_eq!("2018-00-01".parse::<Day>(), Err(DayError::Month(0)));
        assert_eq!("0001-01-01".parse::<Day>(), Err(DayError::Year(1)));
        assert_eq!("9999-01-01".parse::<Day>(), Err(DayError::Year(9999)));
        assert_eq!("2018-5-3".parse::<Day>(), Err(DayError::Shape(Some(day("2018-05-03")))));
        assert_eq!("昨天".parse::<Day>(), Err(DayError::Shape(None)));
        assert_eq!((Day::guess("2024年13月1日"), Day::guess("2024.2.30")), (None, None));
        assert_eq!("2018-05-0３".parse::<Day>(), Err(DayError::Shape(Some(day("2018-05-03")))));
        assert!("2020-02-29".parse::<Day>().is_ok() && "2000-02-29".parse::<Day>().is_ok());
    }

    #[test]
    fn months_are_added_to_their_ends() {
        assert_eq!(day("2018-01-31").plus_months(1), day("2018-02-28"));
        assert_eq!(day("2018-01-31").plus_months(-2), day("2017-11-30"));
        assert_eq!(day("2018-12-15").plus_months(1), day("2019-01-15"));
        assert_eq!(day("2018-12-15").plus_months(i32::MAX), Day::MAX);
        assert_eq!(day("2018-12-15").plus_months(i32::MIN), Day::MIN);
        assert_eq!(day("2018-12-15").plus(i32::MAX), Day::MAX);
        assert_eq!(day("2024-02-03").end_of_month(), day("2024-02-29"));
    }

    #[test]
    fn a_day_of_a_year_is_read() {
        assert_eq!(Day::in_year(2027, "01-31"), Ok(day("2027-01-31")));
        assert_eq!(Day::in_year(2027, "02-29"), Err(DayError::DayOfMonth { day: 29, last: 28 }));
        assert!(matches!(Day::in_year(2027, "1-31"), Err(DayError::Shape(_))));
        assert!(matches!(Day::in_year(2027, "月-31"), Err(DayError::Shape(_))));
    }

    proptest! {
        #[test]
        fn numbers_and_dates_agree(number in Day::MIN.0..Day::MAX.0) {
            let here = Day(number);
            let (year, month, dom) = here.ymd();
            prop_assert_eq!(Day::new(year, month, dom), Ok(here));
            prop_assert_eq!(here.to_string().parse(), Ok(here));
            let next = here.plus(1).ymd();
            prop_assert!(next == (year, month, dom + 1) || next == (year, month + 1, 1) || next == (year + 1, 1, 1));
            prop_assert_eq!(Day::guess(&here.official()), Some(here));
        }

        #[test]
        fn no_text_breaks_it(text in ".*") {
            let _ = text.parse::<Day>();
            let _ = Day::in_year(2018, &text);
        }
    }
}
