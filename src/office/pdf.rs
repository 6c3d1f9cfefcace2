//! An honest look at a PDF without reading it: does it seem to have text, is it locked, does it act?
//!
//! A PDF hides its words in compressed streams and its own character codes; what is told here comes from the plain parts.

use memchr::memmem;

use super::reading::{Hidden, Reading, Risk, Unread};

/// Looks at a PDF; its text is never read.
pub(super) fn look(bytes: &[u8], reading: &mut Reading) {
    let has = |mark: &str| names(bytes, mark);
    if has("/Encrypt") {
        reading.risks.push(Risk::Encrypted);
    }
    if ["/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/RichMedia"].into_iter().any(has) {
        reading.risks.push(Risk::Active);
    }
    if let Some(author) = author(bytes) {
        reading.hidden.push(Hidden::People(vec![author]));
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

/// The author that the properties name in plain, where they do: `/Author (…)`, or in UTF-16 as `/Author <FEFF…>`.
fn author(bytes: &[u8]) -> Option<String> {
    let at = memmem::find(bytes, b"/Author")? + "/Author".len();
    let rest = bytes[at..].get(..512).unwrap_or(&bytes[at..]).trim_ascii_start();
    let value: Vec<u8> = match rest.first()? {
        b'(' => rest[1..].split(|byte| *byte == b')').next()?.to_vec(),
        b'<' => {
            let digits = rest[1..].split(|byte| *byte == b'>').next()?;
            let digits: Vec<u8> =
                digits.iter().filter_map(|&byte| u8::try_from(char::from(byte).to_digit(16)?).ok()).collect();
            digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect()
        }
        _ => return None,
    };
    let name = match value.strip_prefix(b"\xfe\xff") {
        Some(wide) => {
            let units: Vec<u16> = wide.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        None => String::from_utf8_lossy(&value).into_owned(),
    };
    Some(name.trim().to_owned()).filter(|name| !name.is_empty())
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
        assert!(looked("<< /Author () >>").hidden.is_empty() && looked("<< /Author").hidden.is_empty());
    }
}
