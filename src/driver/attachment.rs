//! Files beside the entries: read, scanned, and remembered by what pages need to know of them.

use std::collections::BTreeMap;

use anyhow::Result;
use rayon::prelude::*;

use super::{Project, read};
use crate::{
    diagnostic::Findings,
    office::{self, Kind},
    resolve::TableHead,
    scan,
    source::{FileId, Role, Sources},
    table,
};

/// What is known of a file beside the entries.
#[derive(Clone, Debug)]
pub struct Attached {
    /// What it is, by its content.
    pub kind: Kind,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of its bytes, 64 hexadecimal digits: what pages and the manifest say, and how a change during the run is seen.
    pub sha256: String,
    /// Heads and number of rows, for a table.
    pub table: Option<TableHead>,
}

/// SHA-256 in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    super::output::sha256(bytes)
}

/// All of them, each by whichever core is free.
///
/// # Errors
///
/// The machine's.
pub fn all(project: &Project, sources: &Sources, findings: &mut Findings) -> Result<BTreeMap<FileId, Attached>> {
    let files: Vec<FileId> =
        sources.iter().filter(|(_, source)| source.role == Role::Attachment).map(|(file, _)| file).collect();
    let read: Vec<Result<(FileId, Option<Attached>, Findings)>> = files
        .into_par_iter()
        .map(|file| {
            let mut findings = Findings::new();
            let bytes = read::bytes(project, sources, file, &mut findings)?;
            Ok((file, bytes.map(|it| one(file, sources.path(file), &it, &mut findings)), findings))
        })
        .collect();
    let mut attached = BTreeMap::new();
    for it in read {
        let (file, about, found) = it?;
        findings.extend(found);
        attached.extend(about.map(|about| (file, about)));
    }
    Ok(attached)
}

fn one(file: FileId, path: &str, bytes: &[u8], findings: &mut Findings) -> Attached {
    let reading = office::read(path, bytes);
    scan::attachment(file, path, &reading, findings);
    let table = rows(path, bytes).map(|table| {
        scan::table(file, path, &table, findings);
        TableHead {
            columns: table.head().cells().map(|it| it.text.into()).collect(),
            rows: u32::try_from(table.len()).unwrap_or(u32::MAX),
        }
    });
    Attached { kind: reading.kind, size: bytes.len() as u64, sha256: sha256(bytes), table }
}

/// The rows of a CSV or XLSX file; none for other files and for tables that cannot be read.
pub fn rows(path: &str, bytes: &[u8]) -> Option<table::Table> {
    match path.rsplit('.').next()?.to_ascii_lowercase().as_str() {
        "csv" => Some(table::read_csv(&office::decode(bytes).text, table::Limits::default())),
        "xlsx" => Some(table::read_xlsx(bytes, table::Limits::default())),
        _ => None,
    }
}
