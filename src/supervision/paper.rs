//! A report as a value: chapters of text, grids and bars. It says each figure once, typed, so that all forms show the same.

use crate::{day::Day, vocabulary::Lang};

/// A report, ready to be put into any form.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// Its kind: `inspection`, `assessment`, …; stands in JSON and names the file.
    pub kind: &'static str,
    /// The tongue of its texts.
    pub lang: Lang,
    /// Its title, of one line.
    pub title: String,
    /// What stands below the title: the body and the period.
    pub subtitle: String,
    /// 征求意见稿 and the like; none for a final one.
    pub mark: Option<String>,
    /// The day it judges by.
    pub as_of: Day,
    /// What stands before the chapters, a pair a line: a key for programs, a name, a figure.
    pub facts: Vec<(&'static str, String, Figure)>,
    /// What it says.
    pub chapters: Vec<Chapter>,
}

/// A numbered part with a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter {
    /// ASCII, unique in the paper: where links lead, and its key in JSON.
    pub id: &'static str,
    /// Its heading, without a number.
    pub title: String,
    /// What it says, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a chapter.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// A table.
    Grid(Grid),
    /// A chart of bars, beside the grid that has its numbers.
    Bars(Bars),
}

/// A table with a head.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// ASCII, unique in the paper: where links lead, its key in JSON, the name of a sheet in a workbook in English.
    pub id: &'static str,
    /// What it is called.
    pub title: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with as many figures as there are columns.
    pub rows: Vec<Row>,
    /// What is said where it has no rows.
    pub empty: String,
}

/// A column of a grid.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its key in JSON, English and never changed.
    pub key: &'static str,
    /// Its head.
    pub title: String,
    /// How much of the width it takes, beside the others: 1 for a number or a day, 4 for a sentence; 0 where on paper it stands below the
    /// column before it, in one cell.
    pub share: u8,
}

/// A row of a grid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// ASCII, unique in the paper: where links lead; empty where none does.
    pub id: String,
    /// One for each column.
    pub figures: Vec<Figure>,
}

/// A value with what stands behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What it says.
    pub value: Value,
    /// The finding, entry or table that it was made from.
    pub target: Option<Target>,
}

/// A typed value, so that a workbook can reckon with it.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing is known or nothing applies; shown as a dash.
    None,
    /// Left open, to be filled in by whoever knows: shown as the hole `〔…〕`.
    Open,
    /// Words.
    Text(String),
    /// How many.
    Count(usize),
    /// A number in thousandths: points, days, amounts.
    Thousandths(i64),
    /// So many of so many; shown as a percentage of one digit beside both numbers. The second is never nought.
    Share(usize, usize),
    /// A day.
    Day(Day),
}

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The chapter, grid or row of this paper with that id.
    Here(String),
    /// A page of the site or another address.
    Address(String),
}

/// A chart of horizontal bars.
#[derive(Clone, Debug, PartialEq)]
pub struct Bars {
    /// What it is called; said to those who do not see it.
    pub title: String,
    /// The id of the grid that has its numbers.
    pub grid: &'static str,
    /// What all bars are measured against; at least the largest of them, never nought.
    pub whole: usize,
    /// Names and numbers, in the order of the grid.
    pub bars: Vec<(String, usize)>,
}

impl Grid {
    /// The numbers of the column `count` as bars, named by the words in the columns `names`; none where all are nought or nothing.
    pub fn bars(&self, names: &[&str], count: &str, title: String) -> Option<Bars> {
        let place = |key: &str| self.columns.iter().position(|it| it.key == key);
        let (count, names) = (place(count)?, names.iter().filter_map(|it| place(it)).collect::<Vec<_>>());
        let name = |row: &Row| {
            let words = names.iter().filter_map(|&at| match &row.figures[at].value {
                Value::Text(text) => Some(&**text),
                _ => None,
            });
            words.collect::<Vec<_>>().join(" ")
        };
        let bar = |row: &Row| match row.figures[count].value {
            Value::Count(number) => Some((name(row), number)),
            _ => None,
        };
        let bars: Vec<(String, usize)> = self.rows.iter().filter_map(bar).collect();
        let whole = bars.iter().map(|it| it.1).max().filter(|it| *it > 0)?;
        Some(Bars { title, grid: self.id, whole, bars })
    }
}

impl Figure {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::from(Value::Text(text.into()))
    }

    /// How many.
    pub fn count(count: usize) -> Self {
        Self::from(Value::Count(count))
    }

    /// How many, leading to the grid that lists them, where there are any.
    pub fn count_in(count: usize, grid: &'static str) -> Self {
        Self::count(count).behind(grid)
    }

    /// So many of so many, or nothing where there are none.
    pub fn share(part: usize, whole: usize) -> Self {
        Self::from(if whole == 0 { Value::None } else { Value::Share(part, whole) })
    }

    /// A day, or nothing.
    pub fn day(day: Option<Day>) -> Self {
        Self::from(day.map_or(Value::None, Value::Day))
    }

    /// The same, leading to the grid that lists what is behind it, where anything is.
    #[must_use]
    pub fn behind(self, grid: impl Into<String>) -> Self {
        match self.value {
            Value::Count(1..) | Value::Share(..) | Value::Thousandths(_) => self.here(grid),
            _ => self,
        }
    }

    /// The same, leading to a part of the paper.
    #[must_use]
    pub fn here(self, id: impl Into<String>) -> Self {
        Self { target: Some(Target::Here(id.into())), ..self }
    }

    /// The same, leading to an address, where there is one.
    #[must_use]
    pub fn at(self, address: Option<String>) -> Self {
        Self { target: address.map(Target::Address), ..self }
    }
}

impl From<Value> for Figure {
    fn from(value: Value) -> Self {
        Self { value, target: None }
    }
}
