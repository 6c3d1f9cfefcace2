//! `messages.json` and `responses.json`: how many there are, and how they were answered.

use schemars::JsonSchema;
use serde::Serialize;

use super::Str;

/// Messages, entries and rows of registers alike. What is not said of lateness is left out where the standing is internal.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Messages<'a> {
    pub as_of: Str<'a>,
    /// The page with the figures, a whole address.
    pub url: Str<'a>,
    pub total: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_time: Option<u64>,
    /// Of those of which it is known: a decimal, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_time_share: Option<Str<'a>>,
    /// How many working days half of the answers took at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median_workdays: Option<Str<'a>>,
}

/// Opinion responses.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Responses<'a> {
    pub as_of: Str<'a>,
    /// The page with the figures, a whole address.
    pub url: Str<'a>,
    pub total: u64,
    pub answered: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_time: Option<u64>,
    /// Of those of which it is known: a decimal, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_time_share: Option<Str<'a>>,
    /// How many hours half of the answers took at most, rounded up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median_hours: Option<Str<'a>>,
}
