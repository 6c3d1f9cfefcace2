//! A whole text repaired, statement by statement.

use super::{
    PatchedText, SyntaxSlip,
    cursor::{Cursor, Kind},
    statement::statement,
};

/// A text that the parser can read, and what had to be repaired in it.
#[derive(Debug)]
pub(in crate::syntax) struct Repaired<'t> {
    /// The copy with every slip repaired.
    pub patched: PatchedText<'t>,
    /// What was repaired, by place.
    pub slips: Vec<SyntaxSlip>,
    /// Where keys stand without the quotes they want; told by the reader if it knows them.
    pub bare: Vec<usize>,
    /// Where values stand that TOML does not take without quotes: texts, days written another way, 是. Told by the reader.
    pub loose: Vec<usize>,
    /// Where it goes too deep to be read at all.
    pub deep: Option<usize>,
}

/// Repairs `text`.
pub(in crate::syntax) fn repair<'t>(text: &'t str, kind: Kind<'_>) -> Repaired<'t> {
    let mut cursor = Cursor::at_start(text, kind);
    while cursor.at < text.len() && cursor.deep.is_none() {
        statement(&mut cursor);
    }
    cursor.patched.finish();
    cursor.slips.sort_by_key(|slip| slip.range.start);
    Repaired { patched: cursor.patched, slips: cursor.slips, bare: cursor.bare, loose: cursor.loose, deep: cursor.deep }
}
