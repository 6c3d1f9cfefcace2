//! The doors of the room: an entry, a catalogue file, a typed table, an attachment, each looked at once.

use super::{
    Subject, account, application, attachment as attached, document_number, draft, identity, marks, people, phone,
    rows, secrecy, subject::stem,
};
use crate::{
    day::Day, diagnostic::Findings, number::personal, office::Reading, source::FileId, syntax::Document, table::Table,
};

/// Looks at an entry: its front matter and its text. `path` is that of its file from the project's folder.
pub fn entry(document: &Document, path: &str, text: &str, findings: &mut Findings) {
    let subject = &Subject { file: document.file, path, text, record: &document.record, body: &document.body };
    let mut leaving = Findings::new();
    let found: Vec<marks::Word> = marks::words(text).collect();
    secrecy::entry(subject, &found, &mut leaving);
    private(subject.file, text, subject.day(), &mut leaving);
    names(subject.file, path, subject.day(), &mut leaving);
    people::entry(subject, &mut leaving);
    findings.extend(leaving.if_leaving());
    draft::entry(subject, &found, findings);
    document_number::entry(subject, findings);
}

/// Looks at a file of the catalogue: what it says is published from the first day.
pub fn catalogue(file: FileId, _path: &str, text: &str, findings: &mut Findings) {
    private(file, text, None, findings);
}

/// Looks at the rows of a CSV or XLSX file. What stands in columns of codes is no personal number.
pub fn table(file: FileId, path: &str, table: &Table, findings: &mut Findings) {
    let mut leaving = Findings::new();
    people::table(file, path, table, &mut leaving);
    // The cells of a workbook have no place of their own: its rows are looked at as an attachment's.
    if is_csv(path) {
        let heads: Vec<&str> = table.head().cells().map(|head| head.text).collect();
        for row in table.rows() {
            rows::csv(file, row, &heads, &mut leaving);
        }
    }
    findings.extend(leaving.if_leaving());
    application::table(file, table, findings);
}

/// Looks at what was read of an attachment.
pub fn attachment(file: FileId, path: &str, reading: &Reading, findings: &mut Findings) {
    let mut leaving = Findings::new();
    attached::attachment(file, path, reading, &mut leaving);
    secrecy::attachment(file, path, &reading.pieces, &mut leaving);
    people::attachment(file, path, &reading.pieces, &mut leaving);
    names(file, path, None, &mut leaving);
    if !is_csv(path) {
        rows::pieces(file, &reading.pieces, &mut leaving);
    }
    findings.extend(leaving.if_leaving());
}

fn is_csv(path: &str) -> bool {
    path.rsplit('.').next().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
}

/// Personal numbers in a text whose bytes are the file's.
fn private(file: FileId, text: &str, day: Option<Day>, findings: &mut Findings) {
    let found = &personal::find(text);
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
