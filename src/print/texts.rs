//! The texts that findings stand in, handed in by the driver: it reads a file again when its words are due.

use std::{borrow::Cow, collections::BTreeMap};

use super::mask::veil;

use crate::source::{FileId, LineIndex, Lines, Place, Position, Sources, Span};

/// Names and texts of files.
#[derive(Debug)]
pub struct Texts<'a> {
    /// All files.
    pub sources: &'a Sources,
    /// The texts of the files that findings stand in, each with its lines.
    texts: BTreeMap<FileId, (String, LineIndex)>,
}

impl<'a> Texts<'a> {
    /// The texts of the files that findings stand in, decoded as they were when read; a file that vanished is missing.
    pub fn new(sources: &'a Sources, texts: BTreeMap<FileId, String>) -> Self {
        let counted = |(file, text): (FileId, String)| {
            let index = LineIndex::new(&text);
            (file, (text, index))
        };
        Self { sources, texts: texts.into_iter().map(counted).collect() }
    }

    /// The lines of `file`; none where it is not at hand.
    pub fn lines(&self, file: FileId) -> Lines<'_> {
        self.texts.get(&file).map_or_else(|| Lines::new(""), |(text, index)| Lines::counted(text, index))
    }

    /// The text of `file`; empty where it is not at hand.
    pub fn get(&self, file: FileId) -> &str {
        self.texts.get(&file).map_or("", |it| &it.0)
    }

    /// The path of `file` as it may be printed: a person's number in a name is blotted out.
    pub fn path(&self, file: FileId) -> Cow<'_, str> {
        let path = self.sources.path(file);
        veil(path).map_or(Cow::Borrowed(path), Cow::Owned)
    }

    /// Path and position of `place`: a file as a whole is told at its first line.
    pub fn locate(&self, place: Place) -> Option<(Cow<'_, str>, Position)> {
        let file = place.file()?;
        let at = place.span().map_or(0, |span| span.range.start as usize);
        Some((self.path(file), self.lines(file).position(at)))
    }
}

/// A file, and where in it; the end is one past the last character.
#[derive(Debug)]
pub(super) struct Located<'a> {
    pub path: Cow<'a, str>,
    /// Start and end, where the place is not a file as a whole.
    pub ends: Option<(Position, Position)>,
}

/// `place` by path, line and column; none for the project as a whole.
pub(super) fn locate<'a>(place: Place, texts: &'a Texts<'_>) -> Option<Located<'a>> {
    let path = texts.path(place.file()?);
    let ends = place.span().map(|Span { file, range }| {
        let lines = texts.lines(file);
        (lines.position(range.start as usize), lines.position(range.end as usize))
    });
    Some(Located { path, ends })
}

impl Located<'_> {
    /// The line it begins in; the first, of a file as a whole.
    pub fn line(&self) -> usize {
        self.ends.map_or(1, |it| it.0.line)
    }
}
