//! Days as running text has them, in any digits, the year left out where a reader knows it.

use std::{ops::Range, sync::LazyLock};

use regex::Regex;

use crate::day::{Day, numeral::number};

/// A digit of any script.
const DIGIT: &str = "[0-9０-９〇○零一二三四五六七八九十]";

/// Blanks within a date.
const GAP: &str = "[ \u{3000}\u{a0}]*";

/// Year, month and day; the year may be missing.
static DATE: LazyLock<Regex> = LazyLock::new(|| {
    let sign = "[-./－．—]";
    Regex::new(&format!(
        "(?:([12１２一二]{DIGIT}{{3}}){GAP}(?:年|{sign}){GAP})?({DIGIT}{{1,3}}){GAP}(月|{sign}){GAP}({DIGIT}{{1,3}})(?:{GAP}([日号]))?"
    ))
    .expect("a pattern")
});

/// The day behind a date, where its month is not said again: `3月9日至13日`.
static SAME_MONTH: LazyLock<Regex> = LazyLock::new(|| {
    let weekday = "(?:[（(](?:星期|周).[）)])?";
    let before = "[^0-9０-９一二三四五六七八九十。；，]{0,8}";
    Regex::new(&format!("^{GAP}{weekday}{before}[至到—–~～－-]{{1,2}}{GAP}({DIGIT}{{1,3}}){GAP}[日号]"))
        .expect("a pattern")
});

/// A day that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dated {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    year: Option<i32>,
    month: u8,
    day: u8,
}

impl Dated {
    /// The day itself; where the text leaves the year out, that which is nearest to `near`.
    pub fn near(&self, near: Day) -> Option<Day> {
        let of = |year| Day::new(year, self.month, self.day).ok();
        match self.year {
            Some(year) => of(year),
            None => (near.year() - 1..=near.year() + 1).filter_map(of).min_by_key(|it| it.days_since(near).abs()),
        }
    }

    /// The day itself, where its year is written.
    pub fn whole(&self) -> Option<Day> {
        Day::new(self.year?, self.month, self.day).ok()
    }
}

/// The days of `text`, in order.
pub(super) fn dates(text: &str) -> Vec<Dated> {
    let small = |text: &str| u8::try_from(number(text)?).ok();
    let mut found: Vec<Dated> = Vec::new();
    for one in DATE.captures_iter(text) {
        let (Some(whole), Some(month), Some(day)) = (one.get(0), one.get(2), one.get(4)) else { continue };
        let year = one.get(1).and_then(|it| i32::try_from(number(it.as_str())?).ok());
        // Without its year only 5月3日 is a day: 5.3 and 5-3 are many things.
        let is_said = year.is_some() || one.get(3).is_some_and(|it| it.as_str() == "月") && one.get(5).is_some();
        let (Some(month), Some(day), true) = (small(month.as_str()), small(day.as_str()), is_said) else { continue };
        // The second day of a span is of the year of the first.
        let joined = found.last().filter(|last| is_joint(&text[last.range.end..whole.start()]));
        let year = year.or_else(|| joined?.year);
        found.push(Dated { range: whole.range(), year, month, day });
        if let Some(last) = SAME_MONTH.captures(&text[whole.end()..]).and_then(|it| it.get(1))
            && let Some(day) = small(last.as_str())
        {
            let range = whole.end() + last.start()..whole.end() + last.end();
            found.push(Dated { range, year, month, day });
        }
    }
    found
}

/// Whether nothing but 至, and the hour, stands between the two days of a span.
pub(super) fn is_joint(between: &str) -> bool {
    const JOINTS: [char; 8] = ['至', '到', '-', '—', '–', '－', '~', '～'];
    between.len() <= 60
        && between.contains(JOINTS)
        && between.chars().all(|it| JOINTS.contains(&it) || it == '起' || it.is_whitespace() || is_of_hour(it))
}

/// Whether a letter may belong to the hour or the day of the week that stands behind a day.
pub(super) fn is_of_hour(letter: char) -> bool {
    "0123456789:：时点分整上下午（）()星期周一二三四五六日".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let near = Day::new(2018, 6, 1).expect("a day");
        dates(text).iter().map(|it| it.near(near).map_or("none".to_owned(), |it| it.to_string())).collect()
    }

    #[test]
    fn days_are_read_as_people_write_them() {
        for (text, days) in [
            ("2018年5月2日", vec!["2018-05-02"]),
            ("2018 年 05 月 02 日", vec!["2018-05-02"]),
            ("２０１８年５月２日", vec!["2018-05-02"]),
            ("二〇一八年五月二日", vec!["2018-05-02"]),
            ("二○一八年十二月三十一日", vec!["2018-12-31"]),
            ("2018.5.2-2018.6.1", vec!["2018-05-02", "2018-06-01"]),
            ("2018-05-02至2018-06-01", vec!["2018-05-02", "2018-06-01"]),
            ("2018/5/2", vec!["2018-05-02"]),
            ("2017年12月20日至次年1月8日", vec!["2017-12-20", "2018-01-08"]),
            ("2018年5月2日至6月1日", vec!["2018-05-02", "2018-06-01"]),
            ("2018年5月2日9:00至6月1日17:00", vec!["2018-05-02", "2018-06-01"]),
            ("5月2日—9日", vec!["2018-05-02", "2018-05-09"]),
            ("2018年5月2日（星期三）至9日", vec!["2018-05-02", "2018-05-09"]),
            ("至11月8日", vec!["2018-11-08"]),
            ("5月31号前", vec!["2018-05-31"]),
            ("2018年2月30日", vec!["none"]),
            ("第3.5条、0797-8000-001、2018年5月、12月底、3-5个工作日、1.2.3", vec![]),
        ] {
            assert_eq!(read(text), days, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "[0-9一二十年月日号至到—.（） -]{0,60}|.*") {
            for dated in dates(&text) {
                assert!(text.get(dated.range).is_some());
            }
        }
    }
}
