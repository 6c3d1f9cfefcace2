//! What stands behind a pivot table: a copy of the rows that it was made from, which Excel and WPS keep in the file though the sheet
//! with them is deleted or its rows are.

use std::collections::BTreeSet;

use super::archive::{Archive, parts};
use super::book::Book;
use super::reading::{Hidden, Place, Reading, Unread};
use super::relations::targets;
use super::xml::{Element, Node, walk};

/// Letters from which on a text may have been cut off.
const LONGEST: usize = 250;

/// Reads the rows behind pivot tables, of which no more than `left` bytes; tells those that no sheet shows.
pub(super) fn read(
    book: &Book,
    archive: &mut Archive<'_>,
    mut left: usize,
    reading: &mut Reading,
) -> Result<(), Unread> {
    let mut caches = Vec::new();
    for name in parts(archive.names(), "xl/pivotCache/pivotCacheDefinition") {
        let Some(xml) = archive.part(&name)? else { continue };
        let mut cache = Cache::read(&xml)?;
        let named = targets(&name, archive)?.into_iter().find(|it| it.contains("Records"));
        let records = named.unwrap_or_else(|| name.replace("Definition", "Records"));
        if let Some(xml) = archive.part(&records)? {
            cache.records(&xml, &mut left)?;
        }
        caches.push(cache);
    }
    if caches.is_empty() {
        return Ok(());
    }
    let shown = shown(book, reading);
    let hidden = caches.iter().filter(|it| it.hides(book, &shown)).map(Cache::count).sum();
    if hidden > 0 {
        reading.hidden.push(Hidden::PivotData(hidden));
    }
    for text in caches.iter().flat_map(|it| it.rows.iter().chain(it.unused())) {
        // What a sheet shows is told there.
        let unseen: Vec<&str> = text.split('\t').filter(|cell| !shown.contains(&bare(cell))).collect();
        reading.push(Place::PivotData, &unseen.join("\t"));
    }
    Ok(())
}

/// What the cells of all sheets show that are not hidden.
fn shown(book: &Book, reading: &Reading) -> BTreeSet<String> {
    let hidden: BTreeSet<&str> = book.sheets.iter().filter(|it| it.hidden).map(|it| it.name.as_str()).collect();
    let rows = reading
        .pieces
        .iter()
        .filter(|piece| matches!(&piece.place, Place::Row(sheet, _) if !hidden.contains(&**sheet)));
    rows.flat_map(|piece| piece.text.split('\t')).map(bare).collect()
}

/// A text as it is compared: a cache writes line ends in its own way, and knows no case.
fn bare(text: &str) -> String {
    let text = text.replace("_x000a_", "").replace("_x000d_", "");
    text.chars().filter(|char| !char.is_whitespace()).flat_map(char::to_lowercase).collect()
}

#[derive(Default)]
struct Cache {
    /// The sheet that it was made from, where it says so.
    sheet: Option<String>,
    /// Whether it is made from cells of this workbook, as far as it says.
    is_own: bool,
    /// The values of each column, and which of them occur in rows.
    columns: Vec<Vec<(String, bool)>>,
    /// Texts that stand in the rows themselves.
    texts: Vec<String>,
    /// Its rows, cells apart by tabs.
    rows: Vec<String>,
}

impl Cache {
    fn read(xml: &[u8]) -> Result<Self, Unread> {
        let mut cache = Self { is_own: true, ..Self::default() };
        let mut inside = false;
        walk(xml, |node| match node {
            Node::Open(element) => match element.name() {
                "cacheSource" => cache.is_own = element.get("type").is_none_or(|it| it == "worksheet"),
                "worksheetSource" => {
                    cache.sheet = element.get("sheet");
                    // A relation leads to another workbook.
                    cache.is_own &= element.get("id").is_none();
                }
                "cacheField" => cache.columns.push(Vec::new()),
                "sharedItems" => inside = true,
                _ if inside => {
                    if let Some(column) = cache.columns.last_mut() {
                        column.push((value(&element).unwrap_or_default(), false));
                    }
                }
                _ => {}
            },
            Node::Close("sharedItems") => inside = false,
            Node::Close(_) | Node::Text(_) => {}
        })
        .map_err(|_| Unread::Damaged)?;
        Ok(cache)
    }

    fn records(&mut self, xml: &[u8], left: &mut usize) -> Result<(), Unread> {
        let mut row: Option<(String, usize)> = None;
        let mut full = false;
        walk(xml, |node| match node {
            Node::Open(element) if element.name() == "r" => row = Some((String::new(), 0)),
            Node::Open(element) => {
                let Some((text, at)) = &mut row else { return };
                let own;
                let cell = if element.name() == "x" {
                    let index: Option<usize> = element.get("v").and_then(|it| it.parse().ok());
                    let item = index.and_then(|index| self.columns.get_mut(*at)?.get_mut(index));
                    item.map_or("", |(text, used)| {
                        *used = true;
                        text
                    })
                } else {
                    own = value(&element).unwrap_or_default();
                    if element.name() == "s" {
                        self.texts.push(own.clone());
                    }
                    &own
                };
                *at += 1;
                if cell.len() > *left {
                    full = true;
                } else {
                    *left -= cell.len();
                    text.push_str(cell);
                    text.push('\t');
                }
            }
            Node::Close("r") => self.rows.extend(row.take().map(|it| it.0)),
            Node::Close(_) | Node::Text(_) => {}
        })
        .map_err(|_| Unread::Damaged)?;
        if full { Err(Unread::TooLarge) } else { Ok(()) }
    }

    /// Values that no row has: Excel keeps them when the rows are gone.
    fn unused(&self) -> impl Iterator<Item = &String> {
        self.columns.iter().flatten().filter(|it| !it.1).map(|it| &it.0)
    }

    fn count(&self) -> usize {
        self.rows.len().max(self.columns.iter().map(Vec::len).max().unwrap_or(0))
    }

    /// Whether it holds what no sheet shows. Numbers are not compared: they are shown in many forms.
    fn hides(&self, book: &Book, shown: &BTreeSet<String>) -> bool {
        if self.count() == 0 {
            return false;
        }
        let is_shown = |name: &String| book.sheets.iter().any(|it| it.name == *name && !it.hidden);
        if !self.is_own || self.sheet.as_ref().is_some_and(|name| !is_shown(name)) {
            return true;
        }
        let items = self.columns.iter().flatten().map(|it| &it.0).chain(&self.texts);
        let is_text = |it: &&String| it.chars().any(char::is_alphabetic) && !is_day(it) && it.parse::<f64>().is_err();
        // A cache cuts long texts off.
        let mut texts = items.filter(is_text).filter(|it| it.chars().count() < LONGEST);
        texts.any(|it| !shown.contains(&bare(it)))
    }
}

/// Whether a value is a day as a cache writes it: `2018-06-20T00:00:00`.
fn is_day(text: &str) -> bool {
    text.len() == 19 && text.as_bytes()[10] == b'T'
}

/// The value of an item, where it has one: text, number or day.
fn value(element: &Element<'_>) -> Option<String> {
    matches!(element.name(), "s" | "n" | "d" | "b" | "e").then(|| element.get("v")).flatten()
}
