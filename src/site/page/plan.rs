//! The page of a work plan: how each task stands.

use serde::Serialize;

use super::{Chart, EntryRow, Evidence, Fact, Label, Milestone, Str};
use crate::site::Href;

/// A work plan as of a day.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Plan<'a> {
    pub title: Str<'a>,
    /// The day it is judged on, `YYYY-MM-DD`.
    pub as_of: Str<'a>,
    /// Whose plan, on what basis, from when to when.
    pub facts: Vec<Fact<'a>>,
    pub total: u64,
    /// How many stand in each state; empty where the standing is internal.
    pub tally: Vec<Tally<'a>>,
    /// The same as a chart, where tasks stand in more than one state.
    pub chart: Option<Chart<'a>>,
    /// Its tasks by section.
    pub sections: Vec<PlanSection<'a>>,
}

/// How many tasks stand in a state.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Tally<'a> {
    /// The state: done, partly, late, done-late, not-due.
    pub state: Label<'a>,
    pub count: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PlanSection<'a> {
    pub title: Str<'a>,
    pub tasks: Vec<Task<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Task<'a> {
    /// Its number in the plan; also its anchor, `task-N`.
    pub number: Str<'a>,
    pub title: Str<'a>,
    /// done, partly, late, done-late, not-due; none where the standing is internal.
    pub state: Option<Label<'a>>,
    /// What it requires.
    pub requirement: Option<Str<'a>>,
    /// Who does it: the offices of its items, else the lead body.
    pub office: Str<'a>,
    /// Lead body, those who help, where to publish: in words.
    pub facts: Vec<Fact<'a>>,
    /// The last day.
    pub due: Option<Str<'a>>,
    /// The items it is about, with the entries that prove it.
    pub items: Vec<TaskItem<'a>>,
    /// How many entries prove it in all.
    pub proofs: u64,
    /// 佐证, for what publishes nothing.
    pub evidence: Vec<Evidence<'a>>,
    pub milestones: Vec<Milestone<'a>>,
    pub indicators: Vec<Indicator<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct TaskItem<'a> {
    pub title: Str<'a>,
    pub href: Href<'a>,
    /// How many entries prove it.
    pub count: u64,
    /// The newest of them.
    pub rows: Vec<EntryRow<'a>>,
}

/// An indicator: a number on its way to a target.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Indicator<'a> {
    /// What is counted.
    pub name: Str<'a>,
    /// The newest value, with its unit.
    pub value: Option<Str<'a>>,
    /// The day of that value.
    pub on: Option<Str<'a>>,
    /// The target, with its unit.
    pub target: Option<Str<'a>>,
    /// How much of the target is reached, 0–100.
    pub percent: Option<u8>,
}
