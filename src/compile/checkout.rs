//! What a checkout made of a file: version control on Windows turns the line ends of texts, and the site must be the same.

use std::borrow::Cow;

use memchr::{memchr, memmem};

/// The bytes of a file that is text, each CRLF a LF, in any encoding but UTF-16: what a checkout on another system made of the
/// same file. Others are as they are.
pub(super) fn as_committed<'b>(path: &str, bytes: Cow<'b, [u8]>) -> Cow<'b, [u8]> {
    const TEXTS: [&str; 6] = ["csv", "tsv", "txt", "json", "xml", "svg"];
    let ending = path.rsplit('.').next().unwrap_or_default();
    let is_text = TEXTS.iter().any(|it| ending.eq_ignore_ascii_case(it));
    if !is_text || memmem::find(&bytes, b"\r\n").is_none() || memchr(0, &bytes).is_some() {
        return bytes;
    }
    let mut made = Vec::with_capacity(bytes.len());
    let mut from = 0;
    for at in memmem::find_iter(&bytes, b"\r\n") {
        made.extend_from_slice(&bytes[from..at]);
        from = at + 1;
    }
    made.extend_from_slice(&bytes[from..]);
    made.into()
}

#[cfg(test)]
mod tests {
    use super::as_committed;

    #[test]
    fn line_ends_of_texts_are_one() {
        let made = |path: &str, bytes: &[u8]| as_committed(path, bytes.to_vec().into()).into_owned();
        assert_eq!(made("a.csv", b"a,b\r\n1,2\r\n"), b"a,b\n1,2\n");
        assert_eq!(made("a.TXT", b"\r\n\ra\r"), b"\n\ra\r");
        assert_eq!(made("a.csv", b"a,b\n"), b"a,b\n");
        // Two bytes a character, and what is no text.
        assert_eq!(made("a.csv", b"\xff\xfea\0\r\0\n\0"), b"\xff\xfea\0\r\0\n\0");
        assert_eq!(made("a.docx", b"\r\n"), b"\r\n");
    }
}
