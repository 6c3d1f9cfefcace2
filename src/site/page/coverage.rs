//! The coverage page: items × the five disclosures.

use serde::Serialize;

use super::{Download, Str};
use crate::site::Href;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Coverage<'a> {
    /// The day it is judged on, `YYYY-MM-DD`.
    pub as_of: Str<'a>,
    /// The five, in the official order: the columns.
    pub shares: Vec<CoverageShare<'a>>,
    /// The rows by field.
    pub fields: Vec<CoverageField<'a>>,
    pub items: u64,
    /// How many of them have an entry of the time that is judged.
    pub filled: u64,
    /// How the five stand, in a sentence; none where the standing is internal.
    pub told: Option<Str<'a>>,
    /// Are gaps told as gaps (standing public)? Otherwise an empty cell is only empty.
    pub public: bool,
    pub downloads: Vec<Download<'a>>,
}

/// A disclosure: a column, and a bar of the chart.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CoverageShare<'a> {
    /// The official word: `决策公开`.
    pub title: Str<'a>,
    pub href: Href<'a>,
    /// How many items are classed so.
    pub items: u64,
    /// How many of those have an entry of the time that is judged.
    pub filled: u64,
    /// The share of them, 0–100.
    pub percent: u8,
    pub entries: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CoverageField<'a> {
    pub title: Str<'a>,
    pub href: Href<'a>,
    /// Its items, at least one.
    pub rows: Vec<CoverageRow<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CoverageRow<'a> {
    pub title: Str<'a>,
    pub href: Href<'a>,
    /// A cell for each of the five.
    pub cells: Vec<CoverageCell>,
    pub total: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct CoverageCell {
    pub state: CoverageState,
    /// How many entries of the time that is judged.
    pub count: u64,
    /// The radius of its dot in a square of 20 by 20: more for more entries; 0 without any.
    pub dot: u8,
}

/// How a cell stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CoverageState {
    /// The item is not classed so.
    Other,
    /// It is, and has entries.
    Some,
    /// It is, and a nil report says that there was nothing.
    Nil,
    /// It is, and owes nothing: it is published only when it happens.
    Event,
    /// It is, and has nothing.
    Gap,
}
