//! Tables without the names in them.

use super::{
    known::{Known, MARK},
    read::told,
};
use crate::table::{Schema, Table};

/// A table as [`told`] reads it: a line a row, cells apart by tabs; and where each row begins.
pub fn lines_of(table: &Table) -> String {
    let mut text = String::new();
    for row in std::iter::once(table.head()).chain(table.rows()) {
        for (at, cell) in row.cells().enumerate() {
            if at > 0 {
                text.push('\t');
            }
            text.extend(cell.text.chars().map(|char| if matches!(char, '\n' | '\t' | '\r') { ' ' } else { char }));
        }
        text.push('\n');
    }
    text
}

/// `table` with a mark for each cell of names, and for each of the `known` ones wherever else it stands.
pub fn hidden_rows(table: &Table, schema: Option<&Schema>, known: &Known) -> Table {
    let mut cells = told(&lines_of(table)).cells;
    cells.sort_by_key(|it| it.start);
    let heads: Vec<bool> = table
        .head()
        .cells()
        .map(|head| {
            let column = schema.and_then(|it| Some(&it.columns[it.find(head.text)?]));
            column.is_some_and(|it| it.kind == crate::vocabulary::CellType::Person)
        })
        .collect();
    let mut at = 0;
    table.mapped(|row, column, text| {
        let start = at;
        at += text.len() + 1;
        let near = cells.partition_point(|it| it.end <= start);
        let is_cell = cells.get(near).is_some_and(|it| it.start < start + text.len());
        let typed = row > 0 && heads.get(column) == Some(&true) && !text.is_empty();
        if is_cell || typed { Some(MARK.to_owned()) } else { known.hidden(text) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Limits, read_csv};

    #[test]
    fn cells_and_copies_are_hidden() {
        let table = read_csv("序号,姓名,备注\n1,张三,\"与李四光\n同村\"\n2,李四光,\n", Limits::default());
        let hidden = hidden_rows(&table, None, &Known::new(["张三", "李四光"]));
        let rows: Vec<Vec<&str>> = hidden.rows().map(|row| row.cells().map(|it| it.text).collect()).collect();
        assert_eq!(rows, [["1", MARK, "与〔姓名已隐去〕\n同村"], ["2", MARK, ""]]);
        assert_eq!(hidden.head().text(1), "姓名");
    }
}
