//! `exceptions.json`: what is on request or withheld, on which ground.

use schemars::JsonSchema;
use serde::Serialize;

use super::Str;

/// What is not published of itself, as of a day.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Exceptions<'a> {
    pub as_of: Str<'a>,
    /// The page, a whole address.
    pub url: Str<'a>,
    /// The items, in the catalogue's order.
    pub items: Vec<Exception<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Exception<'a> {
    /// `field/item`.
    pub item: Str<'a>,
    pub item_label: Str<'a>,
    /// on-request, withheld.
    pub way: Str<'a>,
    pub way_label: Str<'a>,
    /// 公开主体: an organisation's id.
    pub organisation: Str<'a>,
    /// 责任科室.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<Str<'a>>,
    /// Which article, which circumstance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ground: Option<Str<'a>>,
    /// The day of the last re-assessment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<Str<'a>>,
}
