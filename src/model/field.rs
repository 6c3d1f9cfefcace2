//! A field (一级事项): a branch of the catalogue.

use super::FieldId;
use crate::{record::Record, schema};

/// A field.
#[derive(Debug)]
pub struct Field {
    /// Its id.
    pub id: Box<str>,
    /// What is written of it.
    pub record: Record<schema::Field>,
    /// Title.
    pub title: Box<str>,
    /// The field above it.
    pub parent: Option<FieldId>,
}
