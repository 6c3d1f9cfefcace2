//! What a text rule looks at: one document, once.

use crate::{
    day::Day,
    record::{Body, Record, schema},
    source::FileId,
    syntax::{Document, Layout},
    vocabulary::EntryKind,
};

/// An entry as the text rules see it: its file's text, with what parsing found in it.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    pub file: FileId,
    /// Its path from the project's folder.
    pub path: &'a str,
    /// Its decoded text, front matter included; all spans count in it.
    pub text: &'a str,
    /// Its front matter.
    pub record: &'a Record<schema::Entry>,
    /// What its body is like.
    pub body: &'a Body,
    /// How that lies in its lines.
    pub layout: &'a Layout,
    /// Its day of publication: by the law of that day it is judged.
    pub day: Option<Day>,
}

impl<'a> Subject<'a> {
    /// `document`, whose file at `path` has this text.
    pub(super) fn new(document: &'a Document, path: &'a str, text: &'a str) -> Self {
        let Document { file, record, body, layout } = document;
        let day = record.get(schema::Entry::PUBLISHED).map(|it| it.day);
        Self { file: *file, path, text, record, body, layout, day }
    }

    /// Its kind, as far as the entry itself says; what an item adds is not known here.
    pub(super) fn kind(&self) -> Option<EntryKind> {
        self.record.get(schema::Entry::KIND)
    }

    /// Its text without the front matter, and where that begins.
    pub(super) fn body_text(&self) -> (usize, &'a str) {
        let start = (self.body.start as usize).min(self.text.len());
        self.text.get(start..).map_or((self.text.len(), ""), |text| (start, text))
    }
}

/// At most `most` bytes of `text` before byte `at`, cut between characters: a line may be as long as its file.
pub(super) fn before(text: &str, at: usize, most: usize) -> &str {
    let mut start = at.saturating_sub(most);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..at]
}

/// At most `most` bytes of `text` from byte `at` on, cut between characters.
pub(super) fn after(text: &str, at: usize, most: usize) -> &str {
    let mut end = (at + most).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[at..end]
}

/// The last part of a path: what a reader sees when downloading.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The file name without its ending.
pub(super) fn stem(path: &str) -> &str {
    let name = file_name(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
