//! Excel 2007 and later, for reading only: the text of every row, hidden sheets, rows and columns, and what else the workbook holds.

use super::archive::Archive;
use super::beside_cells;
use super::inside;
use super::pivot;
use super::properties;
use super::reading::{Hidden, Place, Reading, Unread};
use super::sheet_text::{Cells, read_sheet};
use super::styles::cell_formats;
use super::xml::{Node, walk};

/// Bytes of text that all cells may hold, or the file is too large to read: one long shared string may stand in very many.
const MOST_TEXT: usize = 32 << 20;

/// A sheet as the workbook lists it.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    relation: String,
    pub(super) hidden: bool,
}

/// What all sheets share.
pub(super) struct Book {
    pub(super) sheets: Vec<Sheet>,
    pub(super) strings: Vec<String>,
    /// Whether days count from 1904, as old Macs did.
    pub(super) from_1904: bool,
    targets: Vec<(String, String)>,
    /// Names given to cells and constants, with what each stands for.
    names: Vec<(String, String)>,
}

impl Book {
    pub(super) fn open(archive: &mut Archive<'_>) -> Result<Self, Unread> {
        let workbook = archive.part("xl/workbook.xml")?.ok_or(Unread::OldFormat)?;
        let (sheets, names, from_1904) = sheets(&workbook)?;
        let targets = match archive.part("xl/_rels/workbook.xml.rels")? {
            Some(xml) => relations(&xml)?,
            None => Vec::new(),
        };
        let strings = match archive.part("xl/sharedStrings.xml")? {
            Some(xml) => shared_strings(&xml)?,
            None => Vec::new(),
        };
        Ok(Self { sheets, strings, from_1904, targets, names })
    }

    /// The XML of a sheet; nothing for a chart or a missing part.
    pub(super) fn part(&self, sheet: &Sheet, archive: &mut Archive<'_>) -> Result<Option<Vec<u8>>, Unread> {
        match self.path(sheet) {
            Some(path) => archive.part(&path),
            None => Ok(None),
        }
    }

    /// The name of the part that holds a sheet.
    pub(super) fn path(&self, sheet: &Sheet) -> Option<String> {
        let (_, target) = self.targets.iter().find(|(id, _)| *id == sheet.relation)?;
        Some(resolved("xl/workbook.xml", target))
    }
}

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
    let Cells { used, left, .. } = cells;
    let own = reading.pieces.len();
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
    beside_cells::read(&book, archive, reading)?;
    pivot::read(&book, archive, left, reading)?;
    inside::pictures_alone(own, "xl/media/", archive, reading);
    inside::read(archive, reading)?;
    properties::read(archive, reading)
}

type Listed = (Vec<Sheet>, Vec<(String, String)>, bool);

fn sheets(xml: &[u8]) -> Result<Listed, Unread> {
    let (mut sheets, mut names) = (Vec::new(), Vec::new());
    let mut from_1904 = false;
    let mut name: Option<(String, String)> = None;
    walk(xml, |node| match node {
        Node::Open(element) => match element.name() {
            "workbookPr" => from_1904 = element.flag("date1904", false),
            "sheet" => sheets.push(Sheet {
                name: element.get("name").unwrap_or_default(),
                relation: element.get("id").unwrap_or_default(),
                hidden: element.get("state").is_some_and(|state| state != "visible"),
            }),
            "definedName" => name = Some((element.get("name").unwrap_or_default(), String::new())),
            _ => {}
        },
        Node::Text(text) => {
            if let Some((_, value)) = &mut name {
                value.push_str(text);
            }
        }
        Node::Close("definedName") => names.extend(name.take()),
        Node::Close(_) => {}
    })
    .map_err(|_| Unread::Damaged)?;
    Ok((sheets, names, from_1904))
}

/// The identifiers and targets of relations.
pub(super) fn relations(xml: &[u8]) -> Result<Vec<(String, String)>, Unread> {
    let mut relations = Vec::new();
    walk(xml, |node| {
        if let Node::Open(element) = node
            && element.name() == "Relationship"
            && let (Some(id), Some(target)) = (element.get("Id"), element.get("Target"))
        {
            relations.push((id, target));
        }
    })
    .map_err(|_| Unread::Damaged)?;
    Ok(relations)
}

/// The name of the part that `target` means in the relations of `part`.
pub(super) fn resolved(part: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut folders: Vec<&str> = part.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            ".." => drop(folders.pop()),
            "." => {}
            _ => folders.push(step),
        }
    }
    folders.join("/")
}

fn shared_strings(xml: &[u8]) -> Result<Vec<String>, Unread> {
    let mut strings = Vec::new();
    let mut text = String::new();
    let (mut in_text, mut phonetic) = (false, false);
    walk(xml, |node| match node {
        Node::Open(element) => match element.name() {
            "si" => text.clear(),
            "rPh" => phonetic = true,
            "t" => in_text = !phonetic,
            _ => {}
        },
        Node::Text(more) if in_text => text.push_str(more),
        Node::Text(_) => {}
        Node::Close(name) => match name {
            "si" => strings.push(std::mem::take(&mut text)),
            "rPh" => phonetic = false,
            "t" => in_text = false,
            _ => {}
        },
    })
    .map_err(|_| Unread::Damaged)?;
    Ok(strings)
}
