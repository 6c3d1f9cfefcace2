//! What a workbook holds beside its cells: comments, text boxes, charts, diagrams, values of other workbooks, what was changed.
//!
//! Which sheet a part belongs to is what the relations say; a part that none of them names is read all the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::archive::{Archive, ends, parts};
use super::book::Book;
use super::changes::Marks;
use super::paragraphs::part;
use super::reading::{Hidden, Place, Reading, Unread};
use super::relations::targets;
use super::xml::{Node, walk};
use super::{chart, store};

/// Reads all parts of a workbook that are no sheets.
pub(super) fn read(book: &Book, archive: &mut Archive<'_>, reading: &mut Reading) -> Result<(), Unread> {
    let mut names = parts(archive.names(), "xl/");
    names.extend(archive.names().iter().filter(|it| it.starts_with("xl/") && ends(it, ".vml")).cloned());
    if names.iter().all(|name| what(name) == What::Nothing) {
        return Ok(());
    }
    let sheets = sheets(book, archive)?;
    let mut marks = Marks::default();
    let mut comments = Comments::default();
    for name in names {
        let what = what(&name);
        if what == What::Nothing {
            continue;
        }
        let Some(xml) = archive.part(&name)? else { continue };
        let on_sheet = |place: Place| match sheets.get(&name) {
            Some(sheet) => Place::Sheet(sheet.clone(), place.into()),
            None => place,
        };
        match what {
            What::Comments => comments.read(&xml, &on_sheet(Place::Comment), reading)?,
            What::People => store::people(&xml, &mut marks),
            What::Boxes => part(&xml, &on_sheet(Place::TextBox), reading, &mut marks)?,
            What::OldBoxes => old_boxes(&xml, &on_sheet(Place::TextBox), reading),
            What::Chart => chart::read(&xml, &on_sheet(Place::Chart), reading)?,
            What::Diagram => part(&xml, &on_sheet(Place::Diagram), reading, &mut marks)?,
            What::Foreign => values(&xml, &Place::ForeignData, reading)?,
            What::Changes => comments.changes += values(&xml, &Place::Deleted, reading).map(|()| 1)?,
            What::Connections => connections(&xml, reading),
            What::Nothing => {}
        }
    }
    comments.tell(&mut marks, reading);
    marks.tell(reading);
    Ok(())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Nothing,
    Comments,
    People,
    Boxes,
    OldBoxes,
    Chart,
    Diagram,
    Foreign,
    Changes,
    Connections,
}

/// What the part is, by its name as Excel, WPS and LibreOffice write it.
fn what(name: &str) -> What {
    let name = name.trim_start_matches("xl/");
    let starts = |start: &str| name.starts_with(start);
    if starts("comments") || starts("threadedComments/") {
        What::Comments
    } else if starts("persons/") {
        What::People
    } else if ends(name, ".vml") {
        What::OldBoxes
    } else if starts("drawings/") || starts("cellimages") {
        What::Boxes
    } else if starts("charts/chart") {
        What::Chart
    } else if starts("diagrams/data") {
        What::Diagram
    } else if starts("externalLinks/") {
        What::Foreign
    } else if starts("revisions/revisionLog") {
        What::Changes
    } else if starts("connections") || starts("queryTables/") {
        What::Connections
    } else {
        What::Nothing
    }
}

/// The sheets that parts belong to: those that its relations name, and those that these name in turn.
fn sheets(book: &Book, archive: &mut Archive<'_>) -> Result<BTreeMap<String, Arc<str>>, Unread> {
    let mut sheets: BTreeMap<String, Arc<str>> = BTreeMap::new();
    for sheet in &book.sheets {
        let Some(path) = book.path(sheet) else { continue };
        let name: Arc<str> = sheet.name.as_str().into();
        for first in targets(&path, archive)? {
            if first.contains("/drawings/") {
                for second in targets(&first, archive)? {
                    sheets.entry(second).or_insert_with(|| name.clone());
                }
            }
            sheets.entry(first).or_insert_with(|| name.clone());
        }
    }
    Ok(sheets)
}

#[derive(Default)]
struct Comments {
    count: usize,
    authors: Vec<String>,
    /// What has been read of them: an old program's note repeats a thread's first comment.
    said: Vec<String>,
    changes: usize,
}

impl Comments {
    fn read(&mut self, xml: &[u8], place: &Place, reading: &mut Reading) -> Result<(), Unread> {
        let mut text = String::new();
        let mut inside = Target::None;
        let mut is_thread = false;
        walk(xml, |node| match node {
            Node::Open(element) => match element.name() {
                "comment" => self.count += 1,
                "threadedComment" => {
                    self.count += 1;
                    is_thread = true;
                }
                "t" | "text" => inside = Target::Text,
                "author" => {
                    inside = Target::Author;
                    text.clear();
                }
                _ => {}
            },
            Node::Text(more) if inside != Target::None => text.push_str(more),
            Node::Close("t") => inside = Target::None,
            Node::Close("author") => {
                inside = Target::None;
                let name = std::mem::take(&mut text);
                // The place of a thread is no name.
                if !name.trim().is_empty() && !name.starts_with("tc=") {
                    self.authors.push(name.trim().to_owned());
                }
            }
            Node::Close("text") => {
                inside = Target::None;
                let text = std::mem::take(&mut text);
                if is_thread && self.said.iter().any(|it| it.contains(text.trim())) {
                    self.count = self.count.saturating_sub(1);
                } else {
                    reading.push(place.clone(), &text);
                }
                // Only the newest are compared: threads are few.
                if !is_thread && self.said.len() < 256 {
                    self.said.push(text);
                }
            }
            Node::Text(_) | Node::Close(_) => {}
        })
        .map_err(|_| Unread::Damaged)
    }

    fn tell(mut self, marks: &mut Marks, reading: &mut Reading) {
        if self.count > 0 {
            self.authors.extend(marks.take_people());
            self.authors.sort_unstable();
            self.authors.dedup();
            self.authors.iter().for_each(|name| reading.push_number(&Place::Author, name));
            reading.hidden.push(Hidden::Comments(self.count, self.authors));
        }
        if self.changes > 0 {
            reading.hidden.push(Hidden::TrackedChanges(self.changes, Vec::new()));
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    None,
    Text,
    Author,
}

/// Reads the text boxes, buttons and pictures of old programs, whose XML may be broken.
fn old_boxes(xml: &[u8], place: &Place, reading: &mut Reading) {
    let mut boxes = 0_usize;
    let mut text = String::new();
    let _ = walk(xml, |node| match node {
        Node::Open(element) => match element.name() {
            "textbox" => boxes += 1,
            "textpath" => reading.push(Place::WordArt, &element.get("string").unwrap_or_default()),
            "shape" => reading.push(Place::AltText, &element.get("alt").unwrap_or_default()),
            "br" if boxes > 0 => text.push('\n'),
            _ => {}
        },
        Node::Text(more) if boxes > 0 => text.push_str(more),
        Node::Close("textbox") => {
            boxes = boxes.saturating_sub(1);
            reading.push(place.clone(), &std::mem::take(&mut text));
        }
        Node::Close("div") if boxes > 0 => text.push('\n'),
        _ => {}
    });
}

/// Reads remembered values, a piece a row.
fn values(xml: &[u8], place: &Place, reading: &mut Reading) -> Result<(), Unread> {
    let mut row = String::new();
    let mut inside = false;
    walk(xml, |node| match node {
        Node::Open(element) if matches!(element.name(), "v" | "t" | "val") => inside = true,
        Node::Text(text) if inside => row.push_str(text),
        Node::Close("v" | "t" | "val") => {
            inside = false;
            row.push('\t');
        }
        Node::Close("row" | "rcc" | "rrc" | "value" | "ddeItem") => {
            reading.push(place.clone(), &std::mem::take(&mut row));
        }
        _ => {}
    })
    .map_err(|_| Unread::Damaged)?;
    reading.push(place.clone(), &row);
    Ok(())
}

/// Reads how other data is fetched, as far as personal numbers may stand there.
fn connections(xml: &[u8], reading: &mut Reading) {
    let _ = walk(xml, |node| {
        if let Node::Open(element) = node {
            for key in ["connection", "command", "name", "description", "sourceFile", "url"] {
                reading.push_number(&Place::Store, &element.get(key).unwrap_or_default());
            }
        }
    });
}
