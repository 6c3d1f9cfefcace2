//! XMP: what Adobe's programs, telephones and PDF writers note as XML in a file.

use memchr::memmem;

use super::says::Says;
use super::xml::{Node, walk};

/// Bytes of a packet that are read.
const LONGEST: usize = 1 << 20;

/// Elements in which somebody is named.
const PEOPLE: [&str; 7] =
    ["creator", "Author", "CaptionWriter", "PersonInImage", "PersonDisplayName", "OwnerName", "Artist"];

/// Elements that say something.
const TEXTS: [&str; 14] = [
    "title",
    "description",
    "subject",
    "rights",
    "Headline",
    "Instructions",
    "Credit",
    "Source",
    "Keywords",
    "UserComment",
    "CiTelWork",
    "CiEmailWork",
    "CiAdrExtadr",
    "Location",
];

/// Whether a position stands in it.
pub(super) fn tells_location(data: &[u8]) -> bool {
    memmem::find(data, b"GPSLatitude").is_some()
}

/// Takes in whom the packet names, and what it says.
pub(super) fn read(data: &[u8], says: &mut Says) {
    let Some(packet) = packet(data) else { return };
    let mut inside: Option<bool> = None;
    let mut text = String::new();
    let _ = walk(packet, |node| match node {
        Node::Open(element) => {
            let name = element.name();
            if PEOPLE.contains(&name) {
                inside = Some(true);
            } else if TEXTS.contains(&name) {
                inside = Some(false);
            }
            text.clear();
            // Values may be attributes as well.
            if name == "Description" {
                PEOPLE.iter().filter_map(|key| element.get(key)).for_each(|it| says.person(&it));
                TEXTS.iter().filter_map(|key| element.get(key)).for_each(|it| says.text(&it));
            }
        }
        Node::Text(more) => text.push_str(more),
        Node::Close(name) => {
            match inside {
                Some(true) => says.person(&text),
                Some(false) => says.text(&text),
                None => {}
            }
            text.clear();
            if PEOPLE.contains(&name) || TEXTS.contains(&name) {
                inside = None;
            }
        }
    });
}

/// The XML of the packet, which lies somewhere in `data`.
fn packet(data: &[u8]) -> Option<&[u8]> {
    let start = memmem::find(data, b"<x:xmpmeta").or_else(|| memmem::find(data, b"<rdf:RDF"))?;
    let rest = &data[start..data.len().min(start + LONGEST)];
    let end = memmem::find(rest, b"</x:xmpmeta>").or_else(|| memmem::find(rest, b"</rdf:RDF>")).unwrap_or(rest.len());
    Some(&rest[..end])
}
