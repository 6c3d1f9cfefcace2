//! The page of the body's websites, and the way on from an old address.

use serde::Serialize;

use super::{Fact, Label, Link, Str};
use crate::site::Href;

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Websites<'a> {
    pub title: Str<'a>,
    /// A sentence about them.
    pub lead: Str<'a>,
    /// The websites, those that run first.
    pub websites: Vec<Website<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Website<'a> {
    /// What it is called; its domain where that is not said.
    pub title: Str<'a>,
    /// running, maintained, suspended, closed; `other` for a word that no list has.
    pub state: Option<Label<'a>>,
    /// Domain, body, codes, the day it was closed and where that was announced.
    pub facts: Vec<Fact<'a>>,
}

/// What stands at an old address: a browser goes on by itself, a reader by the link.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Moved<'a> {
    pub to: Link<'a>,
    /// Where it leads, a whole address: for who printed the old one.
    pub url: Str<'a>,
    /// Ways on.
    pub links: Vec<Link<'a>>,
}

impl<'a> Moved<'a> {
    /// Where browsers go on to.
    pub fn way(&self) -> Href<'a> {
        self.to.href.clone()
    }
}
