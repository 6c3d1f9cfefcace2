//! `registers/{id}.json`: the rows of a register.

use schemars::JsonSchema;
use serde::Serialize;

use super::Str;

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Register<'a> {
    pub id: Str<'a>,
    pub title: Str<'a>,
    /// Its page, a whole address.
    pub url: Str<'a>,
    /// The columns that the register asks for.
    pub columns: Vec<RegisterColumn<'a>>,
    /// Its rows, a table an entry that keeps it, newest first.
    pub tables: Vec<RegisterTable<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct RegisterColumn<'a> {
    pub name: Str<'a>,
    /// text, integer, decimal, money, date, yes-no, one-of, many-of, code, phone, url, credit-code, document-number, working-days, person.
    #[serde(rename = "type")]
    pub kind: Str<'a>,
    pub type_label: Str<'a>,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct RegisterTable<'a> {
    /// The entry: its index number.
    pub entry: Str<'a>,
    pub title: Str<'a>,
    pub published: Str<'a>,
    /// The heads of its columns, as written.
    pub heads: Vec<Str<'a>>,
    /// Its rows: a text for each head.
    pub rows: Vec<Vec<Str<'a>>>,
}
