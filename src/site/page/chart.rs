//! A chart: bars, each beside the number it stands for, so that the chart is its own table.

use serde::Serialize;

use super::{Download, Str};
use crate::site::Href;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Chart<'a> {
    /// What it finds, in a sentence: its title.
    pub title: Str<'a>,
    /// What the bars are of: the head of the first column.
    pub of: Str<'a>,
    /// What is counted, with its unit: the head of the second.
    pub counts: Str<'a>,
    /// In the order they are shown, at least two.
    pub bars: Vec<Bar<'a>>,
    /// Where the numbers come from.
    pub source: Option<Str<'a>>,
    pub downloads: Vec<Download<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Bar<'a> {
    pub label: Str<'a>,
    pub href: Option<Href<'a>>,
    /// The number, as it is printed: `1,200`.
    pub value: Str<'a>,
    /// How long it is, 0–100 of the longest.
    pub length: u8,
}
