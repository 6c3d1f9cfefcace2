//! A text that vouches for itself: a first line with name and version, a last line with the SHA-256 of all before it. A text
//! cut short, or changed in a single letter, is not taken for what was written.

use std::fmt::Write as _;

use crate::world::sha256;

/// A text read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sealed<T> {
    /// As it was written.
    Whole(T),
    /// Written by a later version.
    Newer,
    /// Anything else.
    Damaged,
}

/// The version that is written and read.
const VERSION: u32 = 1;

/// What `write` appends, about `size` bytes of lines that all end, between its first and its last line.
pub fn seal(name: &str, size: usize, write: impl FnOnce(&mut String)) -> String {
    // One piece: of a large site it is many megabytes.
    let mut text = String::with_capacity(size + 128);
    let _ = writeln!(text, "# gongkai {name} {VERSION}");
    write(&mut text);
    let sum = sha256(text.as_bytes());
    let _ = writeln!(text, "# {sum}");
    text
}

/// The body of a text that [`seal`] made.
pub fn open<'a>(name: &str, text: &'a str) -> Sealed<&'a str> {
    let version = text.strip_prefix("# gongkai ").and_then(|it| it.strip_prefix(name)?.strip_prefix(' '));
    let Some((version, body)) = version.and_then(|it| it.split_once('\n')) else { return Sealed::Damaged };
    match version.parse::<u32>() {
        Ok(VERSION) => {}
        Ok(version) if version > VERSION => return Sealed::Newer,
        _ => return Sealed::Damaged,
    }
    // "# ", 64 digits, the end of the line.
    let Some(at) = text.len().checked_sub(67).filter(|&at| text.is_char_boundary(at)) else { return Sealed::Damaged };
    let (before, seal) = text.split_at(at);
    if !before.ends_with('\n') || seal != format!("# {}\n", sha256(before.as_bytes())) {
        return Sealed::Damaged;
    }
    Sealed::Whole(&body[..body.len() - 67])
}

#[cfg(test)]
mod tests {
    use super::{Sealed, open, seal};

    #[test]
    fn a_text_is_whole_or_nothing() {
        for body in ["", "一行\n", "a\nb\n"] {
            let text = seal("thing", 0, |text| text.push_str(body));
            assert_eq!(open("thing", &text), Sealed::Whole(body));
            assert_eq!(open("other", &text), Sealed::Damaged);
            for cut in (0..text.len()).filter(|&cut| text.is_char_boundary(cut)) {
                assert_eq!(open("thing", &text[..cut]), Sealed::Damaged, "{cut}");
            }
            for at in 0..text.len() {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= 1;
                let changed = String::from_utf8_lossy(&bytes).into_owned();
                assert_ne!(open("thing", &changed), Sealed::Whole(body), "{at}");
            }
        }
        assert_eq!(open("thing", "# gongkai thing 2\nanything"), Sealed::Newer);
        assert_eq!(open("thing", "# gongkai thing x\n"), Sealed::Damaged);
        assert_eq!(open("thing", ""), Sealed::Damaged);
    }
}
