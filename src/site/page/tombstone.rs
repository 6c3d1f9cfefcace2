//! The page in place of one that was taken down.

use serde::Serialize;

use super::{Link, Str};

/// What is left of a page that was taken down.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Tombstone<'a> {
    pub index_number: Option<Str<'a>>,
    /// Why it was taken down.
    pub reason: Str<'a>,
    pub on: Str<'a>,
    /// Ways on.
    pub links: Vec<Link<'a>>,
}
