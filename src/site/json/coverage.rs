//! `coverage.json`: items × the five disclosures.

use serde::Serialize;

use super::Str;

/// The matrix as of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Coverage<'a> {
    pub as_of: Str<'a>,
    /// The five, in the official order.
    pub disclosures: Vec<CoverageDisclosure<'a>>,
    /// The items, in the catalogue's order.
    pub items: Vec<CoverageItem<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CoverageItem<'a> {
    /// `field/item`.
    pub item: Str<'a>,
    pub item_label: Str<'a>,
    /// The disclosures it is classed in; where the standing is internal, those with entries.
    pub cells: Vec<CoverageCell<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CoverageCell<'a> {
    pub disclosure: Str<'a>,
    /// Of the time that is judged: what is standing as it stands, all else by the year up to `as_of`.
    pub entries: u64,
    /// filled, nil, event, gap; left out where the standing is internal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<Str<'a>>,
}
