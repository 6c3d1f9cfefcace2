//! OFD (GB/T 33190): the text of pages and of what stands behind them, annotations, attachments, and what the document says of itself.

use std::collections::BTreeSet;

use super::archive::{Archive, ends};
use super::inside;
use super::ofd_page::{Page, read_page};
use super::properties;
use super::reading::{Gap, Hidden, Piece, Place, Reading, Unread};
use super::relations::resolved;
use super::xml::{Node, walk};

/// Letters below which a page full of a picture, or of lines, says nothing.
const FEW: usize = 10;

/// Reads an .ofd.
pub(super) fn read(archive: &mut Archive<'_>, reading: &mut Reading) -> Result<(), Unread> {
    let root = archive.part("OFD.xml")?.ok_or(Unread::Damaged)?;
    about(&root, reading);
    let mut pages = Vec::new();
    let mut backdrops = Vec::new();
    for document in properties::values(&root, &["DocRoot"]) {
        let document = document.trim_start_matches('/').to_owned();
        let Some(xml) = archive.part(&document)? else { continue };
        let listed = listed(&xml, &document, reading);
        pages.extend(listed.0);
        backdrops.extend(listed.1);
    }
    let known: BTreeSet<&String> = pages.iter().chain(&backdrops).collect();
    let mut loose: Vec<String> =
        archive.names().iter().filter(|name| is_page(name) && !known.contains(name)).cloned().collect();
    loose.sort_by_key(|name| (name.len(), name.clone()));
    // A list that leads nowhere lists nothing.
    if !pages.iter().any(|name| archive.names().contains(name)) {
        pages = std::mem::take(&mut loose);
    }
    let mut blank = Vec::new();
    for (number, name) in (1..).zip(&pages) {
        let Some(xml) = archive.part(name)? else { continue };
        let page = read_page(&xml)?;
        if page.is_pictured() && page.letters() < FEW {
            blank.push(number);
        }
        tell(&page, &Place::Page(number), reading);
    }
    let own = reading.pieces.len();
    for (name, place) in
        backdrops.iter().map(|it| (it, Place::Backdrop)).chain(loose.iter().map(|it| (it, Place::LooseSheet)))
    {
        if let Some(xml) = archive.part(name)? {
            tell(&read_page(&xml)?, &place, reading);
        }
    }
    // Groups of letters that pages share stand among the resources.
    let shared: Vec<String> = archive.names().iter().filter(|name| name.ends_with("Res.xml")).cloned().collect();
    for name in shared {
        if let Some(xml) = archive.part(&name)?
            && memchr::memmem::find(&xml, b"TextCode").is_some()
        {
            tell(&read_page(&xml)?, &Place::Backdrop, reading);
        }
    }
    annotations(archive, reading)?;
    attachments(archive, reading)?;
    properties::pictures(archive, reading)?;
    match blank.first() {
        Some(_) if own == 0 => Err(Unread::Scan),
        Some(&first) => {
            reading.gaps.push(Gap::Pages(first, blank.len()));
            Ok(())
        }
        None => Ok(()),
    }
}

fn is_page(name: &str) -> bool {
    name.rsplit('/').next().is_some_and(|it| it.eq_ignore_ascii_case("Content.xml"))
}

/// Takes in the lines of a page, and its text in the order of the file where that is another.
fn tell(page: &Page, place: &Place, reading: &mut Reading) {
    for line in page.lines() {
        reading.push(place.clone(), &line);
    }
    if let Some(text) = page.flow() {
        reading.flows.push(Piece { place: place.clone(), text });
    }
}

/// What the document says of itself.
fn about(root: &[u8], reading: &mut Reading) {
    let people = properties::values(root, &["Author"]);
    if !people.is_empty() {
        reading.hidden.push(Hidden::People(people));
    }
    for text in properties::values(root, &["Title", "Subject", "Abstract", "Keyword"]) {
        reading.push(Place::Property, &text);
    }
    for text in properties::values(root, &["Author", "CustomData", "DocUsage", "Creator"]) {
        reading.push_number(&Place::Property, &text);
    }
}

/// The pages that a document lists, and the pages behind them. Its outline is read besides.
fn listed(xml: &[u8], document: &str, reading: &mut Reading) -> (Vec<String>, Vec<String>) {
    let (mut pages, mut backdrops) = (Vec::new(), Vec::new());
    let _ = walk(xml, |node| {
        let Node::Open(element) = node else { return };
        let list = match element.name() {
            "Page" => &mut pages,
            "TemplatePage" => &mut backdrops,
            "OutlineElem" => return reading.push_number(&Place::Outline, &element.get("Title").unwrap_or_default()),
            "Bookmark" => return reading.push_number(&Place::Outline, &element.get("Name").unwrap_or_default()),
            _ => return,
        };
        list.extend(element.get("BaseLoc").map(|it| resolved(document, &it)));
    });
    backdrops.sort_unstable();
    backdrops.dedup();
    (pages, backdrops)
}

/// Reads what was written upon the pages. Seals, links and watermarks are no comments.
fn annotations(archive: &mut Archive<'_>, reading: &mut Reading) -> Result<(), Unread> {
    let names: Vec<String> = archive
        .names()
        .iter()
        .filter(|name| ends(name, ".xml") && !name.ends_with("/Annotations.xml") && name.contains("/Annot"))
        .cloned()
        .collect();
    let (mut count, mut authors) = (0, BTreeSet::new());
    for name in names {
        let Some(xml) = archive.part(&name)? else { continue };
        let mut place = Place::Comment;
        let mut text = String::new();
        let mut inside = false;
        let mut looks: Vec<(Place, String)> = Vec::new();
        walk(&xml, |node| match node {
            Node::Open(element) => match element.name() {
                "Annot" => {
                    place = match element.get("Type").as_deref() {
                        Some("Watermark") => Place::Watermark,
                        Some("Stamp" | "Link") => Place::TextBox,
                        _ => {
                            count += 1;
                            authors.extend(element.get("Creator").filter(|it| !it.trim().is_empty()));
                            Place::Comment
                        }
                    };
                }
                "Remark" | "Parameter" | "TextCode" => inside = true,
                "URI" => reading.push_number(&Place::Link, &element.get("URI").unwrap_or_default()),
                _ => {}
            },
            Node::Text(more) if inside => text.push_str(more),
            Node::Close("Remark") => {
                inside = false;
                reading.push(place.clone(), &std::mem::take(&mut text));
            }
            Node::Close("Parameter") => {
                inside = false;
                reading.push_number(&place, &std::mem::take(&mut text));
            }
            Node::Close("TextCode") => inside = false,
            // How it looks: a glyph an object, perhaps.
            Node::Close("Appearance") => looks.push((place.clone(), std::mem::take(&mut text))),
            Node::Text(_) | Node::Close(_) => {}
        })
        .map_err(|_| Unread::Damaged)?;
        for (place, text) in looks {
            let known = reading.pieces.iter().rev().take(20).any(|it| it.text.contains(text.trim()));
            if !known {
                reading.push(place, &text);
            }
        }
    }
    for name in &authors {
        reading.push_number(&Place::Author, name);
    }
    if count > 0 {
        reading.hidden.push(Hidden::Comments(count, authors.into_iter().collect()));
    }
    Ok(())
}

/// Reads the files that the document carries.
fn attachments(archive: &mut Archive<'_>, reading: &mut Reading) -> Result<(), Unread> {
    let lists: Vec<String> =
        archive.names().iter().filter(|name| name.ends_with("/Attachments.xml")).cloned().collect();
    let mut files: Vec<(String, String)> = Vec::new();
    for list in lists {
        let Some(xml) = archive.part(&list)? else { continue };
        let mut name = String::new();
        let mut place: Option<String> = None;
        let _ = walk(&xml, |node| match node {
            Node::Open(element) => match element.name() {
                "Attachment" => {
                    name = element.get("Name").unwrap_or_default();
                    let ending = element.get("Format").unwrap_or_default();
                    if !name.contains('.') && !ending.is_empty() {
                        name = format!("{name}.{ending}");
                    }
                }
                "FileLoc" => place = Some(String::new()),
                _ => {}
            },
            Node::Text(text) => {
                if let Some(place) = &mut place {
                    place.push_str(text);
                }
            }
            Node::Close("FileLoc") => {
                let file = place.take().map(|it| resolved(&list, it.trim()));
                files.extend(file.map(|file| (name.clone(), file)));
            }
            Node::Close(_) => {}
        });
    }
    files.dedup();
    if files.is_empty() {
        return Ok(());
    }
    reading.hidden.push(Hidden::Embedded(files.len()));
    for (at, (name, file)) in files.iter().enumerate() {
        if archive.budget.files == 0 {
            reading.gaps.push(Gap::MoreInside(files.len() - at));
            break;
        }
        let Some(bytes) = archive.part(file)? else { continue };
        inside::one(if name.is_empty() { file } else { name }, &bytes, archive, reading);
    }
    Ok(())
}
