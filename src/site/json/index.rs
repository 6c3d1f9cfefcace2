//! `index.json`: what there is.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

/// What there is below `api/v1/`.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct Index<'a> {
    /// The site's title.
    pub title: Str<'a>,
    /// The site's address.
    pub url: Str<'a>,
    /// Whose site this is: an organisation's id.
    pub organisation: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<Str<'a>>,
    /// The day everything was judged on.
    pub as_of: Str<'a>,
    /// How many entries are published.
    pub entries: u64,
    /// The files, sorted by path.
    pub files: Vec<IndexFile<'a>>,
}

/// A machine-readable file.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct IndexFile<'a> {
    /// From this file's folder: `catalogue.json`.
    pub path: Str<'a>,
    /// What it holds: `catalogue`, `entries`, `register`, `schema` …
    pub kind: Str<'a>,
    pub media_type: Str<'a>,
    pub bytes: u64,
    /// SHA-256, 64 hex digits.
    pub sha256: Str<'a>,
    /// Whose entries (entry shards).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Str<'a>>,
    /// Of what year (entry shards).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub records: Option<u64>,
}

/// Text in a file, borrowed from the model where it stands there as it is.
pub type Str<'a> = Cow<'a, str>;

/// The version of the shapes below `api/v1/`. Within 1 a field is added, never renamed or removed.
pub const VERSION: &str = "1";

/// A file: schema and version first, then its own content.
#[derive(Clone, Debug, PartialEq, Eq, JsonSchema, Serialize)]
pub struct File<'a, T> {
    /// The address of its JSON Schema.
    #[serde(rename = "$schema")]
    pub schema: Str<'a>,
    /// Of the shape. Within a version a field is added, never renamed or removed.
    #[schemars(extend("const" = VERSION))]
    pub version: &'static str,
    /// The keys of the shape itself.
    #[serde(flatten)]
    pub content: T,
}

impl<'a, T: Serialize> File<'a, T> {
    /// A file of this version.
    pub fn new(schema: impl Into<Str<'a>>, content: T) -> Self {
        Self { schema: schema.into(), version: VERSION, content }
    }
}
