//! What settings say about findings: levels, explained exceptions, numbers of offices, attestations.

use std::collections::{BTreeMap, BTreeSet};

use super::{Candidate, Finding, Level, Portion, Rule, Subject};
use crate::{
    day::Day,
    source::{FileId, Span},
};

/// An explained exception, `[[allow]]`.
#[derive(Clone, Debug)]
pub struct Allow {
    /// The rule it excuses.
    pub rule: &'static Rule,
    /// What it is for; none = every finding of the rule.
    pub subject: Option<Subject>,
    /// The only part it is for; none = whatever part. One that is written for several is several, at one place.
    pub portion: Option<Portion>,
    /// Where that part is written.
    pub portion_span: Span,
    /// Why.
    pub reason: String,
    /// Who answers for it.
    pub owner: String,
    /// The last day it holds; none for a past fact that cannot be mended.
    pub until: Option<Day>,
    /// Where it is written.
    pub span: Span,
    /// All of it, where it may be taken away as a whole.
    pub extent: Option<Span>,
    /// Where its last day stands.
    pub until_span: Span,
}

/// Two people attest that a flagged string is no one's number, `[[privacy.not_identity]]`.
#[derive(Clone, Debug)]
pub struct Attestation {
    /// Path of the file from the project's folder.
    pub file: String,
    /// The string.
    pub place: String,
}

/// What settings say about findings; applied once, by [`finalize`](super::finalize).
#[derive(Clone, Debug, Default)]
pub struct Policy {
    /// Levels set by `[levels]`, by code.
    pub levels: BTreeMap<&'static str, Level>,
    /// Codes that the profile and the scope leave out.
    pub silenced: BTreeSet<&'static str>,
    /// Explained exceptions, as written.
    pub allows: Vec<Allow>,
    /// How many days before its end an exception is told to end.
    pub told_before: i32,
    /// Telephone numbers of offices, digits only.
    pub phones: BTreeSet<String>,
    /// Public bank accounts, digits only.
    pub accounts: BTreeSet<String>,
    /// Attested strings.
    pub attestations: Vec<Attestation>,
    /// Attachments that someone looked at because no program can read them (`checked`).
    pub checked: BTreeSet<FileId>,
    /// Files of which every entry that offers them says until when names, or the whole, are shown.
    pub limited: BTreeSet<FileId>,
    /// Heads of the columns of codes, of files with the rows of a register.
    pub codes: BTreeMap<FileId, BTreeSet<String>>,
    /// Files that are exposed: published or scheduled entries, and the files they publish; none = every file.
    pub exposed: Option<BTreeSet<FileId>>,
}

impl Policy {
    /// The level of `finding` before its grounds are looked at.
    pub fn level(&self, finding: &Finding) -> Level {
        let rule = finding.rule;
        if self.silenced.contains(rule.code) {
            return Level::Off;
        }
        let own = if finding.lesser { rule.lesser } else { rule.level };
        let level = match self.levels.get(rule.code) {
            None => own,
            Some(&set) if rule.fixed => own.max(set),
            // Raised to an error means every form of it.
            Some(&set) if finding.lesser && set != Level::Error => set.min(own),
            Some(&set) => set,
        };
        finding.at_most.map_or(level, |most| level.min(most))
    }

    /// Whether nothing that `rule` finds would be told.
    pub fn is_off(&self, rule: &Rule) -> bool {
        self.silenced.contains(rule.code) || (!rule.fixed && self.levels.get(rule.code) == Some(&Level::Off))
    }

    /// Whether a setting knows that `finding` is none; `path` is its file.
    pub fn dismisses(&self, finding: &Finding, path: Option<&str>) -> bool {
        // Secrets and people's numbers are told wherever they stand: a draft is published one day.
        if finding.exposed
            && !finding.rule.fixed
            && let (Some(exposed), Some(file)) = (&self.exposed, finding.place.file())
            && !exposed.contains(&file)
        {
            return true;
        }
        if let (Some(heads), Some(file)) = (&finding.column, finding.place.file())
            && self.codes.get(&file).is_some_and(|codes| heads.lines().any(|head| codes.contains(head)))
        {
            return true;
        }
        let attested = |text: &str| {
            let digits = digits(text);
            self.attestations.iter().any(|it| path == Some(it.file.as_str()) && self::digits(&it.place) == digits)
        };
        match &finding.candidate {
            None => false,
            Some(Candidate::Phone(number)) => self.phones.contains(&digits(number)),
            Some(Candidate::Account(number)) => self.accounts.contains(&digits(number)) || attested(number),
            Some(Candidate::Identity(text)) => attested(text),
            Some(Candidate::Unlimited) => finding.place.file().is_some_and(|file| self.limited.contains(&file)),
            Some(Candidate::Unread) => finding.place.file().is_some_and(|file| self.checked.contains(&file)),
        }
    }
}

/// The letters and digits of `text`, in ASCII capitals: how numbers are compared, whatever stands between their groups.
fn digits(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    text.chars().map(narrow).filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_uppercase()).collect()
}
