//! What a report is made from: the judged project, and how it was asked for.

use super::{Column, Figure, Grid, Paper, Row, Value};
use crate::{
    compliance::Compliance,
    diagnostic::{Diagnostic, Policy, Report},
    model::{Entry, EntryId, ItemId, Model, OrganisationId},
    print::{Texts, veil},
    vocabulary::{Lang, Set, Text, Word, Words},
};

/// The judged project, and how a report of it is asked for.
#[derive(Clone, Copy)]
pub struct Dossier<'a> {
    /// The catalogue, whole.
    pub model: &'a Model,
    /// The body's duty, measured.
    pub compliance: &'a Compliance,
    /// What was found, with levels.
    pub report: &'a Report,
    /// What settings say about findings.
    pub policy: &'a Policy,
    /// The texts that findings stand in.
    pub texts: &'a Texts<'a>,
    /// The tongue of the report.
    pub lang: Lang,
    /// The only organisation that it is about; none for all.
    pub organisation: Option<OrganisationId>,
    /// Whether it goes out as it is; else it is a draft for comment.
    pub is_final: bool,
}

impl Dossier<'_> {
    /// Fixed words in its tongue.
    pub fn say(&self, words: Words) -> String {
        words.get(self.lang).to_owned()
    }

    /// A sentence in its tongue.
    pub fn sentence(&self, text: &Text) -> String {
        text.get(self.lang).to_owned()
    }

    /// What stands between the parts of a list.
    pub fn comma(&self) -> &'static str {
        if self.lang == Lang::Zh { "、" } else { ", " }
    }

    /// A word of a closed list in its tongue.
    pub fn word(&self, word: impl Word) -> String {
        let term = word.term();
        if self.lang == Lang::Zh { term.zh } else { term.en }.to_owned()
    }

    /// The words of a set, one after the other.
    pub fn words<W: Word>(&self, words: Set<W>) -> String {
        words.iter().map(|it| self.word(it)).collect::<Vec<_>>().join(self.comma())
    }

    /// An empty paper of `kind` under `title`, about what was asked for.
    pub fn paper(&self, kind: &'static str, title: String, subtitle: String) -> Paper {
        const DRAFT: Words = words! { zh: "征求意见稿", en: "Draft for comment" };
        Paper {
            kind,
            lang: self.lang,
            title,
            subtitle,
            mark: (!self.is_final).then(|| self.say(DRAFT)),
            as_of: self.model.today,
            facts: Vec::new(),
            chapters: Vec::new(),
        }
    }

    /// A column.
    pub fn column(&self, key: &'static str, title: Words, share: u8) -> Column {
        Column { key, title: self.say(title), share }
    }

    /// A table of `rows`, of which `empty` is said where there are none.
    pub fn grid(&self, id: &'static str, title: Words, columns: Vec<Column>, rows: Vec<Row>, empty: Words) -> Grid {
        Grid { id, title: self.say(title), columns, rows, empty: self.say(empty) }
    }

    /// The body that it is about: the one asked for, else the one whose site it is.
    pub fn body(&self) -> String {
        let body = self.organisation.or(self.model.site.organisation);
        body.map_or_else(|| self.model.site.title.to_string(), |id| self.model.organisation(id).name.to_string())
    }

    /// Whether what `organisation` answers for is asked for; what names nobody is the site's own.
    pub fn concerns(&self, organisation: Option<OrganisationId>) -> bool {
        self.organisation.is_none_or(|asked| organisation.or(self.model.site.organisation) == Some(asked))
    }

    /// The short name of an organisation; a dash where there is none.
    pub fn short(&self, organisation: Option<OrganisationId>) -> Figure {
        organisation.map_or(Value::None.into(), |id| Figure::text(&*self.model.organisation(id).short))
    }

    /// Words of an author's, without a person's number; a dash where there are none.
    #[allow(clippy::unused_self, reason = "asked beside those that need the dossier")]
    pub fn quoted(&self, text: Option<&str>) -> Figure {
        match text.map(str::trim).filter(|it| !it.is_empty()) {
            Some(text) => Figure::text(veil(text).unwrap_or_else(|| text.to_owned())),
            None => Value::None.into(),
        }
    }

    /// The title of an item, without its field.
    pub fn item(&self, id: ItemId) -> Figure {
        self.quoted(Some(&self.model.item(id).title))
    }

    /// An entry by its title, leading to its page where it has one.
    pub fn entry(&self, id: EntryId) -> Figure {
        self.titled(self.model.entry(id))
    }

    /// The same of an entry at hand.
    pub fn titled(&self, entry: &Entry) -> Figure {
        let title = if entry.title().is_empty() { &entry.name } else { entry.title() };
        self.quoted(Some(title)).at(self.address(entry))
    }

    /// Where an entry is read; none while it is not public.
    pub fn address(&self, entry: &Entry) -> Option<String> {
        let is_read = entry.is_published() && !entry.address.is_empty();
        is_read.then(|| format!("{}{}", self.model.site.url.trim_end_matches('/'), entry.address))
    }

    /// Where a finding stands: path and line; the project as a whole is a dash.
    pub fn place(&self, diagnostic: &Diagnostic) -> Figure {
        match self.texts.place(&diagnostic.finding) {
            Some((path, Some(line))) => Figure::text(format!("{path}:{line}")),
            Some((path, None)) => Figure::text(path),
            None => Value::None.into(),
        }
    }
}
