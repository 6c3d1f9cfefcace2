//! What a package keeps besides what it shows: its people, data of its own, addresses of links.

use super::archive::{Archive, ends, parts};
use super::changes::Marks;
use super::reading::{Place, Reading, Unread};
use super::xml::{Node, walk};

/// Takes in who is named in the list of those who worked on a document.
pub(super) fn people(xml: &[u8], marks: &mut Marks) {
    let _ = walk(xml, |node| {
        if let Node::Open(element) = node
            && let "person" | "cmAuthor" | "author" = element.name()
        {
            for name in ["author", "displayName", "name"].into_iter().filter_map(|key| element.get(key)) {
                marks.see_person(name);
            }
        }
    });
}

/// Reads data that a document carries for its fields, and where its links lead, as far as personal numbers may stand there.
pub(super) fn read(archive: &mut Archive<'_>, reading: &mut Reading) -> Result<(), Unread> {
    for name in parts(archive.names(), "customXml/item") {
        if name.contains("Props") {
            continue;
        }
        let Some(xml) = archive.part(&name)? else { continue };
        let mut text = String::new();
        let _ = walk(&xml, |node| match node {
            Node::Open(_) => {}
            Node::Text(more) => text.push_str(more),
            Node::Close(_) => {
                reading.push_number(&Place::Store, &text);
                text.clear();
            }
        });
    }
    let links: Vec<String> = archive.names().iter().filter(|name| ends(name, ".rels")).cloned().collect();
    for name in links {
        let Some(xml) = archive.part(&name)? else { continue };
        // Most relations lead to other parts.
        if memchr::memmem::find(&xml, b"External").is_none() {
            continue;
        }
        let _ = walk(&xml, |node| {
            if let Node::Open(element) = node
                && element.name() == "Relationship"
                && element.get("TargetMode").is_some_and(|mode| mode == "External")
            {
                reading.push_number(&Place::Link, &element.get("Target").unwrap_or_default());
            }
        });
    }
    Ok(())
}
