//! Calendar periods: a year, a half year, a quarter, a month.

use std::fmt;
use std::str::FromStr;

use super::cadence::Cadence;
use super::date::{Day, last_of_month};
use crate::pack::{Pack, Packer, Unpacker};

/// Which part of its year a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum YearPart {
    /// The whole year.
    Year,
    /// 1 or 2.
    Half(u8),
    /// 1 to 4.
    Quarter(u8),
    /// 1 to 12.
    Month(u8),
}

/// A calendar period of the years 1900 to 2199, written `2018`, `2018H1`, `2018Q3`, `2018-07`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    year: i32,
    part: YearPart,
}

/// A text that is no period; the period that was probably meant, where that is clear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodError(pub Option<Period>);

impl Period {
    /// The period, if there is such a part and the year is within 1900 to 2199.
    pub fn new(year: i32, part: YearPart) -> Option<Self> {
        let real = match part {
            YearPart::Year => true,
            YearPart::Half(n) => (1..=2).contains(&n),
            YearPart::Quarter(n) => (1..=4).contains(&n),
            YearPart::Month(n) => (1..=12).contains(&n),
        };
        (real && (1900..=2199).contains(&year)).then_some(Self { year, part })
    }

    /// The period of that length that `day` lies in.
    pub fn of(day: Day, cadence: Cadence) -> Self {
        let (year, month, _) = day.ymd();
        let n = (month - 1) / cadence.months() + 1;
        Self { year, part: part(cadence, n) }
    }

    /// The year that it lies in; no period crosses one.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The whole of its year, or which half, quarter or month.
    pub fn part(self) -> YearPart {
        self.part
    }

    /// How long the period is.
    pub fn cadence(self) -> Cadence {
        match self.part {
            YearPart::Year => Cadence::Year,
            YearPart::Half(_) => Cadence::Half,
            YearPart::Quarter(_) => Cadence::Quarter,
            YearPart::Month(_) => Cadence::Month,
        }
    }

    /// The day it begins with.
    pub fn first(self) -> Day {
        Day::from_civil(self.year, self.first_month(), 1)
    }

    /// The day it ends with, which is part of it.
    pub fn last(self) -> Day {
        let month = self.first_month() + self.cadence().months() - 1;
        Day::from_civil(self.year, month, last_of_month(self.year, month))
    }

    /// Does `day` lie in the period?
    pub fn contains(self, day: Day) -> bool {
        self.first() <= day && day <= self.last()
    }

    /// The period before, unless there is none.
    pub fn previous(self) -> Option<Self> {
        (self.first() > Day::MIN).then(|| Self::of(self.first().plus(-1), self.cadence()))
    }

    /// The period after, unless there is none.
    pub fn next(self) -> Option<Self> {
        (self.last() < Day::MAX).then(|| Self::of(self.last().plus(1), self.cadence()))
    }

    /// The periods that lie wholly between the two days and are over: begun on or after `since`, ended before `until`.
    pub fn closed(cadence: Cadence, since: Day, until: Day) -> impl Iterator<Item = Self> {
        let here = Self::of(since, cadence);
        let first = if here.first() < since { here.next() } else { Some(here) };
        std::iter::successors(first, |period| period.next()).take_while(move |period| period.last() < until)
    }

    /// As Chinese texts say it: `2018年第三季度`.
    pub fn official(self) -> String {
        let year = self.year;
        match self.part {
            YearPart::Year => format!("{year}年"),
            YearPart::Half(n) => format!("{year}年{}半年", if n == 1 { '上' } else { '下' }),
            YearPart::Quarter(n) => format!("{year}年第{}季度", ['一', '二', '三', '四'][usize::from(n - 1) % 4]),
            YearPart::Month(n) => format!("{year}年{n}月"),
        }
    }

    /// The period that a Chinese text means: `2018年`, `2018年上半年`, `2018年三季度`, `2018年7月`, `2018-Q3`.
    pub fn guess(text: &str) -> Option<Self> {
        let text: String = text.chars().filter(|letter| !letter.is_whitespace()).take(20).collect();
        let (year, rest) = text.split_at_checked(4)?;
        let year = year.bytes().all(|byte| byte.is_ascii_digit()).then(|| year.parse().ok())??;
        let rest = rest.strip_prefix('年').unwrap_or(rest).trim_start_matches(['-', '第', '/', '.', '度']);
        let part = match rest {
            "" => YearPart::Year,
            "上半年" | "h1" | "H1" => YearPart::Half(1),
            "下半年" | "h2" | "H2" => YearPart::Half(2),
            _ => {
                if let Some(n) = rest.strip_suffix("季度").or_else(|| rest.strip_prefix(['q', 'Q'])) {
                    YearPart::Quarter(u8::try_from(super::numeral::number(n)?).ok()?)
                } else {
                    let n = rest.trim_end_matches('份').trim_end_matches('月');
                    YearPart::Month(u8::try_from(super::numeral::number(n)?).ok()?)
                }
            }
        };
        Self::new(year, part)
    }

    fn first_month(self) -> u8 {
        match self.part {
            YearPart::Year => 1,
            YearPart::Half(n) => n * 6 - 5,
            YearPart::Quarter(n) => n * 3 - 2,
            YearPart::Month(n) => n,
        }
    }
}

fn part(cadence: Cadence, n: u8) -> YearPart {
    match cadence {
        Cadence::Year => YearPart::Year,
        Cadence::Half => YearPart::Half(n),
        Cadence::Quarter => YearPart::Quarter(n),
        Cadence::Month => YearPart::Month(n),
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let digit = |byte: &u8| byte.is_ascii_digit().then(|| byte - b'0');
        let read = || {
            let (year, rest) = text.as_bytes().split_at_checked(4)?;
            let year = year.iter().try_fold(0_i32, |sum, byte| Some(sum * 10 + i32::from(digit(byte)?)))?;
            let part = match rest {
                [] => YearPart::Year,
                [b'H', n] => YearPart::Half(digit(n)?),
                [b'Q', n] => YearPart::Quarter(digit(n)?),
                [b'-', a, b] => YearPart::Month(digit(a)? * 10 + digit(b)?),
                _ => return None,
            };
            Self::new(year, part)
        };
        read().ok_or_else(|| PeriodError(Self::guess(text)))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.year;
        match self.part {
            YearPart::Year => write!(f, "{year}"),
            YearPart::Half(n) => write!(f, "{year}H{n}"),
            YearPart::Quarter(n) => write!(f, "{year}Q{n}"),
            YearPart::Month(n) => write!(f, "{year}-{n:02}"),
        }
    }
}

impl Pack for Period {
    fn pack(&self, to: &mut Packer) {
        to.signed(self.year.into());
        let (kind, n) = match self.part {
            YearPart::Year => (0, 1),
            YearPart::Half(n) => (1, n),
            YearPart::Quarter(n) => (2, n),
            YearPart::Month(n) => (3, n),
        };
        to.byte(kind);
        to.byte(n);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let year = from.signed()?.try_into().ok()?;
        let (kind, n) = (from.byte()?, from.byte()?);
        let part = match kind {
            0 => YearPart::Year,
            1 => YearPart::Half(n),
            2 => YearPart::Quarter(n),
            3 => YearPart::Month(n),
            _ => return None,
        };
        Self::new(year, part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn periods_are_read_and_bounded() {
        for (text, first, last) in [
            ("2018", "2018-01-01", "2018-12-31"),
            ("2018H1", "2018-01-01", "2018-06-30"),
            ("2018H2", "2018-07-01", "2018-12-31"),
            ("2018Q3", "2018-07-01", "2018-09-30"),
            ("2020-02", "2020-02-01", "2020-02-29"),
        ] {
            assert_eq!(period(text).to_string(), text);
            assert_eq!((period(text).first(), period(text).last()), (day(first), day(last)), "{text}");
        }
        for (text, meant) in [
            ("2018年第三季度", "2018Q3"),
            ("2018年上半年", "2018H1"),
            ("2018年7月", "2018-07"),
            ("2018-7", "2018-07"),
            ("2018q3", "2018Q3"),
        ] {
            assert_eq!(text.parse::<Period>(), Err(PeriodError(Some(period(meant)))), "{text}");
        }
        for text in ["", "2018Q5", "2018H0", "2018-13", "1899", "年", "二〇一八", "2018-"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn only_whole_periods_that_are_over_are_closed() {
        let closed = |since, until| {
            Period::closed(Cadence::Quarter, day(since), day(until)).map(|p| p.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(closed("2018-01-01", "2018-12-31"), ["2018Q1", "2018Q2", "2018Q3"]);
        assert_eq!(closed("2018-01-01", "2019-01-01"), ["2018Q1", "2018Q2", "2018Q3", "2018Q4"]);
        assert_eq!(closed("2018-01-02", "2018-10-01"), ["2018Q2", "2018Q3"]);
        assert!(closed("2018-10-01", "2018-01-01").is_empty());
    }

    proptest! {
        #[test]
        fn neighbours_touch(year in 1900_i32..2200, cadence in 0_usize..4, month in 1_u8..=12) {
            let here = Period::of(Day::new(year, month, 1).unwrap(), Cadence::ALL[cadence]);
            prop_assert_eq!(here.to_string().parse(), Ok(here));
            prop_assert_eq!(Period::guess(&here.official()), Some(here));
            if let Some(next) = here.next() {
                prop_assert_eq!(next.first(), here.last().plus(1));
                prop_assert_eq!(next.previous(), Some(here));
                prop_assert!(here < next);
            }
        }

        #[test]
        fn no_text_breaks_it(text in ".*") {
            let _ = text.parse::<Period>();
        }
    }
}
