//! OFD (GB/T 33190): the text of the pages, annotations, and who made the document.

use super::archive::Archive;
use super::properties;
use super::reading::{Hidden, Place, Reading, Unread};
use super::xml::{Node, walk};

/// Reads an .ofd.
pub(super) fn read(archive: &mut Archive<'_>, reading: &mut Reading) -> Result<(), Unread> {
    let root = archive.part("OFD.xml")?.ok_or(Unread::Damaged)?;
    let people = properties::values(&root, &["Author"]);
    if !people.is_empty() {
        reading.hidden.push(Hidden::People(people));
    }
    let mut pages: Vec<String> =
        archive.names().iter().filter(|name| name.ends_with("/Content.xml")).cloned().collect();
    pages.sort_by_key(|name| (name.len(), name.clone()));
    let mut pictures = false;
    for (number, page) in (1..).zip(pages) {
        let Some(xml) = archive.part(&page)? else { continue };
        let (mut line, mut inside) = (String::new(), false);
        walk(&xml, |node| match node {
            Node::Open(element) => match element.name() {
                "TextCode" => inside = true,
                "ImageObject" => pictures = true,
                _ => {}
            },
            Node::Text(text) if inside => line.push_str(text),
            Node::Close("TextCode") => inside = false,
            Node::Close("TextObject") => reading.push(Place::Page(number), &std::mem::take(&mut line)),
            Node::Text(_) | Node::Close(_) => {}
        })
        .map_err(|_| Unread::Damaged)?;
    }
    let notes = archive.names().iter().filter(|name| name.ends_with("/Annotation.xml")).count();
    if notes > 0 {
        reading.hidden.push(Hidden::Comments(notes, Vec::new()));
    }
    properties::pictures(archive, reading)?;
    if reading.pieces.is_empty() && pictures {
        return Err(Unread::Scan);
    }
    Ok(())
}
