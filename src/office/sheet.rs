//! The first sheet of an .xlsx row by row, values as a reader sees them.
//!
//! A register comes as a workbook from anyone, so reading is bounded, and nothing is allocated by a size that the file claims:
//! a cell `XFD1048576`, a merge of the whole sheet or one string used a million times costs no more than what it shows. (That is
//! why no crate for spreadsheets is used: they fill a rectangle up to the last cell.) The limits:
//!
//! - all parts together inflate to at most 64 MiB, and the package has at most 20,000 entries ([`Archive`]);
//! - columns beyond 512 are dropped, and the caller is told;
//! - the text of all cells is at most 64 MiB, each use of a shared string counted; beyond, the whole file is refused as too large;
//! - of merged regions the first 50,000 are looked at.
//!
//! Rows are streamed: XML events in, one row of cells at a time out. A value is what a reader sees: shared strings without
//! phonetic guides, numbers as Excel prints them, and days where the style says so. A region merged downwards holds its value in
//! every row, as a merged cell does for a reader; to the right it holds it once. Formulas count by their cached value.

use std::collections::BTreeMap;

use super::archive::Archive;
use super::number_format::{day, day_styles, plain_number};
use super::reading::Unread;
use super::workbook::Book;
use super::xml::{Node, walk};

/// Columns looked at; cells further right are told and dropped.
const MOST_COLUMNS: usize = 512;
/// Text of all cells together, in bytes: one long shared string may stand in very many cells.
const MOST_TEXT: usize = 64 << 20;
/// Merged regions looked at.
const MOST_MERGES: usize = 50_000;

/// Reads the first sheet and hands every row that has cells to `see`: its number as Excel shows it, and its cells from
/// column A. Cells merged downwards hold their value in every row. Answers whether cells right of column 512 were dropped.
///
/// # Errors
/// When the file is no readable workbook, is locked, or inflates beyond the limits.
pub fn first_sheet(bytes: &[u8], mut see: impl FnMut(u32, &[String])) -> Result<bool, Unread> {
    let mut archive = Archive::open(bytes)?;
    if archive.encrypted() {
        return Err(Unread::Encrypted);
    }
    let book = Book::open(&mut archive)?;
    let styles = archive.part("xl/styles.xml")?.map(|xml| day_styles(&xml)).unwrap_or_default();
    let sheet = book.sheets.first().ok_or(Unread::Damaged)?;
    let xml = book.part(sheet, &mut archive)?.ok_or(Unread::Damaged)?;
    let mut rows = Rows {
        book: &book,
        styles: &styles,
        merges: merges(&xml)?,
        running: BTreeMap::new(),
        number: 0,
        column: 0,
        cells: Vec::new(),
        wide: false,
        left: Some(MOST_TEXT),
        see: &mut see,
    };
    let mut cell = Cell::default();
    walk(&xml, |node| match node {
        Node::Open(element) => match element.name() {
            "row" => rows.start(element.get("r").and_then(|r| r.parse().ok())),
            "c" => {
                cell = Cell {
                    column: element.get("r").and_then(|r| place(&r)).map(|(column, _)| column),
                    kind: element.get("t").unwrap_or_default(),
                    style: element.get("s").and_then(|s| s.parse().ok()).unwrap_or(0),
                    ..Cell::default()
                }
            }
            "v" | "t" => cell.open = !cell.phonetic,
            "rPh" => cell.phonetic = true,
            _ => {}
        },
        Node::Text(text) if cell.open => cell.value.push_str(text),
        Node::Close("v" | "t") => cell.open = false,
        Node::Close("rPh") => cell.phonetic = false,
        Node::Close("c") => rows.cell(std::mem::take(&mut cell)),
        Node::Close("row") => rows.end(),
        Node::Text(_) | Node::Close(_) => {}
    })
    .map_err(|_| Unread::Damaged)?;
    if rows.left.is_none() { Err(Unread::TooLarge) } else { Ok(rows.wide) }
}

#[derive(Default)]
struct Cell {
    column: Option<usize>,
    kind: String,
    style: usize,
    value: String,
    open: bool,
    phonetic: bool,
}

struct Rows<'a> {
    book: &'a Book,
    styles: &'a [bool],
    /// Downward merges by their top cell: row, column → last row.
    merges: BTreeMap<(u32, usize), u32>,
    /// Merges that run through the present row: column → last row and value.
    running: BTreeMap<usize, (u32, String)>,
    number: u32,
    column: usize,
    cells: Vec<String>,
    wide: bool,
    /// Bytes of text that may still come; `None` when they are spent.
    left: Option<usize>,
    see: &'a mut dyn FnMut(u32, &[String]),
}

impl Rows<'_> {
    fn start(&mut self, number: Option<u32>) {
        self.number = number.unwrap_or(self.number.saturating_add(1));
        self.column = 0;
        self.cells.clear();
    }

    fn cell(&mut self, cell: Cell) {
        let column = cell.column.unwrap_or(self.column);
        self.column = column.saturating_add(1);
        let typed = cell.value.trim();
        let shown = match cell.kind.as_str() {
            "s" => {
                let string =
                    typed.parse().ok().and_then(|at: usize| self.book.strings.get(at)).map_or("", String::as_str);
                if !self.spend(string.len()) {
                    return;
                }
                string.to_owned()
            }
            "b" => if typed == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            "n" | "" if self.styles.get(cell.style).copied().unwrap_or(false) => {
                day(typed, self.book.from_1904).unwrap_or_else(|| plain_number(typed))
            }
            "n" | "" => plain_number(typed),
            _ => cell.value,
        };
        if shown.trim().is_empty() {
            return;
        }
        if column >= MOST_COLUMNS {
            self.wide = true;
            return;
        }
        if let Some(&last) = self.merges.get(&(self.number, column)) {
            self.running.insert(column, (last, shown.clone()));
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        self.cells[column] = shown;
    }

    fn spend(&mut self, length: usize) -> bool {
        self.left = self.left.and_then(|left| left.checked_sub(length));
        self.left.is_some()
    }

    fn end(&mut self) {
        if self.cells.is_empty() {
            return;
        }
        let number = self.number;
        self.running.retain(|_, (last, _)| *last >= number);
        let running = std::mem::take(&mut self.running);
        for (&column, (_, value)) in &running {
            if self.cells.len() <= column {
                self.cells.resize(column + 1, String::new());
            }
            if self.cells[column].is_empty() && self.spend(value.len()) {
                self.cells[column].clone_from(value);
            }
        }
        self.running = running;
        if self.left.is_none() {
            return;
        }
        (self.see)(number, &self.cells);
    }
}

/// The regions merged over more than one row, by their top left cell.
fn merges(xml: &[u8]) -> Result<BTreeMap<(u32, usize), u32>, Unread> {
    let mut merges = BTreeMap::new();
    walk(xml, |node| {
        if let Node::Open(element) = node
            && element.name() == "mergeCell"
            && merges.len() < MOST_MERGES
            && let Some(region) = element.get("ref")
            && let Some((from, to)) = region.split_once(':')
            && let (Some((column, first)), Some((_, last))) = (place(from), place(to))
            && last > first
        {
            merges.insert((first, column), last);
        }
    })
    .map_err(|_| Unread::Damaged)?;
    Ok(merges)
}

/// `B2` → column 1, counted from nought, and row 2.
fn place(text: &str) -> Option<(usize, u32)> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    if !(1..=3).contains(&letters) {
        return None;
    }
    let column = text
        .bytes()
        .take(letters)
        .fold(0, |column, letter| column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some((column - 1, text[letters..].parse().ok()?))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn workbook(sheet: &str) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in [
            ("xl/workbook.xml", "<workbook><sheets><sheet name='清单' r:id='r1'/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<R><Relationship Id='r1' Target='worksheets/sheet1.xml'/></R>"),
            ("xl/sharedStrings.xml", "<sst uniqueCount='99999999999'><si><t>类型</t></si></sst>"),
            ("xl/styles.xml", "<s><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></s>"),
            ("xl/worksheets/sheet1.xml", sheet),
        ] {
            writer.start_file(name, SimpleFileOptions::default()).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn rows(sheet: &str) -> Vec<(u32, String)> {
        let mut rows = Vec::new();
        first_sheet(&workbook(sheet), |number, cells| rows.push((number, cells.join("|")))).unwrap();
        rows
    }

    #[test]
    fn values_are_as_a_reader_sees_them() {
        assert_eq!(
            rows(
                "<w><sheetData><row r='2'><c r='A2' t='s'><v>0</v></c><c r='C2' s='1'><v>43223</v></c><c><v>0.30000000000000004</v></c></row><row><c t='inlineStr'><is><t>内</t></is></c><c t='b'><v>1</v></c></row></sheetData></w>"
            ),
            [(2, "类型||2018-05-03|0.3".to_owned()), (3, "内|TRUE".to_owned())]
        );
    }

    #[test]
    fn downward_merges_are_filled() {
        assert_eq!(
            rows(
                "<w><sheetData><row r='1'><c r='A1'><v>7</v></c><c r='B1'><v>1</v></c></row><row r='2'><c r='A2'/><c r='B2'><v>2</v></c></row><row r='3'><c r='B3'><v>3</v></c></row></sheetData><mergeCells><mergeCell ref='A1:A2'/></mergeCells></w>"
            ),
            [(1, "7|1".to_owned()), (2, "7|2".to_owned()), (3, "|3".to_owned())]
        );
    }

    #[test]
    fn far_and_false_places_do_no_harm() {
        assert_eq!(
            rows(
                "<w><sheetData><row r='99999999999'><c r='XFD1'><v>1</v></c><c r='AAAAAAAAA1'><v>2</v></c></row></sheetData></w>"
            ),
            []
        );
        assert_eq!(place("AA10"), Some((26, 10)));
        assert_eq!(place("10"), None);
    }
}
