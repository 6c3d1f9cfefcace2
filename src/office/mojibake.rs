//! Mojibake: valid text that a program has spoilt before it was saved.
//!
//! Three causes, each with a sure sign; nothing is put right, since part of the bytes is mostly lost:
//!
//! - Filling. `锟斤拷` is U+FFFD twice in UTF-8, read as GBK; `烫烫烫` and `屯屯屯` are memory that C++ debuggers fill with CC and CD.
//!   No text has them otherwise (`烫伤` has one 烫).
//! - UTF-8 read as Latin-1 or Windows-1252: `å…¬å¼€` for 公开. A run of characters above 7F is turned back into bytes; if they are
//!   UTF-8 of common hanzi or Chinese punctuation throughout, the run is spoilt. `café……` is not: `é……` gives 酅, no
//!   common hanzi.
//! - UTF-8 read as GBK: `鍏紑锛屾斂鍔` for 公开，政务. `，`, `。` and `的` become 锛, 銆 and 鐨 then, which hardly any Chinese text has.
//!   From such a character to the next ASCII on both sides the text is turned back into bytes; it is spoilt if at least 60 % of
//!   them read as Chinese in UTF-8, two characters or more. The name of a firm in 锛钢 is not.
//!
//! Nearly all texts have no sign at all: all hanzi that are signs are looked for in one pass, the others begin with a character that
//! is doubtful by itself, and only where one of them is found the spans are.

use std::{ops::Range, sync::LazyLock};

use memchr::{memchr_iter, memmem};
use regex::Regex;

/// What stands where something could not be read, or was never written.
const FILLED: [&str; 4] = ["\u{fffd}", "锟斤拷", "烫烫烫", "屯屯屯"];

/// What `，`, `。` and `的` become when UTF-8 is read as GBK.
const GBK: [&str; 3] = ["锛", "銆", "鐨"];

/// The signs that are hanzi.
static HANZI: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(&[&FILLED[1..], &GBK].concat().join("|")).expect("signs are plain words"));

/// The spans of spoilt text, in order; `plain` where it has no [doubtful](super::scan) character.
pub(super) fn spans(text: &str, plain: bool) -> Vec<Range<usize>> {
    if plain && !HANZI.is_match(text) {
        return Vec::new();
    }
    let mut spans: Vec<Range<usize>> = Vec::new();
    for mark in FILLED {
        spans.extend(memmem::find_iter(text.as_bytes(), mark).map(|at| at..at + mark.len()));
    }
    latin(text, &mut spans);
    gbk(text, &mut spans);
    spans.sort_by_key(|span| (span.start, span.end));
    join(spans)
}

fn join(spans: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}

/// UTF-8 that was read as Latin-1 or Windows-1252: `å…¬å¼€`, `â€œ`, `ï»¿`. Each such character begins with Â, Ã or à–ï,
/// whose first byte is C3, rare in Chinese text.
fn latin(text: &str, spans: &mut Vec<Range<usize>>) {
    let mut done = 0;
    for at in memchr_iter(0xC3, text.as_bytes()) {
        if at < done {
            continue;
        }
        let mut bytes = Vec::new();
        let mut end = at;
        for c in text[at..].chars() {
            let Some(byte) = windows_1252(c) else { break };
            bytes.push(byte);
            end += c.len_utf8();
        }
        done = end;
        if reads_better(&bytes) {
            spans.push(at..end);
        }
    }
}

/// The byte that Windows-1252 (or Latin-1) reads as `c`, from 0x80 up.
fn windows_1252(c: char) -> Option<u8> {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match c {
        '\u{80}'..='\u{ff}' => u8::try_from(u32::from(c)).ok(),
        _ => HIGH.iter().position(|&high| high == c).and_then(|at| u8::try_from(0x80 + at).ok()),
    }
}

/// Whether `bytes` are UTF-8 of something that one expects in Chinese text. The last character may be cut off.
fn reads_better(bytes: &[u8]) -> bool {
    let Some(chunk) = bytes.utf8_chunks().next() else { return false };
    let text = chunk.valid();
    let mut expected = 0;
    for c in text.chars() {
        match c {
            '\u{a0}'..='\u{ff}'
            | '\u{2018}'..='\u{2026}'
            | '\u{3000}'..='\u{303f}'
            | '\u{feff}'
            | '\u{ff00}'..='\u{ff5e}' => expected += 1,
            '\u{4e00}'..='\u{9fff}' if is_common(c) => expected += 1,
            _ => return false,
        }
    }
    expected > 0
}

/// Whether `c` is one of the hanzi of GB 2312.
fn is_common(c: char) -> bool {
    let mut buffer = [0; 4];
    let (bytes, _, unknown) = encoding_rs::GBK.encode(c.encode_utf8(&mut buffer));
    !unknown && matches!(*bytes, [0xB0..=0xF7, 0xA1..=0xFE])
}

/// UTF-8 that was read as GBK: `鍏紑锛屾斂鍔`. The three marks occur in hardly any Chinese text.
fn gbk(text: &str, spans: &mut Vec<Range<usize>>) {
    let mut done = 0;
    let mut hits: Vec<usize> = GBK.iter().flat_map(|mark| memmem::find_iter(text.as_bytes(), *mark)).collect();
    hits.sort_unstable();
    for at in hits {
        if at < done {
            continue;
        }
        let from = text[done..at].rfind(|c: char| c.is_ascii()).map_or(done, |ascii| done + ascii + 1);
        let end = text[at..].find(|c: char| c.is_ascii()).map_or(text.len(), |ascii| at + ascii);
        done = end;
        let (bytes, _, _) = encoding_rs::GB18030.encode(&text[from..end]);
        let chinese: usize = bytes
            .utf8_chunks()
            .map(|chunk| {
                chunk
                    .valid()
                    .chars()
                    .filter(
                        |c| matches!(c, '\u{3000}'..='\u{303f}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}'),
                    )
                    .count()
            })
            .sum();
        if chinese >= 2 && chinese * 3 * 10 >= bytes.len() * 6 {
            spans.push(from..end);
        }
    }
}
