//! `organisations.json`: the bodies.

use schemars::JsonSchema;
use serde::Serialize;

use super::Str;

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Organisations<'a> {
    /// Sorted by id.
    pub organisations: Vec<Organisation<'a>>,
}

/// A body. `x_label` is parallel to `x`.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Organisation<'a> {
    pub id: Str<'a>,
    /// Its full name.
    pub name: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<Str<'a>>,
    /// Its unified social credit code or local code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<Str<'a>>,
    /// agency, authorised, institution, government.
    pub kind: Str<'a>,
    pub kind_label: Str<'a>,
    /// The body above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Str<'a>>,
    /// Who supervises it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supervisor: Option<Str<'a>>,
    /// The sector of a public institution.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sector: Option<Str<'a>>,
    /// city, county, township, village.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level_label: Option<Str<'a>>,
    /// Its page, a whole address.
    pub url: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postcode: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fax: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<Str<'a>>,
    /// Who carries the disclosure work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disclosure: Option<Disclosure<'a>>,
    /// 五员.
    pub officers: Vec<Officer<'a>>,
    pub leaders: Vec<Leader<'a>>,
    /// 内设机构.
    pub offices: Vec<Str<'a>>,
    /// The same with their telephones and duties; left out where none has any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub office_details: Vec<Office<'a>>,
    /// How many entries it has published.
    pub entries: u64,
}

/// Who carries the disclosure work.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Disclosure<'a> {
    /// The leader in charge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leader: Option<Str<'a>>,
    /// The disclosure office.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<Str<'a>>,
    /// How many people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub staff: Option<u32>,
}

/// One of the five officers.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Officer<'a> {
    /// 管理员.
    pub role: Str<'a>,
    /// The post that holds the role.
    pub post: Str<'a>,
}

/// An office of a body (内设机构).
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Office<'a> {
    pub name: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<Str<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duties: Option<Str<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Leader<'a> {
    /// 局长.
    pub post: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Str<'a>>,
    /// What the leader is in charge of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duties: Option<Str<'a>>,
}
