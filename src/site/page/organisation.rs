//! What is said of a body on its page, before what it has published.

use serde::Serialize;

use super::{Contact, Counted, Fact, Link, Str};

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Organisation<'a> {
    /// What it is, what it belongs to, who answers for disclosure.
    pub facts: Vec<Fact<'a>>,
    /// Where it is found, and when.
    pub contact: Option<Contact<'a>>,
    /// Its leaders: post and name, with their duties.
    pub leaders: Vec<Fact<'a>>,
    pub offices: Vec<Office<'a>>,
    /// 五员: the role, and the post of who has it.
    pub officers: Vec<Fact<'a>>,
    /// The bodies below it.
    pub below: Vec<Link<'a>>,
    /// The items it answers for, with how much it has published of each.
    pub items: Vec<Counted<'a>>,
}

/// An office (内设机构).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Office<'a> {
    pub name: Str<'a>,
    pub phone: Option<Str<'a>>,
    pub duties: Option<Str<'a>>,
    /// How many items of the catalogue it answers for.
    pub items: u64,
}
