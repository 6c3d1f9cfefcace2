//! The page for addresses that are not there.

use serde::Serialize;

use super::Link;

/// 404: a page that never was.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct NotFound<'a> {
    /// Ways on: home, catalogue, map.
    pub links: Vec<Link<'a>>,
}
