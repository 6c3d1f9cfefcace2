//! Words in a drawing that Windows recorded (EMF, WMF): a table copied from Excel and put in as a picture is one, and shows its numbers.
//!
//! Only the records that write text are read, in their order. Where they stand is known only roughly, for what turns and stretches the
//! drawing is not followed: what is written at one height is a line.

use super::decode::decode;

/// A bit of text and the height it is written at.
type Written = (i64, String);

/// The lines of text in a drawing; none in anything else.
pub(super) fn lines(bytes: &[u8]) -> Vec<String> {
    let written = if bytes.get(40..44) == Some(b" EMF") { enhanced(bytes) } else { plain(bytes) };
    let mut lines: Vec<String> = Vec::new();
    let mut last: Option<(i64, bool)> = None;
    for (height, text) in written {
        let is_letter = text.chars().nth(1).is_none();
        match lines.last_mut() {
            Some(line) if last.is_some_and(|it| it.0 == height) => {
                // A letter after a letter goes on with its word.
                if !(is_letter && last.is_some_and(|it| it.1)) {
                    line.push('\t');
                }
                line.push_str(&text);
            }
            _ => lines.push(text),
        }
        last = Some((height, is_letter));
    }
    lines
}

/// The texts of an EMF: records of a kind and a size in bytes.
fn enhanced(bytes: &[u8]) -> Vec<Written> {
    let mut written = Vec::new();
    let mut rest = bytes;
    while let Some(size) = long(rest, 4).filter(|it| *it >= 8) {
        let Some((record, after)) = rest.split_at_checked(size) else { break };
        rest = after;
        let text = match long(record, 0) {
            // ExtTextOutA and ExtTextOutW: where, how many letters, and where these begin.
            Some(kind @ (83 | 84)) => long(record, 44).zip(long(record, 48)).and_then(|(count, at)| {
                let wide = kind == 84;
                Some((high(record, 40)?, letters(record.get(at..)?, count, wide)?))
            }),
            // SmallTextOut: without its frame where a flag says so, in bytes where another does.
            Some(108) => long(record, 16).zip(long(record, 20)).and_then(|(count, flags)| {
                let at = if flags & 0x100 == 0 { 52 } else { 36 };
                Some((high(record, 12)?, letters(record.get(at..)?, count, flags & 0x200 == 0)?))
            }),
            _ => None,
        };
        written.extend(text);
    }
    written
}

/// The texts of a WMF: records of a size in words and a kind.
fn plain(bytes: &[u8]) -> Vec<Written> {
    let head = if bytes.starts_with(b"\xD7\xCD\xC6\x9A") { 22 } else { 0 };
    let Some(mut rest) = bytes
        .get(head..)
        .filter(|it| it.starts_with(b"\x01\0\x09\0") || it.starts_with(b"\x02\0\x09\0"))
        .and_then(|it| it.get(18..))
    else {
        return Vec::new();
    };
    let mut written = Vec::new();
    while let Some(size) = long(rest, 0).and_then(|it| it.checked_mul(2)).filter(|it| *it >= 6) {
        let Some((record, after)) = rest.split_at_checked(size) else { break };
        rest = after;
        let text = match short(record, 4) {
            // TextOut: letters before their place.
            Some(0x0521) => short(record, 6).map(usize::from).and_then(|count| {
                let place = short(record, 8 + count + count % 2)?;
                Some((i64::from(place), letters(record.get(8..)?, count, false)?))
            }),
            // ExtTextOut: perhaps a frame before the letters.
            Some(0x0A32) => short(record, 10).zip(short(record, 12)).and_then(|(count, flags)| {
                let at = if flags & 6 == 0 { 14 } else { 22 };
                Some((i64::from(short(record, 6)?), letters(record.get(at..)?, count.into(), false)?))
            }),
            _ => None,
        };
        written.extend(text);
    }
    written
}

/// `count` letters; none where nothing is written.
fn letters(bytes: &[u8], count: usize, wide: bool) -> Option<String> {
    let text = if wide {
        let pairs = bytes.get(..count.checked_mul(2)?)?.chunks_exact(2);
        String::from_utf16_lossy(&pairs.map(|it| u16::from_le_bytes([it[0], it[1]])).collect::<Vec<_>>())
    } else {
        decode(bytes.get(..count)?).text.into_owned()
    };
    let text = text.trim_matches(|char: char| char.is_whitespace() || char == '\0');
    (!text.is_empty()).then(|| text.to_owned())
}

fn high(record: &[u8], at: usize) -> Option<i64> {
    long(record, at).and_then(|it| i64::try_from(it).ok())
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?)).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn longs(numbers: &[u32]) -> Vec<u8> {
        numbers.iter().flat_map(|it| it.to_le_bytes()).collect()
    }

    fn emf(texts: &[(u32, &str)]) -> Vec<u8> {
        let mut bytes = longs(&[1, 88]);
        bytes.resize(40, 0);
        bytes.extend(b" EMF");
        bytes.resize(88, 0);
        for (height, text) in texts {
            let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let size = 76 + u32::try_from(units.len().next_multiple_of(4)).unwrap();
            let count = u32::try_from(units.len() / 2).unwrap();
            let mut record = longs(&[84, size, 0, 0, 0, 0, 1, 0, 0, 7, *height, count, 76, 0, 0, 0, 0, 0, 0]);
            record.extend(units);
            record.resize(usize::try_from(size).unwrap(), 0);
            bytes.extend(record);
        }
        bytes.extend(longs(&[14, 20, 0, 0, 20]));
        bytes
    }

    fn wmf(texts: &[(u16, &str)]) -> Vec<u8> {
        let mut bytes = b"\xD7\xCD\xC6\x9A".to_vec();
        bytes.resize(22, 0);
        bytes.extend(b"\x01\0\x09\0\0\x03");
        bytes.resize(40, 0);
        for (height, text) in texts {
            let text = encoding_rs::GBK.encode(text).0.into_owned();
            let even = text.len().next_multiple_of(2);
            let words = u32::try_from(7 + even / 2).unwrap();
            let mut record = words.to_le_bytes().to_vec();
            for short in [0x0A32, *height, 3, u16::try_from(text.len()).unwrap(), 0] {
                record.extend(short.to_le_bytes());
            }
            record.extend(text);
            record.resize(14 + even, 0);
            bytes.extend(record);
        }
        bytes.extend([3, 0, 0, 0, 0, 0]);
        bytes
    }

    #[test]
    fn what_a_drawing_writes_is_read_in_lines() {
        let expected = ["姓名\t证件", "张三\t110105"];
        let words = [(1, "姓名"), (1, "证件"), (9, "张三"), (9, "110105")];
        assert_eq!(lines(&emf(&words.map(|(at, it)| (u32::from(at), it)))), expected);
        assert_eq!(lines(&wmf(&words)), expected);
        assert_eq!(lines(&emf(&[(1, "1"), (1, "1"), (1, "0")])), ["110"]);
        assert!(lines(b"").is_empty() && lines(b"\x89PNG").is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_bent_drawing_does_no_harm(bends in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..9), cut in 0..60_usize, is_wide in any::<bool>()) {
            let mut bytes = if is_wide { emf(&[(1, "甲"), (2, "乙丙")]) } else { wmf(&[(1, "甲"), (2, "乙丙")]) };
            for (at, byte) in bends {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            bytes.truncate(bytes.len() - cut);
            lines(&bytes);
        }
    }
}
