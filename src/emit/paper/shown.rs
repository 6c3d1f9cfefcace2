//! What the forms that people read have in common: values as words, numbers of chapters, and what is cut of long tables.

use std::{borrow::Cow, ops::Range};

use crate::{
    supervision::{Block, Figure, Grid, Paper, Row, Value, ordinal},
    vocabulary::Lang,
};

/// How many rows of a table are shown to people. Whoever needs more searches or reckons, in a workbook or by a program.
pub const MOST_ROWS: usize = 300;

/// What stands where something is to be filled in.
pub const HOLE: &str = "〔…〕";

/// `value` as people read it.
pub fn shown(value: &Value, lang: Lang) -> Cow<'_, str> {
    match value {
        Value::None => Cow::from("—"),
        Value::Open => Cow::from(HOLE),
        Value::Text(text) => clean(text),
        Value::Count(count) => Cow::from(count.to_string()),
        Value::Thousandths(number) => Cow::from(decimal(*number)),
        Value::Share(part, whole) => {
            let percent = percent(*part, *whole);
            Cow::from(match lang {
                Lang::Zh => format!("{percent}（{part}/{whole}）"),
                Lang::En => format!("{percent} ({part}/{whole})"),
            })
        }
        Value::Day(day) => Cow::from(day.to_string()),
    }
}

/// Whether it is a number, which stands to the right.
pub fn is_number(value: &Value) -> bool {
    matches!(value, Value::Count(_) | Value::Thousandths(_) | Value::Share(..))
}

/// Thousandths as a decimal number without noughts at its end.
pub fn decimal(thousandths: i64) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let size = thousandths.unsigned_abs();
    let rest = format!("{:03}", size % 1000);
    let rest = rest.trim_end_matches('0');
    let dot = if rest.is_empty() { "" } else { "." };
    format!("{sign}{}{dot}{rest}", size / 1000)
}

/// A percentage of one digit. What is nearly all or nearly nothing is not said to be all or nothing.
fn percent(part: usize, whole: usize) -> String {
    let (wide_part, wide_whole) = (part as u128, whole.max(1) as u128);
    let tenths = (wide_part * 2000 + wide_whole) / (wide_whole * 2);
    match tenths {
        0 if part > 0 => "<0.1%".to_owned(),
        1000 if part < whole => ">99.9%".to_owned(),
        _ => format!("{}.{}%", tenths / 10, tenths % 10),
    }
}

/// `text` without what cannot be seen and turns or breaks what stands around it: controls but for ends of lines and tabs, the marks that
/// override the direction of writing, and what is no character.
pub fn clean(text: &str) -> Cow<'_, str> {
    let is_bad = |it: char| {
        (it.is_control() && !matches!(it, '\n' | '\t'))
            || matches!(it, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFFE}' | '\u{FFFF}')
    };
    // An end of line of Windows and of old Macs is one all the same.
    let text =
        if text.contains('\r') { Cow::from(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::from(text) };
    if text.contains(is_bad) { Cow::from(text.replace(is_bad, "")) } else { text }
}

/// Of `grid` the rows that people are shown, and what is said of the others.
pub fn cut(grid: &Grid, lang: Lang) -> (&[Row], Option<String>) {
    let all = grid.rows.len();
    if all <= MOST_ROWS {
        return (&grid.rows, None);
    }
    let rest = all - MOST_ROWS;
    let said = match lang {
        Lang::Zh => {
            format!("共 {all} 行，这里只列前 {MOST_ROWS} 行，其余 {rest} 行见同一报告的 xlsx 或 json 格式。")
        }
        Lang::En => format!(
            "{all} rows; the first {MOST_ROWS} are shown here, the other {rest} are in the same report as xlsx or json."
        ),
    };
    (&grid.rows[..MOST_ROWS], Some(said))
}

/// The columns of `grid` on paper: those that stand below each other are one.
pub fn stacks(grid: &Grid) -> Vec<Range<usize>> {
    let mut stacks: Vec<Range<usize>> = Vec::new();
    for (at, column) in grid.columns.iter().enumerate() {
        match stacks.last_mut() {
            Some(stack) if column.share == 0 => stack.end = at + 1,
            _ => stacks.push(at..at + 1),
        }
    }
    stacks
}

/// What stands in a cell on paper: of figures below each other those that say something.
pub fn stacked<'a>(row: &'a Row, stack: &Range<usize>) -> Vec<&'a Figure> {
    let all = row.figures.get(stack.start..stack.end.min(row.figures.len())).unwrap_or_default();
    let said: Vec<&Figure> = all.iter().filter(|it| it.value != Value::None).collect();
    if said.is_empty() { all.iter().take(1).collect() } else { said }
}

/// Whether `grid` wants a sheet of paper turned on its side.
pub fn is_wide(grid: &Grid) -> bool {
    stacks(grid).len() > 7 || grid.columns.iter().map(|it| usize::from(it.share)).sum::<usize>() > 14
}

/// Whether `grid` has so many columns that its letters are small.
pub fn is_crowded(grid: &Grid) -> bool {
    stacks(grid).len() > 9
}

/// Whether the paper lies so: all of it as soon as one table wants it, for where paper turns a sheet is left half empty.
pub fn is_sideways(paper: &Paper) -> bool {
    let wants = |it: &Block| matches!(it, Block::Grid(grid) if !grid.rows.is_empty() && is_wide(grid));
    paper.chapters.iter().flat_map(|it| &it.blocks).any(wants)
}

/// What has so many letters and signs without a blank is a path or an address, and may be broken within.
const LONG_WORD: usize = 12;

/// Whether a line may end after `letter` in a path or an address.
fn is_joint(letter: char) -> bool {
    matches!(letter, '/' | '-' | '.' | '_')
}

/// `text` with a mark of no width where a path or an address in it may be broken.
pub fn breakable(text: &str) -> Cow<'_, str> {
    let pieces = text.split_inclusive(|it: char| !it.is_ascii_graphic());
    if !pieces.clone().any(|it| it.len() >= LONG_WORD && it.contains(is_joint)) {
        return Cow::from(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for piece in pieces {
        let is_long = piece.chars().filter(char::is_ascii_graphic).count() >= LONG_WORD;
        let mut letters = piece.chars().peekable();
        while let Some(letter) = letters.next() {
            out.push(letter);
            if is_long && is_joint(letter) && letters.peek().is_some_and(char::is_ascii_alphanumeric) {
                out.push(BREAK);
            }
        }
    }
    Cow::from(out)
}

/// Where a line may end without a sign.
pub const BREAK: char = '\u{200B}';

/// The `nth` heading, from 0: `一、总体情况`, `1. Overview`.
pub fn heading(nth: usize, title: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}、{}", ordinal(nth + 1), clean(title)),
        Lang::En => format!("{}. {}", nth + 1, clean(title)),
    }
}

/// What stands before the day that a paper judges by.
pub fn as_of(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "数据截至",
        Lang::En => "As of",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact() {
        for (number, words) in [
            (0, "0"),
            (1, "0.001"),
            (-500, "-0.5"),
            (12_000, "12"),
            (12_340, "12.34"),
            (i64::MIN, "-9223372036854775.808"),
        ] {
            assert_eq!(decimal(number), words);
        }
        for (part, whole, words) in [
            (0, 7, "0.0%"),
            (6, 7, "85.7%"),
            (7, 7, "100.0%"),
            (99_999, 100_000, ">99.9%"),
            (1, 100_000, "<0.1%"),
            (1, 2000, "0.1%"),
            (usize::MAX, usize::MAX, "100.0%"),
        ] {
            assert_eq!(percent(part, whole), words);
        }
    }

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        assert_eq!(clean("甲\u{1}\r\n乙\u{202E}丙\u{FFFF}"), "甲\n乙丙");
    }
}
