//! What changed in a table of rows.

/// A cell that says something else: its column, the old value, the new one.
pub type CellChange = (String, String, String);

/// What changed in the rows of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowsChange {
    /// The column by which rows are known; none where no column tells them apart, and a row is known by all its cells.
    pub key: Option<String>,
    pub columns_added: Vec<String>,
    pub columns_removed: Vec<String>,
    /// Rows by their key, as far as they may be told.
    pub added: Vec<String>,
    pub removed: Vec<String>,
    /// Rows that say something else, by their key.
    pub changed: Vec<(String, Vec<CellChange>)>,
    /// How many rows there were and are.
    pub count: (usize, usize),
    /// Whether only numbers are told: the register is of the house, and names people.
    pub is_internal: bool,
    /// Whether it is a table of no register: what stands in it is told only where all is asked for.
    pub is_other: bool,
    /// How many rows were added, removed, changed.
    pub counts: (usize, usize, usize),
}
