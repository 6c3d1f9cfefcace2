//! `entries.csv`: a row an entry, by index number. It tells of all entries, so any change makes it anew; of entries that are as they were the
//! rows of the last build are taken over.
//!
//! A row is looked for where its number should be, and taken where number and address are the entry's: no two entries have one address. So
//! nothing depends on the order of the old rows but how many are found.

use anyhow::Result;
use memchr::memchr_iter;
use rayon::prelude::*;

use super::publish::SiteWriter;
use crate::{emit, model::EntryId, site::index};

/// How many rows a core makes at a time, and how many are made before they are laid together: of a large site the rows would else be in
/// memory twice.
const STRETCH: usize = 250;
const WAVE: usize = 16 * STRETCH;

impl SiteWriter<'_> {
    /// A row each of `entries`, made on all cores, a stretch of rows at a time. Those that are `kept`, by the number of the entry, are what
    /// they were when the file at `address` was written.
    ///
    /// # Errors
    ///
    /// The machine's.
    pub(super) fn entry_table(&self, address: &str, entries: &[EntryId], kept: &[bool]) -> Result<Vec<u8>> {
        let site = &self.plan.site;
        let old = if kept.contains(&true) { self.sink.previous(address)? } else { None };
        let old = Rows::new(old.as_deref().unwrap_or_default());
        let stretch = |ids: &[EntryId]| {
            let mut out = Vec::new();
            let mut at = ids.first().map_or(0, |&id| old.place(self.number(id)));
            for &id in ids {
                let is_kept = kept.get(id.at()).is_some_and(|it| *it);
                match if is_kept { self.row(id, &old, &mut at) } else { None } {
                    Some(row) => out.extend(row),
                    None => emit::csv_row(&index::entry_row(site, id), &mut out),
                }
            }
            out
        };
        let mut bytes = Vec::new();
        emit::csv_head(&index::ENTRY_HEADS.map(Into::into), &mut bytes);
        for (at, wave) in entries.chunks(WAVE).enumerate() {
            let parts: Vec<Vec<u8>> = wave.par_chunks(STRETCH).map(stretch).collect();
            for part in parts {
                bytes.extend(part);
            }
            if at == 0 {
                // The first tells how much room the others take, so that it is not doubled and copied.
                bytes.reserve_exact(bytes.len() * (entries.len() / WAVE));
            }
        }
        Ok(bytes)
    }

    fn number(&self, id: EntryId) -> &[u8] {
        self.plan.analysis.model.entry(id).index_number.as_bytes()
    }

    /// The row of the entry among the `old` ones, looked for from place `at`, which moves on to it.
    fn row<'r>(&self, id: EntryId, old: &Rows<'r>, at: &mut usize) -> Option<&'r [u8]> {
        let number = self.number(id);
        let row = old.next(at, number)?;
        let address = &self.plan.analysis.model.entry(id).address;
        is_of(row, number, &self.plan.site.url(address)).then_some(row)
    }
}

/// Whether `row` begins with `number` and ends with `address`.
fn is_of(row: &[u8], number: &[u8], address: &str) -> bool {
    let inner = || row.strip_prefix(number)?.strip_suffix(b"\r\n")?.strip_suffix(address.as_bytes());
    inner().is_some_and(|it| it.starts_with(b",") && it.ends_with(b","))
}

/// The rows of a table.
struct Rows<'r> {
    bytes: &'r [u8],
    /// Where each begins, and where the last ends. In no cell is a CR: CR and LF are the end of a row.
    starts: Vec<usize>,
}

impl<'r> Rows<'r> {
    /// Those below the heads.
    fn new(bytes: &'r [u8]) -> Self {
        let ends = memchr_iter(b'\n', bytes).filter(|&it| it > 0 && bytes[it - 1] == b'\r');
        Self { bytes, starts: ends.map(|it| it + 1).collect() }
    }

    fn row(&self, at: usize) -> Option<&'r [u8]> {
        self.bytes.get(*self.starts.get(at)?..*self.starts.get(at + 1)?)
    }

    /// What the row that begins at `start` begins with.
    fn number(&self, start: usize) -> &'r [u8] {
        self.bytes[start..].split(|it| *it == b',').next().unwrap_or_default()
    }

    /// The place of the first row that does not come before `number`.
    fn place(&self, number: &[u8]) -> usize {
        let rows = &self.starts[..self.starts.len().saturating_sub(1)];
        rows.partition_point(|&start| self.number(start) < number)
    }

    /// Moves `at` on to the first row that does not come before `number`, and answers it.
    fn next(&self, at: &mut usize, number: &[u8]) -> Option<&'r [u8]> {
        while self.row(*at).is_some() && self.number(self.starts[*at]) < number {
            *at += 1;
        }
        self.row(*at)
    }
}

#[cfg(test)]
mod tests {
    use super::Rows;

    #[test]
    fn rows_are_found_by_their_numbers() {
        let rows = Rows::new("\u{feff}索引号,标题\r\na-1,\"甲\n乙\"\r\na-2,丙\r\na-4,丁\r\n".as_bytes());
        for (number, row) in [("a-1", "a-1,\"甲\n乙\"\r\n"), ("a-2", "a-2,丙\r\n"), ("a-3", "a-4,丁\r\n")] {
            assert_eq!(rows.row(rows.place(number.as_bytes())), Some(row.as_bytes()));
        }
        assert_eq!(rows.row(rows.place(b"b")), None);
        for bytes in ["", "\n", "\r\n", "a,b\r\nc"] {
            assert_eq!(Rows::new(bytes.as_bytes()).row(0), None, "{bytes:?}");
        }
    }
}
