//! A table of the report while it is filled: what is not counted stays open.

use crate::supervision::{Column, Dossier, Figure, Grid, Row, Value};

/// What stands where somebody has to fill something in.
pub const HOLE: &str = "〔…〕";

/// The grid of the entries that were counted.
pub const COUNTED: &str = "counted-entries";
/// The grid of the applications that were counted.
pub const APPLICATIONS: &str = "counted-applications";

/// A table.
pub struct Sheet {
    /// Its id in the paper.
    pub id: &'static str,
    /// What it is called.
    pub title: String,
    /// Its heads, each with its key in JSON. Where there is but one, and it is [`NUMBER`], a line is a number.
    pub heads: Vec<(&'static str, &'static str)>,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// The head of tables whose lines are a number each.
pub const NUMBER: (&str, &str) = ("count", "数量");

/// A line of a table.
pub struct Line {
    /// What it is called.
    pub name: &'static str,
    /// Its numbers, one for each head, none where nobody counted; no numbers at all where the lines below are its parts.
    pub cells: Vec<Option<usize>>,
    /// Where they come from.
    pub source: String,
    /// The grid that lists what its numbers count; none where they are not counted here.
    pub list: Option<&'static str>,
}

impl Sheet {
    /// The table for a paper.
    pub fn grid(&self, of: &Dossier<'_>) -> Grid {
        let mut columns = vec![of.column("line", words! { zh: "项目", en: "line" }, 3)];
        columns.extend(self.heads.iter().map(|(key, head)| Column { key, title: (*head).to_owned(), share: 1 }));
        columns.push(of.column("source", words! { zh: "来源", en: "from" }, 3));
        let rows = self.lines.iter().map(|line| {
            let mut figures = vec![Figure::text(line.name)];
            let cell = |at| match line.cells.get(at) {
                Some(Some(count)) => Value::Count(*count),
                Some(None) => Value::Open,
                None => Value::None,
            };
            let led = |it: Figure| match line.list {
                Some(list) => it.behind(list),
                None => it,
            };
            figures.extend((0..self.heads.len()).map(|at| led(Figure::from(cell(at)))));
            figures.push(if line.source.is_empty() { Value::None.into() } else { Figure::text(&*line.source) });
            Row { id: String::new(), figures }
        });
        Grid { id: self.id, title: self.title.clone(), columns, rows: rows.collect(), empty: String::new() }
    }

    /// How many numbers are still open.
    pub fn open(&self) -> usize {
        self.lines.iter().flat_map(|it| &it.cells).filter(|it| it.is_none()).count()
    }

    /// The same as figures of an entry.
    pub fn figures(&self) -> String {
        let mut out = String::new();
        let value = |cell: &Option<usize>| cell.map_or_else(|| format!("\"{HOLE}\""), |it| it.to_string());
        let is_flat = self.heads[..] == [NUMBER];
        if is_flat {
            out.push_str("\n[figures]\n");
        }
        for line in self.lines.iter().filter(|it| !it.cells.is_empty()) {
            // Names are the form's own, without quotes or backslashes.
            let name = line.name;
            // Titles of entries stand in it.
            let source = line.source.replace(char::is_control, " ");
            let source = if source.is_empty() { source } else { format!(" # {source}") };
            if is_flat {
                out.push_str(&format!("\"{name}\" = {}{source}\n", value(&line.cells[0])));
                continue;
            }
            out.push_str(&format!("\n[figures.\"{name}\"]{source}\n"));
            for ((_, head), cell) in self.heads.iter().zip(&line.cells) {
                out.push_str(&format!("\"{head}\" = {}\n", value(cell)));
            }
        }
        out
    }
}
