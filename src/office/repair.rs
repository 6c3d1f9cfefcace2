//! Bytes that are no UTF-8: a GBK file, GBK pasted into a UTF-8 file, or broken UTF-8.
//!
//! The unit of judgement is the line, since what is pasted comes in lines; where a line is mixed it is the run of bytes between
//! ASCII. A line or run is GBK if it holds little Chinese when read as UTF-8 and all its bytes are [plausible as GBK](plausible_gb).
//!
//! - The file as a whole is GBK if such lines are more than fifty times as many as lines that are Chinese in UTF-8. (A line of GBK
//!   is valid UTF-8 with hanzi in it by chance once in many hundred lines.) One bad byte in 200 characters is allowed for.
//! - Otherwise each line is read by itself. GBK in it is read as such ([`Fault::ForeignBytes`]); runs shorter than four bytes never
//!   are, for one or two odd bytes are more likely damage than a word.
//! - What remains is broken UTF-8. The pieces of one bad sequence become one U+FFFD each, and one problem together, named by what
//!   broke them: cut off at the end of the file, overlong, half a surrogate pair, or stray.

use std::ops::Range;

use memchr::memchr;

use super::encoding::{Encoding, Pairs, plausible_gb};
use super::fault::{Fault, MAX_LISTED, RawProblem};

/// The best reading of `bytes`, what was wrong with spans in the reading, and how much more was.
pub(super) fn repair(bytes: &[u8]) -> (String, Vec<RawProblem>, usize) {
    let lines: Vec<(usize, &[u8])> = Lines { bytes, at: 0 }.collect();
    let mut sound = 0_usize;
    let mut foreign = 0_usize;
    for (_, line) in &lines {
        match std::str::from_utf8(line) {
            Ok(text) => sound += usize::from(has_chinese(text)),
            Err(_) if is_foreign(line) => foreign += 1,
            Err(_) => {}
        }
    }
    // A line of a GBK file is by chance also UTF-8 with hanzi once in many hundred lines.
    if foreign > 0
        && sound * 50 < foreign
        && let Some((text, encoding)) = whole_file(bytes)
    {
        let byte = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
        let found = RawProblem::whole_file(&text, encoding, byte);
        return (text, vec![found], 0);
    }
    let mut out = Repaired::default();
    for (start, line) in lines {
        match std::str::from_utf8(line) {
            Ok(text) => out.text.push_str(text),
            Err(_) => out.read_line(line, start, start + line.len() == bytes.len()),
        }
    }
    (out.text, out.found, out.untold)
}

/// The whole file as GB 18030; a file cut off in its last character still counts.
fn whole_file(bytes: &[u8]) -> Option<(String, Encoding)> {
    let pairs = Pairs::count(bytes);
    if pairs.bad > 1 + pairs.all / 200 || pairs.common * 2 < pairs.all {
        return None;
    }
    let (text, _) = encoding_rs::GB18030.decode_without_bom_handling(bytes);
    Some((text.into_owned(), if pairs.long { Encoding::Gb18030 } else { Encoding::Gbk }))
}

/// Whether a line that is no UTF-8 is GBK throughout: little of it is Chinese as UTF-8, all of it is as GBK.
fn is_foreign(line: &[u8]) -> bool {
    let (mut chinese, mut bad) = (0, 0);
    for chunk in line.utf8_chunks() {
        chinese += chunk.valid().chars().filter(|&c| is_chinese(c)).count();
        bad += chunk.invalid().len();
    }
    chinese * 4 <= bad && plausible_gb(line).is_some()
}

fn has_chinese(text: &str) -> bool {
    text.chars().any(is_chinese)
}

const fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// Lines with their line feeds, and where they start.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = (usize, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.bytes.get(self.at..).filter(|rest| !rest.is_empty())?;
        let length = memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
        let start = self.at;
        self.at += length;
        Some((start, &rest[..length]))
    }
}

/// The text so far, and what was wrong with it.
#[derive(Default)]
struct Repaired {
    text: String,
    found: Vec<RawProblem>,
    untold: usize,
}

impl Repaired {
    /// Reads one line that is no UTF-8; `start` is its place in the file.
    fn read_line(&mut self, line: &[u8], start: usize, last: bool) {
        if is_foreign(line)
            && let Some((text, _)) = plausible_gb(line)
        {
            let from = self.text.len() + text.bytes().position(|byte| !byte.is_ascii()).unwrap_or(0);
            let byte = start + line.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
            self.text.push_str(&text);
            let end = self.text.trim_end_matches(['\n', '\r']).len().max(from);
            self.push_problem(Fault::ForeignBytes, from..end, byte);
            return;
        }
        let mut at = 0;
        while at < line.len() {
            let ascii = line[at..].iter().position(|byte| !byte.is_ascii()).unwrap_or(line.len() - at);
            self.push_ascii(&line[at..at + ascii]);
            at += ascii;
            let run = line[at..].iter().position(u8::is_ascii).unwrap_or(line.len() - at);
            self.read_run(&line[at..at + run], start + at, last && at + run == line.len());
            at += run;
        }
    }

    fn push_problem(&mut self, fault: Fault, span: Range<usize>, byte: usize) {
        if self.found.len() < MAX_LISTED {
            self.found.push(RawProblem { fault, span, byte });
        } else {
            self.untold += 1;
        }
    }

    fn push_ascii(&mut self, bytes: &[u8]) {
        self.text.push_str(&String::from_utf8_lossy(bytes));
    }

    /// Reads one run of non-ASCII bytes.
    fn read_run(&mut self, run: &[u8], start: usize, last: bool) {
        if let Ok(text) = std::str::from_utf8(run) {
            self.text.push_str(text);
            return;
        }
        // One or two odd bytes are more likely damage than a word of GBK.
        if run.len() >= 4
            && is_foreign(run)
            && let Some((text, _)) = plausible_gb(run)
        {
            let from = self.text.len();
            self.text.push_str(&text);
            self.push_problem(Fault::ForeignBytes, from..self.text.len(), start);
            return;
        }
        let mut at = 0;
        for chunk in run.utf8_chunks() {
            self.text.push_str(chunk.valid());
            at += chunk.valid().len();
            if chunk.invalid().is_empty() {
                continue;
            }
            let from = self.text.len();
            self.text.push('\u{fffd}');
            // The pieces of one bad sequence are one fault.
            let fault = fault(&run[at..], last);
            let joined = self.found.last_mut().filter(|found| found.span.end == from && found.fault.is_encoding());
            match joined {
                Some(found) if fault == Fault::Stray => found.span.end = self.text.len(),
                _ => self.push_problem(fault, from..self.text.len(), start + at),
            }
            at += chunk.invalid().len();
        }
    }
}

/// What is wrong with the sequence that `bytes` start with; `last` says that they run to the end of the file.
fn fault(bytes: &[u8], last: bool) -> Fault {
    match *bytes {
        [0xC0 | 0xC1, ..] | [0xE0, 0x80..=0x9F, ..] | [0xF0, 0x80..=0x8F, ..] => Fault::Overlong,
        [0xED, 0xA0..=0xBF, ..] => Fault::Surrogate,
        [0xC2..=0xF4, ref rest @ ..] if last && rest.len() < 3 && rest.iter().all(|byte| byte & 0xC0 == 0x80) => {
            Fault::Truncated
        }
        _ => Fault::Stray,
    }
}
