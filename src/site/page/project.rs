//! The page of a major construction project: a timeline of the eight information classes.

use serde::Serialize;

use super::{EntryRow, Fact, Label, Link, Str};

/// A major construction project (国办发〔2017〕94号).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Project<'a> {
    pub title: Str<'a>,
    /// Code, place, owner.
    pub facts: Vec<Fact<'a>>,
    /// The five stages, in order.
    pub stages: Vec<Stage<'a>>,
    /// The eight classes, in order.
    pub classes: Vec<ProjectClass<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Stage<'a> {
    /// Its name: `施工`.
    pub title: Str<'a>,
    pub reached: bool,
    /// Is the project there now?
    pub current: bool,
}

/// One of the eight information classes.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ProjectClass<'a> {
    pub class: Label<'a>,
    /// Its entries, oldest first.
    pub rows: Vec<EntryRow<'a>>,
    /// Where another body publishes it (谁审批、谁公开).
    pub elsewhere: Option<Link<'a>>,
    /// It is due at this stage and nothing has been published; told only where the standing is public.
    pub missing: bool,
}
