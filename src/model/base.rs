//! Superiors' catalogues.

use super::OrganisationId;
use crate::record::{Record, schema};

/// A superior's catalogue that this one must keep.
#[derive(Debug)]
pub struct Base {
    /// Whose items must keep it; none for the whole catalogue.
    pub organisation: Option<OrganisationId>,
    /// As written: title, by, number, items.
    pub record: Record<schema::Base>,
}
