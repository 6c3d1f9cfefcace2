//! The rows of one sheet: XML events in, one row of cells at a time out. A value is what a reader sees: shared strings without
//! phonetic guides, numbers and days as their format shows them, and nothing that is hidden. A region merged downwards holds its value
//! in every row, as a merged cell does for a reader; to the right it holds it once. Formulas count by their cached value.

use std::collections::BTreeMap;

use super::archive::Archive;
use super::book::Book;
use super::cell_format::CellFormat;
use super::place::{is_hidden, place};
use super::reading::Unread;
use super::styles::cell_formats;
use super::xml::{Element, Node, walk};

/// Columns looked at; cells further right are told and dropped.
const MOST_COLUMNS: usize = 512;
/// Text of all cells together, in bytes: one long shared string may stand in very many cells.
const MOST_TEXT: usize = 64 << 20;
/// Merged regions looked at.
const MOST_MERGES: usize = 50_000;

/// The names of the sheets that a reader sees, in their order.
///
/// # Errors
/// When the file is no readable workbook, or is locked.
pub fn sheet_names(bytes: &[u8]) -> Result<Vec<String>, Unread> {
    let mut archive = open(bytes)?;
    let book = Book::open(&mut archive)?;
    Ok(book.sheets.into_iter().filter(|it| !it.hidden).map(|it| it.name).collect())
}

/// Reads the sheet `name` – without a name the first – of those that are not hidden, and hands every row that has cells to `see`: its
/// number as Excel shows it, and its cells from column A, hidden columns left out. Cells merged downwards hold their value in every row.
/// Answers whether cells right of column 512 were dropped.
///
/// # Errors
/// When the file is no readable workbook, is locked, has no such sheet, or inflates beyond the limits.
pub fn sheet(bytes: &[u8], name: Option<&str>, mut see: impl FnMut(u32, &[String])) -> Result<bool, Unread> {
    let mut archive = open(bytes)?;
    let book = Book::open(&mut archive)?;
    let formats = archive.part("xl/styles.xml")?.map(|xml| cell_formats(&xml)).unwrap_or_default();
    let mut visible = book.sheets.iter().filter(|it| !it.hidden);
    let sheet = visible.find(|it| name.is_none_or(|name| it.name == name)).ok_or(Unread::Damaged)?;
    let xml = book.part(sheet, &mut archive)?.ok_or(Unread::Damaged)?;
    let mut rows = Rows {
        book: &book,
        formats: &formats,
        merges: merges(&xml)?,
        running: BTreeMap::new(),
        number: 0,
        hidden: false,
        hidden_columns: vec![false; MOST_COLUMNS],
        column: 0,
        cells: Vec::new(),
        wide: false,
        left: Some(MOST_TEXT),
        see: &mut see,
    };
    let mut cell = Cell::default();
    walk(&xml, |node| match node {
        Node::Open(element) => match element.name() {
            "col" => rows.hide(&element),
            "row" => {
                rows.start(element.get("r").and_then(|r| r.parse().ok()));
                rows.hidden = is_hidden(&element, "ht");
            }
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

fn open(bytes: &[u8]) -> Result<Archive<'_>, Unread> {
    let archive = Archive::open(bytes)?;
    if archive.encrypted() { Err(Unread::Encrypted) } else { Ok(archive) }
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
    formats: &'a [CellFormat],
    /// Merged regions by their top left cell: row, column → last row, last column.
    merges: Merges,
    /// Merges that run through the present row: column → last row and value.
    running: BTreeMap<usize, (u32, String)>,
    number: u32,
    /// Whether the present row is hidden.
    hidden: bool,
    hidden_columns: Vec<bool>,
    column: usize,
    cells: Vec<String>,
    wide: bool,
    /// Bytes of text that may still come; `None` when they are spent.
    left: Option<usize>,
    see: &'a mut dyn FnMut(u32, &[String]),
}

impl Rows<'_> {
    /// Notes the columns that a `<col>` hides.
    fn hide(&mut self, element: &Element<'_>) {
        let at = |name| element.get(name).and_then(|it| it.parse::<usize>().ok());
        if is_hidden(element, "width")
            && let (Some(first), Some(last)) = (at("min"), at("max"))
        {
            let columns = self.hidden_columns.iter_mut().take(last).skip(first.saturating_sub(1));
            columns.for_each(|it| *it = true);
        }
    }

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
                self.text(cell.style, string)
            }
            "b" => if typed == "1" { "TRUE" } else { "FALSE" }.to_owned(),
            "n" | "" => match self.formats.get(cell.style) {
                Some(format) => format.show(typed, self.book.from_1904),
                None => CellFormat::General.show(typed, false),
            },
            "str" | "inlineStr" => self.text(cell.style, &cell.value),
            _ => cell.value,
        };
        if shown.trim().is_empty() {
            return;
        }
        if column >= MOST_COLUMNS {
            self.wide = true;
            return;
        }
        let mut column = column;
        if let Some(&(last, right)) = self.merges.get(&(self.number, column)) {
            // A region shows its value in those of its cells that are not hidden.
            column = (column..=right.min(MOST_COLUMNS - 1)).find(|&it| !self.hidden_columns[it]).unwrap_or(column);
            if last > self.number {
                self.running.insert(column, (last, shown.clone()));
            }
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        self.cells[column] = shown;
    }

    /// What is shown of a text in a cell of that style.
    fn text(&self, style: usize, text: &str) -> String {
        self.formats.get(style).map_or_else(|| text.to_owned(), |format| format.show_text(text))
    }

    fn spend(&mut self, length: usize) -> bool {
        self.left = self.left.and_then(|left| left.checked_sub(length));
        self.left.is_some()
    }

    fn end(&mut self) {
        if self.cells.is_empty() || self.hidden {
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
        let mut hidden = self.hidden_columns.iter();
        self.cells.retain(|_| hidden.next() != Some(&true));
        (self.see)(number, &self.cells);
    }
}

/// Merged regions by their top left cell, row and column: last row and last column.
type Merges = BTreeMap<(u32, usize), (u32, usize)>;

fn merges(xml: &[u8]) -> Result<Merges, Unread> {
    let mut merges = BTreeMap::new();
    walk(xml, |node| {
        if let Node::Open(element) = node
            && element.name() == "mergeCell"
            && merges.len() < MOST_MERGES
            && let Some(region) = element.get("ref")
            && let Some((from, to)) = region.split_once(':')
            && let (Some((column, first)), Some((right, last))) = (place(from), place(to))
        {
            merges.insert((first, column), (last, right));
        }
    })
    .map_err(|_| Unread::Damaged)?;
    Ok(merges)
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
        super::sheet(&workbook(sheet), None, |number, cells| rows.push((number, cells.join("|")))).unwrap();
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
    fn what_is_hidden_is_not_handed_over() {
        assert_eq!(
            rows(
                "<w><cols><col min='2' max='3' hidden='1'/><col min='5' max='5' width='0'/></cols><sheetData><row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c><c r='D1'><v>4</v></c><c r='E1'><v>5</v></c></row><row r='2' hidden='1'><c r='A2'><v>7</v></c><c r='D2'><v>8</v></c></row><row r='3' ht='0'><c r='A3'><v>9</v></c></row><row r='4'><c r='D4'><v>6</v></c></row><row r='5'><c r='B5'><v>3</v></c><c r='A5'><v>0</v></c></row></sheetData><mergeCells><mergeCell ref='A2:A4'/><mergeCell ref='B5:D5'/></mergeCells></w>"
            ),
            [(1, "1|4".to_owned()), (4, "7|6".to_owned()), (5, "0|3".to_owned())]
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
