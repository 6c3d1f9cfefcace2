//! `entries/{organisation}/{year}-{n}.json`: published entries.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::Str;

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Entries<'a> {
    /// Whose: an organisation's id.
    pub organisation: Str<'a>,
    /// Of what year; left out for entries with a number set by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// Which shard, from 0.
    pub part: u32,
    /// The entries, sorted by index number.
    pub entries: Vec<Entry<'a>>,
}

/// A published entry. `x_label` is parallel to `x`; references to entries are index numbers.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Entry<'a> {
    /// 索引号.
    pub index_number: Str<'a>,
    /// Its page, a whole address.
    pub url: Str<'a>,
    pub title: Str<'a>,
    /// document, decision, interpretation …
    pub kind: Str<'a>,
    pub kind_label: Str<'a>,
    /// `field/item`.
    pub items: Vec<Str<'a>>,
    pub items_label: Vec<Str<'a>>,
    /// 五公开.
    pub disclosure: Vec<Str<'a>>,
    pub disclosure_label: Vec<Str<'a>>,
    /// interpretation, response, participation.
    pub facet: Vec<Str<'a>>,
    pub facet_label: Vec<Str<'a>>,
    /// 文号.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_number: Option<Str<'a>>,
    /// 发布机构: an organisation's id.
    pub organisation: Str<'a>,
    pub organisation_label: Str<'a>,
    /// 责任科室.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<Str<'a>>,
    /// 成文日期.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made: Option<Str<'a>>,
    /// 发布日期.
    pub published: Str<'a>,
    /// `09:30`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_time: Option<Str<'a>>,
    /// 主题分类, `一级\二级`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<Str<'a>>,
    /// 体裁.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub genre: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub genre_label: Option<Str<'a>>,
    /// True where an artificial intelligence made some of it; left out otherwise.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub ai_generated: bool,
    /// rule, normative, other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_class: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_class_label: Option<Str<'a>>,
    /// valid, lapsed, repealed, amended, partly-lapsed, not-yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validity: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub validity_label: Option<Str<'a>>,
    /// 施行日期.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective: Option<Str<'a>>,
    /// 有效期至.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<Str<'a>>,
    /// active, on-request.
    pub way: Str<'a>,
    pub way_label: Str<'a>,
    /// own, obtained, reprint.
    pub origin: Str<'a>,
    pub origin_label: Str<'a>,
    /// 信息来源, of a reprint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Str<'a>>,
    /// 内容概述.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Str<'a>>,
    /// 关键词.
    pub keywords: Vec<Str<'a>>,
    /// The elements that stand as keys.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub elements: BTreeMap<Str<'a>, Str<'a>>,
    /// The figures of a report: rows, and in them columns.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub figures: BTreeMap<Str<'a>, Figure<'a>>,
    pub interprets: Vec<Str<'a>>,
    pub interpreted_by: Vec<Str<'a>>,
    /// Of an interpretation, who interprets first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_interpreter: Option<Str<'a>>,
    /// Why that is no leader.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_interpreter_reason: Option<Str<'a>>,
    /// The consultation it is the result of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<Str<'a>>,
    /// The results of this consultation.
    pub results: Vec<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<Str<'a>>,
    /// The project it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project: Option<Str<'a>>,
    /// Its class of the eight.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class_label: Option<Str<'a>>,
    pub attachments: Vec<Attachment<'a>>,
    /// Where else it has appeared.
    pub channels: Vec<Appearance<'a>>,
    /// How it was changed, oldest first.
    pub revised: Vec<Revision<'a>>,
}

/// A line of `entries/{organisation}/{year}-{n}.ndjson`: an entry and its text.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct EntryText<'a> {
    #[serde(flatten)]
    pub entry: Entry<'a>,
    /// As the page shows it: a line a block, cells of a row parted by tabs; empty where there is none.
    pub text: String,
}

/// A figure of a report.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
#[serde(untagged)]
pub enum Figure<'a> {
    /// A whole number.
    Count(i64),
    /// A decimal, or what else was written.
    Text(Str<'a>),
    /// A row of columns, or a group of rows.
    Row(BTreeMap<Str<'a>, Figure<'a>>),
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Attachment<'a> {
    pub title: Str<'a>,
    /// A whole address.
    pub url: Str<'a>,
    pub media_type: Str<'a>,
    pub bytes: u64,
    /// SHA-256, 64 hex digits.
    pub sha256: Str<'a>,
}

/// An appearance in another channel.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Appearance<'a> {
    /// Its key.
    pub channel: Str<'a>,
    pub channel_label: Str<'a>,
    /// The account it appeared on, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<Str<'a>>,
    /// Its address there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Str<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Revision<'a> {
    pub on: Str<'a>,
    pub what: Str<'a>,
}
