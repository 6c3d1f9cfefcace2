//! The paragraphs of one part of an Office package: body, tables, text boxes, watermarks, and what is said for those who don't see
//! a picture.
//!
//! Word writes a drawing twice, for new programs and for old ones (`mc:AlternateContent`); either is somebody's view of the document. The
//! second is read as well, and told where it says something else.

use std::collections::BTreeSet;

use super::changes::Marks;
use super::paragraph::{Paragraph, Unseen};
use super::reading::{Piece, Place, Reading, Unread};
use super::xml::{Element, Node, walk};

/// Reads the paragraphs of a part that is one place.
pub(super) fn part(xml: &[u8], place: &Place, reading: &mut Reading, marks: &mut Marks) -> Result<(), Unread> {
    paragraphs(xml, reading, marks, place.clone(), || place.clone())
}

/// Reads the paragraphs of one part, in which `first` is the first place. `place` is asked once a paragraph, empty ones included,
/// but for text boxes.
pub(super) fn paragraphs(
    xml: &[u8],
    reading: &mut Reading,
    marks: &mut Marks,
    first: Place,
    place: impl FnMut() -> Place,
) -> Result<(), Unread> {
    let mut reader = Reader {
        reading,
        marks,
        place,
        rows: Vec::new(),
        tables: Vec::new(),
        open: Vec::new(),
        field: String::new(),
        target: Target::None,
        last: first,
        boxes: 0,
        is_watermark: false,
        inserted: 0,
        deleted: 0,
        hidden: false,
        alternate: Alternate::default(),
    };
    walk(xml, |node| match node {
        Node::Open(element) => reader.open(&element),
        Node::Text(text) => reader.text(text),
        Node::Close(name) => reader.close(name),
    })
    .map_err(|_| Unread::Damaged)?;
    // A part that breaks off has paragraphs without an end.
    while !reader.open.is_empty() {
        reader.paragraph();
    }
    Ok(())
}

struct Reader<'a, P> {
    reading: &'a mut Reading,
    marks: &'a mut Marks,
    place: P,
    /// Tables nest: the cells so far of the rows that are open.
    rows: Vec<Vec<String>>,
    /// The rows so far of the tables that are open.
    tables: Vec<Vec<Piece>>,
    /// Paragraphs nest, too: a text box stands inside one.
    open: Vec<Paragraph>,
    field: String,
    target: Target,
    /// Where the last paragraph stood.
    last: Place,
    /// Text boxes that are open.
    boxes: usize,
    /// Whether the shape at hand calls itself a watermark.
    is_watermark: bool,
    /// Tracked insertions and deletions that are open.
    inserted: usize,
    deleted: usize,
    /// Whether the run at hand is set to be invisible.
    hidden: bool,
    alternate: Alternate,
}

/// A drawing that is written twice.
#[derive(Default)]
struct Alternate {
    open: usize,
    fallback: usize,
    /// What the first writing says.
    said: BTreeSet<String>,
}

#[derive(Clone, Copy)]
enum Target {
    None,
    Paragraph,
    Deleted,
    Field,
}

impl<P: FnMut() -> Place> Reader<'_, P> {
    fn open(&mut self, element: &Element<'_>) {
        let name = element.name();
        if self.alternate.fallback == 0 {
            self.marks.see(element);
        }
        match name {
            "p" => self.open.push(Paragraph::default()),
            "pStyle" => {
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.is_hidden = self.marks.hides(element);
                }
            }
            "rStyle" => self.hidden |= self.marks.hides(element),
            "tbl" => self.tables.push(Vec::new()),
            "tr" => self.rows.push(Vec::new()),
            "tc" => {
                if let Some(cells) = self.rows.last_mut() {
                    cells.push(String::new());
                }
            }
            "r" => self.hidden = self.open.last().is_some_and(|it| it.is_hidden),
            "vanish" => self.hidden = element.flag("val", true),
            "ins" | "moveTo" => self.inserted += 1,
            "del" | "moveFrom" => self.deleted += 1,
            "t" => self.target = Target::Paragraph,
            "delText" => self.target = Target::Deleted,
            "instrText" | "delInstrText" => self.target = Target::Field,
            "tab" | "ptab" => self.show("\t"),
            "br" | "cr" => self.show("\n"),
            "noBreakHyphen" => self.show("-"),
            "txbxContent" => self.boxes += 1,
            "AlternateContent" => self.alternate.open += 1,
            "Fallback" => {
                self.alternate.fallback += 1;
                // Runs of its own, without a paragraph.
                self.open.push(Paragraph::default());
            }
            _ => self.attributes(name, element),
        }
    }

    /// Text that stands in attributes.
    fn attributes(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "docPr" | "cNvPr" => {
                self.is_watermark = element.get("name").is_some_and(|it| is_watermark(&it));
                for key in ["descr", "title"] {
                    self.say(Place::AltText, &element.get(key).unwrap_or_default());
                }
            }
            "shape" | "rect" | "group" => {
                self.is_watermark =
                    ["id", "alt"].iter().any(|key| element.get(key).is_some_and(|it| is_watermark(&it)));
                self.say(Place::AltText, &element.get("alt").unwrap_or_default());
            }
            "textpath" => {
                let edge = matches!(self.last, Place::Header | Place::Footer) || self.is_watermark;
                let place = if edge { Place::Watermark } else { Place::WordArt };
                self.say(place, &element.get("string").unwrap_or_default());
            }
            "fldSimple" => self.number(&Place::Field, element, &["instr"]),
            "hlinkClick" | "hyperlink" => self.number(&Place::Link, element, &["tooltip"]),
            "imagedata" => self.number(&Place::AltText, element, &["title"]),
            "listItem" => self.number(&Place::Choice, element, &["displayText", "value"]),
            "listEntry" | "default" | "statusText" | "helpText" | "alias" => {
                self.number(&Place::Choice, element, &["val"]);
            }
            "docVar" => self.number(&Place::Store, element, &["name", "val"]),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        match self.target {
            Target::None => {}
            Target::Paragraph if self.deleted > 0 => self.hide(text, Unseen::Deleted),
            Target::Paragraph if self.hidden => {
                self.marks.see_hidden_text();
                self.hide(text, Unseen::Hidden);
            }
            Target::Paragraph => self.show(text),
            Target::Deleted => self.hide(text, Unseen::Deleted),
            Target::Field => self.field.push_str(text),
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" | "delText" | "instrText" | "delInstrText" => self.target = Target::None,
            "ins" | "moveTo" => self.inserted = self.inserted.saturating_sub(1),
            "del" | "moveFrom" => self.deleted = self.deleted.saturating_sub(1),
            "p" => self.paragraph(),
            "tr" => {
                let Some(cells) = self.rows.pop() else { return };
                if let Some(boxes) = boxes(&cells) {
                    self.say(self.last.clone(), &boxes);
                }
                if let Some(table) = self.tables.last_mut() {
                    table.push(Piece { place: self.last.clone(), text: cells.join("\t") });
                }
            }
            "tbl" => self.reading.tables.extend(self.tables.pop()),
            "txbxContent" => self.boxes = self.boxes.saturating_sub(1),
            "Fallback" => {
                if let Some(runs) = self.open.pop() {
                    self.say(self.last.clone(), &runs.shown);
                }
                self.alternate.fallback = self.alternate.fallback.saturating_sub(1);
            }
            "AlternateContent" => {
                self.alternate.open = self.alternate.open.saturating_sub(1);
                if self.alternate.open == 0 {
                    self.alternate.said.clear();
                }
            }
            _ => {}
        }
    }

    fn paragraph(&mut self) {
        if let Some(paragraph) = self.open.pop() {
            if self.alternate.fallback == 0
                && let Some(cell) = self.rows.last_mut().and_then(|cells| cells.last_mut())
            {
                cell.push_str(&paragraph.shown);
            }
            let place = match self.boxes {
                0 if self.alternate.fallback == 0 => {
                    self.last = (self.place)();
                    self.last.clone()
                }
                0 => self.last.clone(),
                _ if self.is_watermark => Place::Watermark,
                _ => Place::TextBox,
            };
            self.say(place, &paragraph.shown);
            if self.alternate.fallback == 0 {
                paragraph.tell_unseen(self.reading);
            }
        }
        let field = std::mem::take(&mut self.field);
        self.reading.push_number(&Place::Field, &field);
    }

    /// Adds a piece, but for what a drawing says once more for old programs.
    fn say(&mut self, place: Place, text: &str) {
        let text = text.trim();
        if text.is_empty() || self.alternate.fallback > 0 && self.alternate.said.contains(text) {
            return;
        }
        if self.alternate.open > 0 {
            self.alternate.said.insert(text.to_owned());
        }
        self.reading.push(place, text);
    }

    fn number(&mut self, place: &Place, element: &Element<'_>, keys: &[&str]) {
        for text in keys.iter().filter_map(|key| element.get(key)) {
            self.reading.push_number(place, &text);
        }
    }

    fn show(&mut self, text: &str) {
        let inserted = self.inserted > 0;
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.show(text, inserted);
        }
    }

    fn hide(&mut self, text: &str, why: Unseen) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.hide(text, why);
        }
    }
}

/// Whether the name of a shape says that it is a watermark: `PowerPlusWaterMarkObject3` in Word and WPS.
fn is_watermark(name: &str) -> bool {
    name.contains("水印") || name.to_ascii_lowercase().contains("watermark")
}

/// The cells of a table's row side by side, where a number may be written over them, a digit or a group of digits a cell.
fn boxes(cells: &[String]) -> Option<String> {
    let short = |cell: &&String| !cell.is_empty() && cell.chars().count() < 11;
    let digits = cells.iter().filter(short).flat_map(|cell| cell.chars()).filter(|char| char.is_numeric()).count();
    (cells.len() > 1 && digits > 10).then(|| {
        let shown: Vec<&str> = cells.iter().map(|cell| if short(&cell) { cell.trim() } else { "—" }).collect();
        shown.join("\t")
    })
}
