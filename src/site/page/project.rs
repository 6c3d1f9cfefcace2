//! Pages of projects and of new-media accounts.

use serde::Serialize;

use super::{EntryRow, Fact, Label, Link, Str};

use crate::site::Href;

/// A major construction project (国办发〔2017〕94号).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Project<'a> {
    pub title: Str<'a>,
    /// Code, place, owner.
    pub facts: Vec<Fact<'a>>,
    /// The five stages, in order.
    pub stages: Vec<Stage<'a>>,
    /// The eight classes, in order; where the standing is internal, those that have something.
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

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Accounts<'a> {
    /// A sentence about them.
    pub lead: Option<Str<'a>>,
    /// The accounts, open ones first.
    pub accounts: Vec<Account<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Account<'a> {
    /// Its id: the anchor.
    pub id: Str<'a>,
    /// wechat, weibo, app, other.
    pub platform: Label<'a>,
    pub name: Str<'a>,
    /// Who opened it.
    pub owner: Option<Str<'a>>,
    pub opened: Option<Str<'a>>,
    /// How many follow it, with the day, in words.
    pub followers: Option<Str<'a>>,
    /// When it was closed or merged, in words.
    pub closed: Option<Str<'a>>,
    pub posts: Vec<Post<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Post<'a> {
    pub title: Str<'a>,
    pub href: Href<'a>,
    pub on: Str<'a>,
    /// Corrected or removed, with the reason, in words.
    pub mark: Option<Str<'a>>,
}
