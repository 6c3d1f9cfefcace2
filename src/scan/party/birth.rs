//! When somebody was born, to the day.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use super::rule::{is_told, raise};
use crate::{
    diagnostic::{Edit, Findings},
    scan::{Subject, person::is_han, subject::before},
    source::Span,
};

/// A day, however it is written; the year first.
static DAY: LazyLock<Regex> = LazyLock::new(|| {
    let digit = "[0-9０-９〇○零一二三四五六七八九十]";
    Regex::new(&format!(
        "([12１２一二]{digit}{{3}})[ ]*(年|[-./－．])?[ ]*{digit}{{1,3}}[ ]*(?:月|[-./－．])?[ ]*{digit}{{1,3}}(?:[ ]*日)?"
    ))
    .expect("a pattern")
});

/// What stands before a day of birth.
const LABELS: [&str; 7] = ["出生日期", "出生年月日", "出生年月", "出生时间", "生日", "生于", "出生于"];

/// Looks for days of birth in the text of an entry.
pub(super) fn dates(subject: &Subject<'_>, findings: &mut Findings) {
    if !subject.text.contains('生') {
        return;
    }
    for found in DAY.captures_iter(subject.text) {
        let (Some(day), Some(year)) = (found.get(0), found.get(1)) else { continue };
        let front = before(subject.text, day.start(), 60)
            .trim_end_matches(['：', ':', ' ', '\u{3000}', '*', '_', '|', '\t', '为', '"', '=']);
        let labelled = LABELS.iter().any(|it| front.ends_with(it));
        let rest = subject.text[day.end()..].trim_start();
        let born = rest.starts_with("出生")
            || rest.strip_prefix('生').is_some_and(|it| !it.starts_with(is_han) || it.starts_with('于'));
        if labelled || born && found.get(2).is_some() {
            tell(subject, day.range(), year.as_str(), findings);
        }
    }
}

/// Judges a cell of a column of days of birth.
pub(super) fn cell(subject: &Subject<'_>, at: usize, cell: &str, findings: &mut Findings) {
    if let Some(found) = DAY.captures(cell)
        && let (Some(day), Some(year)) = (found.get(0), found.get(1))
    {
        tell(subject, at + day.start()..at + day.end(), year.as_str(), findings);
    }
}

/// Whether a cell holds a day.
pub(super) fn is_day(cell: &str) -> bool {
    DAY.is_match(cell)
}

fn tell(subject: &Subject<'_>, day: Range<usize>, year: &str, findings: &mut Findings) {
    let place = Span::new(subject.file, day);
    if !is_told(place, findings) {
        raise(
            place,
            text! { zh: "出生日期写到了日", en: "a birthday down to the day" },
            text! { zh: "只写到年：{year}年", en: "write the year only: {year}" },
            subject.day,
            findings,
        )
        .fix([Edit::new(place, format!("{year}年"), false)]);
    }
}
