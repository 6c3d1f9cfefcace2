//! Where the links of a paper lead: each id that is shown, as an anchor that any form takes, and each address that may be followed.

use std::collections::{BTreeMap, BTreeSet};

use super::shown::{MOST_ROWS, clean};
use crate::{
    markup::{Scheme, scheme},
    supervision::{Block, Figure, Grid, Paper, Target, Value},
};

/// A place in a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A chapter, from 0.
    Chapter(usize),
    /// A grid, counted through the paper from 0.
    Grid(usize),
    /// A row of such a grid, from 0.
    Row(usize, usize),
}

/// What a figure leads to, in a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leads<'a> {
    /// A place in the paper, by its anchor.
    Here(String, Spot),
    /// An address of the web, whole.
    Web(&'a str),
    /// An address beside the page that this is published on.
    Beside(&'a str),
}

/// All ids of a paper.
pub struct Anchors<'a> {
    /// Where each id is, or for a row that is cut, where its table is.
    spots: BTreeMap<&'a str, Spot>,
    /// The ids that something leads to.
    wanted: BTreeSet<&'a str>,
}

/// The grids of `paper`, in order.
pub fn grids(paper: &Paper) -> impl Iterator<Item = &Grid> {
    paper.chapters.iter().flat_map(|it| &it.blocks).filter_map(|it| match it {
        Block::Grid(grid) => Some(grid),
        _ => None,
    })
}

impl<'a> Anchors<'a> {
    /// Of a form that cuts long tables: what leads to a row that is cut leads to its table.
    pub fn of_cut(paper: &'a Paper) -> Self {
        Self::new(paper, MOST_ROWS)
    }

    /// Of a form that shows all rows.
    pub fn of_whole(paper: &'a Paper) -> Self {
        Self::new(paper, usize::MAX)
    }

    fn new(paper: &'a Paper, most: usize) -> Self {
        let mut spots = BTreeMap::new();
        let chapters = paper.chapters.iter().enumerate().map(|(at, it)| (it.id, Spot::Chapter(at)));
        let tables = grids(paper).enumerate().map(|(at, it)| (it.id, Spot::Grid(at)));
        let rows = grids(paper).enumerate().flat_map(|(at, grid)| {
            let spot = move |row| if row < most { Spot::Row(at, row) } else { Spot::Grid(at) };
            grid.rows.iter().enumerate().map(move |(row, it)| (it.id.as_str(), spot(row)))
        });
        for (id, spot) in chapters.chain(tables).chain(rows).filter(|it| !it.0.is_empty()) {
            spots.entry(id).or_insert(spot);
        }
        let figures = grids(paper).flat_map(|it| &it.rows).flat_map(|it| &it.figures);
        let wanted = paper.facts.iter().map(|it| &it.2).chain(figures).filter_map(|it| match &it.target {
            Some(Target::Here(id)) => Some(id.as_str()),
            _ => None,
        });
        Self { wanted: wanted.collect(), spots }
    }

    /// What stands at `spot` for links to lead to, where one does.
    pub fn set(&self, id: &str, spot: Spot) -> Option<String> {
        let is_wanted = self.wanted.contains(id) || matches!(spot, Spot::Grid(_)) && !self.wanted.is_empty();
        (is_wanted && self.spots.get(id) == Some(&spot)).then(|| anchor(spot))
    }

    /// What `figure` leads to. An id that is not in the paper and an address that no reader should follow lead nowhere; where nothing is
    /// known there is nothing to press.
    pub fn leads<'b>(&self, figure: &'b Figure) -> Option<Leads<'b>> {
        if figure.value == Value::None {
            return None;
        }
        match figure.target.as_ref()? {
            Target::Here(id) => {
                let spot = *self.spots.get(id.as_str())?;
                Some(Leads::Here(anchor(spot), spot))
            }
            Target::Address(address) => {
                let is_broken =
                    address.is_empty() || address.contains(char::is_whitespace) || clean(address) != address.as_str();
                match scheme(address) {
                    _ if is_broken => None,
                    Scheme::Web if has_host(address) => Some(Leads::Web(address)),
                    Scheme::Contact => Some(Leads::Web(address)),
                    Scheme::Relative => Some(Leads::Beside(address)),
                    _ => None,
                }
            }
        }
    }
}

/// Whether a host follows the scheme of `address`; a program may refuse a whole document for a link that has none.
fn has_host(address: &str) -> bool {
    address.split_once("://").is_some_and(|(_, rest)| rest.starts_with(|it: char| it.is_alphanumeric()))
}

/// What stands at `spot` for links to lead to: letters, digits and a sign that names of any form may have.
pub fn anchor(spot: Spot) -> String {
    match spot {
        Spot::Chapter(at) => format!("part_{}", at + 1),
        Spot::Grid(at) => format!("table_{}", at + 1),
        Spot::Row(at, row) => format!("table_{}_{}", at + 1, row + 1),
    }
}
