//! Excel 2007 and later, for reading only: the text of every row, hidden sheets, rows and columns, and what else the workbook holds.

use super::archive::{Archive, sorted};
use super::beside_cells;
use super::book::Book;
use super::inside;
use super::kind::FileKind;
use super::pivot;
use super::properties;
use super::reading::{Gap, Hidden, Place, Reading, Unread};
use super::sheet_text::{Cells, read_sheet};
use super::styles::cell_formats;

/// Bytes of text that all cells may hold, or the file is too large to read: one long shared string may stand in very many.
const MOST_TEXT: usize = 32 << 20;

/// Reads a .xlsx.
pub(super) fn read(archive: &mut Archive<'_>, reading: &mut Reading) -> Result<(), Unread> {
    let book = Book::open(archive)?;
    let formats = archive.part("xl/styles.xml")?.map(|xml| cell_formats(&xml)).unwrap_or_default();
    let mut cells =
        Cells { strings: &book.strings, formats: &formats, left: MOST_TEXT, used: vec![false; book.strings.len()] };
    let (mut hidden, mut hidden_cells) = (Vec::new(), Vec::new());
    for sheet in &book.sheets {
        let Some(xml) = book.part(sheet, archive)? else { continue };
        let before = reading.pieces.len();
        if read_sheet(&xml, &sheet.name, &mut cells, reading)? {
            hidden_cells.push(sheet.name.clone());
        }
        // An empty sheet hides nothing.
        if sheet.hidden && reading.pieces.len() > before {
            hidden.push(sheet.name.clone());
        }
    }
    loose_sheets(&book, archive, &mut cells, reading)?;
    let Cells { used, left, .. } = cells;
    let own = reading.pieces.len();
    for sheet in &book.sheets {
        reading.push(Place::SheetName, &sheet.name);
    }
    // Deleted cells may leave their texts behind.
    for (text, _) in book.strings.iter().zip(used).filter(|it| !it.1) {
        reading.push_number(&Place::LooseText, text);
    }
    for (name, value) in &book.names {
        reading.push_number(&Place::DefinedName, name);
        match value.strip_prefix('"') {
            Some(constant) => reading.push(Place::DefinedName, constant.trim_end_matches('"')),
            None => reading.push_number(&Place::DefinedName, value),
        }
    }
    if !hidden.is_empty() {
        reading.hidden.push(Hidden::HiddenSheets(hidden));
    }
    if !hidden_cells.is_empty() {
        reading.hidden.push(Hidden::HiddenCells(hidden_cells));
    }
    if archive.names().iter().any(|name| name.starts_with("xl/model/")) {
        reading.gaps.push(Gap::Inside("数据模型".to_owned(), Unread::NotExtracted));
    }
    beside_cells::read(&book, archive, reading)?;
    pivot::read(&book, archive, left, reading)?;
    inside::pictures_alone(own, "xl/media/", archive, reading);
    inside::read(archive, reading)?;
    properties::read(archive, reading)
}

/// Reads sheets that the workbook does not list: they stay in the file though nobody is shown them.
fn loose_sheets(
    book: &Book,
    archive: &mut Archive<'_>,
    cells: &mut Cells<'_>,
    reading: &mut Reading,
) -> Result<(), Unread> {
    let known: Vec<String> = book.sheets.iter().filter_map(|sheet| book.path(sheet)).collect();
    let mut loose = sorted(archive.names(), "xl/worksheets/");
    loose.retain(|name| !known.contains(name));
    for name in loose {
        let Some(xml) = archive.part(&name)? else { continue };
        let mut inner = Reading::new(FileKind::Xlsx);
        read_sheet(&xml, &name, cells, &mut inner)?;
        for piece in inner.pieces {
            reading.push_number(&Place::LooseText, &piece.text);
        }
    }
    Ok(())
}
