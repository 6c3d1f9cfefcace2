//! A table against its columns: what is missing, what is wrong, what comes twice.

use std::collections::BTreeMap;

use super::cell::{Checks, Reason, value};
use super::column::Schema;
use super::grid::{Cell, Row, Table};

/// Faults kept at most; the rest are counted.
const MOST_FAULTS: usize = 10_000;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// For every column of the schema, its place in the table from nought.
    pub columns: Vec<Option<usize>>,
    /// Required columns that the table lacks, as places in the schema.
    pub missing: Vec<usize>,
    /// Heads that the schema does not know, as places in the table.
    pub unknown: Vec<usize>,
    /// Bad cells, by row and column.
    pub faults: Vec<CellFault>,
    /// How many more there are.
    pub untold: usize,
}

/// One bad cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellFault {
    /// The row as Excel shows it, from 1.
    pub row: u32,
    /// The column in the table, from 1.
    pub column: u32,
    /// The column in the schema, from nought.
    pub field: usize,
    /// Where the value starts in the text of a CSV; at a missing cell, where its row starts.
    pub at: Option<usize>,
    /// The value.
    pub value: String,
    /// Why it is wrong.
    pub reason: Reason,
}

/// Checks every cell of `table`.
pub fn check(table: &Table, schema: &Schema, checks: &Checks) -> Checked {
    let mut checked = Checked { columns: vec![None; schema.columns.len()], ..Checked::default() };
    for (at, head) in table.head().cells().enumerate().filter(|(_, head)| !head.text.is_empty()) {
        match schema.find(head.text) {
            Some(field) if checked.columns[field].is_none() => checked.columns[field] = Some(at),
            _ => checked.unknown.push(at),
        }
    }
    checked.missing = (0..schema.columns.len())
        .filter(|&field| schema.columns[field].required && checked.columns[field].is_none())
        .collect();
    let mut seen: Vec<BTreeMap<&str, u32>> = vec![BTreeMap::new(); schema.columns.len()];
    for row in table.rows() {
        for (field, column) in schema.columns.iter().enumerate() {
            let Some(at) = checked.columns[field] else { continue };
            let cell = cell(row, at);
            if let Err(reason) = value(column, cell.text, checks) {
                checked.add(cell, field, reason);
            } else if column.unique && !cell.text.is_empty() {
                let first = *seen[field].entry(cell.text).or_insert(cell.row);
                if first != cell.row {
                    checked.add(cell, field, Reason::Repeated(first));
                }
            }
        }
    }
    checked
}

/// The cell of a column, also where the row is too short.
fn cell(row: Row<'_>, column: usize) -> Cell<'_> {
    row.cell(column).unwrap_or_else(|| Cell {
        row: row.number(),
        column: u32::try_from(column + 1).unwrap_or(u32::MAX),
        at: row.cell(0).and_then(|first| first.at),
        text: "",
    })
}

impl Checked {
    fn add(&mut self, cell: Cell<'_>, field: usize, reason: Reason) {
        if self.faults.len() >= MOST_FAULTS {
            self.untold += 1;
            return;
        }
        self.faults.push(CellFault {
            row: cell.row,
            column: cell.column,
            field,
            at: cell.at,
            value: cell.text.to_owned(),
            reason,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Limits, builtin, read_csv};

    fn schema(id: &str) -> Schema {
        builtin().into_iter().find(|schema| schema.id == id).unwrap()
    }

    #[test]
    fn cells_and_columns_are_told() {
        let table = read_csv(
            "权力名称,职权编码,职权类型,实施依据,行使主体,备注\n甲,XK-1,行政许可,依据,某局,\n乙,XK-1,许可证,,某局,\n",
            Limits::default(),
        );
        let schema = schema("power-list");
        let checked = check(&table, &schema, &Checks::default());
        let missing: Vec<&str> = checked.missing.iter().map(|&field| schema.columns[field].name.as_str()).collect();
        assert_eq!(missing, ["监督方式"]);
        assert_eq!(checked.unknown, [5]);
        let told: Vec<_> =
            checked.faults.iter().map(|fault| (fault.row, fault.column, fault.value.as_str(), &fault.reason)).collect();
        assert_eq!(told[0], (3, 2, "XK-1", &Reason::Repeated(2)));
        assert!(matches!(told[1], (3, 3, "许可证", Reason::NotAllowed(_))));
        assert_eq!(told[2], (3, 4, "", &Reason::Missing));
        assert_eq!(told.len(), 3);
    }

    #[test]
    fn short_rows_point_to_their_start() {
        let text = "编号,留言人,受理日期\nA1,张**\n";
        let checked = check(&read_csv(text, Limits::default()), &schema("messages"), &Checks::default());
        let fault = checked.faults.iter().find(|fault| fault.reason == Reason::Missing).unwrap();
        assert!(text[fault.at.unwrap()..].starts_with("A1"));
    }
}
