//! A ZIP package opened with care: few entries, little inflated, nothing written anywhere.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::kind::FileKind;
use super::reading::{Reading, Risk, Unread};

/// Entries that a package may have.
const MOST_ENTRIES: usize = 20_000;
/// Bytes that all parts read together may inflate to.
const MOST_INFLATED: u64 = 64 << 20;
/// Declared inflation from which on a package is told as a bomb, above [`MOST_INFLATED`].
const MOST_RATIO: u64 = 200;
/// Files inside that are opened, theirs included.
const MOST_INSIDE: usize = 50;
/// How deep files may lie in files.
const DEEPEST: usize = 3;
/// Names of entries told at most.
const MOST_TOLD: usize = 20;

/// How a file inside another is read.
pub(super) type ReadInside = fn(&str, &[u8], &mut Budget) -> Reading;

/// What may still be read of a file and of all files inside it.
#[derive(Debug)]
pub(super) struct Budget {
    /// Bytes that parts may inflate to.
    pub left: u64,
    /// Files inside that may be opened.
    pub files: usize,
    /// How deep files may still lie in files.
    pub depth: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { left: MOST_INFLATED, files: MOST_INSIDE, depth: DEEPEST }
    }
}

/// An open package.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    names: Vec<String>,
    places: BTreeMap<String, usize>,
    sizes: Vec<u64>,
    /// What may still be read.
    pub(super) budget: Budget,
    /// How files inside are read.
    pub(super) read_inside: ReadInside,
    encrypted: bool,
    declared: u64,
    packed: u64,
}

impl<'a> Archive<'a> {
    /// Opens a package and reads its directory.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Unread> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unread::Damaged)?;
        if zip.len() > MOST_ENTRIES {
            return Err(Unread::TooLarge);
        }
        let mut archive = Self {
            names: Vec::with_capacity(zip.len()),
            places: BTreeMap::new(),
            sizes: Vec::with_capacity(zip.len()),
            zip,
            budget: Budget::default(),
            read_inside: |_, _, _| Reading::new(FileKind::Unknown),
            encrypted: false,
            declared: 0,
            packed: bytes.len() as u64,
        };
        let directory = archive.zip.metadata();
        for index in 0..directory.len() {
            let Ok(entry) = directory.entry(index) else { return Err(Unread::Damaged) };
            archive.encrypted |= entry.encrypted();
            archive.declared = archive.declared.saturating_add(entry.size());
            let name = name(entry.name_raw());
            archive.places.entry(name.clone()).or_insert(index);
            archive.names.push(name);
            archive.sizes.push(entry.compressed_size());
        }
        Ok(archive)
    }

    /// The names of the entries, in the order of the directory.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether an entry needs a password.
    pub(super) const fn encrypted(&self) -> bool {
        self.encrypted
    }

    /// The part of this name, inflated; `None` if there is none. `TooLarge` when the package has inflated to its limit.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Unread> {
        let most = self.budget.left;
        let part = self.head(name, most + 1)?;
        if part.as_ref().is_some_and(|it| it.len() as u64 > most) {
            self.budget.left = 0;
            return Err(Unread::TooLarge);
        }
        Ok(part)
    }

    /// The first `most` bytes of the part of this name; the rest is not inflated.
    pub(super) fn head(&mut self, name: &str, most: u64) -> Result<Option<Vec<u8>>, Unread> {
        let wanted = name.trim_start_matches('/');
        let Some(&index) = self.places.get(wanted) else { return Ok(None) };
        let file = self.zip.by_index(index).map_err(|_| Unread::Damaged)?;
        let mut inflated = Vec::new();
        file.take(most.min(self.budget.left + 1)).read_to_end(&mut inflated).map_err(|_| Unread::Damaged)?;
        self.budget.left = self.budget.left.saturating_sub(inflated.len() as u64);
        Ok(Some(inflated))
    }

    /// Bytes that the part of this name takes up in the package.
    pub(super) fn packed_size(&self, name: &str) -> u64 {
        self.places.get(name).and_then(|&it| self.sizes.get(it)).copied().unwrap_or(0)
    }

    /// Tells what the directory alone shows: bombs, slip names, programs, passwords.
    pub(super) fn tell_risks(&self, reading: &mut Reading) {
        if self.encrypted {
            reading.risks.push(Risk::Encrypted);
        }
        if self.declared > MOST_INFLATED && self.declared / self.packed.max(1) > MOST_RATIO {
            reading.risks.push(Risk::Bomb);
        }
        let slips = self.names.iter().filter(|name| leads_outside(name)).take(MOST_TOLD);
        reading.risks.extend(slips.map(|name| Risk::Slip(name.clone())));
        let programs = self.names.iter().filter(|name| {
            FileKind::by_name(name).is_some_and(|kind| kind == FileKind::Program || kind == FileKind::Swf)
        });
        reading.risks.extend(programs.take(MOST_TOLD).map(|name| Risk::ProgramInside(name.clone())));
    }
}

/// The XML parts straight below `folder`, `slide10` after `slide9`.
pub(super) fn sorted(names: &[String], folder: &str) -> Vec<String> {
    let mut parts = parts(names, folder);
    parts.retain(|name| !name[folder.len()..].contains('/'));
    parts
}

/// Whether a part's name ends so, in any case.
pub(super) fn ends(name: &str, ending: &str) -> bool {
    let start = name.len().checked_sub(ending.len());
    start.and_then(|at| name.get(at..)).is_some_and(|it| it.eq_ignore_ascii_case(ending))
}

/// The XML parts whose names begin so, `header10` after `header9`.
pub(super) fn parts(names: &[String], start: &str) -> Vec<String> {
    let mut parts: Vec<&String> = names.iter().filter(|name| name.starts_with(start) && ends(name, ".xml")).collect();
    parts.sort_by_key(|name| (name.len(), name.as_str()));
    parts.into_iter().cloned().collect()
}

/// The name of an entry: UTF-8, else GBK as Windows packs it.
fn name(raw: &[u8]) -> String {
    match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => encoding_rs::GBK.decode_without_bom_handling(raw).0.into_owned(),
    }
}

fn leads_outside(name: &str) -> bool {
    name.starts_with(['/', '\\'])
        || name.as_bytes().get(1) == Some(&b':')
        || name.contains('\0')
        || name.split(['/', '\\']).any(|part| part == "..")
}
