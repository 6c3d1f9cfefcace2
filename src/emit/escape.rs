//! Text made safe for HTML.

use std::io::{self, Write};

/// Writes `text` so that it is text and nothing else, in content and in quoted attributes. Runs without a special
/// character, nearly all of every page, are written in one piece.
pub(super) fn escape(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let bytes = text.as_bytes();
    let mut start = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let safe: &[u8] = match byte {
            b'&' => b"&amp;",
            b'<' => b"&lt;",
            b'>' => b"&gt;",
            b'"' => b"&quot;",
            b'\'' => b"&#39;",
            _ => continue,
        };
        out.write_all(&bytes[start..at])?;
        out.write_all(safe)?;
        start = at + 1;
    }
    out.write_all(&bytes[start..])
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
        fn nothing_is_lost_and_nothing_leaks(text in ".*") {
            let safe = escaped(&text);
            prop_assert!(!safe.contains(['<', '>', '"', '\'']));
            let back = safe.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
            prop_assert_eq!(back.replace("&amp;", "&"), text);
        }
    }
}
