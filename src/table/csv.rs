//! CSV as Excel reads it (RFC 4180), with the place of every value. The `csv` crate tells the places of records only.
//!
//! What a strict reader refuses is read and told: a quotation mark that never closes takes the rest of the file, text behind a closing
//! one belongs to the value. A quotation mark within an unquoted value is itself. A value has a place in the source only where it
//! is written there as it is, so that a finding never points at the wrong byte: `"二""三"` has none.

use memchr::{memchr, memchr2};

use super::grid::{Builder, Limits, Problem, Table};

/// Reads CSV text (decoded, `\n` line ends). Values are separated by commas; by tabs or semicolons where the first line has
/// no comma. The first row with two values is the head. Never fails; [`Table::problems`] tells what is wrong.
pub fn read_csv(text: &str, limits: Limits) -> Table {
    let mut reader = Reader { bytes: text.as_bytes(), text, at: 0, separator: separator(text), row: 1, column: 1 };
    let mut builder = Builder::new(limits, true);
    while reader.at < text.len() && !builder.is_full() {
        reader.record(&mut builder);
    }
    builder.finish()
}

fn separator(text: &str) -> u8 {
    let line = text.trim_start().lines().next().unwrap_or_default();
    [b',', b'\t', b';'].into_iter().find(|&sign| memchr(sign, line.as_bytes()).is_some()).unwrap_or(b',')
}

struct Reader<'a> {
    bytes: &'a [u8],
    text: &'a str,
    at: usize,
    separator: u8,
    row: u32,
    column: u32,
}

impl Reader<'_> {
    /// Reads one record with its line end.
    fn record(&mut self, builder: &mut Builder) {
        self.column = 1;
        loop {
            self.value(builder);
            match self.bytes.get(self.at) {
                Some(&sign) if sign == self.separator => {
                    self.at += 1;
                    self.column = self.column.saturating_add(1);
                }
                Some(_) => {
                    self.at += 1;
                    break;
                }
                None => break,
            }
        }
        builder.end_row(self.row);
        self.row = self.row.saturating_add(1);
    }

    /// Reads one value, up to the separator or line end after it.
    fn value(&mut self, builder: &mut Builder) {
        if self.bytes.get(self.at) == Some(&b'"') {
            self.quoted(builder);
        } else {
            let start = self.at;
            self.at = self.next_end();
            builder.cell(&self.text[start..self.at], Some(start));
        }
    }

    fn quoted(&mut self, builder: &mut Builder) {
        let start = self.at + 1;
        let mut value = String::new();
        let mut from = start;
        loop {
            let Some(length) = memchr(b'"', &self.bytes[from..]) else {
                builder.tell(Problem::Unclosed { row: self.row });
                value.push_str(&self.text[from..]);
                self.at = self.bytes.len();
                break;
            };
            value.push_str(&self.text[from..from + length]);
            self.at = from + length + 1;
            if self.bytes.get(self.at) != Some(&b'"') {
                break;
            }
            value.push('"');
            from = self.at + 1;
        }
        let end = self.next_end();
        if !self.text[self.at..end].trim().is_empty() {
            builder.tell(Problem::StrayQuote { row: self.row, column: self.column });
            value.push_str(&self.text[self.at..end]);
        }
        self.at = end;
        // With quotes written twice, or text after the last one, the value is not what stands there.
        let place = self.text[start..].starts_with(&value).then_some(start);
        builder.cell(&value, place);
    }

    fn next_end(&self) -> usize {
        memchr2(self.separator, b'\n', &self.bytes[self.at..]).map_or(self.bytes.len(), |length| self.at + length)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let table = read_csv(text, Limits::default());
        table.rows().map(|row| row.cells().map(|cell| cell.text.to_owned()).collect()).collect()
    }

    #[test]
    fn cells_know_their_places() {
        let text = "名称,编码\n\n\"甲\n乙\", 1 \n丙,\"二\"\"三\"\n";
        let table = read_csv(text, Limits::default());
        assert_eq!(table.head().cells().map(|cell| cell.text).collect::<Vec<_>>(), ["名称", "编码"]);
        let cells: Vec<_> = table.rows().flat_map(|row| row.cells().collect::<Vec<_>>()).collect();
        let told: Vec<_> = cells.iter().map(|cell| (cell.name(), cell.text)).collect();
        assert_eq!(told, [("A3".into(), "甲\n乙"), ("B3".into(), "1"), ("A4".into(), "丙"), ("B4".into(), "二\"三")]);
        let placed = cells.iter().filter_map(|cell| Some((cell.at?, cell.text)));
        assert_eq!(placed.clone().count(), 3, "a value that is not written as it is has no place");
        assert!(placed.into_iter().all(|(at, value)| text[at..].starts_with(value)));
        assert_eq!(table.problems, []);
    }

    #[test]
    fn titles_above_the_head_are_passed_over() {
        let table = read_csv("权责清单,,\n（2018年）\n名称,编码,备注\n甲,1,\n", Limits::default());
        assert_eq!((table.head().text(1), table.head().number(), table.len()), ("编码", 3, 1));
        assert_eq!(read_csv("名称\n甲\n乙\n", Limits::default()).len(), 2);
    }

    #[test]
    fn problems_are_told() {
        let problems = |text: &str| read_csv(text, Limits::default()).problems;
        assert_eq!(problems(""), [Problem::Empty]);
        assert_eq!(
            problems("a,b\n1\n1,2,\n1,2,3\n"),
            [Problem::Ragged { row: 2, cells: 1, heads: 2 }, Problem::Ragged { row: 4, cells: 3, heads: 2 }]
        );
        assert_eq!(problems("a,a,\n1,2,\n"), [Problem::RepeatedHead { first: 1, column: 2 }]);
        assert_eq!(problems("a,,b\n1,2,3\n"), [Problem::BlankHead { column: 2 }]);
        assert_eq!(
            problems("a,b\n\"1,2\n"),
            [Problem::Ragged { row: 2, cells: 1, heads: 2 }, Problem::Unclosed { row: 2 }]
        );
        assert_eq!(problems("a,b\n\"1\"x,2\n"), [Problem::StrayQuote { row: 2, column: 1 }]);
    }

    #[test]
    fn limits_hold() {
        let limits = Limits { rows: 2, columns: 2, bytes: 1000 };
        let table = read_csv("a,b,c\n1,2,3\n1,2\n1,2\n1,2\n", limits);
        assert_eq!(table.len(), 2);
        assert_eq!(table.problems, [Problem::TooManyRows, Problem::TooManyColumns]);
        let table = read_csv(&"x,y\n".repeat(1000), Limits { bytes: 10, ..Limits::default() });
        assert_eq!((table.len(), table.problems[0]), (4, Problem::TooLarge));
    }

    #[test]
    fn tabs_and_semicolons_are_seen() {
        assert_eq!(rows("a\tb\n1,5\t2\n"), [["1,5", "2"]]);
        assert_eq!(rows("a;b\n1;2\n"), [["1", "2"]]);
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "[a\",\n\t; 甲]{0,80}") {
            let table = read_csv(&text, Limits::default());
            for cell in table.rows().chain(std::iter::once(table.head())).flat_map(|row| row.cells().collect::<Vec<_>>()) {
                prop_assert!(cell.at.is_none_or(|at| text.get(at..).is_some_and(|rest| rest.starts_with(cell.text))));
            }
        }

        #[test]
        fn agrees_with_the_csv_crate(rows in proptest::collection::vec(proptest::collection::vec("[a-c\",\n甲]{1,6}", 3), 1..8)) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(["x", "y", "z"]).unwrap();
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let wanted: Vec<Vec<String>> = rows
                .iter()
                .map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>())
                .filter(|row| row.iter().any(|cell| !cell.is_empty()))
                .collect();
            prop_assert_eq!(self::rows(&text), wanted);
        }
    }
}
