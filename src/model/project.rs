//! A major project.

use super::OrganisationId;
use crate::{record::Record, schema, vocabulary::Stage};

#[derive(Debug)]
pub struct Project {
    pub id: Box<str>,
    pub record: Record<schema::Project>,
    pub title: Box<str>,
    /// National project code.
    pub code: Option<Box<str>>,
    /// How far it is.
    pub stage: Option<Stage>,
    /// Who answers for it.
    pub organisation: Option<OrganisationId>,
}
