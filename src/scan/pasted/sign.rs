//! 1908: signs at the begin of a line that a page takes for its own, and does not show: `2026. 5. 6` is a list, `>5万元` a quotation.

use memchr::memchr_iter;

use super::{code::is_code, office::OFFICE_TAGS};
use crate::{
    day::Day,
    diagnostic::{Edit, Findings},
    scan::subject::Subject,
    source::Span,
};

/// Looks at the begin of each line.
pub(super) fn entry(subject: &Subject<'_>, findings: &mut Findings) {
    let (start, body) = subject.body_text();
    for begin in std::iter::once(0).chain(memchr_iter(b'\n', body.as_bytes()).map(|at| at + 1)) {
        let rest = &body[begin..];
        // Deeper lines are code, and most lines begin with a hanzi.
        let words = rest.trim_start_matches(' ');
        let at = start + begin + rest.len() - words.len();
        match words.bytes().next() {
            Some(b'>') if is_more(words) && !is_code(subject, at) => more(subject, at, findings),
            Some(b'1' | b'2') => {
                let line = words.split('\n').next().unwrap_or_default().trim_end();
                if let Some(day) = listed_day(line).filter(|_| !is_code(subject, at)) {
                    date(subject, at, line, day, findings);
                }
            }
            _ => {}
        }
    }
}

/// Whether `words` begin with `>` and a figure, as in `>5万元`; who quotes leaves a blank.
fn is_more(words: &str) -> bool {
    words[1..].trim_start_matches(['=', '＝']).starts_with(|c: char| c.is_ascii_digit())
}

/// The day that `line` is, written with stops and blanks: each number and its stop begin a list.
fn listed_day(line: &str) -> Option<Day> {
    let mut parts = line.splitn(3, ". ").map(|it| it.trim().trim_end_matches('.'));
    let mut number = |length: std::ops::RangeInclusive<usize>| {
        let part = parts.next()?;
        (length.contains(&part.len()) && part.bytes().all(|it| it.is_ascii_digit()))
            .then(|| part.parse::<u16>().ok())?
    };
    let (year, month, day) = (number(4..=4)?, number(1..=2)?, number(1..=2)?);
    Day::new(i32::from(year), u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
}

fn date(subject: &Subject<'_>, at: usize, line: &str, day: Day, findings: &mut Findings) {
    let span = Span::new(subject.file, at..at + line.len());
    let written = format!("{}年{}月{}日", day.year(), day.month(), day.day());
    findings
        .raise(
            &OFFICE_TAGS,
            span,
            text! { zh: "“{line}”在网页上成了编号，看不到日期", en: "`{line}` begins a list, and the page shows no date" },
        )
        .help(text! { zh: "写成：{written}", en: "write: {written}" })
        .fix([Edit::new(span, written, true)])
        .key("listed-day");
}

fn more(subject: &Subject<'_>, at: usize, findings: &mut Findings) {
    let span = Span::new(subject.file, at..at + 1);
    findings
        .raise(
            &OFFICE_TAGS,
            span,
            text! { zh: "行首的“>”在网页上是引用，不显示，“大于”就没有了", en: "`>` at the begin of a line makes a quotation, and is not shown: “more than” is lost" },
        )
        .help(text! { zh: "写成“＞”，或者写“……以上”；确实是引用的，“>”后面空一格", en: "write ＞, or the words; leave a blank behind it where it is a quotation" })
        .fix([Edit::new(span, "＞", false)])
        .key("more-than");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_figures_are_told_from_lists_and_quotations() {
        for line in ["2026. 5. 6", "2018. 12. 31", "2018. 5. 6."] {
            assert!(listed_day(line).is_some(), "{line}");
        }
        for line in ["1. 5. 6", "2018. 13. 1", "2018. 某事", "2018. 5. 6 某事", "2018.5.6", "12. 落实 3. 项"] {
            assert!(listed_day(line).is_none(), "{line}");
        }
        assert!(is_more(">5万元的项目") && is_more(">=3人"));
        assert!(!is_more("> 5万元") && !is_more(">引用") && !is_more(">"));
    }
}
