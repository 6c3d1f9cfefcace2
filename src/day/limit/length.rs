//! Numbers with their units: `20个工作日`, `两周`, `半个月`, `48小时`, `5-7天`.

use super::value::Unit;
use crate::day::numeral::{number, numeric};

/// A length, and what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Length<'p> {
    /// How many; the greater of a range.
    pub n: u32,
    /// How many at least: of `5-7天` the 5.
    pub least: u32,
    /// Of what.
    pub unit: Unit,
    /// What follows.
    pub rest: &'p str,
}

/// The number at the start of `text`, and what follows it.
pub(super) fn leading_number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|letter| !numeric(letter)).unwrap_or(text.len());
    Some((number(&text[..end])?, &text[end..]))
}

/// What is counted, and how many of the unit it is.
const UNITS: [(&str, Unit, u32); 13] = [
    ("工作日", Unit::Workday, 1),
    ("工作天", Unit::Workday, 1),
    ("自然日", Unit::Day, 1),
    ("日历日", Unit::Day, 1),
    ("日历天", Unit::Day, 1),
    ("日", Unit::Day, 1),
    ("天", Unit::Day, 1),
    ("星期", Unit::Day, 7),
    ("周", Unit::Day, 7),
    ("季度", Unit::Month, 3),
    ("月", Unit::Month, 1),
    ("年", Unit::Month, 12),
    ("小时", Unit::Hour, 1),
];

/// The length at the start of `text`. Nothing is done within no days, and no year is a number of years.
pub(super) fn leading_length(text: &str) -> Option<Length<'_>> {
    for (half, n, unit) in [("半个月", 15, Unit::Day), ("半月", 15, Unit::Day), ("半年", 6, Unit::Month)] {
        if let Some(rest) = text.strip_prefix(half) {
            return Some(Length { n, least: n, unit, rest });
        }
    }
    let (first, rest) = leading_number(text)?;
    let range = rest.strip_prefix(['-', '—', '–', '~', '至', '到']).and_then(leading_number);
    let (last, rest) = range.unwrap_or((first, rest));
    let (counted, rest) = rest.strip_prefix('个').map_or((false, rest), |rest| (true, rest));
    let (unit, times, rest) =
        UNITS.iter().find_map(|(word, unit, times)| Some((*unit, *times, rest.strip_prefix(word)?)))?;
    // `3月` is March.
    let named = unit == Unit::Month && (times == 1 && !counted || times == 12 && last >= 1900);
    if first == 0 || last < first || named {
        return None;
    }
    Some(Length { n: last * times, least: first * times, unit, rest })
}

/// The length and nothing else after it but `内`.
pub(super) fn whole_length(text: &str) -> Option<(u32, Unit)> {
    let length = leading_length(text)?;
    matches!(length.rest, "" | "内" | "以内" | "之内").then_some((length.n, length.unit))
}

/// Where numbers begin in `text`, a `半` among them; ordinals are none.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = usize> {
    let mut before = ' ';
    text.char_indices().filter_map(move |(at, letter)| {
        let begins = numeric(letter) && !numeric(before) && before != '第' || letter == '半';
        before = letter;
        begins.then_some(at)
    })
}

/// Whether `text` gives no time at all somewhere: `0个工作日`, `零日`, `0.5天`. Whatever else it says, that is a slip.
pub(super) fn has_nought(text: &str) -> bool {
    let nought = |at: usize| {
        let Some((0, rest)) = leading_number(&text[at..]) else { return false };
        let counted = rest.strip_prefix('个').unwrap_or(rest);
        let part = rest.strip_prefix('.').is_some_and(|it| it.starts_with(|letter: char| letter.is_ascii_digit()));
        part || UNITS.iter().any(|(word, ..)| counted.starts_with(word))
    };
    numbers(text).any(nought)
}

/// Whether a length stands anywhere in `text`.
pub(super) fn has_length(text: &str) -> bool {
    numbers(text).any(|at| leading_length(&text[at..]).is_some())
}
