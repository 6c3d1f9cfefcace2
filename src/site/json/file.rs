//! What every machine-readable file begins with.

use std::borrow::Cow;

use serde::Serialize;

/// Text in a file, borrowed from the model where it stands there as it is.
pub type Str<'a> = Cow<'a, str>;

/// The version of the shapes below `api/v1/`. Within 1 a field is added, never renamed or removed.
pub const VERSION: &str = "1";

/// A file: schema and version first, then its own content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct File<'a, T> {
    /// The address of its JSON Schema.
    #[serde(rename = "$schema")]
    pub schema: Str<'a>,
    /// [`VERSION`].
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
