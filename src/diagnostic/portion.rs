//! The portion of a subject that a finding is about, where its rule judges one after another.

use std::fmt;

use crate::day::Period;

/// One of several alike: an `[[allow]]` may be for some of them only, for what comes later has another reason.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Portion {
    /// A period of a periodic item.
    Period(Period),
    /// A row of a register, by the code or the words that tell it from the others: its number changes with every row before it.
    Row(Box<str>),
}

impl Portion {
    /// The key of `[[allow]]` that names portions of this kind.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Period(_) => "period",
            Self::Row(_) => "row",
        }
    }
}

impl fmt::Display for Portion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Period(period) => period.fmt(f),
            Self::Row(name) => f.write_str(name),
        }
    }
}
