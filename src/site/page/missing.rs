//! Pages for what is not there: never was, or no longer.

use serde::Serialize;

use super::{Link, Str};

/// 404: a page that never was.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Lost<'a> {
    /// Ways on: home, catalogue, map.
    pub links: Vec<Link<'a>>,
}

/// A tombstone: a page that was taken down.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Gone<'a> {
    pub index_number: Option<Str<'a>>,
    /// Why it was taken down.
    pub reason: Str<'a>,
    pub on: Str<'a>,
    /// Ways on.
    pub links: Vec<Link<'a>>,
}
