//! The time limits that an item's record states: official words, tables that say what they mean, or a list of either.

use crate::{
    day::{
        LimitError, Start, TimeLimit,
        limit::{Anchor, Limit, Part, Unit},
    },
    record::{Any, Key, Record, View, schema},
    source::Span,
};

/// One stated limit.
#[derive(Debug)]
pub struct Stated<'r> {
    /// Its words; empty where a table has none.
    pub text: &'r str,
    /// The class of information it is for, if a key says so.
    pub class: Option<&'r str>,
    /// Where it is written.
    pub span: Span,
    /// Whether the words are all that is written.
    pub bare: bool,
    /// What it means, or why that is not known.
    pub parts: Result<Vec<Part>, StatedError>,
}

/// Why a stated limit has no meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatedError {
    /// The words are not understood.
    Words(LimitError),
    /// A number of days that is none: nothing is published within no days.
    Number,
    /// More than one of the keys that say how long.
    Several,
    /// `by` is no day of a year.
    By,
    /// `from` is no start.
    From,
}

/// Where a limit is pointed at: the first of these that is written.
const PLACES: [Key<schema::TimeLimit, Any>; 6] = [
    schema::TimeLimit::TEXT.any(),
    schema::TimeLimit::WORKDAYS.any(),
    schema::TimeLimit::DAYS.any(),
    schema::TimeLimit::MONTHS.any(),
    schema::TimeLimit::HOURS.any(),
    schema::TimeLimit::BY.any(),
];

/// The keys that say how long, each with its unit.
const LENGTHS: [(Key<schema::TimeLimit, i64>, Unit); 4] = [
    (schema::TimeLimit::WORKDAYS, Unit::Workday),
    (schema::TimeLimit::DAYS, Unit::Day),
    (schema::TimeLimit::MONTHS, Unit::Month),
    (schema::TimeLimit::HOURS, Unit::Hour),
];

/// The limits that an item's record states, in order.
pub fn stated(record: &Record<schema::Item>) -> impl Iterator<Item = Stated<'_>> {
    record.all(schema::Item::TIME_LIMIT).map(|it| {
        let text = it.get(schema::TimeLimit::TEXT).unwrap_or_default().trim();
        let class = it.get(schema::TimeLimit::FOR).map(str::trim).filter(|class| !class.is_empty());
        let place = PLACES.into_iter().find(|key| it.has(*key));
        let parts = meaning(it, text).map(|mut parts| {
            for part in &mut parts {
                part.class = class.map(str::to_owned).or(part.class.take());
            }
            parts
        });
        let span = place.map_or(it.span(), |key| it.span_of(key));
        Stated { text, class, span, bare: span == it.span(), parts }
    })
}

fn meaning(record: View<'_, schema::TimeLimit>, text: &str) -> Result<Vec<Part>, StatedError> {
    let from = match record.get(schema::TimeLimit::FROM) {
        Some(typed) => Some(Start::parse(typed).ok_or(StatedError::From)?),
        None => None,
    };
    let counted = LENGTHS.into_iter().filter_map(|(key, unit)| Some((record.get(key)?, unit))).collect::<Vec<_>>();
    match (counted.as_slice(), record.get(schema::TimeLimit::BY)) {
        ([], None) => TimeLimit::parse(text).map(|limit| limit.parts).map_err(StatedError::Words),
        ([(n, unit)], None) => {
            let n = u32::try_from(*n).ok().filter(|n| (1..=9999).contains(n)).ok_or(StatedError::Number)?;
            Ok(vec![Limit::Within { n, unit: *unit, from }.into()])
        }
        ([], Some(by)) => Ok(vec![by_day(by.trim()).ok_or(StatedError::By)?.into()]),
        _ => Err(StatedError::Several),
    }
}

/// `01-31`, `2026-01-31`, or the words for such a day.
fn by_day(typed: &str) -> Option<Limit> {
    let two = |text: &str| text.parse::<u8>().ok();
    let mut numbers = typed.rsplitn(3, '-');
    let (day, month, year) = (numbers.next().and_then(two), numbers.next().and_then(two), numbers.next());
    if let (Some(day), Some(month)) = (day, month) {
        let year = match year {
            Some(year) => Anchor::Only(year.parse().ok()?),
            None => Anchor::Every,
        };
        // 29 February is no day of every year.
        let of = if let Anchor::Only(year) = year { year } else { 2001 };
        crate::day::Day::new(of, month, day).ok()?;
        return Some(Limit::Before { year, month, day });
    }
    TimeLimit::parse(typed).ok().map(|limit| limit.limit).filter(|limit| matches!(limit, Limit::Before { .. }))
}
