//! A paper as JSON: the values as they are, nothing cut.

use serde::{Serialize, Serializer, ser::SerializeMap};

use super::shown::decimal;
use crate::{
    supervision::{Block, Chapter, Column, Figure, Grid, Paper, Row, Target, Value},
    vocabulary::Lang,
};

/// The version of the shape: another first number where a reader of the last one would fail.
const VERSION: u32 = 1;

/// `paper` as a file.
pub fn json(paper: &Paper) -> Vec<u8> {
    let mut out = Vec::new();
    crate::emit::json(&File::of(paper), &mut out);
    out
}

#[derive(Serialize)]
struct File<'a> {
    kind: &'a str,
    version: u32,
    lang: &'a str,
    as_of: String,
    title: &'a str,
    subtitle: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    mark: Option<&'a str>,
    facts: Facts<'a>,
    #[serde(skip_serializing_if = "FactLinks::is_empty")]
    fact_links: FactLinks<'a>,
    chapters: Vec<Part<'a>>,
}

#[derive(Serialize)]
struct Part<'a> {
    id: &'a str,
    title: &'a str,
    text: Vec<&'a str>,
    grids: Vec<Table<'a>>,
}

#[derive(Serialize)]
struct Table<'a> {
    id: &'a str,
    title: &'a str,
    columns: Vec<Head<'a>>,
    rows: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Head<'a> {
    key: &'a str,
    title: &'a str,
}

/// The facts, each by its key.
struct Facts<'a>(&'a [(&'static str, String, Figure)]);

/// Where the facts lead, by key.
struct FactLinks<'a>(&'a [(&'static str, String, Figure)]);

/// A row: a value for each key, then where it is and where its figures lead.
struct Line<'a>(&'a [Column], &'a Row);

/// Where the figures of a row lead, by key.
struct Links<'a>(&'a Line<'a>);

/// A value, typed.
struct Typed<'a>(&'a Value);

#[derive(Serialize)]
struct Share {
    part: usize,
    whole: usize,
}

impl<'a> File<'a> {
    fn of(paper: &'a Paper) -> Self {
        Self {
            kind: paper.kind,
            version: VERSION,
            lang: match paper.lang {
                Lang::Zh => "zh",
                Lang::En => "en",
            },
            as_of: paper.as_of.to_string(),
            title: &paper.title,
            subtitle: &paper.subtitle,
            mark: paper.mark.as_deref(),
            facts: Facts(&paper.facts),
            fact_links: FactLinks(&paper.facts),
            chapters: paper.chapters.iter().map(Part::of).collect(),
        }
    }
}

impl<'a> Part<'a> {
    fn of(chapter: &'a Chapter) -> Self {
        let mut part = Self { id: chapter.id, title: &chapter.title, text: Vec::new(), grids: Vec::new() };
        for block in &chapter.blocks {
            match block {
                Block::Text(text) => part.text.push(text),
                Block::Grid(grid) => part.grids.push(Table::of(grid)),
                // Its numbers are those of the grid beside it.
                Block::Bars(_) => {}
            }
        }
        part
    }
}

impl<'a> Table<'a> {
    fn of(grid: &'a Grid) -> Self {
        Self {
            id: grid.id,
            title: &grid.title,
            columns: grid.columns.iter().map(|it| Head { key: it.key, title: &it.title }).collect(),
            rows: grid.rows.iter().map(|it| Line(&grid.columns, it)).collect(),
        }
    }
}

impl Serialize for Facts<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(key, _, figure)| (key, Typed(&figure.value))))
    }
}

impl FactLinks<'_> {
    fn is_empty(&self) -> bool {
        self.0.iter().all(|it| it.2.target.is_none())
    }
}

impl Serialize for FactLinks<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().filter_map(|(key, _, figure)| Some((key, link(figure)?))))
    }
}

/// Where a figure leads: `#` with an id of the paper, or an address.
fn link(figure: &Figure) -> Option<String> {
    Some(match figure.target.as_ref()? {
        Target::Here(id) => format!("#{id}"),
        Target::Address(address) => address.clone(),
    })
}

impl Line<'_> {
    /// The keys, each with its figure.
    fn figures(&self) -> impl Iterator<Item = (&'static str, &Figure)> {
        self.0.iter().map(|it| it.key).zip(&self.1.figures)
    }
}

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        for (key, figure) in self.figures() {
            map.serialize_entry(key, &Typed(&figure.value))?;
        }
        // No key of a column begins so.
        if !self.1.id.is_empty() {
            map.serialize_entry("@id", &self.1.id)?;
        }
        if self.1.figures.iter().any(|it| it.target.is_some()) {
            map.serialize_entry("@links", &Links(self))?;
        }
        map.end()
    }
}

impl Serialize for Links<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.figures().filter_map(|(key, figure)| Some((key, link(figure)?))))
    }
}

impl Serialize for Typed<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::None | Value::Open => to.serialize_none(),
            Value::Text(text) => to.serialize_str(text),
            Value::Count(count) => to.serialize_u64(*count as u64),
            Value::Thousandths(number) if number % 1000 == 0 => to.serialize_i64(number / 1000),
            // The nearest number there is prints as these digits.
            Value::Thousandths(number) => to.serialize_f64(decimal(*number).parse().unwrap_or_default()),
            Value::Share(part, whole) => Share { part: *part, whole: *whole }.serialize(to),
            Value::Day(day) => to.collect_str(day),
        }
    }
}
