//! Websites that the body runs or ran.

use super::OrganisationId;
use crate::{
    day::Day,
    record::{Record, schema},
    vocabulary::WebsiteState,
};

/// A website of the body: `[[website]]`.
#[derive(Debug)]
pub struct Website {
    /// Its host, without scheme and path.
    pub domain: Box<str>,
    /// How it stands; none where that is not said, or in a word that no list has.
    pub state: Option<WebsiteState>,
    pub organisation: Option<OrganisationId>,
    /// When it was closed.
    pub closed: Option<Day>,
    /// As written.
    pub record: Record<schema::Website>,
}
