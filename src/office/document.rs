//! Word and PowerPoint 2007 and later: paragraphs of all parts, tracked changes, comments, notes.

use super::archive::Archive;
use super::properties;
use super::reading::{Hidden, Place, Reading, Unread};
use super::xml::{Element, Node, walk};

/// Reads a .docx.
pub(super) fn read(archive: &mut Archive<'_>, reading: &mut Reading) -> Result<(), Unread> {
    let mut marks = Marks::default();
    let main = archive.part("word/document.xml")?.ok_or(Unread::Damaged)?;
    let mut number = 0;
    paragraphs(&main, reading, &mut marks, || {
        number += 1;
        Place::Paragraph(number)
    })?;
    for name in sorted(archive.names(), "word/") {
        let place = match name.trim_start_matches("word/") {
            part if part.starts_with("header") => Place::Header,
            part if part.starts_with("footer") => Place::Footer,
            "footnotes.xml" | "endnotes.xml" => Place::Note,
            "comments.xml" => Place::Comment,
            _ => continue,
        };
        if let Some(xml) = archive.part(&name)? {
            paragraphs(&xml, reading, &mut marks, || place.clone())?;
        }
    }
    marks.tell(reading);
    properties::read(archive, reading)
}

/// Reads a .pptx.
pub(super) fn read_slides(archive: &mut Archive<'_>, reading: &mut Reading) -> Result<(), Unread> {
    let mut marks = Marks::default();
    let mut hidden_slides = 0;
    let mut notes = 0;
    for (folder, is_slide) in [("ppt/slides/", true), ("ppt/notesSlides/", false), ("ppt/comments/", false)] {
        for (at, name) in (1..).zip(sorted(archive.names(), folder)) {
            let Some(xml) = archive.part(&name)? else { continue };
            let place = match folder {
                "ppt/slides/" => Place::Slide(at),
                "ppt/notesSlides/" => Place::SpeakerNotes,
                _ => Place::Comment,
            };
            let before = reading.pieces.len();
            paragraphs(&xml, reading, &mut marks, || place.clone())?;
            hidden_slides += usize::from(is_slide && marks.take_hidden_slide());
            // A notes page without words still holds the number of its slide.
            notes += usize::from(
                place == Place::SpeakerNotes
                    && reading.pieces[before..].iter().any(|piece| piece.text.parse::<u32>().is_err()),
            );
        }
    }
    if hidden_slides > 0 {
        reading.hidden.push(Hidden::HiddenSlides(hidden_slides));
    }
    if notes > 0 {
        reading.hidden.push(Hidden::SpeakerNotes(notes));
    }
    marks.tell(reading);
    properties::read(archive, reading)
}

/// The XML parts straight below `folder`, `slide10` after `slide9`.
pub(super) fn sorted(names: &[String], folder: &str) -> Vec<String> {
    let mut parts: Vec<&String> = names
        .iter()
        .filter(|name| {
            let part = name.strip_prefix(folder).and_then(|rest| rest.strip_suffix(".xml"));
            part.is_some_and(|part| !part.contains('/'))
        })
        .collect();
    parts.sort_by_key(|name| (name.len(), name.as_str()));
    parts.into_iter().cloned().collect()
}

#[derive(Default)]
struct Marks {
    changes: usize,
    comments: usize,
    hidden_text: usize,
    hidden_slide: bool,
    changers: Vec<String>,
    commenters: Vec<String>,
}

impl Marks {
    fn see(&mut self, element: &Element<'_>) {
        match element.name() {
            // Inside properties these mark a changed row or paragraph end, and count as well.
            "ins" | "del" | "moveFrom" | "moveTo" => {
                if let Some(author) = element.get("author") {
                    self.changes += 1;
                    add(&mut self.changers, author);
                }
            }
            "comment" | "cm" => {
                self.comments += 1;
                if let Some(author) = element.get("author") {
                    add(&mut self.commenters, author);
                }
            }
            "sld" => self.hidden_slide = !element.flag("show", true),
            _ => {}
        }
    }

    fn take_hidden_slide(&mut self) -> bool {
        std::mem::take(&mut self.hidden_slide)
    }

    fn tell(self, reading: &mut Reading) {
        if self.changes > 0 {
            reading.hidden.push(Hidden::TrackedChanges(self.changes, self.changers));
        }
        if self.comments > 0 {
            reading.hidden.push(Hidden::Comments(self.comments, self.commenters));
        }
        if self.hidden_text > 0 {
            reading.hidden.push(Hidden::HiddenText(self.hidden_text));
        }
    }
}

fn add(names: &mut Vec<String>, name: String) {
    if let Err(at) = names.binary_search(&name)
        && names.len() < 50
    {
        names.insert(at, name);
    }
}

/// Reads the paragraphs of one part. `place` is asked once a paragraph, empty ones included.
fn paragraphs(
    xml: &[u8],
    reading: &mut Reading,
    marks: &mut Marks,
    mut place: impl FnMut() -> Place,
) -> Result<(), Unread> {
    // Tables nest, too: the cells so far of the rows that are open.
    let mut rows: Vec<Vec<String>> = Vec::new();
    // Paragraphs nest: a text box stands inside one.
    let mut open: Vec<String> = Vec::new();
    let mut deleted = String::new();
    let mut field = String::new();
    let mut target = Target::None;
    // Where the last paragraph stood.
    let mut last = Place::Deleted;
    let mut fallback = 0_usize;
    let mut run_hidden = false;
    let walked = walk(xml, |node| match node {
        Node::Open(element) if element.name() == "Fallback" => fallback += 1,
        Node::Close("Fallback") => fallback = fallback.saturating_sub(1),
        // The fallback says the same once more for old programs.
        _ if fallback > 0 => {}
        Node::Open(element) => {
            marks.see(&element);
            match element.name() {
                "p" => open.push(String::new()),
                "tr" => rows.push(Vec::new()),
                "tc" => {
                    if let Some(cells) = rows.last_mut() {
                        cells.push(String::new());
                    }
                }
                "r" => run_hidden = false,
                "vanish" => run_hidden = element.flag("val", true),
                "t" => target = Target::Paragraph,
                "delText" => target = Target::Deleted,
                "instrText" => target = Target::Field,
                "tab" | "br" | "cr" => {
                    if let Some(paragraph) = open.last_mut() {
                        paragraph.push(if element.name() == "tab" { '\t' } else { '\n' });
                    }
                }
                "noBreakHyphen" => {
                    if let Some(paragraph) = open.last_mut() {
                        paragraph.push('-');
                    }
                }
                _ => {}
            }
        }
        Node::Text(text) => match target {
            Target::None => {}
            Target::Paragraph => {
                marks.hidden_text += usize::from(run_hidden);
                if let Some(paragraph) = open.last_mut() {
                    paragraph.push_str(text);
                }
            }
            Target::Deleted => deleted.push_str(text),
            Target::Field => field.push_str(text),
        },
        Node::Close(name) => match name {
            "t" | "delText" | "instrText" => target = Target::None,
            "p" => {
                if let Some(paragraph) = open.pop() {
                    if let Some(cell) = rows.last_mut().and_then(|cells| cells.last_mut()) {
                        cell.push_str(&paragraph);
                    }
                    last = place();
                    reading.push(last.clone(), &paragraph);
                }
                reading.push(Place::Deleted, &std::mem::take(&mut deleted));
                reading.push_number(&Place::Field, &std::mem::take(&mut field));
            }
            "tr" => {
                if let Some(boxes) = rows.pop().as_deref().and_then(boxes) {
                    reading.push(last.clone(), &boxes);
                }
            }
            _ => {}
        },
    });
    walked.map_err(|_| Unread::Damaged)
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

#[derive(Clone, Copy)]
enum Target {
    None,
    Paragraph,
    Deleted,
    Field,
}
