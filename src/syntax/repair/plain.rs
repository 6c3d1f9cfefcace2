//! Statements that are as they should be: the walk steps over them without looking at every sign.

use super::scalar::is_scalar;

/// Brackets within brackets in a plain value.
const DEPTH: usize = 2;

/// The length of the line that `text` begins with, if it is `key = value` with nothing in it to mend: a bare key, a space on
/// either side of the sign, texts in double quotes without a backslash, all brackets closed. What is written otherwise may
/// be right as well.
pub(super) fn plain(text: &str) -> Option<usize> {
    let at = value(text, key(text, 0)?, DEPTH)?;
    matches!(text.as_bytes().get(at), None | Some(b'\n')).then_some(at)
}

/// Where the value begins whose key begins at `at`.
fn key(text: &str, at: usize) -> Option<usize> {
    let rest = text.as_bytes().get(at..)?;
    let bare = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let length = rest.iter().take_while(bare).count();
    (length > 0 && rest[length..].starts_with(b" = ")).then_some(at + length + 3)
}

/// Where the value ends that begins at `at`.
fn value(text: &str, at: usize, depth: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    match *bytes.get(at)? {
        b'"' => {
            let end = at + 1 + memchr::memchr3(b'"', b'\\', b'\n', &bytes[at + 1..])?;
            (bytes[end] == b'"' && bytes.get(end + 1) != Some(&b'"')).then_some(end + 1)
        }
        open @ (b'[' | b'{') => {
            let inner = depth.checked_sub(1)?;
            let close = if open == b'[' { b']' } else { b'}' };
            let mut at = at;
            loop {
                at = space(bytes, at + 1);
                at = value(text, if open == b'[' { at } else { key(text, at)? }, inner)?;
                at = space(bytes, at);
                match *bytes.get(at)? {
                    b',' => {}
                    byte if byte == close => return Some(at + 1),
                    _ => return None,
                }
            }
        }
        _ => {
            let rest = &text[at..];
            let raw = rest.find([',', ']', '}', '\n']).map_or(rest, |end| &rest[..end]).trim_end_matches(' ');
            is_scalar(raw).then_some(at + raw.len())
        }
    }
}

/// Where the spaces end that begin at `at`.
fn space(bytes: &[u8], at: usize) -> usize {
    at + bytes.iter().skip(at).take_while(|byte| **byte == b' ').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_as_most_are_written_are_plain() {
        for line in [
            "title = \"关于印发办法的通知\"",
            "made = 2018-03-12",
            "keywords = [\"政务公开\", \"住房\"]",
            "secrecy = { by = \"审查员\", on = 2018-03-12 }",
            "draft = true",
        ] {
            assert_eq!(plain(line), Some(line.len()), "{line}");
            assert_eq!(plain(&format!("{line}\na = 1")), Some(line.len()), "{line}");
        }
        for line in
            ["", "a", "a = ", "a = \"", "a = \"\"\"", "a = [", "a = [1,]", "a = {b = }", "a = 关于", "a = 1 # b"]
        {
            assert_eq!(plain(line), None, "{line}");
        }
    }
}
