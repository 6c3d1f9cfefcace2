//! A local text that the project declares, `[[law]]`: what a citation of it means, and whether it can be cited on a day.

use crate::{
    day::Day,
    diagnostic::{Law, laws},
    number::CitedNumber,
    record::{Record, schema},
};

/// Why a local text can't be cited so on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unfit<'a> {
    /// It is no longer in force.
    Lapsed(&'a LocalLaw<'a>),
    /// It is not yet in force.
    NotYet(&'a LocalLaw<'a>),
    /// It has another number than the one typed.
    OtherNumber(&'a LocalLaw<'a>, &'a str),
}

/// A `[[law]]`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct LocalLaw<'a> {
    /// Without its marks, as typed.
    pub title: &'a str,
    /// What of the title is compared.
    key: String,
    /// Its numbers, the first of which is named.
    numbers: Vec<CitedNumber<'a>>,
    /// The number as declared.
    pub number: &'a str,
    pub from: Option<Day>,
    pub until: Option<Day>,
    pub replaced_by: &'a str,
}

impl<'a> LocalLaw<'a> {
    /// What `record` declares.
    pub fn new(record: &'a Record<schema::Law>) -> Self {
        let title = bare(record.get(schema::Law::TITLE).unwrap_or_default());
        Self {
            title,
            key: key(title),
            numbers: record.all(schema::Law::NUMBER).flat_map(CitedNumber::all).collect(),
            number: record.all(schema::Law::NUMBER).next().unwrap_or_default(),
            from: record.get(schema::Law::FROM),
            until: record.get(schema::Law::UNTIL),
            replaced_by: record.get(schema::Law::REPLACED_BY).unwrap_or_default(),
        }
    }

    /// The built-in text that this one repeats: of its number, or of its title while both are in force.
    pub fn builtin(&self) -> Option<&'static Law> {
        laws::ALL.iter().copied().find(|law| {
            let numbers = CitedNumber::all(law.number);
            if numbers.iter().any(|it| self.numbers.iter().any(|own| own.agrees(it) == Some(true) && names(own, law))) {
                return true;
            }
            let core = law.title.zh.rsplit_once('》').map_or(law.title.zh, |(core, _)| core);
            let starts = self.until.is_none_or(|until| law.from.is_none_or(|from| from <= until.ymd()));
            let ends = self.from.is_none_or(|from| law.until.is_none_or(|until| from.ymd() <= until));
            key(bare(core)) == self.key && starts && ends
        })
    }

    /// Whether `other` declares the same text again: of one title, and nothing tells them apart.
    pub fn repeats(&self, other: &Self) -> bool {
        if self.key != other.key {
            return false;
        }
        let agree = |own: &CitedNumber<'_>| other.numbers.iter().filter_map(|it| own.agrees(it)).max();
        if let Some(agreed) = self.numbers.iter().filter_map(agree).max() {
            return agreed;
        }
        let apart = |a: &Self, b: &Self| a.until.zip(b.from).is_some_and(|(until, from)| until < from);
        !apart(self, other) && !apart(other, self)
    }

    /// The year of its number that is after the year it came into force.
    pub fn late_number(&self) -> Option<i32> {
        let from = self.from?.year();
        let years = || self.numbers.iter().filter_map(CitedNumber::year);
        years().min().filter(|&year| year > from)
    }

    /// Whether `title`, with `note` beside it and `numbers` in it, can be cited on `day`; none where it means no text of `local`,
    /// or nobody can tell which.
    pub fn judge(
        local: &'a [Self],
        (title, note): (&str, &str),
        numbers: &[CitedNumber<'a>],
        day: Day,
    ) -> Option<Result<(), Unfit<'a>>> {
        let title = key(title);
        let agreed = |law: &Self| {
            let each = numbers.iter().flat_map(|it| law.numbers.iter().filter_map(|own| own.agrees(it)));
            each.max()
        };
        let of_title: Vec<&Self> = local.iter().filter(|law| law.key == title).collect();
        let of_number: Vec<&Self> = of_title.iter().copied().filter(|law| agreed(law) == Some(true)).collect();
        let meant = if !of_number.is_empty() {
            of_number
        } else if of_title.iter().any(|law| agreed(law) == Some(false)) {
            let law = of_title.iter().rev().find(|law| law.covers(day)).or(of_title.last())?;
            return Some(Err(Unfit::OtherNumber(law, numbers[0].typed)));
        } else {
            // A version that is named by another year than it has is one that nobody declared.
            of_title.into_iter().filter(|law| law.is_of_version(note)).collect()
        };
        if meant.iter().any(|law| law.covers(day)) {
            return Some(Ok(()));
        }
        let lapsed = meant.iter().filter(|law| law.until.is_some_and(|until| until < day)).max_by_key(|law| law.until);
        match (lapsed, meant.first()) {
            (Some(law), _) => Some(Err(Unfit::Lapsed(law))),
            (None, Some(law)) => Some(Err(Unfit::NotYet(law))),
            (None, None) => None,
        }
    }

    /// Whether it is in force on `day`, as far as that is declared.
    fn covers(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until)
    }

    /// Whether the years in `note`, if any, are of this version.
    fn is_of_version(&self, note: &str) -> bool {
        let years = note.match_indices('年').filter_map(|(at, _)| note[..at].get(at.checked_sub(4)?..)?.parse().ok());
        let years: Vec<i32> = years.collect();
        match self.from {
            Some(from) if !years.is_empty() => years.contains(&from.year()) || years.contains(&(from.year() - 1)),
            _ => true,
        }
    }
}

/// Orders of other issuers have the same serials as the State Council's: the issuer must be named.
fn names(own: &CitedNumber<'_>, law: &Law) -> bool {
    let issuer = law.number.split(['第', '〔']).next().unwrap_or_default();
    own.typed.contains(issuer)
}

/// A title without the marks that it may be written in.
fn bare(title: &str) -> &str {
    let title = title.trim();
    title.strip_prefix('《').map_or(title, |it| it.strip_suffix('》').unwrap_or(it))
}

/// What of a title is compared: without 中华人民共和国, spaces, the form of brackets and a version in brackets at its end.
fn key(title: &str) -> String {
    let title = title.trim();
    let title = title.strip_prefix("中华人民共和国").unwrap_or(title);
    let open = title.rfind(['（', '(']).filter(|_| title.ends_with(['）', ')']));
    let core = open.filter(|&at| title[at..].contains(|it: char| it.is_ascii_digit())).map_or(title, |at| &title[..at]);
    let letters = core.chars().filter(|it| !it.is_whitespace());
    letters
        .map(|letter| match letter {
            '〈' | '<' | '＜' => '《',
            '〉' | '>' | '＞' => '》',
            '(' => '（',
            ')' => '）',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        compliance::builder::{Fields, list},
        record::Value,
    };

    fn law(title: &str, numbers: &[&str], from: &str, until: &str) -> Record<schema::Law> {
        let mut fields = Fields::new().with(schema::Law::TITLE, Value::Text(title));
        fields = fields.with(schema::Law::NUMBER, list(numbers.iter().map(|it| Value::Text(it)).collect()));
        for (key, day) in [(schema::Law::FROM, from), (schema::Law::UNTIL, until)] {
            if let Ok(day) = day.parse() {
                fields = fields.with(key, Value::Day(day));
            }
        }
        fields.record()
    }

    #[test]
    fn repetitions_and_late_numbers_are_seen() {
        let records = [
            law("甲办法", &["某府发〔2011〕8号"], "2011-05-01", "2016-04-30"),
            law("《甲办法》", &["某府发(2011)8号"], "", ""),
            law("甲办法", &["某府发〔2016〕2号"], "2016-05-01", ""),
            law("政府信息公开条例", &["国务院令第711号"], "2019-05-15", ""),
            law("某省政府信息公开办法", &["省政府令第711号"], "2009-05-15", ""),
            law("行政许可法", &[], "2004-07-01", ""),
        ];
        let local: Vec<LocalLaw<'_>> = records.iter().map(LocalLaw::new).collect();
        assert!(local[1].repeats(&local[0]) && !local[2].repeats(&local[0]));
        let builtin = |at: usize| local[at].builtin().map(|it| it.number);
        assert_eq!((builtin(3), builtin(4), builtin(5)), (Some("国务院令第711号"), None, Some("")));
        assert_eq!(LocalLaw::new(&law("乙办法", &["某府发〔2018〕8号"], "2017-05-01", "")).late_number(), Some(2018));
    }
}
