//! What became of the problems of earlier quarters: put right, standing, new, or come back.
//!
//! A problem is known again by its fingerprint. Where that is another – a file was renamed, an entry retitled, a number of days in the
//! words grew – by its matter: rule, what it is about (an entry by its index number), part and key. What cannot be found again is
//! put right only if the rule was asked and its file could be read.

use std::collections::BTreeMap;

use super::{
    Dossier,
    history::{AGAIN, EXPLAINED, Kept, KeptProblem},
    ledger::{Ledger, Line},
    problem::Problem,
};
use crate::{
    day::{Day, Period},
    diagnostic::{Effect, Level},
    model::{EntryId, ItemId},
    record::schema,
    source::FileId,
};

/// How a problem of today stands to earlier quarters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// No earlier quarter was kept.
    First,
    /// It was not there when the last quarter was kept.
    New,
    /// It was, and nobody has mended it.
    Still,
    /// It was there once, was gone, and is there again.
    Again,
    /// The ledger says that it is mended, and it is not.
    SaidDone,
}

/// What became of a problem of the last kept quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is gone, and something of that day shows it.
    Mended(Day, Proof),
    /// It stands: the place of the problem of today.
    Stands(usize),
    /// It stands, and is explained.
    Explained,
    /// It stands, and is told as a note only.
    Lowered,
    /// Its rule is switched off.
    RuleOff,
    /// What it stood in cannot be read, so that nobody knows.
    Unread,
}

/// What shows that a problem is mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The ledger says so: the evidence given.
    Ledger(Option<String>),
    /// An entry of its item, or the entry itself, was published or revised.
    Entry(EntryId),
    /// Its file is no longer there.
    Gone,
    /// It was looked for on that day, and was not found.
    Checked,
}

/// What the last kept quarter says beside today.
#[derive(Debug, Default)]
pub struct Comparison<'a> {
    /// The last kept quarter before this one.
    pub base: Option<&'a Kept>,
    /// The day of one that was kept later than this is judged, and is not compared with.
    pub later: Option<Day>,
    /// Each problem of today, explained or not, with the first quarter it was found in.
    pub standings: Vec<(Standing, Period)>,
    /// Each problem of that quarter, and what became of it.
    pub past: Vec<(&'a KeptProblem, Outcome)>,
}

/// The problems of an earlier quarter by what they are known by.
struct Index<'k> {
    fingerprints: BTreeMap<&'k str, usize>,
    matters: BTreeMap<&'k str, usize>,
}

impl<'k> Index<'k> {
    fn of(kept: &'k Kept) -> Self {
        let by = |key: fn(&'k KeptProblem) -> &'k str| {
            kept.problems.iter().enumerate().map(|(at, it)| (key(it), at)).collect()
        };
        Self { fingerprints: by(|it| &it.fingerprint), matters: by(|it| &it.matter) }
    }

    /// The place of `problem` among them.
    fn find(&self, problem: &Problem<'_>) -> Option<usize> {
        let exactly = self.fingerprints.get(&*problem.found.fingerprint);
        exactly.or_else(|| self.matters.get(&*problem.matter)).copied()
    }
}

impl<'a> Comparison<'a> {
    /// Compares `problems`, found in `quarter`, with what was kept, the latest first.
    pub fn of(of: &Dossier<'_>, quarter: Period, problems: &[Problem<'_>], history: &'a [Kept]) -> Self {
        let today = of.model.today;
        let mut known = history.iter().filter(|it| it.as_of <= today && it.quarter <= quarter).peekable();
        // Kept earlier in the same quarter: what was gone then and is there now has come back.
        let interim = known.next_if(|it| it.quarter == quarter).filter(|it| it.as_of < today);
        let interim = interim.map(|it| (it, Index::of(it)));
        let later = history.iter().find(|it| it.as_of > today && it.quarter < quarter).map(|it| it.as_of);
        let Some(base) = known.next() else {
            return Self { later, standings: vec![(Standing::First, quarter); problems.len()], ..Self::default() };
        };
        let index = Index::of(base);
        let older: Vec<(&Kept, Index<'_>)> = known.map(|it| (it, Index::of(it))).collect();
        let mut places: BTreeMap<usize, usize> = BTreeMap::new();
        let mut standings = Vec::with_capacity(problems.len());
        for (at, problem) in problems.iter().enumerate() {
            let in_base = index.find(problem);
            in_base.inspect(|&place| _ = places.entry(place).or_insert(at));
            let earlier = || older.iter().find_map(|(kept, index)| Some((&kept.problems[index.find(problem)?], kept)));
            let first = |it: &KeptProblem, kept: &Kept| it.since.parse().unwrap_or(kept.quarter);
            standings.push(match in_base.map(|it| &base.problems[it]) {
                Some(it) if interim.as_ref().is_some_and(|(kept, index)| has_come_back(kept, index, problem)) => {
                    (Standing::Again, first(it, base))
                }
                Some(it) => (Standing::Still, first(it, base)),
                None => match earlier() {
                    Some((it, kept)) => (Standing::Again, first(it, kept)),
                    None => (Standing::New, quarter),
                },
            });
        }
        let (unread, subjects) = (unread(of), Subjects::of(of));
        let mut past = Vec::new();
        for (place, it) in base.problems.iter().enumerate().filter(|it| it.1.state != EXPLAINED) {
            if of.organisation.is_some_and(|id| *of.model.organisation(id).id != *it.organisation) {
                continue;
            }
            let outcome = match places.get(&place).map(|&at| (at, &problems[at])) {
                Some((at, now)) if now.is_open() => Outcome::Stands(at),
                Some((_, now)) if now.found.explained.is_some() => Outcome::Explained,
                Some(_) => Outcome::Lowered,
                None if of.policy.silenced.contains(&*it.rule) => Outcome::RuleOff,
                None if of.policy.levels.get(&*it.rule) == Some(&Level::Off) => Outcome::RuleOff,
                None if unread.holds(&it.file) => Outcome::Unread,
                None => {
                    let gone_by = interim.as_ref().filter(|then| !then.1.holds(it)).map(|then| then.0.as_of);
                    let (on, proof) = subjects.shown(of, it, base, gone_by);
                    Outcome::Mended(on, proof)
                }
            };
            past.push((it, outcome));
        }
        Self { base: Some(base), later, standings, past }
    }

    /// Takes in what the ledger says: `line` finds the line of a problem of today, and of one of the past, by place.
    pub fn hear(&mut self, problems: usize, ledger: &Ledger<'_>) {
        let before = self.base.map(|it| it.as_of);
        for (at, (standing, _)) in self.standings.iter_mut().enumerate() {
            let Some(done) = ledger.find(at).and_then(|it| it.done) else { continue };
            *standing = match standing {
                Standing::Again => Standing::Again,
                // It was mended before that quarter was kept without it.
                Standing::New if before.is_some_and(|before| done <= before) => Standing::Again,
                _ => Standing::SaidDone,
            };
        }
        for (at, (_, outcome)) in self.past.iter_mut().enumerate() {
            let line = ledger.find(problems + at);
            if let (Outcome::Mended(on, proof), Some(it @ Line { done: Some(done), .. })) = (outcome, line) {
                (*on, *proof) = (done, Proof::Ledger(it.evidence()));
            }
        }
    }
}

/// Whether `problem`, which the quarter before had, was gone when this quarter was kept, or had come back by then.
fn has_come_back(interim: &Kept, index: &Index<'_>, problem: &Problem<'_>) -> bool {
    index.find(problem).is_none_or(|at| interim.problems[at].state == AGAIN)
}

impl Index<'_> {
    fn holds(&self, it: &KeptProblem) -> bool {
        self.fingerprints.contains_key(&*it.fingerprint) || self.matters.contains_key(&*it.matter)
    }
}

/// The files that could not be read as they are.
struct Unread {
    files: Vec<String>,
    /// Whether a file of the catalogue is among them: then nobody knows what is not judged.
    catalogue: bool,
}

impl Unread {
    fn holds(&self, file: &str) -> bool {
        self.catalogue || self.files.iter().any(|it| it == file)
    }
}

/// Whether the whole catalogue could be read: else some of what is wrong was not looked for.
pub fn is_whole(of: &Dossier<'_>) -> bool {
    !unread(of).catalogue
}

fn unread(of: &Dossier<'_>) -> Unread {
    let stops = of.report.diagnostics.iter().filter(|it| {
        it.level == Level::Error && it.finding.rule.effect == Effect::Stop && it.finding.rule.code.starts_with("GK00")
    });
    let files: Vec<FileId> = stops.filter_map(|it| it.finding.place.file()).collect();
    let catalogue = files.iter().any(|&it| of.texts.sources.path(it).starts_with("catalogue/"));
    Unread { files: files.into_iter().map(|it| of.texts.path(it).into_owned()).collect(), catalogue }
}

/// Entries by index number and items by id: a quarter may have ten thousand problems.
struct Subjects<'m> {
    entries: BTreeMap<&'m str, EntryId>,
    items: BTreeMap<&'m str, ItemId>,
}

impl<'m> Subjects<'m> {
    fn of(of: &Dossier<'m>) -> Self {
        let entries = of.model.entries().map(|(id, it)| (&*it.index_number, id)).collect();
        Self { entries, items: of.model.items().map(|(id, it)| (&*it.id, id)).collect() }
    }

    /// What shows that a problem kept in `base` is gone, and of which day that is.
    fn shown(&self, of: &Dossier<'_>, it: &KeptProblem, base: &Kept, gone_by: Option<Day>) -> (Day, Proof) {
        let model = of.model;
        let since = |day: &Day| *day > base.as_of && *day <= model.today;
        for about in it.about.split(' ') {
            if let Some(name) = about.strip_prefix("entry:") {
                let Some(id) = self.entries.get(name).copied().or_else(|| model.named(name)) else {
                    return (gone_by.unwrap_or(model.today), Proof::Gone);
                };
                let entry = model.entry(id);
                let revised = entry.record.all(schema::Entry::REVISED);
                let days = revised.filter_map(|it| it.get(schema::Revision::ON));
                if let Some(on) = days.chain(entry.published_day()).filter(since).min() {
                    return (on, Proof::Entry(id));
                }
            }
            let item = about.strip_prefix("item:").and_then(|it| self.items.get(it));
            if let Some(&(on, entry)) = item.and_then(|&id| of.compliance.item(id).acts.iter().find(|it| since(&it.0)))
            {
                return (on, Proof::Entry(entry));
            }
        }
        (gone_by.unwrap_or(model.today), Proof::Checked)
    }
}
