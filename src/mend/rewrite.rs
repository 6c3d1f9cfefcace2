//! Edits made in the bytes of a file: what they do not touch stays as it lies, byte order mark and line ends too.

use super::batch::FileEdits;
use crate::{
    diagnostic::Edit,
    office::{Written, written},
    source::Range,
};

/// What is done about bytes of another encoding and about returns that stand alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bytes {
    /// They were not told, so they stay.
    Kept,
    /// They become UTF-8 and proper line ends.
    Mended,
}

/// The bytes of a file of ours with `edits`, none of which overlap; none where its encoding or theirs does not allow it.
pub fn edited(bytes: &[u8], edits: &[Edit]) -> Option<Vec<u8>> {
    let edits: FileEdits<'_> = edits.iter().map(|it| (it.range, it)).collect();
    rewrite(&written(bytes)?, &edits, Bytes::Kept)
}

/// The bytes of the file `written` with `edits`, whose places are in its text with `\n` line ends; none where they cannot be made
/// without changing what nobody told.
pub fn rewrite(written: &Written<'_>, edits: &FileEdits<'_>, bytes: Bytes) -> Option<Vec<u8>> {
    if written.encoding.is_some() && bytes == Bytes::Kept {
        return None;
    }
    let text = &*written.text;
    let ends = Ends::of(text);
    let end = if ends.pairs.len() > ends.feeds { "\r\n" } else { "\n" };
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    let keep = |from: usize, to: usize, out: &mut String| {
        let mut from = from;
        if bytes == Bytes::Mended {
            let first = ends.lone.partition_point(|&lone| lone < from);
            for &lone in ends.lone[first..].iter().take_while(|&&lone| lone < to) {
                out.push_str(text.get(from..lone)?);
                out.push_str(end);
                from = lone + 1;
            }
        }
        out.push_str(text.get(from..to)?);
        Some(())
    };
    for (range, edit) in edits {
        let range = ends.original(*range);
        keep(at, range.start, &mut out)?;
        out.push_str(&edit.text.replace('\n', end));
        at = range.end;
    }
    keep(at, text.len(), &mut out)?;
    let mark: &[u8] = if written.marked { b"\xEF\xBB\xBF" } else { b"" };
    Some([mark, out.as_bytes()].concat())
}

/// The line ends of a text.
struct Ends {
    /// Where the line feeds of CRLF stand once their returns are taken out.
    pairs: Vec<usize>,
    /// Returns alone, where they stand.
    lone: Vec<usize>,
    /// How many line feeds stand alone.
    feeds: usize,
}

impl Ends {
    fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut ends = Self { pairs: Vec::new(), lone: Vec::new(), feeds: 0 };
        for at in memchr::memchr2_iter(b'\r', b'\n', bytes) {
            match bytes[at] {
                b'\r' if bytes.get(at + 1) == Some(&b'\n') => ends.pairs.push(at - ends.pairs.len()),
                b'\r' => ends.lone.push(at),
                _ if at > 0 && bytes[at - 1] == b'\r' => {}
                _ => ends.feeds += 1,
            }
        }
        ends
    }

    /// Where `range` of the text with one kind of line end lies in the text as it is.
    fn original(&self, range: Range) -> std::ops::Range<usize> {
        let moved = |at: usize| at + self.pairs.partition_point(|&pair| pair < at);
        let bytes = range.bytes();
        moved(bytes.start)..moved(bytes.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Span};

    fn made(bytes: &[u8], edits: &[(usize, usize, &str)], mended: bool) -> Option<Vec<u8>> {
        let edits: Vec<Edit> =
            edits.iter().map(|&(start, end, text)| Edit::new(Span::new(FileId(0), start..end), text, true)).collect();
        let edits = edits.iter().map(|it| (it.range, it)).collect();
        rewrite(&written(bytes)?, &edits, if mended { Bytes::Mended } else { Bytes::Kept })
    }

    #[test]
    fn mark_and_line_ends_stay() {
        let text = "\u{feff}a = 1\r\nb = 2\r\nc = 3\r\n".as_bytes();
        assert_eq!(made(text, &[], false).unwrap(), text);
        let done = made(text, &[(6, 6, "x\n"), (10, 11, "20")], false).unwrap();
        assert_eq!(String::from_utf8(done).unwrap(), "\u{feff}a = 1\r\nx\r\nb = 20\r\nc = 3\r\n");
        // From before a line end to behind it, and up to it.
        assert_eq!(made(b"a\r\nb\r\nc", &[(1, 2, "")], false).unwrap(), b"ab\r\nc");
        assert_eq!(made(b"a\r\nb\r\nc", &[(0, 1, "z")], false).unwrap(), b"z\r\nb\r\nc");
    }

    #[test]
    fn another_encoding_is_left_alone_or_becomes_utf_8() {
        let text = "+++\r\ntitle = \"关于公布权责清单的通知\"\r\n+++\r\n正文，第一段。\r\n";
        let gbk = encoding_rs::GBK.encode(text).0.into_owned();
        assert_eq!(made(&gbk, &[], false), None);
        assert_eq!(made(&gbk, &[], true).unwrap(), text.as_bytes());
    }

    #[test]
    fn bytes_that_cannot_be_read_are_never_written_over() {
        let mut text = "正文，第一段。\n".as_bytes().to_vec();
        text.push(0xe6);
        assert_eq!(made(&text, &[], true), None);
    }

    #[test]
    fn returns_alone_become_the_line_ends_of_the_file() {
        assert_eq!(made(b"a\rb\r\nc\r\n", &[], true).unwrap(), b"a\r\nb\r\nc\r\n");
        assert_eq!(made(b"a\rb\rc", &[(2, 3, "x")], true).unwrap(), b"a\nx\nc");
        assert_eq!(made(b"a\rb\rc", &[(2, 3, "x")], false).unwrap(), b"a\rx\rc");
    }
}
