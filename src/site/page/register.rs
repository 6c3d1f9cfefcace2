//! The page of a register.

use serde::Serialize;

use super::{Counted, Fact, Link, Sheet, Str};

/// A register: a typed table of its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Register<'a> {
    /// Its title: `权责清单`.
    pub title: Str<'a>,
    /// A sentence about it.
    pub lead: Option<Str<'a>>,
    /// Who keeps it, when it was last revised.
    pub facts: Vec<Fact<'a>>,
    /// Rows by a column of a closed list: ten types of power.
    pub counts: Vec<Counted<'a>>,
    /// Its rows; a long register stands on several sheets, one an organisation or version.
    pub sheets: Vec<Sheet<'a>>,
    /// The entries that published it.
    pub sources: Vec<Link<'a>>,
}
