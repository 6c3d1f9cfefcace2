//! Parts of an entry's page: what is said first of its kind, what it is tied to, what became of it, its QR code.

use serde::Serialize;

use super::{Fact, Label, Link, Str};
use crate::site::Href;

/// What people come for on a page of its kind, before the text: how long a matter takes and where, until when opinions are
/// taken, what was decided.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Strip<'a> {
    /// Whether a consultation or notice is open (`open`, `over`, `coming`), in words.
    pub state: Option<Label<'a>>,
    pub facts: Vec<Fact<'a>>,
    /// Where the matter is handled online.
    pub apply: Option<Link<'a>>,
}

impl Strip<'_> {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.state.is_none() && self.facts.is_empty() && self.apply.is_none()
    }
}

/// The project that an entry tells of.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct OwnProject<'a> {
    /// Its page.
    pub title: Str<'a>,
    pub href: Href<'a>,
    /// The entry's class of the eight.
    pub class: Option<Str<'a>>,
    /// The stage that the entry tells of.
    pub stage: Option<Str<'a>>,
    /// The stage where the project is now, where it is another.
    pub current: Option<Str<'a>>,
}

/// Other entries that this one stands in relation to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Relation<'a> {
    /// What the relation is; its heading stands in the theme's words.
    pub key: RelationKind,
    pub links: Vec<Related<'a>>,
}

/// An entry as a card.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Related<'a> {
    pub title: Str<'a>,
    pub href: Href<'a>,
    /// Whether a policy is in force.
    pub validity: Option<Label<'a>>,
    /// Its number, the form of an interpretation and who interprets, its day.
    pub details: Vec<Str<'a>>,
}

/// How other entries relate to this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RelationKind {
    /// The policies that this one interprets.
    Interprets,
    /// The interpretations of this policy.
    InterpretedBy,
    /// The consultation that led here.
    Consultation,
    /// What came of this consultation.
    Result,
    /// The decision that was taken.
    Decision,
    /// Anything else.
    Related,
}

impl RelationKind {
    /// All of them.
    pub const ALL: &'static [Self] =
        &[Self::Interprets, Self::InterpretedBy, Self::Consultation, Self::Result, Self::Decision, Self::Related];
}

/// What became of an entry on a day.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Event<'a> {
    pub on: Option<Str<'a>>,
    /// In words: what was changed, 废止, 替代.
    pub what: Str<'a>,
    /// What it was replaced by, or replaces.
    pub link: Option<Link<'a>>,
}

/// A QR code of the page's address: dark squares as one stroked path in a square of `side` units.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct QrCode<'a> {
    /// With the quiet zone around it.
    pub side: u32,
    /// The data of the path.
    pub path: Str<'a>,
}
