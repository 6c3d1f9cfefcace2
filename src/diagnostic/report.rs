//! What a run has to say, decided: findings with level, grounds, explanation and fingerprint.

use super::{Completeness, Deny, Effect, Finding, Ground, Level, natural::natural};
use crate::{
    day::Day,
    vocabulary::{Text, Words},
};

/// On what authority a diagnostic speaks.
#[derive(Clone, Debug)]
pub enum Basis {
    /// Texts in force on the day judged by.
    Law(Vec<&'static Ground>),
    /// 本工具要求.
    Tool,
    /// 工作建议.
    Advice,
}

/// What an `[[allow]]` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Why.
    pub reason: String,
    /// Who answers for it.
    pub owner: String,
    /// The last day it holds; none for a past fact that cannot be mended.
    pub until: Option<Day>,
}

/// A finding, decided.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// What the rule said.
    pub finding: Finding,
    /// Its level now.
    pub level: Level,
    /// On what authority.
    pub basis: Basis,
    /// What the `[[allow]]` says that covers it (已说明).
    pub explained: Option<Explanation>,
    /// Thirty-two hexadecimal digits that stay the same when lines move.
    pub fingerprint: String,
}

impl Diagnostic {
    /// Whether it counts against exit codes: told at error level and not explained.
    pub fn is_error(&self) -> bool {
        self.level == Level::Error && self.explained.is_none()
    }

    /// What to do: the finding's own advice, else the rule's. What is explained has its answer, and nobody is asked for it twice.
    pub fn help(&self) -> (&str, &str) {
        const EXPLAINED: Words = words! { zh: "已经说明", en: "explained already" };
        let of = |it: &Words| (it.zh, it.en);
        match (&self.explained, &self.finding.help) {
            (Some(_), _) => of(&EXPLAINED),
            (None, Some(help)) => (&help.zh, &help.en),
            (None, None) => of(&self.finding.rule.mend),
        }
    }

    /// Whether nothing may be written while it stands.
    pub fn stops(&self) -> bool {
        self.is_error() && self.finding.rule.effect == Effect::Stop
    }
}

/// How many of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// 错误.
    pub errors: usize,
    /// 警告.
    pub warnings: usize,
    /// 提示.
    pub notes: usize,
    /// 已说明, of any level; not counted above.
    pub explained: usize,
    /// Errors that keep anything from being written.
    pub stops: usize,
}

/// All diagnostics of a run: errors first, then by place.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The diagnostics.
    pub diagnostics: Vec<Diagnostic>,
    /// How complete the catalogue is; none where only findings are wanted.
    pub completeness: Option<Completeness>,
}

impl Report {
    /// Counts as errors what `deny` names, and brings all in order again. Fingerprints stay.
    pub fn deny(&mut self, deny: &Deny) {
        if *deny == Deny::default() {
            return;
        }
        for it in self.diagnostics.iter_mut().filter(|it| it.explained.is_none()) {
            it.level = deny.level(&it.finding, it.level);
        }
        self.sort();
    }

    /// Errors first, then by place: a finding about a whole file stands before the others of that file, not before those of every
    /// file.
    pub(super) fn sort(&mut self) {
        self.diagnostics.sort_by(|a, b| {
            (b.level.cmp(&a.level))
                .then_with(|| a.finding.place.file().cmp(&b.finding.place.file()))
                .then_with(|| a.finding.place.cmp(&b.finding.place))
                .then_with(|| a.finding.rule.code.cmp(b.finding.rule.code))
                .then_with(|| natural(&a.finding.message.zh, &b.finding.message.zh))
                .then_with(|| a.finding.message.cmp(&b.finding.message))
        });
    }

    /// How many of each.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for diagnostic in &self.diagnostics {
            if diagnostic.explained.is_some() {
                counts.explained += 1;
                continue;
            }
            match diagnostic.level {
                Level::Error => counts.errors += 1,
                Level::Warn => counts.warnings += 1,
                Level::Note | Level::Off => counts.notes += 1,
            }
            counts.stops += usize::from(diagnostic.stops());
        }
        counts
    }

    /// Rewrites every text that `veil` has something to hide of: what one rule quotes may be what another finds private.
    pub fn veil(&mut self, veil: impl Fn(&str) -> Option<String>) {
        let both = |text: &mut Text| {
            for words in [&mut text.zh, &mut text.en] {
                if let Some(veiled) = veil(words) {
                    *words = veiled;
                }
            }
        };
        for finding in self.diagnostics.iter_mut().map(|it| &mut it.finding) {
            both(&mut finding.message);
            finding.label.iter_mut().for_each(both);
            finding.help.iter_mut().for_each(both);
            finding.marks.iter_mut().for_each(|it| both(&mut it.text));
            finding.notes.iter_mut().for_each(|it| both(&mut it.text));
            // An edit cannot be half hidden: who makes it would write the stars.
            if finding.fix.iter().any(|it| veil(&it.text).is_some()) {
                finding.fix.clear();
            }
            finding.rename.take_if(|it| veil(&it.from).or_else(|| veil(&it.to)).is_some());
        }
    }

    /// Whether nothing may be written.
    pub fn stops(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::stops)
    }

    /// Whether any error stands.
    pub fn fails(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}
