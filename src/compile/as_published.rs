//! The bytes of a file as the site has them: the same whatever a checkout made of it, and readable in a spreadsheet.

use std::borrow::Cow;

use memchr::{memchr, memmem};

/// With it Excel takes a text as UTF-8, and a browser one that comes without a word on its encoding; without, as GBK.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// The bytes of a file that is text: each CRLF a LF, in any encoding but UTF-16, because version control on Windows turns the line ends of
/// texts; and of texts that people open, those in UTF-8 that are not ASCII begin with its mark. Others are as they are.
pub(super) fn as_published<'b>(path: &str, bytes: Cow<'b, [u8]>) -> Cow<'b, [u8]> {
    const OPENED: [&str; 3] = ["csv", "tsv", "txt"];
    const TEXTS: [&str; 3] = ["json", "xml", "svg"];
    let ending = path.rsplit('.').next().unwrap_or_default();
    let is = |list: &[&str]| list.iter().any(|it| ending.eq_ignore_ascii_case(it));
    let opened = is(&OPENED);
    if !opened && !is(&TEXTS) {
        return bytes;
    }
    let bytes = unix_lines(bytes);
    let marked = !opened || bytes.is_ascii() || bytes.starts_with(MARK);
    if marked || simdutf8::basic::from_utf8(&bytes).is_err() { bytes } else { [MARK, &bytes].concat().into() }
}

fn unix_lines(bytes: Cow<'_, [u8]>) -> Cow<'_, [u8]> {
    if memmem::find(&bytes, b"\r\n").is_none() || memchr(0, &bytes).is_some() {
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
    use super::as_published;

    fn made(path: &str, bytes: &[u8]) -> Vec<u8> {
        as_published(path, bytes.into()).into_owned()
    }

    #[test]
    fn line_ends_of_texts_are_one() {
        assert_eq!(made("a.csv", b"a,b\r\n1,2\r\n"), b"a,b\n1,2\n");
        assert_eq!(made("a.TXT", b"\r\n\ra\r"), b"\n\ra\r");
        assert_eq!(made("a.csv", b"a,b\n"), b"a,b\n");
        // Two bytes a character, and what is no text.
        assert_eq!(made("a.csv", b"\xff\xfea\0\r\0\n\0"), b"\xff\xfea\0\r\0\n\0");
        assert_eq!(made("a.docx", b"\r\n"), b"\r\n");
    }

    #[test]
    fn a_text_that_people_open_says_that_it_is_utf8() {
        let marked = "\u{feff}甲,乙\n".as_bytes();
        assert_eq!(made("a.csv", "甲,乙\r\n".as_bytes()), marked);
        assert_eq!(made("a.csv", marked), marked, "once");
        assert_eq!(made("a.json", "\"甲\"\n".as_bytes()), "\"甲\"\n".as_bytes(), "programs read that");
        // GBK is what Excel expects without a mark.
        assert_eq!(made("a.csv", b"\xbc\xd7,\xd2\xd2\n"), b"\xbc\xd7,\xd2\xd2\n");
    }
}
