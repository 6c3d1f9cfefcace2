//! A field (一级事项): a branch of the catalogue.

use super::FieldId;
use crate::{record::Record, schema};

#[derive(Debug)]
pub struct Field {
    pub id: Box<str>,
    pub record: Record<schema::Field>,
    pub title: Box<str>,
    /// The field above it.
    pub parent: Option<FieldId>,
}
