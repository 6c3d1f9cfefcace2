//! Another name for a file, which mends a finding.

/// Gives the file `from` the name `to`; both are paths from the project's folder. Offered only where nothing stands at `to`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rename {
    /// Where it lies.
    pub from: String,
    /// Where it belongs.
    pub to: String,
}
