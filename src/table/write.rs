//! CSV out: LF, quoted where needed, with no cell that a spreadsheet would run.

use std::borrow::Cow;

/// Writes rows as CSV; `mark` puts the byte order mark first, without which Excel takes UTF-8 for GBK.
pub fn write_csv<R>(rows: impl IntoIterator<Item = R>, mark: bool) -> String
where
    R: IntoIterator,
    R::Item: AsRef<str>,
{
    let mut text = String::from(if mark { "\u{feff}" } else { "" });
    for row in rows {
        let start = text.len();
        for (at, cell) in row.into_iter().enumerate() {
            if at > 0 {
                text.push(',');
            }
            push(&mut text, &harmless(cell.as_ref()));
        }
        // An empty line would be no row.
        if text.len() == start {
            text.push_str("\"\"");
        }
        text.push('\n');
    }
    text
}

fn push(text: &mut String, cell: &str) {
    if cell.contains([',', '"', '\n', '\r', ';', '\t'])
        || cell.starts_with(char::is_whitespace)
        || cell.ends_with(char::is_whitespace)
    {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}

/// A value that no spreadsheet takes for a formula: one that begins with `=`, `+`, `-`, `@`, tab or return, and is no
/// number or phone number, gets `'` before it (OWASP, CSV injection).
pub fn harmless(cell: &str) -> Cow<'_, str> {
    let first = cell.trim_start_matches(' ').chars().next();
    let formula = matches!(first, Some('=' | '@' | '\t' | '\r' | '\n' | '＝' | '＠'))
        || (matches!(first, Some('+' | '-' | '＋' | '－')) && !is_number(cell));
    if formula { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

fn is_number(cell: &str) -> bool {
    let digits = cell.trim().trim_start_matches(['+', '-']);
    cell.trim().len() <= digits.len() + 1
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '%'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::table::{Limits, read_csv};

    #[test]
    fn formulas_are_disarmed() {
        for cell in ["=cmd|' /C calc'!A0", "@SUM(1)", "+1+1", "-2+3", "-A1", "\t=1", " =1", "--1"] {
            assert!(harmless(cell).starts_with('\''), "{cell}");
        }
        for cell in ["-5", "+86 797", "-1,234.50", "第一条", "3-4", "", "-12.5%"] {
            assert_eq!(harmless(cell), cell);
        }
    }

    #[test]
    fn text_is_quoted_where_needed() {
        let rows = [vec!["名称", "值"], vec!["甲,乙", "\"丙\""], vec!["", ""], vec![""]];
        assert_eq!(write_csv(rows, true), "\u{feff}名称,值\n\"甲,乙\",\"\"\"丙\"\"\"\n,\n\"\"\n");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(rows in proptest::collection::vec(proptest::collection::vec("[b-d甲][b-d\",;\n甲]{0,5}[甲b]", 2), 1..6)) {
            let text = write_csv([vec!["x".to_owned(), "y".to_owned()]].into_iter().chain(rows.clone()), false);
            let table = read_csv(&text, Limits::default());
            let read: Vec<Vec<String>> = table.rows().map(|row| row.cells().map(|cell| cell.text.to_owned()).collect()).collect();
            let wanted: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect()).collect();
            prop_assert_eq!(read, wanted);
        }
    }
}
