//! Excel 2007 and later, for reading only: the text of every row, hidden sheets, rows and columns, comments.

use std::ops::RangeInclusive;
use std::sync::Arc;

use super::archive::Archive;
use super::cell_format::CellFormat;
use super::document::sorted;
use super::number_format::plain_number;
use super::place::{is_hidden, place};
use super::properties;
use super::reading::{Hidden, Place, Reading, Unread};
use super::styles::cell_formats;
use super::xml::{Node, walk};

/// Bytes of text that all cells may hold, or the file is too large to read: one long shared string may stand in very many.
const MOST_TEXT: usize = 32 << 20;

/// A sheet as the workbook lists it.
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
}

impl Book {
    pub(super) fn open(archive: &mut Archive<'_>) -> Result<Self, Unread> {
        let workbook = archive.part("xl/workbook.xml")?.ok_or(Unread::OldFormat)?;
        let (sheets, from_1904) = sheets(&workbook)?;
        let targets = match archive.part("xl/_rels/workbook.xml.rels")? {
            Some(xml) => relations(&xml)?,
            None => Vec::new(),
        };
        let strings = match archive.part("xl/sharedStrings.xml")? {
            Some(xml) => shared_strings(&xml)?,
            None => Vec::new(),
        };
        Ok(Self { sheets, strings, from_1904, targets })
    }

    /// The XML of a sheet; nothing for a chart or a missing part.
    pub(super) fn part(&self, sheet: &Sheet, archive: &mut Archive<'_>) -> Result<Option<Vec<u8>>, Unread> {
        let Some((_, target)) = self.targets.iter().find(|(id, _)| *id == sheet.relation) else { return Ok(None) };
        if target.starts_with('/') { archive.part(target) } else { archive.part(&format!("xl/{target}")) }
    }
}

/// Reads a .xlsx.
pub(super) fn read(archive: &mut Archive<'_>, reading: &mut Reading) -> Result<(), Unread> {
    let book = Book::open(archive)?;
    let formats = archive.part("xl/styles.xml")?.map(|xml| cell_formats(&xml)).unwrap_or_default();
    let mut left = MOST_TEXT;
    let (mut hidden, mut hidden_cells) = (Vec::new(), Vec::new());
    for sheet in &book.sheets {
        let Some(xml) = book.part(sheet, archive)? else { continue };
        let before = reading.pieces.len();
        if read_sheet(&xml, &sheet.name, (&book.strings, &formats), reading, &mut left)? {
            hidden_cells.push(sheet.name.clone());
        }
        // An empty sheet hides nothing.
        if sheet.hidden && reading.pieces.len() > before {
            hidden.push(sheet.name.clone());
        }
    }
    if !hidden.is_empty() {
        reading.hidden.push(Hidden::HiddenSheets(hidden));
    }
    if !hidden_cells.is_empty() {
        reading.hidden.push(Hidden::HiddenCells(hidden_cells));
    }
    comments(archive, reading)?;
    properties::read(archive, reading)
}

fn sheets(xml: &[u8]) -> Result<(Vec<Sheet>, bool), Unread> {
    let mut sheets = Vec::new();
    let mut from_1904 = false;
    walk(xml, |node| {
        let Node::Open(element) = node else { return };
        match element.name() {
            "workbookPr" => from_1904 = element.flag("date1904", false),
            "sheet" => sheets.push(Sheet {
                name: element.get("name").unwrap_or_default(),
                relation: element.get("id").unwrap_or_default(),
                hidden: element.get("state").is_some_and(|state| state != "visible"),
            }),
            _ => {}
        }
    })
    .map_err(|_| Unread::Damaged)?;
    Ok((sheets, from_1904))
}

fn relations(xml: &[u8]) -> Result<Vec<(String, String)>, Unread> {
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

/// Reads the rows of a sheet; answers whether rows or columns with cells are hidden, or a cell by its format (`;;;`).
fn read_sheet(
    xml: &[u8],
    sheet: &str,
    (strings, formats): (&[String], &[CellFormat]),
    reading: &mut Reading,
    left: &mut usize,
) -> Result<bool, Unread> {
    let sheet: Arc<str> = sheet.into();
    let mut hidden = false;
    let mut hidden_columns: Vec<RangeInclusive<usize>> = Vec::new();
    let (mut hidden_row, mut column) = (false, 0);
    let mut number = 0;
    let (mut row, mut kind, mut value) = (String::new(), String::new(), String::new());
    let mut style = None;
    let mut inside = Inside::Nothing;
    let mut full = false;
    walk(xml, |node| match node {
        Node::Open(element) => match element.name() {
            "row" => {
                hidden_row = is_hidden(&element, "ht");
                column = 0;
                number = element.get("r").and_then(|r| r.parse().ok()).unwrap_or(number + 1);
            }
            "col" if is_hidden(&element, "width") => {
                let at = |name| element.get(name).and_then(|it| it.parse::<usize>().ok());
                hidden_columns.push(at("min").unwrap_or(1)..=at("max").unwrap_or(usize::MAX));
            }
            "c" => {
                column = element.get("r").and_then(|r| place(&r)).map_or(column + 1, |(column, _)| column + 1);
                kind = element.get("t").unwrap_or_default();
                style = element.get("s").and_then(|it| it.parse().ok()).and_then(|at: usize| formats.get(at));
                value.clear();
            }
            "v" | "t" => inside = Inside::Value,
            "oddHeader" | "evenHeader" | "firstHeader" => inside = Inside::Head(Place::Header),
            "oddFooter" | "evenFooter" | "firstFooter" => inside = Inside::Head(Place::Footer),
            _ => {}
        },
        Node::Text(_) if matches!(inside, Inside::Nothing) => {}
        Node::Text(text) => value.push_str(text),
        Node::Close("v" | "t") => inside = Inside::Nothing,
        Node::Close("c") => {
            let number;
            let shown = match kind.as_str() {
                "s" => value.trim().parse().ok().and_then(|at: usize| strings.get(at)).map_or("", String::as_str),
                "n" | "" => {
                    number = plain_number(value.trim());
                    &number
                }
                _ => &value,
            };
            let unseen = || hidden_row || hidden_columns.iter().any(|it| it.contains(&column));
            let hides = || style.is_some_and(|it| it.hides(shown, matches!(kind.as_str(), "n" | "")));
            hidden |= !shown.trim().is_empty() && (unseen() || hides());
            if shown.len() > *left {
                full = true;
            } else {
                *left -= shown.len();
                row.push_str(shown);
                row.push('\t');
            }
            value.clear();
        }
        Node::Close("row") => {
            reading.push(Place::Row(sheet.clone(), number), &row);
            row.clear();
        }
        Node::Close(_) => {
            if let Inside::Head(place) = &inside {
                reading.push(place.clone(), &value);
                value.clear();
                inside = Inside::Nothing;
            }
        }
    })
    .map_err(|_| Unread::Damaged)?;
    if full { Err(Unread::TooLarge) } else { Ok(hidden) }
}

enum Inside {
    Nothing,
    Value,
    Head(Place),
}

fn comments(archive: &mut Archive<'_>, reading: &mut Reading) -> Result<(), Unread> {
    let mut parts: Vec<String> =
        sorted(archive.names(), "xl/").into_iter().filter(|name| name.starts_with("xl/comments")).collect();
    // Some writers keep them in a folder.
    parts.extend(sorted(archive.names(), "xl/comments/"));
    parts.extend(sorted(archive.names(), "xl/threadedComments/"));
    let (mut count, mut authors) = (0, Vec::new());
    for part in parts {
        let Some(xml) = archive.part(&part)? else { continue };
        authors.extend(properties::values(&xml, &["author"]));
        let mut text = String::new();
        let mut inside = false;
        walk(&xml, |node| match node {
            Node::Open(element) => match element.name() {
                "comment" | "threadedComment" => count += 1,
                "t" | "text" => inside = true,
                _ => {}
            },
            Node::Text(more) if inside => text.push_str(more),
            Node::Close("t") => inside = false,
            Node::Close("text") => {
                inside = false;
                reading.push(Place::Comment, &std::mem::take(&mut text));
            }
            Node::Text(_) | Node::Close(_) => {}
        })
        .map_err(|_| Unread::Damaged)?;
    }
    if count > 0 {
        authors.sort_unstable();
        authors.dedup();
        reading.hidden.push(Hidden::Comments(count, authors));
    }
    Ok(())
}
