//! The site map.

use serde::Serialize;

use super::{Link, Str};
use crate::site::Href;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct SiteMap<'a> {
    pub parts: Vec<MapPart<'a>>,
}

/// A part of the site with what stands below it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct MapPart<'a> {
    pub title: Str<'a>,
    /// Its page, where it has one.
    pub href: Option<Href<'a>>,
    /// The pages below it.
    pub links: Vec<Link<'a>>,
}
