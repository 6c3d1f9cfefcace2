//! Text made safe for HTML.

use std::io::{self, Write};

/// Writes `text` so that it is text and nothing else, in content and in quoted attributes. Runs without a special
/// character, nearly all of every page, are written in one piece.
pub(super) fn escape(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut rest = text.as_bytes();
    while let Some(at) = special(rest) {
        let safe: &[u8] = match rest[at] {
            b'&' => b"&amp;",
            b'<' => b"&lt;",
            b'>' => b"&gt;",
            b'"' => b"&quot;",
            _ => b"&#39;",
        };
        out.write_all(&rest[..at])?;
        out.write_all(safe)?;
        rest = &rest[at + 1..];
    }
    out.write_all(rest)
}

/// Where the first special character stands. Sixteen bytes are asked at once: few of them hold one.
fn special(bytes: &[u8]) -> Option<usize> {
    let is_special = |byte: &u8| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'');
    let (blocks, _) = bytes.as_chunks::<16>();
    let plain = |block: &&[u8; 16]| !block.iter().fold(false, |any, byte| any | is_special(byte));
    let from = blocks.iter().take_while(plain).count() * 16;
    bytes[from..].iter().position(is_special).map(|at| from + at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::escape;

    fn escaped(text: &str) -> String {
        let mut out = Vec::new();
        escape(text, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn special_characters() {
        assert_eq!(escaped("<a href=\"x\">'公开'&"), "&lt;a href=&quot;x&quot;&gt;&#39;公开&#39;&amp;");
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_leaks(text in "(.|[&<>'\"]|公){0,80}") {
            let safe = escaped(&text);
            prop_assert!(!safe.contains(['<', '>', '"', '\'']));
            let back = safe.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
            prop_assert_eq!(back.replace("&amp;", "&"), text);
        }
    }
}
