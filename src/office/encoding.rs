//! The encodings that Chinese office programs write besides UTF-8.

use memchr::memchr;

/// An encoding that is read, told, and converted by `fix`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Encoding {
    /// GBK, what Windows calls “ANSI” on a Chinese system.
    Gbk,
    /// GB 18030, GBK with four-byte characters.
    Gb18030,
    /// UTF-16, low byte first: what Notepad calls “Unicode”.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
}

impl Encoding {
    /// The name as editors show it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gbk => "GBK",
            Self::Gb18030 => "GB18030",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
        }
    }
}

/// Reads `bytes` as GB 18030 if they are wholly that, and look like Chinese: `None` for other 8-bit encodings and rubbish.
///
/// Nearly every pair of bytes is *some* character of GBK. Simplified Chinese keeps to the GB 2312 rows (both bytes from
/// A1 up), Big5 and binary do not; at least half of the pairs must.
pub(super) fn plausible_gb(bytes: &[u8]) -> Option<(String, Encoding)> {
    let pairs = Pairs::count(bytes);
    if pairs.bad > 0 || pairs.common * 2 < pairs.all || pairs.all == 0 {
        return None;
    }
    let text = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    let encoding = if pairs.long { Encoding::Gb18030 } else { Encoding::Gbk };
    Some((text.into_owned(), encoding))
}

/// How the non-ASCII bytes of a text fall into the pairs and fours of GB 18030.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pairs {
    /// Characters of two or four bytes.
    pub(super) all: usize,
    /// Those of the GB 2312 rows.
    pub(super) common: usize,
    /// Bytes that fit nowhere.
    pub(super) bad: usize,
    /// Whether a character of four bytes occurs.
    pub(super) long: bool,
}

impl Pairs {
    pub(super) fn count(bytes: &[u8]) -> Self {
        let mut pairs = Self::default();
        let mut at = 0;
        while let Some(&lead) = bytes.get(at) {
            if lead.is_ascii() {
                at += 1;
                continue;
            }
            match (lead, bytes.get(at + 1).copied().unwrap_or(0)) {
                (0x81..=0xFE, 0x30..=0x39)
                    if matches!(bytes.get(at + 2), Some(0x81..=0xFE))
                        && matches!(bytes.get(at + 3), Some(0x30..=0x39)) =>
                {
                    pairs.all += 1;
                    pairs.common += 1;
                    pairs.long = true;
                    at += 4;
                }
                (0x81..=0xFE, trail @ (0x40..=0x7E | 0x80..=0xFE)) => {
                    pairs.all += 1;
                    pairs.common += usize::from(matches!(lead, 0xA1..=0xA9 | 0xB0..=0xF7) && trail >= 0xA1);
                    at += 2;
                }
                _ => {
                    pairs.bad += 1;
                    at += 1;
                }
            }
        }
        pairs
    }
}

/// The text if `bytes` are UTF-16, without its mark; halves of pairs become U+FFFD.
pub(super) fn utf16(bytes: &[u8]) -> Option<(String, Encoding)> {
    match bytes {
        // A mark alone proves nothing: what stands behind it would leave as it is, and no gate would have read it.
        [0xFF, 0xFE, rest @ ..] | [0xFE, 0xFF, rest @ ..] if is_narrow(rest) => None,
        [0xFF, 0xFE, 0, 0, rest @ ..] if rest.len().is_multiple_of(4) => Some((wide(rest), Encoding::Utf16Le)),
        [0xFF, 0xFE, rest @ ..] => Some((units(rest, u16::from_le_bytes), Encoding::Utf16Le)),
        [0xFE, 0xFF, rest @ ..] => Some((units(rest, u16::from_be_bytes), Encoding::Utf16Be)),
        _ => unmarked(bytes),
    }
}

/// Whether `bytes` are no UTF-16, whatever mark stands before them: a longer text that is UTF-8 throughout, or digits in a row. In
/// UTF-16 a nought stands beside each digit and line end, and half of all hanzi have a byte that UTF-8 does not take there.
fn is_narrow(bytes: &[u8]) -> bool {
    let digits = bytes.split(|it| !it.is_ascii_digit()).any(|run| run.len() >= 6);
    digits || bytes.len() >= 16 && memchr(0, bytes).is_none() && std::str::from_utf8(bytes).is_ok()
}

/// UTF-32, low byte first, without its mark.
fn wide(bytes: &[u8]) -> String {
    let units = bytes.as_chunks().0.iter().map(|unit| char::from_u32(u32::from_le_bytes(*unit)));
    units.map(|it| it.unwrap_or('\u{fffd}')).collect()
}

/// Text without a mark: every `=` and line end has a zero byte beside it, on one side only, and the reading has no controls.
fn unmarked(bytes: &[u8]) -> Option<(String, Encoding)> {
    memchr(0, bytes)?;
    if !bytes.len().is_multiple_of(2) || bytes.len() < 4 {
        return None;
    }
    let zeros = |side: usize| bytes.iter().skip(side).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let (text, encoding) = if odd > even * 8 {
        (units(bytes, u16::from_le_bytes), Encoding::Utf16Le)
    } else if even > odd * 8 {
        (units(bytes, u16::from_be_bytes), Encoding::Utf16Be)
    } else {
        return None;
    };
    let clean = text.chars().all(|c| matches!(c, '\t' | '\n' | '\r') || (!c.is_control() && c != '\u{fffd}'));
    clean.then_some((text, encoding))
}

fn units(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text: String =
        char::decode_utf16(pairs.iter().map(|&pair| unit(pair))).map(|c| c.unwrap_or('\u{fffd}')).collect();
    if !rest.is_empty() {
        text.push('\u{fffd}');
    }
    text
}
