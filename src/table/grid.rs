//! A table as read, kept compact: all values in one string, eight bytes a cell besides.

/// How large a table may be; what exceeds is told and dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Rows, the head not counted.
    pub rows: usize,
    /// Of a row; those to the right are dropped.
    pub columns: usize,
    /// Bytes of all values together; at most 4 GiB.
    pub bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { rows: 200_000, columns: 200, bytes: 64 << 20 }
    }
}

/// A fault of the table as such, not of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Problem {
    /// No row with words in it.
    Empty,
    /// A column with values has no head. Columns count from 1.
    BlankHead {
        /// The column.
        column: u32,
    },
    /// A head stands twice.
    RepeatedHead {
        /// The column that has it first.
        first: u32,
        /// The column that has it again.
        column: u32,
    },
    /// A row has fewer cells than there are heads (CSV only), or more, with values beyond them.
    Ragged {
        /// The row, as Excel shows it.
        row: u32,
        /// How many cells it has.
        cells: u32,
        /// How many heads there are.
        heads: u32,
    },
    /// A quotation mark opens and never closes.
    Unclosed {
        /// The row where it opens.
        row: u32,
    },
    /// Text follows the closing quotation mark of a cell.
    StrayQuote {
        /// The row.
        row: u32,
        /// The column.
        column: u32,
    },
    /// More rows than allowed.
    TooManyRows,
    /// More columns than allowed.
    TooManyColumns,
    /// More text than allowed.
    TooLarge,
    /// The workbook is damaged or no workbook.
    Damaged,
    /// The workbook is locked with a password.
    Locked,
}

/// Problems of rows told at most.
const MOST_TOLD: usize = 50;

/// A table: heads and rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    text: String,
    /// Where each value ends in `text`; it starts where the one before ends.
    ends: Vec<u32>,
    /// Where each value starts in the source; empty for workbooks.
    places: Vec<u32>,
    rows: Vec<RowCells>,
    /// What is wrong with the table as such, in order.
    pub problems: Vec<Problem>,
}

/// The cells of a row, as a range of indices, and the number the row has in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct RowCells {
    first: u32,
    /// One past the last.
    last: u32,
    number: u32,
}

/// A row of a [`Table`]: a view of its cells.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    table: &'a Table,
    cells: RowCells,
}

/// A cell and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell<'a> {
    /// The row as Excel shows it, from 1.
    pub row: u32,
    /// The column, from 1.
    pub column: u32,
    /// The byte where the value starts in the text it was read from; none in workbooks, and where the text writes the value
    /// otherwise, with quotes doubled.
    pub at: Option<usize>,
    /// The value, without white space around it.
    pub text: &'a str,
}

impl Cell<'_> {
    /// The cell as Excel names it: `B2`.
    pub fn name(&self) -> String {
        let mut letters = Vec::new();
        let mut column = self.column;
        while column > 0 {
            letters.push(char::from(b'A' + ((column - 1) % 26) as u8));
            column = (column - 1) / 26;
        }
        letters.iter().rev().chain(self.row.to_string().chars().collect::<Vec<_>>().iter()).collect()
    }
}

impl Table {
    /// The row of heads; empty in an empty table.
    pub fn head(&self) -> Row<'_> {
        Row { table: self, cells: self.rows.first().copied().unwrap_or(RowCells { first: 0, last: 0, number: 1 }) }
    }

    /// The rows below the heads.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.rows.get(1..).unwrap_or_default().iter().map(|&cells| Row { table: self, cells })
    }

    /// How many rows there are, the head not counted.
    pub fn len(&self) -> usize {
        self.rows.len().saturating_sub(1)
    }

    /// The same table with other words in some cells: `words` answers for row (the head is 0), column and text of each, in order.
    #[must_use]
    pub fn mapped(&self, mut words: impl FnMut(usize, usize, &str) -> Option<String>) -> Self {
        let mut mapped = Self { problems: self.problems.clone(), ..Self::default() };
        let index = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        for (at, &cells) in self.rows.iter().enumerate() {
            let first = mapped.ends.len();
            for (column, cell) in (Row { table: self, cells }).cells().enumerate() {
                match words(at, column, cell.text) {
                    Some(text) => mapped.text.push_str(&text),
                    None => mapped.text.push_str(cell.text),
                }
                mapped.ends.push(index(mapped.text.len()));
            }
            mapped.rows.push(RowCells { first: index(first), last: index(mapped.ends.len()), number: cells.number });
        }
        mapped
    }

    /// Whether there is no row below the heads.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<'a> Row<'a> {
    /// The row as Excel shows it, from 1.
    pub const fn number(&self) -> u32 {
        self.cells.number
    }

    /// Its cells.
    pub fn cells(&self) -> impl ExactSizeIterator<Item = Cell<'a>> + use<'a> {
        let row = *self;
        (0..(self.cells.last - self.cells.first) as usize).map(move |at| row.at(at))
    }

    /// The cell of a column, counted from nought.
    pub fn cell(&self, column: usize) -> Option<Cell<'a>> {
        (column < (self.cells.last - self.cells.first) as usize).then(|| self.at(column))
    }

    /// The value of a column, counted from nought; empty where the row is shorter.
    pub fn text(&self, column: usize) -> &'a str {
        self.cell(column).map_or("", |cell| cell.text)
    }

    fn at(&self, column: usize) -> Cell<'a> {
        let index = self.cells.first as usize + column;
        let start = if index == 0 { 0 } else { self.table.ends[index - 1] as usize };
        Cell {
            row: self.cells.number,
            column: u32::try_from(column + 1).unwrap_or(u32::MAX),
            at: self.table.places.get(index).filter(|&&at| at != NOWHERE).map(|&at| at as usize),
            text: &self.table.text[start..self.table.ends[index] as usize],
        }
    }
}

/// The place of a value that does not stand in the text as it is.
const NOWHERE: u32 = u32::MAX;

/// Fills a table row by row.
pub(super) struct Builder {
    table: Table,
    limits: Limits,
    /// Whether short rows are a fault.
    strict: bool,
    row_start: usize,
    full: bool,
}

impl Builder {
    pub(super) fn new(limits: Limits, strict: bool) -> Self {
        let limits = Limits { bytes: limits.bytes.min(u32::MAX as usize), ..limits };
        Self { table: Table::default(), limits, strict, row_start: 0, full: false }
    }

    /// Whether nothing more will be taken.
    pub(super) const fn is_full(&self) -> bool {
        self.full
    }

    /// Tells a problem, unless too many of its like are told.
    pub(super) fn tell(&mut self, problem: Problem) {
        let same = |told: &&Problem| std::mem::discriminant(*told) == std::mem::discriminant(&problem);
        let told = self.table.problems.iter().filter(same).count();
        let single = matches!(problem, Problem::TooManyRows | Problem::TooManyColumns | Problem::TooLarge);
        if told < if single { 1 } else { MOST_TOLD } {
            self.table.problems.push(problem);
        }
    }

    /// Adds a cell to the present row; `at` is where `value` starts in the source.
    pub(super) fn cell(&mut self, value: &str, at: Option<usize>) {
        if self.full {
            return;
        }
        if self.table.ends.len() - self.row_start >= self.limits.columns {
            if !value.trim().is_empty() {
                self.tell(Problem::TooManyColumns);
            }
            return;
        }
        let trimmed = value.trim_start();
        let skipped = value.len() - trimmed.len();
        let trimmed = trimmed.trim_end();
        if self.table.text.len() + trimmed.len() > self.limits.bytes {
            self.tell(Problem::TooLarge);
            self.full = true;
            return;
        }
        self.table.text.push_str(trimmed);
        self.table.ends.push(u32::try_from(self.table.text.len()).unwrap_or(u32::MAX));
        if let Some(at) = at {
            self.table.places.resize(self.table.ends.len() - 1, NOWHERE);
            self.table.places.push(u32::try_from(at + skipped).unwrap_or(NOWHERE));
        }
    }

    /// Ends the present row, which Excel shows as `number`; a row without values is dropped.
    pub(super) fn end_row(&mut self, number: u32) {
        let text_start = if self.row_start == 0 { 0 } else { self.table.ends[self.row_start - 1] as usize };
        if self.table.text.len() == text_start {
            self.table.ends.truncate(self.row_start);
            self.table.places.truncate(self.row_start);
            return;
        }
        // Titles above the heads come on top; they are few.
        if self.table.rows.len() > self.limits.rows + TITLES {
            self.tell(Problem::TooManyRows);
            self.full = true;
            return;
        }
        let index = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.table.rows.push(RowCells { first: index(self.row_start), last: index(self.table.ends.len()), number });
        self.row_start = self.table.ends.len();
    }

    /// The table, its head found and its rows compared with it.
    pub(super) fn finish(mut self) -> Table {
        let above = self.titles();
        self.table.rows.drain(..above);
        self.join_heads();
        if self.table.rows.len() > self.limits.rows + 1 {
            self.table.rows.truncate(self.limits.rows + 1);
            self.tell(Problem::TooManyRows);
        }
        if self.table.rows.is_empty() {
            if self.table.problems.is_empty() {
                self.tell(Problem::Empty);
            }
            return self.table;
        }
        self.compare();
        self.table.problems.sort_unstable();
        self.table
    }

    /// How many rows stand above the head: titles of one value each, as printed lists have them.
    fn titles(&self) -> usize {
        let is_head = |row: &RowCells| {
            let row = Row { table: &self.table, cells: *row };
            let filled: Vec<&str> = row.cells().map(|cell| cell.text).filter(|text| !text.is_empty()).collect();
            // 填报单位：… | 日期：…
            let caption = |text: &str| text.contains(['：', ':']) && !text.ends_with(['：', ':']);
            filled.len() > 1 && !filled.into_iter().all(caption)
        };
        self.table.rows.iter().take(TITLES + 1).position(is_head).unwrap_or(0)
    }

    /// Makes one row of heads of the rows that a printed list has: `公开事项` over `一级事项` and `二级事项` is
    /// `公开事项/一级事项`, `公开事项/二级事项`.
    fn join_heads(&mut self) {
        let Some(&top) = self.table.rows.first() else { return };
        let row = |at: usize| self.table.rows.get(at).map(|&cells| Row { table: &self.table, cells });
        let Some(first) = row(0) else { return };
        let mut heads: Vec<String> = first.cells().map(|cell| in_one_line(cell.text)).collect();
        let mut groups: Vec<String> = heads.clone();
        let mut count = 1;
        while count < HEADS
            && let Some(next) = row(count).and_then(|below| below_heads(&heads, &groups, below, !self.strict))
        {
            for (at, name) in next {
                if heads.len() <= at {
                    heads.resize(at + 1, String::new());
                }
                groups.resize(heads.len(), String::new());
                let group = if heads[at].is_empty() { group_of(&groups, at).to_owned() } else { heads[at].clone() };
                heads[at] = if group.is_empty() { name } else { format!("{group}/{name}") };
            }
            groups.clone_from(&heads);
            count += 1;
        }
        let unchanged = first.cells().map(|cell| cell.text).eq(heads.iter().map(String::as_str));
        if count == 1 && unchanged {
            return;
        }
        let start = self.table.ends.len();
        for head in &heads {
            self.table.text.push_str(head);
            self.table.ends.push(u32::try_from(self.table.text.len()).unwrap_or(u32::MAX));
        }
        let index = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.table.rows.drain(..count - 1);
        self.table.rows[0] = RowCells { first: index(start), last: index(self.table.ends.len()), number: top.number };
    }

    fn compare(&mut self) {
        let head = self.table.rows[0];
        let heads: Vec<String> =
            Row { table: &self.table, cells: head }.cells().map(|cell| cell.text.to_owned()).collect();
        let width = heads.iter().rposition(|head| !head.is_empty()).map_or(0, |last| last + 1);
        let mut ragged = Vec::new();
        let mut headless = vec![false; width];
        for row in (1..self.table.rows.len()).map(|at| Row { table: &self.table, cells: self.table.rows[at] }) {
            let cells = row.cells().len();
            let beyond = row.cells().skip(width).any(|cell| !cell.text.is_empty());
            if beyond || (self.strict && cells < width) {
                let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
                ragged.push(Problem::Ragged { row: row.number(), cells: count(cells), heads: count(width) });
            }
            for (at, cell) in row.cells().take(width).enumerate() {
                headless[at] |= heads[at].is_empty() && !cell.text.is_empty();
            }
        }
        self.table.problems.extend(ragged);
        for (column, at) in (1..).zip(0..width) {
            if headless[at] {
                self.tell(Problem::BlankHead { column });
            }
            let first = heads[..at].iter().position(|head| !head.is_empty() && *head == heads[at]);
            if let Some(first) = first {
                self.tell(Problem::RepeatedHead { first: u32::try_from(first + 1).unwrap_or(u32::MAX), column });
            }
        }
    }
}

/// Rows of titles above the heads at most.
const TITLES: usize = 4;
/// Rows of heads at most.
const HEADS: usize = 4;

/// A head without its line breaks: nothing stands for one between hanzi.
fn in_one_line(text: &str) -> String {
    let mut line = String::new();
    for part in text.lines().map(str::trim).filter(|part| !part.is_empty()) {
        if line.ends_with(|c: char| c.is_ascii()) && part.starts_with(|c: char| c.is_ascii()) {
            line.push(' ');
        }
        line.push_str(part);
    }
    line
}

/// The name of the group that column `at` belongs to: the nearest head to its left.
fn group_of(groups: &[String], at: usize) -> &str {
    groups[..at.min(groups.len())].iter().rev().find(|it| !it.is_empty()).map_or("", String::as_str)
}

/// What the row below the heads adds to them, by column, where it is a row of heads itself: it has names only below groups – a head
/// and the headless columns to its right –, two in one of them at least; everywhere else it is blank, or repeats the head above it as
/// a merged cell does.
fn below_heads(heads: &[String], groups: &[String], below: Row<'_>, merged: bool) -> Option<Vec<(usize, String)>> {
    let names: Vec<String> = below.cells().map(|cell| in_one_line(cell.text)).collect();
    let repeats = |at: usize, name: &str| heads.get(at).and_then(|head| head.rsplit('/').next()) == Some(name);
    if merged && names.iter().enumerate().all(|(at, name)| name.is_empty() || repeats(at, name)) {
        return Some(Vec::new());
    }
    let width = names.len().max(groups.len());
    let start_of = |at: usize| (0..=at.min(groups.len().saturating_sub(1))).rev().find(|&it| !groups[it].is_empty());
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut in_group = vec![0_usize; width];
    for (at, name) in names.into_iter().enumerate() {
        if name.is_empty() || repeats(at, &name) {
            continue;
        }
        // Rows of values have figures.
        if name.parse::<f64>().is_ok() {
            return None;
        }
        in_group[start_of(at)?] += 1;
        found.push((at, name));
    }
    (!found.is_empty() && in_group.iter().all(|&count| count != 1)).then_some(found)
}
