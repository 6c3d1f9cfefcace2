//! Ids of headings: made from their text, unique in a body, and never those of the page around it.

use std::collections::BTreeMap;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Every id of a body begins so; the page around it uses no such id. (Footnotes begin with `fn-` and `fnref-`.)
pub(super) const PREFIX: &str = "h-";

/// `text` in the shape of an id: NFC, ASCII in lower case, spaces to `-`, letters, digits, `-` and `_` of any script kept.
pub(super) fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut add = |c: char| {
        // Nearly all are hanzi, which need no look into the tables of Unicode.
        if matches!(c, '\u{4e00}'..='\u{9fff}' | '-' | '_') {
            slug.push(c);
        } else if c.is_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if c.is_whitespace() {
            slug.push('-');
        }
    };
    if is_nfc(text) {
        text.trim().chars().for_each(&mut add);
    } else {
        text.trim().nfc().for_each(&mut add);
    }
    slug
}

/// The id that a heading with the words `text` has, where it is the first of them.
pub fn heading_id(text: &str) -> String {
    format!("{PREFIX}{}", slug(text))
}

/// What a fragment means, per cent signs decoded.
pub(super) fn wanted(fragment: &str) -> String {
    let bytes = fragment.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = (bytes[at] == b'%').then(|| fragment.get(at + 1..at + 3)).flatten();
        if let Some(byte) = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            decoded.push(byte);
            at += 3;
        } else {
            decoded.push(bytes[at]);
            at += 1;
        }
    }
    let text = String::from_utf8_lossy(&decoded);
    text.nfc().collect()
}

/// The ids given so far.
#[derive(Debug, Default)]
pub(super) struct Slugs {
    given: BTreeMap<String, u32>,
}

impl Slugs {
    /// A new id from `text`: the slug, or the slug with `-2`, `-3`, …
    pub(super) fn give(&mut self, text: &str) -> String {
        let mut base = slug(text);
        if base.is_empty() {
            base.push_str("section");
        }
        if let Some(mut count) = self.given.get(&base).copied() {
            loop {
                count += 1;
                let next = format!("{base}-{count}");
                if !self.given.contains_key(&next) {
                    self.given.insert(base, count);
                    self.given.insert(next.clone(), 1);
                    return format!("{PREFIX}{next}");
                }
            }
        }
        let id = format!("{PREFIX}{base}");
        self.given.insert(base, 1);
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_readable_and_unique() {
        let mut slugs = Slugs::default();
        assert_eq!(slugs.give("一、工作 目标"), "h-一工作-目标");
        assert_eq!(slugs.give("A"), "h-a");
        assert_eq!(slugs.give("a"), "h-a-2");
        assert_eq!(slugs.give("a-2"), "h-a-2-2");
        assert_eq!(slugs.give("A"), "h-a-3");
        assert_eq!(slugs.give("😀"), "h-section");
        assert_eq!(slugs.give(""), "h-section-2");
        assert_eq!(slugs.give("e\u{301}"), "h-é");
        assert_eq!(slugs.give("\"><script>"), "h-script");
        assert_eq!(wanted("%E6%A0%87%E9%A2%98%"), "标题%");
    }
}
