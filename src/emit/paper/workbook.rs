//! What workbooks ask for: names of sheets that programs take, texts that a cell can hold, a day of making that is no clock's.

use std::{borrow::Cow, collections::BTreeSet};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::shown::clean;
use crate::day::Day;

/// What a sheet is called at most, in units of UTF-16.
const LONGEST_NAME: usize = 31;
/// What a cell holds at most, in units of UTF-16.
const LONGEST_TEXT: usize = 32_767;
/// What a property of a workbook holds at most.
const LONGEST_PROPERTY: usize = 250;
/// Said at the end of a text that a cell cannot hold.
const CUT: &str = "……（单元格装不下，全文见 json）";

/// The names of the sheets of a workbook.
#[derive(Debug, Default)]
pub struct SheetNames(BTreeSet<String>);

impl SheetNames {
    /// `wanted`, without what a name may not have, cut, and with a number where another sheet is called so.
    pub fn name(&mut self, wanted: &str) -> String {
        let is_bad = |it: char| "[]:*?/\\'".contains(it) || it.is_control() || matches!(it, '\u{FFFE}' | '\u{FFFF}');
        let plain: String = wanted.chars().filter(|it| !is_bad(*it)).collect();
        let plain = plain.trim();
        for number in 1.. {
            let end = if number == 1 { String::new() } else { format!(" {number}") };
            let start = first(plain, LONGEST_NAME - end.len()).trim_end();
            let name = if start.is_empty() { number.to_string() } else { format!("{start}{end}") };
            // Programs take names for one that differ only by capitals; this one they keep for themselves.
            let folded = name.to_lowercase();
            if folded != "history" && self.0.insert(folded) {
                return name;
            }
        }
        unreachable!("there are more numbers than sheets")
    }
}

/// `text` as a cell holds it.
pub fn cell(text: &str) -> Cow<'_, str> {
    let seen = clean(text);
    if seen.len() <= LONGEST_TEXT || seen.encode_utf16().count() <= LONGEST_TEXT {
        return seen;
    }
    Cow::from([first(&seen, LONGEST_TEXT - CUT.len()), CUT].concat())
}

/// The start of `text` that takes at most `most` units.
fn first(text: &str, most: usize) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, it)| {
        units += it.len_utf16();
        units > most
    });
    end.map_or(text, |(at, _)| &text[..at])
}

/// An empty workbook that says of itself that it was made on `day`: equal contents are equal bytes.
pub fn workbook(day: Day, title: &str) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    let title: String = cell(title).chars().take(LONGEST_PROPERTY).collect();
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&date(day)?));
    Ok(book)
}

/// `day` as workbooks count it.
pub fn date(day: Day) -> Result<ExcelDateTime, XlsxError> {
    let (year, month, day) = day.ymd();
    ExcelDateTime::from_ymd(u16::try_from(year).unwrap_or_default(), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_are_legal_and_differ() {
        let mut names = SheetNames::default();
        let long = "很长的表名".repeat(10);
        let wanted = [
            "甲/乙",
            "甲乙",
            "",
            "''",
            "History",
            "ABC",
            "abc",
            long.as_str(),
            long.as_str(),
            "😀".repeat(20).as_str(),
        ]
        .map(|it| names.name(it));
        assert_eq!(wanted[..7], ["甲乙", "甲乙 2", "1", "2", "History 2", "ABC", "abc 2"]);
        assert!(wanted.iter().all(|it| it.encode_utf16().count() <= LONGEST_NAME), "{wanted:?}");
        assert_eq!(wanted.iter().collect::<BTreeSet<_>>().len(), wanted.len());
    }

    #[test]
    fn a_text_that_is_too_long_says_so() {
        let long = "公".repeat(LONGEST_TEXT + 1);
        let cell = cell(&long);
        assert!(cell.encode_utf16().count() <= LONGEST_TEXT && cell.ends_with(CUT));
        assert_eq!(super::cell("甲\u{0}\n乙"), "甲\n乙");
    }
}
