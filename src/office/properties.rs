//! What an Office package tells about people and machines: authors, custom properties, macros, embedded files, pictures.

use super::archive::Archive;
use super::image;
use super::reading::{Hidden, Place, Reading, Risk, Unread};
use super::xml::{Node, walk};

/// Pictures inside that are looked at.
const MOST_PICTURES: usize = 200;

/// Reads the properties of an OOXML package.
pub(super) fn read(archive: &mut Archive<'_>, reading: &mut Reading) -> Result<(), Unread> {
    let mut people = Vec::new();
    for (part, names) in
        [("docProps/core.xml", &["creator", "lastModifiedBy"][..]), ("docProps/app.xml", &["Manager", "Company"])]
    {
        if let Some(xml) = archive.part(part)? {
            people.extend(values(&xml, names));
        }
    }
    people.sort_unstable();
    people.dedup();
    if let Some(xml) = archive.part("docProps/core.xml")? {
        let words =
            ["title", "subject", "description", "keywords", "category", "creator", "lastModifiedBy", "identifier"];
        for text in values(&xml, &words) {
            reading.push_number(&Place::Property, &text);
        }
    }
    if !people.is_empty() {
        reading.hidden.push(Hidden::People(people));
    }
    if let Some(xml) = archive.part("docProps/custom.xml")? {
        let mut names = Vec::new();
        for text in values(&xml, &["property"]) {
            reading.push_number(&Place::Property, &text);
        }
        let _ = walk(&xml, |node| {
            if let Node::Open(element) = node
                && element.name() == "property"
            {
                names.extend(element.get("name"));
            }
        });
        if !names.is_empty() {
            reading.hidden.push(Hidden::CustomProperties(names));
        }
    }
    let inside = |folder: &str| {
        archive
            .names()
            .iter()
            .filter(|name| name.contains(folder) && !name.ends_with('/') && name.strip_suffix(".rels").is_none())
            .count()
    };
    let embedded = inside("/embeddings/");
    let links = inside("xl/externalLinks/");
    if embedded > 0 {
        reading.hidden.push(Hidden::Embedded(embedded));
    }
    if links > 0 {
        reading.hidden.push(Hidden::ExternalLinks(links));
    }
    if archive.names().iter().any(|name| name.ends_with("vbaProject.bin") || name.contains("/activeX/")) {
        reading.risks.push(Risk::Active);
    }
    pictures(archive, reading)
}

/// Counts the pictures inside a package that tell where they were taken.
pub(super) fn pictures(archive: &mut Archive<'_>, reading: &mut Reading) -> Result<(), Unread> {
    let pictures: Vec<String> = archive
        .names()
        .iter()
        .filter(|name| {
            let lower = name.to_ascii_lowercase();
            [".jpg", ".jpeg", ".jpe"].iter().any(|ending| lower.ends_with(ending))
        })
        .take(MOST_PICTURES)
        .cloned()
        .collect();
    let mut located = 0;
    for picture in pictures {
        if let Some(bytes) = archive.part(&picture)? {
            located += usize::from(image::tells_location(&bytes));
        }
    }
    if located > 0 {
        reading.hidden.push(Hidden::Location(located));
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
