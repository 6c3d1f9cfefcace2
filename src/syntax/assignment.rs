//! Lines that give a key its value, as they are recognised before anything is parsed.

use super::alias::is_named;
use crate::{
    record::{KeySpec, Shape, TableKind as _, schema},
    vocabulary::{EntryKind, Word as _},
};

/// Whether a line is `key = value`: what stands before the sign is a key, and no sentence.
pub(super) fn is_assignment(words: &str) -> bool {
    let Some((key, _)) = words.split_once(['=', '＝']) else { return false };
    let key = key.trim().trim_matches(['"', '“', '”', '\'']);
    !key.is_empty() && key.chars().count() <= 24 && !key.contains(['，', '。', '；', '、', '：', ' '])
}

/// Whether a line gives a key of entries its value, as front matter does: `title = "…"`, `标题 = “…”`, `[review]`.
pub(super) fn is_front(line: &str) -> bool {
    written(line).is_some()
}

/// The key of entries that a line gives a value, or whose table it opens.
pub(super) fn written(line: &str) -> Option<&'static KeySpec> {
    let line = line.trim();
    if let Some(head) = line.strip_prefix('[').and_then(|it| it.strip_suffix(']')) {
        let path = head.trim_matches(['[', ']', ' ']);
        let mut parts = path.split('.');
        let outer = key(parts.next()?)?;
        let is_table = matches!(outer.shape, Shape::Table(_) | Shape::Map(_) | Shape::List(_));
        return (is_table && path.is_ascii()).then_some(outer);
    }
    if !is_assignment(line) {
        return None;
    }
    let (name, value) = line.split_once(['=', '＝'])?;
    let value = value.trim_start();
    let is_value = value.starts_with(['"', '“', '\'', '[', '{', '〔', '＂'])
        || value.starts_with(|it: char| it.is_ascii_digit())
        || matches!(value, "true" | "false");
    let name = name.trim().trim_matches(['"', '“', '”', '\'']);
    if is_value { key(name.split('.').next()?) } else { None }
}

/// The key of entries, or of their reviews, that is called `name`.
fn key(name: &str) -> Option<&'static KeySpec> {
    let own = || EntryKind::ALL.iter().flat_map(|&kind| schema::own(kind));
    let mut keys =
        schema::Entry::SCHEMA.keys.iter().chain(schema::Review::SCHEMA.keys).chain(schema::Signed::SCHEMA.keys);
    keys.find(|it| is_named(name, it)).or_else(|| own().find(|it| is_named(name, it)))
}
