//! A register's rows as rules look at them: cells by the names of their columns, with words for their places.

use crate::{
    diagnostic::{Finding, Level, Subject},
    model::{Entry, EntryId, Model, Sheet, State},
    source::{Place, Range, Span},
    table::{Cell, Column, Row, Schema, is_none},
    vocabulary::{CellType, Text},
};

/// The rows of a register, and what its columns mean.
pub(super) struct Rows<'m> {
    /// The entry that keeps it.
    pub entry: &'m Entry,
    pub schema: &'m Schema,
    /// Where each column of the schema stands in the file; none for one that is not there.
    pub columns: Vec<Option<usize>>,
    sheet: &'m Sheet,
}

/// All registers of `model`.
pub(super) fn registers(model: &Model) -> impl Iterator<Item = Rows<'_>> {
    model.sheets.iter().map(|sheet| {
        let schema = &model.register(sheet.register).schema;
        let mut columns = vec![None; schema.columns.len()];
        for (at, head) in sheet.table.head().cells().enumerate() {
            if let Some(column) = schema.meant(head.text) {
                columns[column].get_or_insert(at);
            }
        }
        // A head that says just the name of a column is meant before one that says more.
        for (at, head) in sheet.table.head().cells().enumerate().collect::<Vec<_>>().into_iter().rev() {
            if let Some(column) = schema.find(head.text) {
                columns[column] = Some(at);
            }
        }
        Rows { entry: model.entry(sheet.entry), schema, columns, sheet }
    })
}

/// Where a rule stops to tell one row after the other of a register: what follows is counted.
pub(super) const MOST_TOLD: usize = 20;

impl<'m> Rows<'m> {
    /// The entry that keeps it, by number.
    pub fn keeper(&self) -> EntryId {
        self.sheet.entry
    }

    /// The heads of the file.
    pub fn head(&self) -> Row<'m> {
        self.sheet.table.head()
    }

    /// What is wrong with the table as such.
    pub fn problems(&self) -> &'m [crate::table::Problem] {
        &self.sheet.table.problems
    }

    /// Whether its rows come from a text: a workbook repeats cells that are merged downwards, a text leaves them out.
    pub fn is_text(&self) -> bool {
        self.head().cell(0).is_some_and(|it| it.at.is_some())
    }

    /// Where the column called `name` stands in the file.
    pub fn column(&self, name: &str) -> Option<usize> {
        let column = self.schema.columns.iter().position(|it| it.name == name)?;
        self.columns[column]
    }

    /// The rows that hold something of the register: no headings between them, no sums, no line that says who filled it in.
    pub fn rows(&self) -> impl Iterator<Item = Row<'m>> + use<'m> {
        let few = self.schema.columns.len() > 2;
        self.sheet.table.rows().filter(move |row| {
            let filled: Vec<&str> = row.cells().map(|it| it.text).filter(|it| !it.is_empty()).collect();
            let Some((first, filled)) = filled.split_first() else { return false };
            let rest = filled.len();
            let is_sum = ["合计", "总计", "小计", "注：", "注:", "备注：", "说明：", "填表说明"]
                .iter()
                .any(|it| first.starts_with(it));
            let caption = |it: &str| it.contains(['：', ':']) && it.chars().count() < 30;
            let signed = rest > 0 && caption(first) && filled.iter().all(|it| caption(it));
            !(is_sum || few && rest == 0 || signed)
        })
    }

    /// What a row is about: its first cell with words.
    pub fn name(&self, row: Row<'m>) -> &'m str {
        let text = |it: (&'m Column, &Option<usize>)| {
            let text = row.text((*it.1)?);
            (it.0.kind == CellType::Text && !is_none(text)).then_some(text)
        };
        self.schema.columns.iter().zip(&self.columns).find_map(text).unwrap_or_default()
    }

    /// A cell's place: in a text its bytes, in a workbook the file.
    pub fn place(&self, cell: Option<Cell<'_>>) -> Place {
        match cell.and_then(|it| Some((it.at?, it.text.len()))) {
            Some((at, length)) => Place::At(Span { file: self.sheet.file, range: Range::new(at, at + length) }),
            None => Place::File(self.sheet.file),
        }
    }

    /// The row, the column and the cell in words: 第 3 行“受理日期”（E3）.
    pub fn words(&self, row: Row<'_>, at: usize) -> Text {
        let (number, head) = (row.number(), self.head().text(at).to_owned());
        let head = if head.is_empty() { format!("{}", at + 1) } else { head };
        match row.cell(at).map(|it| it.name()) {
            Some(cell) => text! { zh: "第 {number} 行“{head}”（{cell}）", en: "row {number}, {head} ({cell})" },
            None => text! { zh: "第 {number} 行“{head}”", en: "row {number}, {head}" },
        }
    }

    /// What tells `row` from the others, whatever stands before it: its code, else what it is about.
    pub fn key(&self, row: Row<'m>) -> &'m str {
        let codes = self.schema.columns.iter().zip(&self.columns).filter(|it| it.0.unique);
        let mut codes = codes.filter_map(|it| Some(row.text((*it.1)?).trim()));
        codes.find(|it| !is_none(it)).unwrap_or_else(|| self.name(row))
    }

    /// Says whom `finding`, of one row, is about: that row of the entry that keeps the register.
    pub fn finish_row(&self, row: Row<'m>, finding: &mut Finding) {
        finding.row(self.key(row));
        self.finish(finding);
    }

    /// Says whom `finding` is about: the entry that keeps the register. What is still a draft may be filled in.
    pub fn finish(&self, finding: &mut Finding) {
        finding.about(Subject::Entry(self.entry.name.to_string()));
        // An internal register is a draft for ever.
        if self.entry.state != State::Published && self.schema.public {
            finding.at_most(Level::Warn);
        }
    }
}

/// `text` as it is quoted in a message: one line, not too long.
pub(super) fn quoted(text: &str) -> String {
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
