//! GBK text whose bytes happen to be valid UTF-8 (`通知` reads as a Greek and a Hebrew mark).

/// Whether `text`, valid as UTF-8, is more likely GBK: no Chinese at all, but runs of letters and marks that no language
/// joins, while the same bytes are common hanzi in GBK.
pub(super) fn is_disguised(text: &str) -> bool {
    // Chinese text has a byte from E2 up within its first few; a plain ASCII file has none above 7F. Both end here fast.
    let bytes = text.as_bytes();
    let Some(first) = bytes.iter().position(|byte| !byte.is_ascii()) else { return false };
    if bytes[first] >= 0xE2 {
        return false;
    }
    let mut strange = false;
    let mut run = Run::default();
    for pair in Pieces(&bytes[first..]) {
        match pair {
            Piece::Ascii => {
                strange |= run.is_strange();
                run = Run::default();
            }
            Piece::Pair(lead, trail) => {
                if trail < 0xA1 {
                    return false;
                }
                run.add(script(lead, trail));
            }
            Piece::Longer => return false,
        }
    }
    strange || run.is_strange()
}

enum Piece {
    Ascii,
    Pair(u8, u8),
    Longer,
}

struct Pieces<'a>(&'a [u8]);

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        let (piece, length) = match *self.0 {
            [] => return None,
            [lead, trail, ..] if (0xC2..0xE0).contains(&lead) => (Piece::Pair(lead, trail), 2),
            [byte, ..] if byte.is_ascii() => (Piece::Ascii, 1),
            _ => (Piece::Longer, self.0.len()),
        };
        self.0 = &self.0[length..];
        Some(piece)
    }
}

#[derive(Default)]
struct Run {
    length: usize,
    first: Option<Script>,
    mixed: bool,
}

impl Run {
    fn add(&mut self, script: Script) {
        self.mixed |= script == Script::Marks || self.first.is_some_and(|first| first != script);
        self.first = self.first.or(Some(script));
        self.length += 1;
    }

    const fn is_strange(&self) -> bool {
        self.length >= 2 && self.mixed
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    /// Combining marks, phonetic letters and scripts that do not occur in a Chinese office.
    Marks,
}

const fn script(lead: u8, trail: u8) -> Script {
    match (lead, trail) {
        (0xC2..=0xC8, _) => Script::Latin,
        (0xCE | 0xCF, _) => Script::Greek,
        (0xD0, _) | (0xD1, ..=0x9F) => Script::Cyrillic,
        (0xD7, 0x90..=0xAA) => Script::Hebrew,
        (0xD8, 0xA1..=0xBF) | (0xD9, 0x81..=0x8A) => Script::Arabic,
        _ => Script::Marks,
    }
}
