//! Organisations, and the new-media accounts they keep.

use super::OrganisationId;

use crate::{
    day::Day,
    record::{Record, View, schema},
    vocabulary::{AdminLevel, OrganisationKind, Platform},
};

#[derive(Debug)]
pub struct Organisation {
    pub id: Box<str>,
    pub record: Record<schema::Organisation>,
    /// Full name.
    pub name: Box<str>,
    /// Short name; the full one where none is given.
    pub short: Box<str>,
    /// Unified social credit code or local body code.
    pub code: Option<Box<str>>,
    /// Kind; an agency unless it says otherwise.
    pub kind: OrganisationKind,
    /// The organisation above it.
    pub parent: Option<OrganisationId>,
    /// Who supervises it, for public institutions.
    pub supervisor: Option<OrganisationId>,
    pub level: Option<AdminLevel>,
}

impl Organisation {
    /// What stands for it in index numbers: its code, else its id.
    pub fn number_code(&self) -> &str {
        self.code.as_deref().unwrap_or(&self.id)
    }

    /// Its offices (内设机构).
    pub fn offices(&self) -> impl Iterator<Item = View<'_, schema::Office>> {
        self.record.all(schema::Organisation::OFFICES)
    }

    /// The names of its offices.
    pub fn office_names(&self) -> impl Iterator<Item = &str> {
        self.offices().filter_map(|it| it.get(schema::Office::NAME))
    }
}

#[derive(Debug)]
pub struct Account {
    pub id: Box<str>,
    pub record: Record<schema::Account>,
    /// Name on the platform.
    pub name: Box<str>,
    pub platform: Option<Platform>,
    /// Day it was closed.
    pub closed: Option<Day>,
}
