//! Days, moments and periods as strings of data formats.

use std::fmt::Display;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use super::date::Day;
use super::moment::{Moment, Time};
use super::period::Period;

fn read<'de, D: Deserializer<'de>, T: FromStr>(from: D, what: &str) -> Result<T, D::Error> {
    let text = String::deserialize(from)?;
    text.parse().map_err(|_| D::Error::custom(format_args!("{what} expected, found {text:?}")))
}

fn write<S: Serializer>(value: &impl Display, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(value)
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        write(self, to)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        read(from, "YYYY-MM-DD")
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        write(self, to)
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        read(from, "HH:MM")
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        write(self, to)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        read(from, "YYYY-MM-DD or YYYY-MM-DD HH:MM")
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        write(self, to)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        read(from, "a period like 2018, 2018H1, 2018Q3 or 2018-07")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_survive_json() {
        let day: Day = "2018-05-03".parse().unwrap();
        let moment: Moment = "2018-05-03 09:30".parse().unwrap();
        let period: Period = "2018Q3".parse().unwrap();
        let json = serde_json::to_string(&(day, moment, period, moment.time)).unwrap();
        assert_eq!(json, r#"["2018-05-03","2018-05-03 09:30","2018Q3","09:30"]"#);
        assert_eq!(
            serde_json::from_str::<(Day, Moment, Period, Option<Time>)>(&json).unwrap(),
            (day, moment, period, moment.time)
        );
        assert!(serde_json::from_str::<Day>(r#""2018-02-30""#).is_err());
    }
}
