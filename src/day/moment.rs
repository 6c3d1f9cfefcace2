//! A time of day, and a day with or without one.

use std::fmt;
use std::str::FromStr;

use super::date::{Day, DayError};
use crate::pack::{Pack, Packer, Unpacker};

/// A time of day to the minute, Asia/Shanghai; printed as `09:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(u16);

/// A text that is no time of the form `HH:MM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeError;

impl Time {
    /// `hour:minute`, if there is such a time.
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        (hour < 24 && minute < 60).then(|| Self(u16::from(hour) * 60 + u16::from(minute)))
    }

    /// 0 to 23.
    pub fn hour(self) -> u8 {
        u8::try_from(self.0 / 60).unwrap_or(0)
    }

    /// 0 to 59.
    pub fn minute(self) -> u8 {
        u8::try_from(self.0 % 60).unwrap_or(0)
    }

    /// Minutes since midnight.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl FromStr for Time {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        match text.as_bytes() {
            [a, b, b':', c, d] if [a, b, c, d].iter().all(|byte| byte.is_ascii_digit()) => {
                Self::new((a - b'0') * 10 + (b - b'0'), (c - b'0') * 10 + (d - b'0')).ok_or(TimeError)
            }
            _ => Err(TimeError),
        }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())
    }
}

/// A day, with the time if it was given. A day alone comes before its times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The day.
    pub day: Day,
    /// The time of that day.
    pub time: Option<Time>,
}

/// Why a text is no moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MomentError {
    /// The day is wrong.
    Day(DayError),
    /// The day is right, the time after it is not of the form `HH:MM`.
    Time(Day),
}

impl Moment {
    /// How many minutes have passed at least between `earlier` and `self`. Where a time is unknown the one in favour of the
    /// body is taken: late on the first day, early on the last. Never below zero.
    pub fn minutes_since(self, earlier: Self) -> u32 {
        let from = earlier.time.map_or(23 * 60 + 59, |time| i64::from(time.minutes()));
        let to = self.time.map_or(0, |time| i64::from(time.minutes()));
        let minutes = i64::from(self.day.days_since(earlier.day)) * 24 * 60 + to - from;
        u32::try_from(minutes.max(0)).unwrap_or(u32::MAX)
    }
}

impl From<Day> for Moment {
    fn from(day: Day) -> Self {
        Self { day, time: None }
    }
}

impl FromStr for Moment {
    type Err = MomentError;

    /// Reads `2018-05-10`, `2018-05-10 09:30`, `2018-05-10T09:30`; seconds may follow and are not kept.
    fn from_str(text: &str) -> Result<Self, MomentError> {
        let Some((day, time)) = text.split_once([' ', 'T']) else {
            return text.parse().map(|day| Self { day, time: None }).map_err(MomentError::Day);
        };
        let Ok(day) = day.parse() else {
            return Err(MomentError::Day(text.parse::<Day>().err().unwrap_or(DayError::Shape(None))));
        };
        let time = match time.as_bytes() {
            [_, _, b':', _, _, b':', c, d] if c.is_ascii_digit() && *c < b'6' && d.is_ascii_digit() => &time[..5],
            _ => time,
        };
        match time.parse() {
            Ok(time) => Ok(Self { day, time: Some(time) }),
            Err(TimeError) => Err(MomentError::Time(day)),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time {
            Some(time) => write!(f, "{} {time}", self.day),
            None => self.day.fmt(f),
        }
    }
}

impl Pack for Moment {
    fn pack(&self, to: &mut Packer) {
        self.day.pack(to);
        to.option(self.time, |to, time| {
            to.byte(time.hour());
            to.byte(time.minute());
        });
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let day = Day::unpack(from)?;
        Some(Self { day, time: from.option(|from| Time::new(from.byte()?, from.byte()?))? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn moments_are_read_and_printed() {
        assert_eq!(moment("2018-05-10 09:30").to_string(), "2018-05-10 09:30");
        assert_eq!(moment("2018-05-10T09:30:59"), moment("2018-05-10 09:30"));
        assert_eq!(moment("2018-05-10").time, None);
        assert!(moment("2018-05-10") < moment("2018-05-10 00:00"));
        let day = "2018-05-10".parse().unwrap();
        for text in
            ["2018-05-10 24:00", "2018-05-10 9:30", "2018-05-10 09:60", "2018-05-10 09:30:61", "2018-05-10 上午九点"]
        {
            assert_eq!(text.parse::<Moment>(), Err(MomentError::Time(day)), "{text}");
        }
        assert!(matches!("2018-02-30 09:30".parse::<Moment>(), Err(MomentError::Day(_))));
        assert!(matches!("2018年5月10日".parse::<Moment>(), Err(MomentError::Day(DayError::Shape(Some(_))))));
    }

    #[test]
    fn unknown_times_count_in_favour() {
        assert_eq!(moment("2018-05-10 14:30").minutes_since(moment("2018-05-10 09:30")), 300);
        assert_eq!(moment("2018-05-12").minutes_since(moment("2018-05-10")), 24 * 60 + 1);
        assert_eq!(moment("2018-05-10").minutes_since(moment("2018-05-10")), 0);
        assert_eq!(moment("2018-05-09").minutes_since(moment("2018-05-10")), 0);
    }
}
