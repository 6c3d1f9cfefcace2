//! Files beside the entries: read, scanned, and remembered by what pages need to know of them.

use std::collections::BTreeMap;

use anyhow::Result;

use super::{
    as_published::as_published,
    files::Files,
    parse_cache::{Cached, ParseCache},
};
use crate::{
    day::Day,
    diagnostic::Findings,
    model::{Application, Dated},
    office::{self, Unread},
    pack::{Pack as _, Packer, Unpacker},
    resolve::{self, TableHead},
    scan,
    source::{FileId, Range, Role},
    table,
    world::{Cache, Digest, World, sha256},
};

/// What is known of a file beside the entries.
#[derive(Clone, Debug)]
pub struct Attached {
    /// Bytes.
    pub size: u64,
    /// SHA-256 of its bytes: what pages and the manifest say, and how a change during the run is seen.
    pub sha256: Digest,
    /// For a table heads and number of rows; for a workbook those of each sheet that a reader sees.
    pub tables: Box<[TableHead]>,
    /// Its rows, for a register of applications.
    pub applications: Box<[Application]>,
    /// Whether it is a picture of a text: nothing in it can be read but by eye.
    pub scan: bool,
}

/// All of them, each by whichever core is free.
///
/// # Errors
///
/// The machine's.
pub fn all(
    world: &dyn World,
    cache: Option<&dyn Cache>,
    files: &Files,
    findings: &mut Findings,
) -> Result<BTreeMap<FileId, Attached>> {
    let parser = ParseCache::<Attached> { cache, world, files, side_output: () };
    let read = parser.read_all(&files.of(Role::Attachment), |file, read, findings| {
        (read.map(|(about, _)| (file, about)), findings)
    })?;
    let mut attached = BTreeMap::new();
    for (about, found) in read {
        findings.extend(found);
        attached.extend(about);
    }
    Ok(attached)
}

impl Cached for Attached {
    const NAME: &'static str = "files";

    type SideOutput = ();

    fn read(file: FileId, path: &str, bytes: &[u8], (): &(), findings: &mut Findings) -> Self {
        let bytes = &*as_published(path, bytes.into());
        let reading = office::read(path, bytes);
        let mut applications = Box::default();
        let (mut heads, mut tables) = (Vec::new(), Vec::new());
        for sheet in sheets(path, bytes) {
            let Some(table) = rows(path, bytes, sheet.as_deref()) else { continue };
            if tables.is_empty() {
                applications = resolve::applications(file, &table);
            }
            heads.push(TableHead {
                sheet: sheet.unwrap_or_default().into(),
                columns: table.head().cells().map(|it| it.text.into()).collect(),
                rows: u32::try_from(table.len()).unwrap_or(u32::MAX),
            });
            tables.push(table);
        }
        scan::attachment(file, path, &reading, &tables, findings);
        let scan = reading.unread == Some(Unread::Scan);
        Self { size: bytes.len() as u64, sha256: sha256(bytes), tables: heads.into(), applications, scan }
    }

    fn pack(&self, to: &mut Packer) {
        to.number(self.size);
        to.raw(&self.sha256.0);
        to.list(self.tables.iter(), |to, it| {
            to.text(&it.sheet);
            to.list(it.columns.iter(), |to, it| to.text(it));
            to.number(it.rows.into());
        });
        to.list(self.applications.iter(), pack_application);
        to.flag(self.scan);
    }

    fn unpack(file: FileId, from: &mut Unpacker<'_>) -> Option<Self> {
        Some(Self {
            size: from.number()?,
            sha256: Digest(from.array()?),
            tables: from.list(|from| {
                let sheet = from.text()?.into();
                Some(TableHead { sheet, columns: from.list(|from| from.text().map(Into::into))?, rows: from.small()? })
            })?,
            applications: from.list(|from| unpack_application(file, from))?,
            scan: from.flag()?,
        })
    }
}

fn pack_application(to: &mut Packer, it: &Application) {
    to.number(it.row.into());
    to.text(&it.id);
    let days = [it.notified, it.corrected, it.asked, it.heard, it.extended, it.answered];
    for dated in std::iter::once(Some(it.received)).chain(days) {
        to.option(dated, |to, it| {
            it.day.pack(to);
            to.option(it.range, |to, range| range.pack(to));
        });
    }
    for text in [&it.applicant, &it.result].into_iter().chain(&it.cases) {
        to.text(text);
    }
}

fn unpack_application(file: FileId, from: &mut Unpacker<'_>) -> Option<Application> {
    let (row, id) = (from.small()?, from.text()?.into());
    let mut dated = || from.option(|from| Some(Dated { day: Day::unpack(from)?, range: from.option(Range::unpack)? }));
    Some(Application {
        file,
        row,
        id,
        received: dated()??,
        notified: dated()?,
        corrected: dated()?,
        asked: dated()?,
        heard: dated()?,
        extended: dated()?,
        answered: dated()?,
        applicant: from.text()?.into(),
        result: from.text()?.into(),
        cases: [from.text()?.into(), from.text()?.into(), from.text()?.into()],
    })
}

/// The text of a file that whoever opens it reads: no hidden sheets, rows or columns, nothing deleted, no comments, nothing that the file
/// says of itself.
pub fn seen_text(path: &str, bytes: &[u8]) -> String {
    let mut lines = Vec::new();
    for sheet in sheets(path, bytes) {
        let Some(table) = rows(path, bytes, sheet.as_deref()) else { continue };
        for row in std::iter::once(table.head()).chain(table.rows()) {
            let cells: Vec<&str> = row.cells().map(|it| it.text).collect();
            lines.push(cells.join("\t"));
        }
    }
    if lines.is_empty() {
        let office::Reading { pieces, hidden, .. } = office::read(path, bytes);
        // What is drawn does not tell on which slide.
        let hides_slides = hidden.iter().any(|it| matches!(it, office::Hidden::HiddenSlides(_)));
        let is_seen =
            |it: &office::Piece| it.place.is_seen() && (!hides_slides || matches!(it.place, office::Place::Slide(_)));
        lines.extend(pieces.into_iter().filter(is_seen).map(|it| it.text));
    }
    lines.join("\n")
}

/// The tables in a file: by name the sheets of a workbook that a reader sees, one without a name else.
pub fn sheets(path: &str, bytes: &[u8]) -> Vec<Option<String>> {
    match ending(path).as_str() {
        "xlsx" => office::sheet_names(bytes).map_or_else(|_| vec![None], |it| it.into_iter().map(Some).collect()),
        _ => vec![None],
    }
}

fn ending(path: &str) -> String {
    path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase()
}

/// The rows of a CSV or XLSX file, of the latter's sheet `sheet`, else its first; none for other files.
pub fn rows(path: &str, bytes: &[u8], sheet: Option<&str>) -> Option<table::Table> {
    match ending(path).as_str() {
        "csv" => Some(table::read_csv(&office::decode(bytes).text, table::Limits::default())),
        "xlsx" => Some(table::read_xlsx(bytes, sheet, table::Limits::default())),
        _ => None,
    }
}
