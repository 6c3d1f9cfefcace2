//! `websites.json` and `addresses.json`: the body's websites, and what became of old addresses.

use schemars::JsonSchema;
use serde::Serialize;

use super::Str;

/// The websites that the body runs or ran, as of a day.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Websites<'a> {
    pub as_of: Str<'a>,
    /// The page, a whole address.
    pub url: Str<'a>,
    /// The websites, as the catalogue names them.
    pub websites: Vec<Website<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Website<'a> {
    /// Its host, without scheme.
    pub domain: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Str<'a>>,
    /// Who runs it: an organisation's id.
    pub organisation: Str<'a>,
    /// running, maintained, suspended, closed; left out for a word that no list has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state_label: Option<Str<'a>>,
    /// 网站标识码.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site_id: Option<Str<'a>>,
    /// 备案号.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filing: Option<Str<'a>>,
    /// The day it was closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<Str<'a>>,
    /// Where the closing was announced, or in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<Str<'a>>,
}

/// Old addresses, as of a day: what a web server is told to redirect, and to answer 410.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Addresses<'a> {
    pub as_of: Str<'a>,
    /// Those that lead to an entry.
    pub redirects: Vec<Redirect<'a>>,
    /// Those taken down.
    pub gone: Vec<Gone<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Redirect<'a> {
    /// The old address, as the catalogue has it.
    pub from: Str<'a>,
    /// The entry's index number.
    pub to: Str<'a>,
    /// The entry's address, whole.
    pub url: Str<'a>,
    /// Whether a page of the site leads on from there; else only the web server can.
    pub page: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Gone<'a> {
    /// The address, as the catalogue has it.
    pub address: Str<'a>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Str<'a>>,
    /// Since when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Str<'a>>,
    /// Whether a page of the site says so there; else only the web server can.
    pub page: bool,
}
