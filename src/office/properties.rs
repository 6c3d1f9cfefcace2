//! What an Office package tells about people and machines: authors, custom properties, macros, pictures; and in which words.

use super::archive::{Archive, ends, sorted};
use super::image;
use super::metafile;
use super::reading::{Hidden, Place, Reading, Risk, Unread};
use super::store;
use super::xml::{Node, walk};

/// Pictures inside that are looked at.
const MOST_PICTURES: usize = 200;
/// Bytes from the start of a picture inside in which it says what it is.
const PICTURE_HEAD: u64 = 256 << 10;
/// Bytes from the start of a drawing inside that are read.
const DRAWING_HEAD: u64 = 4 << 20;
/// Properties that a program adds to whatever it writes: its own number, and nothing of anybody.
const OF_PROGRAMS: [&str; 7] = [
    "KSOProductBuildVer",
    "KSOTemplateUUID",
    "KSOReadingLayout",
    "KSOSaveFontToCloudKey",
    "ICV",
    "ContentTypeId",
    "MediaServiceImageTags",
];

/// Reads the properties of an OOXML package.
pub(super) fn read(archive: &mut Archive<'_>, reading: &mut Reading) -> Result<(), Unread> {
    let mut people = Vec::new();
    // Readers are shown the first ones, and a mark may stand there as on paper.
    for (part, shown, named) in [
        (
            "docProps/core.xml",
            &["title", "subject", "description", "keywords", "category", "contentStatus"][..],
            &["creator", "lastModifiedBy"][..],
        ),
        ("docProps/app.xml", &[], &["Manager", "Company"]),
    ] {
        let Some(xml) = archive.part(part)? else { continue };
        people.extend(values(&xml, named));
        for text in values(&xml, shown) {
            reading.push(Place::Property, &text);
        }
        texts(&xml, shown, reading);
    }
    people.sort_unstable();
    people.dedup();
    if !people.is_empty() {
        reading.hidden.push(Hidden::People(people));
    }
    for part in sorted(archive.names(), "docProps/").into_iter().filter(|name| name.starts_with("docProps/custom")) {
        if let Some(xml) = archive.part(&part)? {
            custom(&xml, reading);
        }
    }
    let links = archive.names().iter().filter(|it| it.starts_with("xl/externalLinks/") && ends(it, ".xml")).count();
    if links > 0 {
        reading.hidden.push(Hidden::ExternalLinks(links));
    }
    let embedded = archive.names().iter().filter(|name| name.contains("/embeddings/") && !name.ends_with('/'));
    let embedded = embedded.filter(|name| !ends(name, ".rels")).count();
    if embedded > 0 {
        reading.hidden.push(Hidden::Embedded(embedded));
    }
    if archive.names().iter().any(|name| name.ends_with("vbaProject.bin") || name.contains("/activeX/")) {
        reading.risks.push(Risk::Active);
    }
    store::read(archive, reading)?;
    pictures(archive, reading)
}

/// Reads properties that somebody added, each as a word of its own.
fn custom(xml: &[u8], reading: &mut Reading) {
    let mut names = Vec::new();
    let mut is_own = false;
    let mut value = String::new();
    let _ = walk(xml, |node| match node {
        Node::Open(element) if element.name() == "property" => {
            let name = element.get("name").unwrap_or_default();
            is_own = !OF_PROGRAMS.contains(&name.as_str());
            reading.push_number(&Place::Property, &name);
            if is_own {
                names.push(name);
            }
            value.clear();
        }
        Node::Text(text) => value.push_str(text),
        Node::Close("property") if is_own => reading.push(Place::Property, &value),
        Node::Close("property") => reading.push_number(&Place::Property, &value),
        _ => {}
    });
    if !names.is_empty() {
        reading.hidden.push(Hidden::CustomProperties(names));
    }
}

/// Reads what all other elements say, as far as personal numbers may stand there.
fn texts(xml: &[u8], but: &[&str], reading: &mut Reading) {
    let mut text = String::new();
    let _ = walk(xml, |node| match node {
        Node::Open(_) => text.clear(),
        Node::Text(more) => text.push_str(more),
        Node::Close(name) => {
            if !but.contains(&name) {
                reading.push_number(&Place::Property, &text);
            }
            text.clear();
        }
    });
}

/// Looks at the pictures inside a package: how many tell where they were taken, and what they say of themselves.
pub(super) fn pictures(archive: &mut Archive<'_>, reading: &mut Reading) -> Result<(), Unread> {
    let pictures: Vec<String> =
        archive.names().iter().filter(|name| image::says_of_itself(name)).take(MOST_PICTURES).cloned().collect();
    let mut located = 0;
    for picture in pictures {
        if let Some(bytes) = archive.head(&picture, PICTURE_HEAD)? {
            located += usize::from(image::tells_location(&bytes));
            for text in image::says(&bytes).texts {
                reading.push_number(&Place::PictureData, &text);
            }
        }
    }
    drawings(archive, reading)?;
    if located > 0 {
        reading.hidden.push(Hidden::Location(located));
    }
    Ok(())
}

/// Reads the words in drawings: of Windows, and of SVG.
fn drawings(archive: &mut Archive<'_>, reading: &mut Reading) -> Result<(), Unread> {
    let is_drawing = |name: &&String| [".emf", ".wmf", ".svg"].iter().any(|ending| ends(name, ending));
    let drawings: Vec<String> = archive.names().iter().filter(is_drawing).take(MOST_PICTURES).cloned().collect();
    for drawing in drawings {
        let Some(bytes) = archive.head(&drawing, DRAWING_HEAD)? else { continue };
        // What the document looked like when it was last saved.
        let place = if drawing.starts_with("docProps/") { Place::Thumbnail } else { Place::Drawing };
        let lines = if ends(&drawing, ".svg") { values(&bytes, &["text"]) } else { metafile::lines(&bytes) };
        for line in lines {
            reading.push(place.clone(), &line);
        }
    }
    Ok(())
}

/// The texts of the elements of these local names.
pub(super) fn values(xml: &[u8], names: &[&str]) -> Vec<String> {
    let mut values = Vec::new();
    let mut current: Option<String> = None;
    let _ = walk(xml, |node| match node {
        Node::Open(element) if names.contains(&element.name()) => current = Some(String::new()),
        Node::Text(text) => {
            if let Some(current) = &mut current {
                current.push_str(text);
            }
        }
        Node::Close(name) if names.contains(&name) => {
            values.extend(current.take().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()));
        }
        _ => {}
    });
    values
}
