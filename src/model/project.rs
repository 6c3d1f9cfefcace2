//! A major project.

use super::OrganisationId;
use crate::{record::Record, schema, vocabulary::Stage};

/// A project.
#[derive(Debug)]
pub struct Project {
    /// Its id.
    pub id: Box<str>,
    /// What is written of it.
    pub record: Record<schema::Project>,
    /// Title.
    pub title: Box<str>,
    /// National project code.
    pub code: Option<Box<str>>,
    /// How far it is.
    pub stage: Option<Stage>,
    /// Who answers for it.
    pub organisation: Option<OrganisationId>,
}
