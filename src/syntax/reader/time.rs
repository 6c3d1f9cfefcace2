//! Days, moments, periods: any form that can mean only one is read, any but the right one is told.

use toml::{de::DeValue, value::Datetime};

use super::{Reader, table::Line};
use crate::{
    day::{Day, DayError, Moment, Period, Time},
    record::{EncodedValue, Shape, Value},
    source::{Range, Span},
    syntax::WRONG_TYPE,
};

/// It was told already.
struct Told;

impl Reader<'_> {
    pub(super) fn day(&mut self, line: &Line<'_, '_>, it: &DeValue<'_>, range: Range) -> Option<EncodedValue> {
        let moment = match it {
            DeValue::Datetime(written) => {
                let moment = self.written(written, range)?;
                if moment.time.is_none() && written.time.is_none() {
                    return Some(Value::Day(moment.day).into());
                }
                Some(moment)
            }
            DeValue::String(text) => self.guessed(text, range).ok()?,
            DeValue::Integer(number) => Day::guess(number.as_str()).map(Moment::from),
            _ => None,
        };
        let right = moment.map(|moment| moment.day.to_string());
        self.wrong(line.name, &Shape::Day, it, range, right.as_deref());
        moment.map(|moment| Value::Day(moment.day).into())
    }

    pub(super) fn moment(&mut self, line: &Line<'_, '_>, it: &DeValue<'_>, range: Range) -> Option<EncodedValue> {
        let moment = match it {
            DeValue::Datetime(written) => {
                let moment = self.written(written, range)?;
                // Another time zone is another day for some hours: there is only Beijing time here.
                if written.offset.is_none() {
                    return Some(Value::Moment(moment).into());
                }
                Some(moment)
            }
            DeValue::String(text) => {
                if let Ok(moment) = text.trim().parse() {
                    return Some(Value::Moment(moment).into());
                }
                self.guessed(text, range).ok()?
            }
            DeValue::Integer(number) => Day::guess(number.as_str()).map(Moment::from),
            _ => None,
        };
        let right = moment.map(|moment| match moment.time {
            Some(time) => format!("\"{} {time}\"", moment.day),
            None => moment.day.to_string(),
        });
        self.wrong(line.name, &Shape::Moment, it, range, right.as_deref());
        moment.map(|moment| Value::Moment(moment).into())
    }

    pub(super) fn period(&mut self, line: &Line<'_, '_>, it: &DeValue<'_>, range: Range) -> Option<EncodedValue> {
        let period: Option<Period> = match it {
            DeValue::String(text) => match text.trim().parse() {
                Ok(period) => return Some(Value::Period(period).into()),
                Err(_) => Period::guess(text.trim()),
            },
            DeValue::Integer(number) => number.as_str().parse().ok(),
            _ => None,
        };
        let right = period.map(|period| format!("\"{period}\""));
        self.wrong(line.name, &Shape::Period, it, range, right.as_deref());
        period.map(|period| Value::Period(period).into())
    }

    /// A TOML date; one outside the years there are is told. A time alone is no moment.
    fn written(&mut self, written: &Datetime, range: Range) -> Option<Moment> {
        let Some(date) = written.date else {
            self.no_such_day(range, None);
            return None;
        };
        match Day::new(i32::from(date.year), date.month, date.day) {
            Ok(day) => {
                let time = written.time.and_then(|time| Time::new(time.hour, time.minute));
                Some(Moment { day, time })
            }
            Err(error) => {
                self.no_such_day(range, Some(error));
                None
            }
        }
    }

    /// A day or moment in a text; a day that does not exist is told, and then there is no more to say.
    fn guessed(&mut self, text: &str, range: Range) -> Result<Option<Moment>, Told> {
        let text = text.trim();
        match text.parse::<Day>() {
            Ok(day) => Ok(Some(day.into())),
            Err(error @ (DayError::Year(_) | DayError::Month(_) | DayError::DayOfMonth { .. })) => {
                self.no_such_day(range, Some(error));
                Err(Told)
            }
            Err(DayError::Shape(_)) => Ok(crate::syntax::repair::loose_moment(text)),
        }
    }

    fn no_such_day(&mut self, range: Range, error: Option<DayError>) {
        let typed = super::word::shown(self.raw(range));
        let help = match error {
            Some(DayError::Year(_)) => text! { zh: "年份应在1900年至2199年之间", en: "years run from 1900 to 2199" },
            Some(DayError::DayOfMonth { last, .. }) => {
                text! { zh: "这个月只有 {last} 天，核对日期", en: "this month has {last} days" }
            }
            Some(DayError::Month(_)) => text! { zh: "月份应在1至12之间", en: "months run from 1 to 12" },
            _ => text! { zh: "写上年、月、日，例如 2018-05-03", en: "write year, month and day, e.g. 2018-05-03" },
        };
        self.findings
            .raise(
                &WRONG_TYPE,
                Span { file: self.stand.file, range },
                text! { zh: "没有 {typed} 这一天", en: "there is no day {typed}" },
            )
            .label(text! { zh: "没有这一天", en: "no such day" })
            .help(help);
    }
}
