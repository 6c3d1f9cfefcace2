//! What a rule says: facts and words, never a level.

use super::{Edit, Ground, Level, Portion, Rename, Rule, Subject, edit::settled};
use crate::{
    day::{Day, Period},
    source::{Place, Sources, Span},
    vocabulary::{Text, Words},
};

/// A sentence at some bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Where.
    pub span: Span,
    /// What is said of it.
    pub text: Text,
}

/// A line below the snippet: `事项：…`.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// `事项`, `说明`.
    pub name: Text,
    /// The line.
    pub text: Text,
}

/// What a setting decides: the finding is told only if the setting does not know better.
#[derive(Clone, Debug, PartialEq)]
pub enum Candidate {
    /// A telephone number, told unless `[privacy] phones` has it.
    Phone(String),
    /// A bank account, told unless `[privacy] accounts` has it.
    Account(String),
    /// A string that looks like a person's number, told unless two people attest that it is not.
    Identity(String),
    /// A list of people, told unless every entry that offers its file says until when.
    Unlimited,
    /// An attachment that no program can read, told unless someone looked at it and said so.
    Unread,
}

/// One thing found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// Where.
    pub place: Place,
    /// What is wrong, in one sentence.
    pub message: Text,
    /// What is said at the place itself.
    pub label: Option<Text>,
    /// Other places that belong to it.
    pub marks: Vec<Placed>,
    /// Lines below.
    pub notes: Vec<Note>,
    /// What to do.
    pub help: Option<Text>,
    /// What mends it, by place: all safe or none, of which none overlap; empty where nothing is known.
    pub fix: Vec<Edit>,
    /// What mends it instead, where a file has the wrong name.
    pub rename: Option<Rename>,
    /// The day of the act judged; none = a standing duty, judged by `as_of`.
    pub on: Option<Day>,
    /// Whom it is about, besides the entry it stands in.
    pub subjects: Vec<Subject>,
    /// The title of the item it is about.
    pub item: Option<Box<str>>,
    /// The path of the file or folder it is about, where that is none of the project's files: its name is at fault, or its folder.
    pub path: Option<String>,
    /// The part of what it is about, where its rule judges one after another.
    pub portion: Option<Portion>,
    /// Whether it takes the rule's lesser level.
    pub lesser: bool,
    /// The highest level it may take, whatever the rule and the settings say; none = no such bound.
    pub at_most: Option<Level>,
    /// The grounds of just this finding, where the rule has others for other cases; none = all of the rule's.
    pub grounds: Option<&'static [Ground]>,
    /// What tells it from other findings of the rule in the same file, when the message may change.
    pub key: Option<String>,
    /// What a setting may know better.
    pub candidate: Option<Candidate>,
    /// What stands at the head of its column, where it stands in a table: a column of codes holds no person's numbers. Where
    /// the head is not known, all that may be it, a line each.
    pub column: Option<String>,
    /// Whether what stands at its places must not be shown: a personal number is blotted out wherever it is printed.
    pub private: bool,
    /// Whether it is told only if its file is exposed: is published, or will be.
    pub exposed: bool,
}

impl Finding {
    /// All that an `[[allow]]` may name to cover it: what it is about, then the entry or the file it stands in.
    pub fn names(&self, sources: &Sources) -> Vec<Subject> {
        let mut names = self.subjects.clone();
        if let Some(file) = self.place.file() {
            names.extend(sources.entry_name(file).map(|name| Subject::Entry(name.to_owned())));
            names.push(Subject::File(sources.path(file).to_owned()));
        }
        names
    }

    /// Says something at the place itself.
    pub fn label(&mut self, text: Text) -> &mut Self {
        self.label = Some(text);
        self
    }

    /// Says something at another place.
    pub fn mark(&mut self, span: Span, text: Text) -> &mut Self {
        self.marks.push(Placed { span, text });
        self
    }

    /// Adds a line below: `name：text`.
    pub fn note(&mut self, name: Words, text: Text) -> &mut Self {
        self.notes.push(Note { name: name.into(), text });
        self
    }

    /// Says what to do.
    pub fn help(&mut self, text: Text) -> &mut Self {
        self.help = Some(text);
        self
    }

    /// Offers `edits`, which together mend it; made together or not at all.
    pub fn fix(&mut self, edits: impl IntoIterator<Item = Edit>) -> &mut Self {
        self.fix = settled(edits.into_iter().collect());
        self
    }

    /// Offers to give the file `from` the name `to`.
    pub fn rename(&mut self, from: impl Into<String>, to: impl Into<String>) -> &mut Self {
        self.rename = Some(Rename { from: from.into(), to: to.into() });
        self
    }

    /// Judges by the law of `day`.
    pub fn on(&mut self, day: Day) -> &mut Self {
        self.on = Some(day);
        self
    }

    /// Is about `subject`.
    pub fn about(&mut self, subject: Subject) -> &mut Self {
        self.subjects.push(subject);
        self
    }

    /// Is about the file or folder at `path`, which is none of the project's files.
    pub fn at(&mut self, path: impl Into<String>) -> &mut Self {
        self.path = Some(path.into());
        self
    }

    /// Is about `period` alone.
    pub fn of(&mut self, period: Period) -> &mut Self {
        self.portion = Some(Portion::Period(period));
        self
    }

    /// Is about the row called `name` alone; about the whole register where no name tells it from others.
    pub fn row(&mut self, name: &str) -> &mut Self {
        self.portion = (!name.is_empty()).then(|| Portion::Row(name.into()));
        self
    }

    /// Takes the rule's lesser level.
    pub fn lesser(&mut self) -> &mut Self {
        self.lesser = true;
        self
    }

    /// Takes the rule's lesser level when `so`.
    pub fn lesser_if(&mut self, so: bool) -> &mut Self {
        self.lesser |= so;
        self
    }

    /// Never takes a higher level than `level`.
    pub fn at_most(&mut self, level: Level) -> &mut Self {
        self.at_most = Some(level);
        self
    }

    /// Stands on `grounds` alone, not on all of the rule's.
    pub fn under(&mut self, grounds: &'static [Ground]) -> &mut Self {
        self.grounds = Some(grounds);
        self
    }

    /// Is known by `key` within its file.
    pub fn key(&mut self, key: impl Into<String>) -> &mut Self {
        self.key = Some(key.into());
        self
    }

    /// Blots out what stands at its places wherever it is printed.
    pub fn private(&mut self) -> &mut Self {
        self.private = true;
        self
    }

    /// Is told unless a setting knows better.
    pub fn unless(&mut self, candidate: Candidate) -> &mut Self {
        self.candidate = Some(candidate);
        self
    }
}

/// What was found so far; only ever added to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    list: Vec<Finding>,
}

impl Findings {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Raises `rule` at `place`; the answer takes the rest of what is to be said.
    pub fn raise(&mut self, rule: &'static Rule, place: impl Into<Place>, message: Text) -> &mut Finding {
        self.list.push(Finding {
            rule,
            place: place.into(),
            message,
            label: None,
            marks: Vec::new(),
            notes: Vec::new(),
            help: None,
            fix: Vec::new(),
            rename: None,
            on: None,
            subjects: Vec::new(),
            item: None,
            path: None,
            portion: None,
            lesser: false,
            at_most: None,
            grounds: None,
            key: None,
            candidate: None,
            column: None,
            private: false,
            exposed: false,
        });
        self.list.last_mut().expect("just pushed")
    }

    /// Adds a finding made before.
    pub fn push(&mut self, finding: Finding) {
        self.list.push(finding);
    }

    /// The same findings, told only if their file is exposed.
    #[must_use]
    pub fn if_exposed(mut self) -> Self {
        for finding in &mut self.list {
            finding.exposed = true;
        }
        self
    }

    /// Keeps what `keep` says of: what was found before all was known may turn out to be nothing.
    pub fn retain(&mut self, keep: impl FnMut(&Finding) -> bool) {
        self.list.retain(keep);
    }

    /// Takes in what another found.
    pub fn extend(&mut self, other: Self) {
        self.list.extend(other.list);
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// What was found, in the order of finding.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.list.iter()
    }

    /// What was found, for [`finalize`](super::finalize).
    pub fn into_vec(self) -> Vec<Finding> {
        self.list
    }
}
