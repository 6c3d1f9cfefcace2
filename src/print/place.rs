//! Places as programs read them.

use std::borrow::Cow;

use super::Texts;
use crate::source::{Place, Position, Span};

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
