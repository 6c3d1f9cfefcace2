//! `plans.json` and `coverage.json`: how tasks, items and disclosures stand.

use schemars::JsonSchema;
use serde::Serialize;

use super::Str;

/// The work plans as of a day.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Plans<'a> {
    pub as_of: Str<'a>,
    /// The plans, sorted by id.
    pub plans: Vec<Plan<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Plan<'a> {
    pub id: Str<'a>,
    pub title: Str<'a>,
    /// Its page, a whole address.
    pub url: Str<'a>,
    /// Whose plan: an organisation's id.
    pub organisation: Str<'a>,
    /// The document it rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Str<'a>>,
    /// Its tasks, by number.
    pub tasks: Vec<Task<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Task<'a> {
    pub number: u32,
    /// Its section of the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<Str<'a>>,
    pub title: Str<'a>,
    /// done, partly, late, done-late, not-due; left out where the standing is internal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state_label: Option<Str<'a>>,
    /// What it requires.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requirement: Option<Str<'a>>,
    /// Where to publish.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publish: Option<Str<'a>>,
    /// The accounts it is to be published on, by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub accounts: Vec<Str<'a>>,
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
    pub milestones: Vec<Milestone<'a>>,
    pub indicators: Vec<Indicator<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct TaskItem<'a> {
    /// `field/item`.
    pub item: Str<'a>,
    /// The entries that prove it: index numbers.
    pub entries: Vec<Str<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, JsonSchema, Serialize)]
pub struct Evidence<'a> {
    /// What it shows.
    pub what: Str<'a>,
    /// meeting, training, staff, rules, other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind_label: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Str<'a>>,
    /// Who attests it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Str<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, JsonSchema, Serialize)]
pub struct Milestone<'a> {
    pub title: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<Str<'a>>,
}

/// An indicator. Numbers are strings, so that no digit is lost.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Indicator<'a> {
    /// What is counted.
    pub name: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<Str<'a>>,
    /// The values, by day.
    pub values: Vec<Value<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Value<'a> {
    pub on: Str<'a>,
    pub value: Str<'a>,
}

/// The matrix as of a day.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Coverage<'a> {
    pub as_of: Str<'a>,
    /// The five, in the official order.
    pub disclosures: Vec<CoverageDisclosure<'a>>,
    /// The items, in the catalogue's order.
    pub items: Vec<CoverageItem<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct CoverageDisclosure<'a> {
    /// decision, execution, management, service, result.
    pub disclosure: Str<'a>,
    pub disclosure_label: Str<'a>,
    /// How many items are classed so; left out where the standing is internal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<u64>,
    /// How many of those have an entry of the time that is judged; left out where the standing is internal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filled: Option<u64>,
    pub entries: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct CoverageItem<'a> {
    /// `field/item`.
    pub item: Str<'a>,
    pub item_label: Str<'a>,
    /// The disclosures it is classed in; where the standing is internal, those with entries.
    pub cells: Vec<CoverageCell<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct CoverageCell<'a> {
    pub disclosure: Str<'a>,
    /// Of the time that is judged: what is standing as it stands, all else by the year up to `as_of`.
    pub entries: u64,
    /// filled, nil, event, gap; left out where the standing is internal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<Str<'a>>,
}
