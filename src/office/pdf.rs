//! An honest look at a PDF without reading it: does it seem to have text, is it locked, does it act?
//!
//! A PDF hides its words in compressed streams and its own character codes; what is told here comes from the plain parts.

use memchr::memmem;

use super::reading::{Reading, Risk, Unread};

/// Looks at a PDF; its text is never read.
pub(super) fn look(bytes: &[u8], reading: &mut Reading) {
    let has = |mark: &str| names(bytes, mark);
    if has("/Encrypt") {
        reading.risks.push(Risk::Encrypted);
    }
    if ["/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/RichMedia"].into_iter().any(has) {
        reading.risks.push(Risk::Active);
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

/// Whether the name occurs as a whole, not as the head of a longer one.
fn names(bytes: &[u8], name: &str) -> bool {
    memmem::find_iter(bytes, name).any(|at| !bytes.get(at + name.len()).is_some_and(u8::is_ascii_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::super::kind::Kind;
    use super::*;

    fn looked(body: &str) -> Reading {
        let mut reading = Reading::new(Kind::Pdf);
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
}
