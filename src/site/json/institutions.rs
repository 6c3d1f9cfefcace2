//! `institutions.json`: public enterprises and institutions.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Disclosure, Str};

/// The institutions, as of a day.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Institutions<'a> {
    pub as_of: Str<'a>,
    /// The page, a whole address.
    pub url: Str<'a>,
    /// What the bodies that supervise publish of it: rules, catalogue, appraisal.
    pub supervision: Vec<InstitutionItem<'a>>,
    pub institutions: Vec<Institution<'a>>,
}

/// A public enterprise or institution (公共企事业单位). `x_label` is parallel to `x`.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Institution<'a> {
    /// Its organisation's id.
    pub organisation: Str<'a>,
    pub organisation_label: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sector: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sector_label: Option<Str<'a>>,
    /// Who supervises it: an organisation's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supervisor: Option<Str<'a>>,
    /// Its own page, a whole address.
    pub url: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disclosure: Option<Disclosure<'a>>,
    /// Its catalogue; where the standing is internal, items with entries only.
    pub items: Vec<InstitutionItem<'a>>,
    /// How many entries it has published.
    pub entries: u64,
    /// Newest first.
    pub appraisals: Vec<Appraisal<'a>>,
}

/// An item of an institution's catalogue.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct InstitutionItem<'a> {
    /// `field/item`.
    pub item: Str<'a>,
    pub item_label: Str<'a>,
    /// Its page, a whole address.
    pub url: Str<'a>,
    pub entries: u64,
}

/// An appraisal (考核评议), or a notice of who answered for what (问责).
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Appraisal<'a> {
    /// The entry: its index number.
    pub entry: Str<'a>,
    pub title: Str<'a>,
    /// `2018`, `2018H1`, `2018Q3`, `2018-07`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Str<'a>>,
    /// A decimal, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<Str<'a>>,
    pub published: Str<'a>,
}
