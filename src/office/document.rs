//! Word 2007 and later: paragraphs of all parts, tracked changes, comments, notes, and what text boxes, charts and diagrams say.
//!
//! Which part is what its name says, as Word, WPS and LibreOffice write it. A part of another name is read as well, but for those that
//! hold no words: somebody's program shows it.

use super::archive::{Archive, parts, sorted};
use super::changes::Marks;
use super::hidden_styles::hidden_styles;
use super::paragraphs::{paragraphs, part};
use super::reading::{Hidden, Place, Reading, Unread};
use super::{chart, inside, properties, store};

/// Parts that hold no words of the document, or are read elsewhere.
const WORDLESS: [&str; 12] = [
    "theme/",
    "styles",
    "stylesWithEffects",
    "fontTable",
    "numbering",
    "webSettings",
    "fonts/",
    "ink/",
    "tasks",
    "commentsExtended",
    "commentsIds",
    "commentsExtensible",
];

/// Reads a .docx.
pub(super) fn read(archive: &mut Archive<'_>, reading: &mut Reading) -> Result<(), Unread> {
    let mut marks = Marks::default();
    let main = main(archive.names()).ok_or(Unread::Damaged)?;
    let body = archive.part(&main)?.ok_or(Unread::Damaged)?;
    if let Some(styles) = archive.part("word/styles.xml")? {
        marks.hidden_styles = hidden_styles(&styles);
    }
    let mut number = 0;
    paragraphs(&body, reading, &mut marks, Place::Paragraph(1), || {
        number += 1;
        Place::Paragraph(number)
    })?;
    drop(body);
    let own = reading.pieces.len();
    for name in parts(archive.names(), "word/") {
        if name != main {
            read_part(&name, archive, reading, &mut marks)?;
        }
    }
    marks.tell(reading);
    inside::pictures_alone(own, "word/media/", archive, reading);
    inside::read(archive, reading)?;
    properties::read(archive, reading)
}

/// The document itself: `word/document.xml`; Word on the web calls it `word/document2.xml`.
fn main(names: &[String]) -> Option<String> {
    let is_main = |name: &&String| {
        let part = name.strip_prefix("word/document").and_then(|rest| rest.strip_suffix(".xml"));
        part.is_some_and(|number| number.chars().all(|char| char.is_ascii_digit()))
    };
    names.iter().filter(is_main).min_by_key(|name| name.len()).cloned()
}

fn read_part(name: &str, archive: &mut Archive<'_>, reading: &mut Reading, marks: &mut Marks) -> Result<(), Unread> {
    let inner = name.trim_start_matches("word/");
    if WORDLESS.iter().any(|it| inner.starts_with(it)) {
        return Ok(());
    }
    let Some(xml) = archive.part(name)? else { return Ok(()) };
    match inner {
        _ if inner.starts_with("header") => part(&xml, &Place::Header, reading, marks),
        _ if inner.starts_with("footer") => part(&xml, &Place::Footer, reading, marks),
        _ if inner.starts_with("footnotes") || inner.starts_with("endnotes") => {
            part(&xml, &Place::Note, reading, marks)
        }
        _ if inner.starts_with("comments") => part(&xml, &Place::Comment, reading, marks),
        _ if inner.starts_with("people") => {
            store::people(&xml, marks);
            Ok(())
        }
        _ if inner.starts_with("charts/") => chart::read(&xml, &Place::Chart, reading),
        // The second part of a diagram is its picture, and says the same again.
        _ if inner.starts_with("diagrams/data") => part(&xml, &Place::Diagram, reading, marks),
        _ if inner.starts_with("diagrams/") => Ok(()),
        _ if inner.starts_with("drawings/") => part(&xml, &Place::TextBox, reading, marks),
        _ => part(&xml, &Place::Store, reading, marks),
    }
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
            part(&xml, &place, reading, &mut marks)?;
            if place == Place::Comment {
                for text in properties::values(&xml, &["text"]) {
                    reading.push(Place::Comment, &text);
                }
            }
            if is_slide && marks.take_hidden_slide() {
                hidden_slides += 1;
                reading.pieces[before..].iter_mut().for_each(|it| it.place = Place::HiddenSlide(at));
            }
            // A notes page without words still holds the number of its slide.
            notes += usize::from(
                place == Place::SpeakerNotes
                    && reading.pieces[before..].iter().any(|piece| piece.text.parse::<u32>().is_err()),
            );
        }
    }
    let own = reading.pieces.len();
    for name in ["ppt/commentAuthors.xml", "ppt/authors.xml"] {
        if let Some(xml) = archive.part(name)? {
            store::people(&xml, &mut marks);
        }
    }
    for (folder, place) in [
        ("ppt/slideMasters/", Place::Backdrop),
        ("ppt/slideLayouts/", Place::Backdrop),
        ("ppt/notesMasters/", Place::Backdrop),
        ("ppt/handoutMasters/", Place::Backdrop),
        ("ppt/charts/", Place::Chart),
        ("ppt/diagrams/data", Place::Diagram),
        ("ppt/drawings/", Place::TextBox),
    ] {
        for name in parts(archive.names(), folder) {
            let Some(xml) = archive.part(&name)? else { continue };
            match place {
                Place::Chart => chart::read(&xml, &place, reading)?,
                _ => part(&xml, &place, reading, &mut marks)?,
            }
        }
    }
    if hidden_slides > 0 {
        reading.hidden.push(Hidden::HiddenSlides(hidden_slides));
    }
    if notes > 0 {
        reading.hidden.push(Hidden::SpeakerNotes(notes));
    }
    marks.tell(reading);
    inside::pictures_alone(own, "ppt/media/", archive, reading);
    inside::read(archive, reading)?;
    properties::read(archive, reading)
}
