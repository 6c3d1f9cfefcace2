//! `[[organisation]]`.

use super::{circle::parents, names::Names, unlisted::unlisted_level};
use crate::{
    diagnostic::Findings,
    model::{Organisation, OrganisationId},
    record::{Record, schema},
    vocabulary::{AdminLevel, OrganisationKind, Word},
};

pub(super) fn all(
    records: Vec<Record<schema::Organisation>>,
    names: &mut Names,
    findings: &mut Findings,
) -> Vec<Organisation> {
    for (at, record) in records.iter().enumerate() {
        if let Some(id) = record.get(schema::Organisation::ID) {
            names.organisations.enter(id, OrganisationId::new(at), record.span_of(schema::Organisation::ID), findings);
            for key in [schema::Organisation::NAME, schema::Organisation::SHORT] {
                names.organisations.call(record.get(key).unwrap_or_default(), id);
            }
        }
    }
    let index = &names.organisations;
    let above = parents(
        &records,
        (schema::Organisation::ID, schema::Organisation::PARENT),
        &|it, findings| index.find(it, findings).map(OrganisationId::at),
        findings,
    );
    records
        .into_iter()
        .zip(above)
        .map(|(record, parent)| {
            let name: Box<str> = record.get(schema::Organisation::NAME).unwrap_or_default().into();
            Organisation {
                id: record.get(schema::Organisation::ID).unwrap_or_default().into(),
                short: record.get(schema::Organisation::SHORT).map_or_else(|| name.clone(), Into::into),
                name,
                code: record.get(schema::Organisation::CODE).map(Into::into),
                kind: record.get(schema::Organisation::KIND).unwrap_or(OrganisationKind::Agency),
                parent: parent.map(OrganisationId::new),
                supervisor: index.of(&record, schema::Organisation::SUPERVISOR, findings),
                level: level(&record, findings),
                record,
            }
        })
        .collect()
}

/// Its level; one that no list has is told and stays in the record.
fn level(record: &Record<schema::Organisation>, findings: &mut Findings) -> Option<AdminLevel> {
    let typed = record.get(schema::Organisation::LEVEL)?;
    let level = AdminLevel::parse(typed);
    if level.is_none() {
        unlisted_level(typed, record.span_of(schema::Organisation::LEVEL), findings);
    }
    level
}
