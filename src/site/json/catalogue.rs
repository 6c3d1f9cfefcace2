//! `catalogue.json`: the national table.

use schemars::JsonSchema;
use serde::Serialize;

use super::Str;

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Catalogue<'a> {
    pub title: Str<'a>,
    /// Whose catalogue: an organisation's id.
    pub organisation: Str<'a>,
    /// When it was last revised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revised: Option<Str<'a>>,
    /// 一级事项, in the catalogue's order.
    pub fields: Vec<CatalogueField<'a>>,
    /// 二级事项, in the catalogue's order.
    pub items: Vec<CatalogueItem<'a>>,
}

/// A field (一级事项).
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct CatalogueField<'a> {
    pub id: Str<'a>,
    pub title: Str<'a>,
    /// The field above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Str<'a>>,
    /// Its page, a whole address.
    pub url: Str<'a>,
}

/// An item (二级事项). `x_label` is parallel to `x`.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct CatalogueItem<'a> {
    /// `field/item`.
    pub id: Str<'a>,
    /// 序号, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<Str<'a>>,
    /// Its field's id.
    pub field: Str<'a>,
    pub title: Str<'a>,
    /// Its page, a whole address.
    pub url: Str<'a>,
    /// 五公开.
    pub disclosure: Vec<Str<'a>>,
    pub disclosure_label: Vec<Str<'a>>,
    /// interpretation, response, participation.
    pub facet: Vec<Str<'a>>,
    pub facet_label: Vec<Str<'a>>,
    /// 公开内容（要素）.
    pub elements: Vec<Element<'a>>,
    /// 公开依据.
    pub basis: Vec<Str<'a>>,
    /// 公开时限: of several the strictest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_limit: Option<TimeLimit<'a>>,
    /// All of them, in the catalogue's order.
    pub time_limits: Vec<TimeLimit<'a>>,
    /// standing, periodic, event.
    pub occurs: Str<'a>,
    pub occurs_label: Str<'a>,
    /// How often a periodic item is brought up to date: monthly, quarterly …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update_label: Option<Str<'a>>,
    /// From what day the duty holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Str<'a>>,
    /// By what day it must be met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Str<'a>>,
    /// 公开主体: an organisation's id.
    pub organisation: Str<'a>,
    /// 责任科室.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<Str<'a>>,
    /// 公开渠道和载体.
    pub channels: Vec<Channel<'a>>,
    /// 公开对象.
    pub audience: Audience<'a>,
    /// active, on-request, withheld.
    pub way: Str<'a>,
    pub way_label: Str<'a>,
    /// 公开层级.
    pub level: Vec<Str<'a>>,
    pub level_label: Vec<Str<'a>>,
    /// Provisions: `2019:20.10`.
    pub legal_item: Vec<Str<'a>>,
    /// The kinds of entries it takes.
    pub kind: Vec<Str<'a>>,
    pub kind_label: Vec<Str<'a>>,
    /// required, waived, none.
    pub interpretation: Str<'a>,
    pub interpretation_label: Str<'a>,
    /// The register it is kept in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub register: Option<Str<'a>>,
    /// How many entries are published.
    pub entries: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Element<'a> {
    pub name: Str<'a>,
    /// Every entry must have it.
    pub each: bool,
    pub optional: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Channel<'a> {
    /// Its key.
    pub channel: Str<'a>,
    /// In Chinese, as the catalogue has it.
    pub channel_label: Str<'a>,
    pub optional: bool,
}

/// 公开对象.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Audience<'a> {
    /// all, group.
    pub kind: Str<'a>,
    pub kind_label: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<Str<'a>>,
}

/// A time limit: the official words and their normal form. Without `kind` the words are not understood.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct TimeLimit<'a> {
    /// As the catalogue has it.
    pub text: Str<'a>,
    /// workdays, days, realtime, prompt, simultaneous, before, period, interval, duration, notice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Str<'a>>,
    /// How many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
    /// Of what: workday, day, month, year, hour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Str<'a>>,
    /// From what it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Str<'a>>,
    /// How often: yearly, half-yearly, quarterly, monthly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cadence: Option<Str<'a>>,
    /// Of which year a fixed day is: every, next, or its number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<Str<'a>>,
    /// The month of a fixed day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month: Option<u8>,
    /// The fixed day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<u8>,
    /// What runs so long: notice, comments, ahead; how long it stays: standing, long-term, latest, permanent, limited, in-office,
    /// while-valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Str<'a>>,
    /// The class of information it is for.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    pub class: Option<Str<'a>>,
}
