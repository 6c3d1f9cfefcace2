//! The texts that findings stand in, handed in by the driver: it reads a file again when its words are due.

use std::{borrow::Cow, collections::BTreeMap};

use super::{Paths, mask::veil};
use crate::{
    diagnostic::{Finding, Subject},
    source::{FileId, LineIndex, Lines, Place, Position, Sources, Span},
    vocabulary::Lang,
};

/// Names and texts of files.
#[derive(Debug)]
pub struct Texts<'a> {
    /// All files.
    pub sources: &'a Sources,
    /// The texts of the files that findings stand in, each with its lines.
    texts: BTreeMap<FileId, (String, LineIndex)>,
    /// How files are called.
    pub paths: Paths,
}

impl<'a> Texts<'a> {
    /// The texts of the files that findings stand in, decoded as they were when read; a file that vanished is missing.
    pub fn new(sources: &'a Sources, texts: BTreeMap<FileId, String>) -> Self {
        let counted = |(file, text): (FileId, String)| {
            let index = LineIndex::new(&text);
            (file, (text, index))
        };
        Self { sources, texts: texts.into_iter().map(counted).collect(), paths: Paths::default() }
    }

    /// The same, of a project whose folders lie as `paths` says.
    #[must_use]
    pub fn at(self, paths: Paths) -> Self {
        Self { paths, ..self }
    }

    /// The lines of `file`; none where it is not at hand.
    pub fn lines(&self, file: FileId) -> Lines<'_> {
        self.texts.get(&file).map_or_else(|| Lines::new(""), |(text, index)| Lines::counted(text, index))
    }

    /// The text of `file`; empty where it is not at hand.
    pub fn get(&self, file: FileId) -> &str {
        self.texts.get(&file).map_or("", |it| &it.0)
    }

    /// Where `finding` stands: the path from the project's folder, and the line, where it is not about a file as a whole.
    pub fn place(&self, finding: &Finding) -> Option<(Cow<'_, str>, Option<usize>)> {
        let place = place_of(finding, From::Project, self)?;
        let line = place.ends.map(|it| it.0.line);
        let path = Cow::Owned(place.path.into_owned());
        Some((path, line))
    }

    /// The path of `file` from the project's folder, as it may be printed: a person's number in a name is blotted out.
    pub fn path(&self, file: FileId) -> Cow<'_, str> {
        veiled(self.paths.project(self.sources.path(file)))
    }

    /// The same from where the command was typed.
    pub fn path_here(&self, file: FileId) -> Cow<'_, str> {
        veiled(self.paths.here(self.sources.path(file)))
    }
}

fn veiled(path: Cow<'_, str>) -> Cow<'_, str> {
    veil(&path).map_or(path, Cow::Owned)
}

/// From where paths are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// The project's folder.
    Project,
    /// Where the command was typed.
    Here,
}

/// A file, and where in it; the end is one past the last character.
#[derive(Debug)]
pub(super) struct Located<'a> {
    pub path: Cow<'a, str>,
    /// Start and end, where the place is not a file as a whole.
    pub ends: Option<(Position, Position)>,
}

/// Where `finding` stands: its place, else the file it is about; none for the project as a whole.
pub(super) fn place_of<'a>(finding: &'a Finding, from: From, texts: &'a Texts<'_>) -> Option<Located<'a>> {
    locate(finding.place, from, texts).or_else(|| {
        let path = finding.path.as_deref()?;
        let path = if from == From::Here { texts.paths.here(path) } else { texts.paths.project(path) };
        Some(Located { path: veiled(path), ends: None })
    })
}

/// `place` by path, line and column; none for the project as a whole.
pub(super) fn locate<'a>(place: Place, from: From, texts: &'a Texts<'_>) -> Option<Located<'a>> {
    let file = place.file()?;
    let path = if from == From::Here { texts.path_here(file) } else { texts.path(file) };
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

/// What `finding` says, and of what where its place does not: 37 findings of one rule in one list of items are else one sentence
/// 37 times.
pub fn message<'a>(finding: &'a Finding, lang: Lang, texts: &Texts<'_>) -> Cow<'a, str> {
    let said = finding.message.get(lang);
    let file = finding.place.file();
    let entry = file.and_then(|file| texts.sources.entry_name(file));
    let own = |subject: &Subject| matches!(subject, Subject::Entry(name) if entry == Some(name));
    let (kind, name) = match (&finding.item, finding.subjects.first()) {
        (Some(title), _) if entry.is_none() => (words! { zh: "事项", en: "item" }, &**title),
        (None, Some(it @ Subject::Entry(name))) if !own(it) => (words! { zh: "条目", en: "entry" }, name.as_str()),
        _ => return said.into(),
    };
    if said.contains(name) {
        return said.into();
    }
    let kind = kind.get(lang);
    match lang {
        Lang::Zh => format!("{said}（{kind}：{name}）"),
        Lang::En => format!("{said} ({kind}: {name})"),
    }
    .into()
}
