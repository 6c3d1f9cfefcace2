//! The page of the Weibo and WeChat accounts.

use serde::Serialize;

use super::{Label, Str};
use crate::site::Href;

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
