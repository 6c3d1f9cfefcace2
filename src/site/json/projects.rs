//! `projects.json`, `accounts.json` and `interpretations.json`: what entries tell of projects, accounts and policies.

use schemars::JsonSchema;
use serde::Serialize;

use super::Str;

/// The major construction projects as of a day.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Projects<'a> {
    pub as_of: Str<'a>,
    /// The projects, as the catalogue lists them.
    pub projects: Vec<Project<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Project<'a> {
    pub id: Str<'a>,
    pub title: Str<'a>,
    /// Its page, a whole address.
    pub url: Str<'a>,
    /// 投资项目统一代码.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<Str<'a>>,
    /// Whose project: an organisation's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Str<'a>>,
    /// approval, tender, land, works, completion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage_label: Option<Str<'a>>,
    /// The classes of information, in the official order; where the standing is internal, those that have something.
    pub classes: Vec<ProjectClass<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct ProjectClass<'a> {
    pub class: Str<'a>,
    pub class_label: Str<'a>,
    /// Its entries by day: index numbers.
    pub entries: Vec<Str<'a>>,
    /// Where another body publishes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elsewhere: Option<Str<'a>>,
    /// Whether it is due at this stage and nothing has been published; left out where the standing is internal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<bool>,
}

/// The new-media accounts as of a day.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Accounts<'a> {
    pub as_of: Str<'a>,
    /// The page that lists them, a whole address.
    pub url: Str<'a>,
    /// The accounts, as the catalogue lists them.
    pub accounts: Vec<Account<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Account<'a> {
    pub id: Str<'a>,
    /// wechat, weibo, app, other.
    pub platform: Str<'a>,
    pub platform_label: Str<'a>,
    pub name: Str<'a>,
    /// Who opened it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opened: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<Str<'a>>,
    /// The account it was merged into: its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub into: Option<Str<'a>>,
    /// How many follow it, by day, as written.
    pub followers: Vec<Followers<'a>>,
    /// Its posts by day: index numbers.
    pub posts: Vec<Str<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Followers<'a> {
    pub on: Str<'a>,
    pub value: u64,
}

/// Policies and their interpretations as of a day.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Interpretations<'a> {
    pub as_of: Str<'a>,
    /// The policies that are interpreted, by index number.
    pub policies: Vec<Policy<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Policy<'a> {
    /// Its index number.
    pub entry: Str<'a>,
    pub title: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Str<'a>>,
    /// What interprets it, by day.
    pub interpretations: Vec<Interpretation<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Interpretation<'a> {
    /// Its index number.
    pub entry: Str<'a>,
    pub title: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Str<'a>>,
    /// text, chart, video, press, interview.
    pub forms: Vec<Str<'a>>,
    pub forms_label: Vec<Str<'a>>,
    /// 第一解读人, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_interpreter: Option<Str<'a>>,
}
