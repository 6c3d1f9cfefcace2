//! The rows of a table – a register's, mostly – compared by their key column: which are new, gone, or have another value in a cell.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    difference::{Change, Version},
    kind::{ChangeKind, Standing},
    rows_change::RowsChange,
    shown::masked,
};
use crate::{
    table::{Schema, Table, same_head},
    vocabulary::CellType,
};

/// A table of rows in a file that two projects have otherwise, or that only one has.
#[derive(Debug)]
pub struct RowsPair {
    /// The file.
    pub path: String,
    /// The sheet of a workbook; none for a file of one table.
    pub sheet: Option<String>,
    /// As it was.
    pub old: Option<Table>,
    /// As it is.
    pub new: Option<Table>,
}

/// What `pair` differs in; none where its rows say the same in another order.
pub fn rows_change(pair: &RowsPair, registers: &[Schema]) -> Option<Change> {
    let empty = Table::default();
    let (old, new) = (pair.old.as_ref().unwrap_or(&empty), pair.new.as_ref().unwrap_or(&empty));
    let register = register(if pair.new.is_some() { new } else { old }, registers);
    let is_internal = register.is_some_and(|it| !it.public);
    let kind = match (&pair.old, &pair.new) {
        (None, _) => ChangeKind::Added,
        (_, None) => ChangeKind::Removed,
        _ => ChangeKind::Changed,
    };
    let mut change = if kind == ChangeKind::Changed { compared(old, new, register)? } else { RowsChange::default() };
    change.count = (old.len(), new.len());
    change.is_internal = is_internal;
    change.is_other = register.is_none();
    if is_internal {
        (change.added, change.removed, change.changed) = (Vec::new(), Vec::new(), Vec::new());
    }
    let version = || Version {
        id: match &pair.sheet {
            Some(sheet) => format!("{}#{sheet}", pair.path),
            None => pair.path.clone(),
        },
        title: register.map_or_else(|| pair.path.clone(), |it| it.title.clone()),
        parent: String::new(),
        standing: if register.is_some() && !is_internal { Standing::Public } else { Standing::Internal },
        path: pair.path.clone(),
        keys: Vec::new(),
    };
    Some(Change {
        table: "rows",
        kind,
        old: pair.old.is_some().then(version),
        new: pair.new.is_some().then(version),
        moves: Vec::new(),
        keys: Vec::new(),
        rows: Some(change),
        perhaps: Vec::new(),
    })
}

/// The register whose columns a table has: all that it must have, and more of them than of any other.
fn register<'r>(table: &Table, registers: &'r [Schema]) -> Option<&'r Schema> {
    let heads: Vec<&str> = table.head().cells().map(|it| it.text).collect();
    let mut best: Option<(usize, &Schema)> = None;
    for schema in registers {
        let found: BTreeSet<usize> = heads.iter().filter_map(|head| schema.find(head)).collect();
        let is_whole = schema.columns.iter().enumerate().all(|(at, it)| !it.required || found.contains(&at));
        let count = found.len();
        if is_whole && count > 1 && count * 2 >= heads.len() && best.is_none_or(|it| it.0 < count) {
            best = Some((count, schema));
        }
    }
    best.map(|it| it.1)
}

/// Which columns both tables have: head, place in the old one, place in the new one.
type Shared<'t> = Vec<(&'t str, usize, usize)>;

fn compared(old: &Table, new: &Table, register: Option<&Schema>) -> Option<RowsChange> {
    let heads = |table: &Table| -> Vec<String> { table.head().cells().map(|it| it.text.to_owned()).collect() };
    let (of_old, of_new) = (heads(old), heads(new));
    let missing = |of: &[String], from: &[String]| -> Vec<String> {
        of.iter().filter(|head| !from.iter().any(|it| same_head(it, head))).map(|it| masked(it)).collect()
    };
    let shared: Shared<'_> = (of_new.iter().enumerate())
        .filter_map(|(at, head)| Some((head.as_str(), of_old.iter().position(|it| same_head(it, head))?, at)))
        .collect();
    let mut change = RowsChange {
        columns_added: missing(&of_new, &of_old),
        columns_removed: missing(&of_old, &of_new),
        ..RowsChange::default()
    };
    match key(old, new, &shared, register) {
        Some((head, was, is)) => {
            change.key = Some(head.to_owned());
            by_key(old, new, &shared, (was, is), &mut change);
        }
        None => by_row(old, new, &mut change),
    }
    change.counts = (change.added.len(), change.removed.len(), change.changed.len());
    let same = RowsChange { key: change.key.clone(), ..RowsChange::default() };
    (change != same).then_some(change)
}

/// The column by which rows are told apart: in both tables each row has a value in it, and no two the same. A column that the register
/// says holds codes or what may not come twice is asked first, and of others the one that most rows kept.
fn key<'t>(
    old: &Table,
    new: &Table,
    shared: &Shared<'t>,
    register: Option<&Schema>,
) -> Option<(&'t str, usize, usize)> {
    let rank = |head: &str| {
        let column = register.and_then(|it| Some(&it.columns[it.find(head)?]));
        match column {
            Some(it) if it.unique => 0,
            Some(it) if matches!(it.kind, CellType::Code | CellType::CreditCode | CellType::DocumentNumber) => 1,
            // What is measured changes while its row stays.
            Some(it) if !matches!(it.kind, CellType::Text) => 4,
            // A number by which rows are only counted moves with each new row.
            _ if same_head(head, "序号") => 3,
            _ => 2,
        }
    };
    let tells_apart = |table: &Table, column: usize| {
        let mut seen = BTreeSet::new();
        table.rows().all(|row| !row.text(column).is_empty() && seen.insert(row.text(column)))
    };
    let mut columns: Vec<_> = shared.iter().filter(|it| tells_apart(old, it.1) && tells_apart(new, it.2)).collect();
    let least = columns.iter().map(|it| rank(it.0)).min()?;
    columns.retain(|it| rank(it.0) == least);
    // Of several the one whose values most rows kept; the first of equals.
    let kept = |it: &(&str, usize, usize)| {
        let values: BTreeSet<&str> = old.rows().map(|row| row.text(it.1)).collect();
        new.rows().filter(|row| values.contains(row.text(it.2))).count()
    };
    columns.into_iter().rev().max_by_key(|it| kept(it)).copied()
}

fn by_key(old: &Table, new: &Table, shared: &Shared<'_>, (was, is): (usize, usize), change: &mut RowsChange) {
    let mut rows: BTreeMap<&str, _> = old.rows().map(|row| (row.text(was), row)).collect();
    for row in new.rows() {
        let name = row.text(is);
        let Some(before) = rows.remove(name) else {
            change.added.push(masked(name));
            continue;
        };
        let cells = shared.iter().filter(|it| before.text(it.1) != row.text(it.2));
        let cells: Vec<_> =
            cells.map(|it| (it.0.to_owned(), masked(before.text(it.1)), masked(row.text(it.2)))).collect();
        if !cells.is_empty() {
            change.changed.push((masked(name), cells));
        }
    }
    let gone = old.rows().filter(|row| rows.contains_key(row.text(was)));
    change.removed = gone.map(|row| masked(row.text(was))).collect();
}

fn by_row(old: &Table, new: &Table, change: &mut RowsChange) {
    let all = |table: &Table| -> Vec<String> {
        let cells =
            |row: crate::table::Row<'_>| row.cells().map(|it| it.text.to_owned()).collect::<Vec<_>>().join("，");
        table.rows().map(cells).collect()
    };
    let mut left: BTreeMap<String, usize> = BTreeMap::new();
    for row in all(old) {
        *left.entry(row).or_default() += 1;
    }
    for row in all(new) {
        match left.get_mut(&row) {
            Some(count) if *count > 0 => *count -= 1,
            _ => change.added.push(masked(&row)),
        }
    }
    for (row, count) in left {
        change.removed.extend(std::iter::repeat_n(masked(&row), count));
    }
}
