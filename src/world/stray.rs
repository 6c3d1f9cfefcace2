//! What an entry begins with, whatever folder it lies in.

/// Keys that only an entry's front matter has.
const KEYS: [&str; 3] = ["item", "公开事项", "事项"];

/// Whether a file that begins with `head` was meant as an entry: front matter that says which item it belongs to. Pages of other
/// site generators have `+++` as well, and none of these keys.
pub fn is_like_entry(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let Some(rest) = head.strip_prefix(b"+++") else { return false };
    let lines =
        rest.split(|&byte| byte == b'\n').skip(1).map(<[u8]>::trim_ascii).take_while(|it| !it.starts_with(b"+++"));
    let is_key = |line: &[u8]| {
        KEYS.iter().any(|key| {
            let rest = line.strip_prefix(key.as_bytes()).map(<[u8]>::trim_ascii_start);
            rest.is_some_and(|it| it.starts_with(b"=") || it.starts_with("＝".as_bytes()))
        })
    };
    lines.into_iter().any(is_key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_known_by_their_item() {
        for text in [
            "+++\ntitle = \"a\"\nitem = \"a/b\"\n+++\n",
            "\u{feff}\n+++\r\nitem=\"a/b\"\r\n",
            "+++\n公开事项 ＝ \"甲\"\n",
        ] {
            assert!(is_like_entry(text.as_bytes()), "{text}");
        }
        for text in [
            "",
            "# README\n",
            "+++\ntitle = \"a\"\ndate = 2018-01-01\n+++\nitem = 1\n",
            "+++\nitems = []\n",
            "---\nitem = 1\n",
        ] {
            assert!(!is_like_entry(text.as_bytes()), "{text}");
        }
    }
}
