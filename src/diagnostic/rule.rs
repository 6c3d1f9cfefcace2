//! A rule as a value: what it is called, what it weighs, what it stands on, how its fault looks and is mended.

use serde::Serialize;

use super::Ground;
use crate::vocabulary::Words;

/// What a finding does to a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Publishing would be wrong: nothing is written while one stands at error level.
    Stop,
    /// The body's duty is judged: told, shown in the standing, never in the way of publishing.
    Verdict,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Not told.
    Off,
    /// 提示.
    Note,
    /// 警告.
    Warn,
    /// 错误.
    Error,
}

/// What becomes of a finding when none of the rule's grounds is in force on the day it is judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ungrounded {
    /// It is not told.
    Silent,
    /// It is told as a note, marked 工作建议.
    Advice,
    /// It is told at its own level, marked 本工具要求: stops, and verdicts about the tool itself.
    Speaks,
}

/// A fault and its cure, in the notation of [`rulebook::example`](crate::compile::rulebook::example): files laid over a base project.
#[derive(Debug)]
pub struct Example {
    /// What differs from the base project; raises the rule.
    pub bad: &'static str,
    /// What differs from `bad`; does not raise the rule.
    pub good: &'static str,
}

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// `GK0401`; never used again for another rule.
    pub code: &'static str,
    /// `late-publication`: the fault; reads well after "allow".
    pub name: &'static str,
    /// `逾期公开`: the name in Chinese output, accepted wherever the name is.
    pub label: &'static str,
    /// Stop or verdict.
    pub effect: Effect,
    /// Its level unless settings say otherwise.
    pub level: Level,
    /// The level of its lesser findings (W where the rule says E/W); equal to `level` where there are none.
    pub lesser: Level,
    /// What it stands on; [`finalize`](super::finalize) cites those in force on the day of the fact.
    pub grounds: &'static [Ground],
    /// What happens when none is in force.
    pub ungrounded: Ungrounded,
    /// Whether it can be neither lowered nor allowed.
    pub fixed: bool,
    /// One line: what is wrong.
    pub title: Words,
    /// Why it matters.
    pub why: Words,
    /// How to mend it.
    pub mend: Words,
    /// Fault and cure, executed by the tests.
    pub example: Example,
}

/// Codes are never used again, so a rule is its code.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}

/// The rules whose codes have one prefix: a chapter of the reference.
#[derive(Debug)]
pub struct Family {
    /// `GK04`.
    pub prefix: &'static str,
    /// What it is about.
    pub title: Words,
}
