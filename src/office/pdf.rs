//! An honest look at a PDF without reading it: does it seem to have text, is it locked, does it act?
//!
//! A PDF hides its words in compressed streams and its own character codes; what is told here comes from the plain parts.

use memchr::memmem;

use super::decode::decode;
use super::reading::{Hidden, Place, Reading, Risk, Unread};
use super::says::Says;
use super::xmp;

/// Bytes of a string that are read.
const LONGEST: usize = 4096;
/// Strings of one key, and packets, that are read.
const MOST_STRINGS: usize = 1000;
const MOST_PACKETS: usize = 16;

/// Looks at a PDF; its text is never read.
pub(super) fn look(bytes: &[u8], reading: &mut Reading) {
    let has = |mark: &str| names(bytes, mark);
    if has("/Encrypt") {
        reading.risks.push(Risk::Encrypted);
    }
    if ["/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/RichMedia"].into_iter().any(has) {
        reading.risks.push(Risk::Active);
    }
    if !has("/Encrypt") {
        properties(bytes, reading);
    }
    reading.unread = Some(if has("/Encrypt") {
        Unread::Encrypted
    } else if has("/Font") || has("/ObjStm") {
        // Object streams hide the dictionaries; a scanner writes none as a rule.
        Unread::NotExtracted
    } else if has("/Image") || has("/JBIG2Decode") || has("/DCTDecode") {
        Unread::Scan
    } else {
        Unread::NotExtracted
    });
}

/// What the file says of itself in plain, and what was noted upon its pages.
fn properties(bytes: &[u8], reading: &mut Reading) {
    let mut says = Says::default();
    for author in strings(bytes, "/Author") {
        says.person(&author);
    }
    for key in ["/Title", "/Subject", "/Keywords"] {
        for text in strings(bytes, key) {
            says.text(&text);
        }
    }
    packets(bytes).for_each(|packet| xmp::read(packet, &mut says));
    says.people.sort_unstable();
    says.people.dedup();
    if !says.people.is_empty() {
        reading.hidden.push(Hidden::People(says.people));
    }
    says.texts.sort_unstable();
    says.texts.dedup();
    for text in says.texts {
        reading.push(Place::Property, &text);
    }
    // Notes upon the pages; what a page shows is called so as well, and is no string.
    for text in strings(bytes, "/Contents") {
        reading.push(Place::Comment, &text);
    }
}

/// The packets of XMP that lie in the file as they are.
fn packets(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let end = b"</x:xmpmeta>";
    memmem::find_iter(bytes, b"<x:xmpmeta").take(MOST_PACKETS).filter_map(move |start| {
        let rest = &bytes[start..];
        memmem::find(&rest[..rest.len().min(1 << 20)], end).map(|at| &rest[..at + end.len()])
    })
}

/// The strings that stand in plain behind `key`: `/Author (…)`, or in UTF-16 as `/Author <FEFF…>`.
fn strings(bytes: &[u8], key: &str) -> Vec<String> {
    let after = |at: usize| &bytes[at + key.len()..];
    let found = memmem::find_iter(bytes, key).map(after).filter_map(|rest| {
        let rest = &rest[..rest.len().min(LONGEST)];
        let value = match rest.trim_ascii_start() {
            [b'(', rest @ ..] => literal(rest),
            [b'<', b'<', ..] => return None,
            [b'<', rest @ ..] => {
                let digits = rest.split(|byte| *byte == b'>').next()?.iter();
                let digits: Vec<u8> =
                    digits.filter_map(|&byte| u8::try_from(char::from(byte).to_digit(16)?).ok()).collect();
                digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect()
            }
            _ => return None,
        };
        Some(match value.strip_prefix(b"\xfe\xff") {
            Some(wide) => {
                let units: Vec<u16> = wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
                String::from_utf16_lossy(&units)
            }
            None => decode(&value).text.into_owned(),
        })
    });
    found.take(MOST_STRINGS).collect()
}

/// A string in brackets, which may hold brackets and escapes: `\\(`, `\\n`, `\\123`.
fn literal(bytes: &[u8]) -> Vec<u8> {
    let mut value = Vec::new();
    let mut depth = 0_usize;
    let mut rest = bytes;
    while let [byte, after @ ..] = rest {
        rest = after;
        match byte {
            b'(' => depth += 1,
            b')' if depth == 0 => break,
            b')' => depth -= 1,
            b'\\' => {
                let digits = rest.iter().take(3).take_while(|it| (b'0'..b'8').contains(it)).count();
                let octal = rest[..digits].iter().fold(0_u32, |all, digit| all * 8 + u32::from(digit - b'0'));
                value.extend(match rest.first() {
                    Some(_) if digits > 0 => u8::try_from(octal & 0xFF).ok(),
                    Some(b'n' | b'r' | b'\n' | b'\r') => Some(b'\n'),
                    other => other.copied(),
                });
                rest = &rest[digits.max(1).min(rest.len())..];
                continue;
            }
            _ => {}
        }
        value.push(*byte);
    }
    value
}

/// Whether the name occurs as a whole, not as the head of a longer one.
fn names(bytes: &[u8], name: &str) -> bool {
    memmem::find_iter(bytes, name).any(|at| !bytes.get(at + name.len()).is_some_and(u8::is_ascii_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::super::kind::FileKind;
    use super::*;

    fn looked(body: &str) -> Reading {
        let mut reading = Reading::new(FileKind::Pdf);
        look(format!("%PDF-1.4\n{body}\n%%EOF").as_bytes(), &mut reading);
        reading
    }

    #[test]
    fn scans_and_texts_are_told_apart() {
        assert_eq!(looked("<< /Subtype /Image /Filter /DCTDecode >>").unread, Some(Unread::Scan));
        assert_eq!(looked("<< /Font << /F1 3 0 R >> /Subtype /Image >>").unread, Some(Unread::NotExtracted));
        assert_eq!(looked("<< /FontFile 3 >> /Image").unread, Some(Unread::Scan));
        assert_eq!(looked("trailer << /Encrypt 5 0 R >>").risks, [Risk::Encrypted]);
        assert_eq!(looked("<< /S /JavaScript /JS (app.alert) >>").risks, [Risk::Active]);
    }

    #[test]
    fn the_author_is_told() {
        let people = |name: &str| vec![Hidden::People(vec![name.to_owned()])];
        assert_eq!(looked("<< /Author (Zhang San) >>").hidden, people("Zhang San"));
        assert_eq!(looked("<< /Author <FEFF5F204E09> >>").hidden, people("张三"));
        assert_eq!(looked("<< /Author (\\376\\377\\137\\040N\t) >>").hidden, people("张三"));
        assert_eq!(looked("<< /Author (Li \\(Si\\) (a)) >>").hidden, people("Li (Si) (a)"));
        assert!(looked("<< /Author () >>").hidden.is_empty() && looked("<< /Author").hidden.is_empty());
    }
}
