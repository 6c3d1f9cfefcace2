//! The doors of the room: an entry, a catalogue file, a typed table, an attachment, each looked at once.

use super::{
    Subject, account, application, attachment as attached, document_number, draft, identity, marks, people, phone,
    secrecy, subject::stem,
};
use crate::{
    day::Day,
    diagnostic::Findings,
    number::personal::{self, Personal},
    office::{self, Piece, Reading},
    source::FileId,
    table::{Schema, Table},
    vocabulary::CellType,
};

/// Looks at an entry: its front matter and its text.
pub fn entry(subject: &Subject<'_>, findings: &mut Findings) {
    let found: Vec<marks::Word> = marks::words(subject.text).collect();
    secrecy::entry(subject, &found, findings);
    draft::entry(subject, &found, findings);
    document_number::entry(subject, findings);
    private(subject.file, subject.text, subject.day(), findings);
    names(subject.file, subject.path, subject.day(), findings);
    people::entry(subject, findings);
}

/// Looks at a file of the catalogue: what it says is published from the first day.
pub fn catalogue(file: FileId, text: &str, findings: &mut Findings) {
    private(file, text, None, findings);
}

/// Looks at a typed table that was read from `text` (a CSV; a workbook's text is looked at as an attachment).
/// Columns of codes are exempt from what looks like personal numbers.
pub fn table(
    file: FileId,
    path: &str,
    text: Option<&str>,
    table: &Table,
    schema: Option<&Schema>,
    findings: &mut Findings,
) {
    if let Some(text) = text {
        let mut found = personal::find(text);
        exempt(&mut found, table, schema);
        tell(file, text, &found, None, findings);
        names(file, path, None, findings);
    }
    people::table(file, path, table, findings);
    if let Some(schema) = schema {
        application::table(file, schema, table, findings);
    }
}

/// Looks at what was read of an attachment.
pub fn attachment(file: FileId, path: &str, reading: &Reading, findings: &mut Findings) {
    attached::attachment(file, path, reading, findings);
    secrecy::attachment(file, path, &reading.pieces, findings);
    people::attachment(file, path, &reading.pieces, findings);
    names(file, path, None, findings);
    let mut start = 0;
    for (at, piece) in reading.pieces.iter().enumerate() {
        if at > 0 && !in_one_sheet(&reading.pieces[at - 1], piece) {
            start = at;
        }
        let found = personal::find(&piece.text);
        if found == Personal::default() {
            continue;
        }
        let place = piece.place.words();
        identity::piece(file, &piece.text, &found, &place, None, findings);
        phone::piece(file, &piece.text, &found, &place, None, findings);
        if !found.cards.is_empty() {
            account::piece(file, &piece.text, &found, &around(&reading.pieces, start, at), &place, findings);
        }
    }
}

/// Personal numbers in a text whose bytes are the file's.
fn private(file: FileId, text: &str, day: Option<Day>, findings: &mut Findings) {
    tell(file, text, &personal::find(text), day, findings);
}

fn tell(file: FileId, text: &str, found: &Personal, day: Option<Day>, findings: &mut Findings) {
    identity::text(file, text, found, day, findings);
    phone::text(file, text, found, day, findings);
    account::text(file, text, found, day, findings);
}

/// Personal numbers in a file's name.
fn names(file: FileId, path: &str, day: Option<Day>, findings: &mut Findings) {
    let stem = stem(path);
    let found = personal::find(stem);
    let place = text! { zh: "文件名", en: "the file name" };
    identity::piece(file, stem, &found, &place, day, findings);
    phone::piece(file, stem, &found, &place, day, findings);
}

/// Takes out of `found` what stands in columns of codes.
fn exempt(found: &mut Personal, table: &Table, schema: Option<&Schema>) {
    let Some(schema) = schema else { return };
    let is_code = |kind| matches!(kind, CellType::Code | CellType::CreditCode);
    let columns: Vec<usize> = table
        .head()
        .cells()
        .enumerate()
        .filter(|(_, head)| schema.find(head.text).is_some_and(|field| is_code(schema.columns[field].kind)))
        .map(|(at, _)| at)
        .collect();
    if columns.is_empty() || *found == Personal::default() {
        return;
    }
    let cells: Vec<(usize, usize)> = table
        .rows()
        .flat_map(|row| columns.iter().filter_map(move |&column| row.cell(column)))
        .filter_map(|cell| Some((cell.at?, cell.at? + cell.text.len())))
        .collect();
    // Cells come in the order of the text, row by row.
    let inside = |at: usize| {
        let next = cells.partition_point(|cell| cell.0 <= at);
        next > 0 && at < cells[next - 1].1
    };
    found.identities.retain(|it| !inside(it.range.start));
    found.old_identities.retain(|it| !inside(it.range.start));
    found.phones.retain(|it| !inside(it.range.start));
    found.cards.retain(|it| !inside(it.range.start));
}

/// The words around a piece: the first rows of its sheet, which begins with piece `start`, or the pieces before and after.
fn around(pieces: &[Piece], start: usize, at: usize) -> String {
    let near = match &pieces[at].place {
        office::Place::Row(..) => &pieces[start..at.min(start + 3)],
        _ => &pieces[at.saturating_sub(2)..(at + 3).min(pieces.len())],
    };
    near.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join("\n")
}

fn in_one_sheet(one: &Piece, other: &Piece) -> bool {
    matches!((&one.place, &other.place), (office::Place::Row(a, _), office::Place::Row(b, _)) if a == b)
}
