//! `plans.json`: work plans and how their tasks stand.

use serde::Serialize;

use super::Str;

/// The work plans as of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Plans<'a> {
    /// The day.
    pub as_of: Str<'a>,
    /// The plans, sorted by id.
    pub plans: Vec<Plan<'a>>,
}

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Plan<'a> {
    /// Its id.
    pub id: Str<'a>,
    /// Its title.
    pub title: Str<'a>,
    /// Its page, a whole address.
    pub url: Str<'a>,
    /// Whose plan: an organisation's id.
    pub organisation: Str<'a>,
    /// The document it rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Str<'a>>,
    /// Its first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Str<'a>>,
    /// Its last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Str<'a>>,
    /// Its tasks, by number.
    pub tasks: Vec<Task<'a>>,
}

/// A task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Task<'a> {
    /// Its number.
    pub number: u32,
    /// Its section of the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<Str<'a>>,
    /// Its title.
    pub title: Str<'a>,
    /// done, partly, late, done-late, not-due; left out where the standing is internal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<Str<'a>>,
    /// In Chinese.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state_label: Option<Str<'a>>,
    /// What it requires.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requirement: Option<Str<'a>>,
    /// Where to publish.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publish: Option<Str<'a>>,
    /// The lead body: an organisation's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<Str<'a>>,
    /// Who helps.
    pub with: Vec<Str<'a>>,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Str<'a>>,
    /// The items it is about.
    pub items: Vec<TaskItem<'a>>,
    /// 佐证.
    pub evidence: Vec<Evidence<'a>>,
    /// Milestones.
    pub milestones: Vec<Milestone<'a>>,
    /// Indicators.
    pub indicators: Vec<Indicator<'a>>,
}

/// An item of a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TaskItem<'a> {
    /// `field/item`.
    pub item: Str<'a>,
    /// The entries that prove it: index numbers.
    pub entries: Vec<Str<'a>>,
}

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence<'a> {
    /// What it shows.
    pub what: Str<'a>,
    /// The day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Str<'a>>,
    /// Who attests it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Str<'a>>,
    /// Where it can be read, a whole address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Str<'a>>,
}

/// A milestone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Milestone<'a> {
    /// What.
    pub title: Str<'a>,
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Str<'a>>,
    /// When it was reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<Str<'a>>,
}

/// An indicator. Numbers are strings, so that no digit is lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Indicator<'a> {
    /// What is counted.
    pub name: Str<'a>,
    /// In what unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Str<'a>>,
    /// The target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Str<'a>>,
    /// The values, by day.
    pub values: Vec<Value<'a>>,
}

/// A value of an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Value<'a> {
    /// The day.
    pub on: Str<'a>,
    /// The value.
    pub value: Str<'a>,
}
