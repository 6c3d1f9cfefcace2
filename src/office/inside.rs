//! Files inside a file: the workbook behind a chart, a document put in as an object. Each is read as if it stood alone, within what may
//! be read of the whole; what is not read is told.

use std::sync::Arc;

use super::archive::{Archive, ends};
use super::kind::FileKind;
use super::ole::{Container, wrapped};
use super::reading::{Gap, Piece, Place, Reading, Unread};

/// Letters and digits that a document has at least, or its pictures are what it says.
const FEW: usize = 50;
/// The same for each of its pictures.
const FEW_EACH: usize = 15;
/// Packed bytes from which on a picture may be a page.
const PAGE: u64 = 20 << 10;

/// Reads the files inside an Office package.
pub(super) fn read(archive: &mut Archive<'_>, reading: &mut Reading) -> Result<(), Unread> {
    let names: Vec<String> = archive.names().iter().filter(|name| is_inside(name)).cloned().collect();
    for (at, name) in names.iter().enumerate() {
        if archive.budget.files == 0 {
            reading.gaps.push(Gap::MoreInside(names.len() - at));
            break;
        }
        let Some(bytes) = archive.part(name)? else { continue };
        one(name.rsplit('/').next().unwrap_or(name), &bytes, archive, reading);
    }
    Ok(())
}

/// Reads the file `name` inside, or what lies in it if it is an object's container.
pub(super) fn one(name: &str, bytes: &[u8], archive: &mut Archive<'_>, reading: &mut Reading) {
    if bytes.is_empty() {
        return;
    }
    let Some(container) = Container::open(bytes) else {
        return file(name, bytes, archive, reading);
    };
    // Formulas of old programs are no documents.
    if container.stream("Equation Native").is_some() {
        return;
    }
    if let Some((name, bytes)) = container.stream("\u{1}Ole10Native").as_deref().and_then(wrapped) {
        file(&name, bytes, archive, reading);
    } else if let Some(bytes) = container.stream("Package").or_else(|| container.stream("CONTENTS")) {
        file(name, &bytes, archive, reading);
    } else {
        file(name, bytes, archive, reading);
    }
}

fn file(name: &str, bytes: &[u8], archive: &mut Archive<'_>, reading: &mut Reading) {
    let budget = &mut archive.budget;
    if budget.depth == 0 {
        reading.gaps.push(Gap::Inside(name.to_owned(), Unread::TooLarge));
        return;
    }
    budget.depth -= 1;
    budget.files = budget.files.saturating_sub(1);
    let inner = (archive.read_inside)(name, bytes, budget);
    budget.depth += 1;
    reading.take(&Arc::from(name), inner);
}

fn is_inside(name: &str) -> bool {
    if name.ends_with('/') || ends(name, ".rels") || ends(name, ".xml") || name.contains("/media/") {
        return false;
    }
    name.contains("/embeddings/")
        || FileKind::by_name(name).is_some_and(|kind| {
            use FileKind::{Csv, Doc, Docx, Html, OpenDocument, Pdf, Ppt, Pptx, Rtf, Text, Xls, Xlsx, Zip};
            matches!(kind, Docx | Xlsx | Pptx | OpenDocument | Doc | Xls | Ppt | Rtf | Pdf | Html | Text | Csv | Zip)
        })
}

/// Tells a document whose own text, its first `own` pieces, is hardly more than captions of its pictures.
pub(super) fn pictures_alone(own: usize, folder: &str, archive: &Archive<'_>, reading: &mut Reading) {
    let large = |name: &&String| name.starts_with(folder) && archive.packed_size(name) >= PAGE;
    let pictures = archive.names().iter().filter(large).count();
    if pictures == 0 {
        return;
    }
    let is_own = |piece: &&Piece| !matches!(piece.place, Place::AltText);
    let letters = |piece: &Piece| piece.text.chars().filter(|char| char.is_alphanumeric()).count();
    let letters: usize = reading.pieces[..own.min(reading.pieces.len())].iter().filter(is_own).map(letters).sum();
    if letters == 0 {
        reading.unread = Some(Unread::Scan);
    } else if letters < FEW.max(pictures * FEW_EACH) {
        reading.gaps.push(Gap::Pictures(pictures));
    }
}
