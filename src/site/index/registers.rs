//! `registers/{id}`: the rows of a register, as JSON and as sheets.

use std::collections::BTreeMap;

use crate::{
    model::{RegisterId, TableAt},
    site::{
        json::{Register, RegisterColumn, RegisterTable, Str},
        route::PageId,
        site::Site,
    },
    table::Table,
    vocabulary::{CellType, Word as _},
};

/// A sheet as it is written to a file: what it is called, heads, rows.
#[derive(Debug)]
pub struct DataSheet<'a> {
    pub name: Str<'a>,
    pub heads: Vec<Str<'a>>,
    /// Whether the cells of a column are numbers.
    pub numbers: Vec<bool>,
    pub rows: Vec<Vec<Str<'a>>>,
}

/// What stands over the column that says which entry a row is of.
const SOURCE: &str = "发布记录";

pub(super) fn json<'a, 'm: 'a>(site: &Site<'m>, id: RegisterId, tables: &'a BTreeMap<TableAt, Table>) -> Register<'a> {
    let register = site.model.register(id);
    let column = |it: &'m crate::table::Column| RegisterColumn {
        name: it.name.as_str().into(),
        kind: it.kind.key().into(),
        type_label: it.kind.label().into(),
    };
    let table = |(entry, table): (crate::model::EntryId, &'a Table)| {
        let entry = site.model.entry(entry);
        RegisterTable {
            entry: (*entry.index_number).into(),
            title: entry.title().into(),
            published: entry.published_day().map_or_else(String::new, |day| day.to_string()).into(),
            heads: heads(table),
            rows: rows(table),
        }
    };
    Register {
        id: (*register.id).into(),
        title: register.schema.title.as_str().into(),
        url: site.url(&site.address(PageId::Register(id))).into(),
        columns: register.schema.columns.iter().map(column).collect(),
        tables: kept(site, id, tables).map(table).collect(),
    }
}

/// The rows of all entries that keep the register: on one sheet, with the entry in front of each row where there are several.
pub(super) fn sheet<'a, 'm: 'a>(
    site: &Site<'m>,
    id: RegisterId,
    tables: &'a BTreeMap<TableAt, Table>,
) -> DataSheet<'a> {
    let register = site.model.register(id);
    let kept: Vec<_> = kept(site, id, tables).collect();
    let mut columns: Vec<&str> = Vec::new();
    for (_, table) in &kept {
        for head in table.head().cells().map(|it| it.text) {
            if !columns.contains(&head) || head.is_empty() && kept.len() == 1 {
                columns.push(head);
            }
        }
    }
    let several = kept.len() > 1;
    let mut rows = Vec::new();
    for (entry, table) in &kept {
        let places: Vec<Option<usize>> = if several {
            columns.iter().map(|it| table.head().cells().position(|head| head.text == *it)).collect()
        } else {
            (0..table.head().cells().count()).map(Some).collect()
        };
        for row in table.rows() {
            let title = several.then(|| Str::from(site.model.entry(*entry).title()));
            let cell = |at: &Option<usize>| Str::from(at.map_or("", |at| row.text(at)));
            rows.push(title.into_iter().chain(places.iter().map(cell)).collect());
        }
    }
    let is_number = |head: &str| {
        use CellType::{Decimal, Integer, Money, WorkingDays};
        let kind = register.schema.find(head).map(|at| register.schema.columns[at].kind);
        kind.is_some_and(|it| matches!(it, Integer | Decimal | Money | WorkingDays))
    };
    let heads: Vec<&str> = if several {
        columns
    } else {
        kept.first().map_or(columns, |it| it.1.head().cells().map(|it| it.text).collect())
    };
    let source = several.then_some(SOURCE);
    let numbers = source.iter().map(|_| false).chain(heads.iter().map(|it| is_number(it))).collect();
    DataSheet {
        name: register.schema.title.as_str().into(),
        numbers,
        heads: source.into_iter().chain(heads).map(Into::into).collect(),
        rows,
    }
}

/// The entries that keep the register, each with its rows.
fn kept<'a, 'm: 'a>(
    site: &Site<'m>,
    id: RegisterId,
    tables: &'a BTreeMap<TableAt, Table>,
) -> impl Iterator<Item = (crate::model::EntryId, &'a Table)> {
    site.keepers(id).filter_map(|(entry, typed)| Some((entry, tables.get(&typed.at())?)))
}

fn heads(table: &Table) -> Vec<Str<'_>> {
    table.head().cells().map(|it| it.text.into()).collect()
}

fn rows(table: &Table) -> Vec<Vec<Str<'_>>> {
    let columns = table.head().cells().count();
    table.rows().map(|row| (0..columns).map(|at| row.text(at).into()).collect()).collect()
}
