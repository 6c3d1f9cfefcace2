//! The page for searching.

use serde::Serialize;

use super::MapPart;
use crate::site::Href;

/// The box, and the ways that lead on without a search: a script fills in what is found.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Search<'a> {
    /// Where the box leads: this page.
    pub action: Href<'a>,
    /// Where all that is public can be found by its place, in parts.
    pub ways: Vec<MapPart<'a>>,
    /// 依申请公开, where the platform has it: who finds nothing may apply.
    pub request: Option<Href<'a>>,
}
