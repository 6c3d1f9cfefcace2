//! `[[organisation]]`.

use super::{circle::parents, names::Names};
use crate::{
    diagnostic::Findings,
    model::{Organisation, OrganisationId},
    record::Record,
    vocabulary::OrganisationKind,
};

pub(super) fn all(records: Vec<Record>, names: &mut Names, findings: &mut Findings) -> Vec<Organisation> {
    for (at, record) in records.iter().enumerate() {
        if let Some(id) = record.text("id") {
            names.organisations.enter(id, OrganisationId::new(at), record.at("id"), findings);
            for key in ["name", "short"] {
                names.organisations.call(record.text(key).unwrap_or_default(), id);
            }
        }
    }
    let index = &names.organisations;
    let above = parents(&records, "parent", &|it, findings| index.find(it, findings).map(OrganisationId::at), findings);
    records
        .into_iter()
        .zip(above)
        .map(|(record, parent)| {
            let name: Box<str> = record.text("name").unwrap_or_default().into();
            Organisation {
                id: record.text("id").unwrap_or_default().into(),
                short: record.text("short").map_or_else(|| name.clone(), Into::into),
                name,
                code: record.text("code").map(Into::into),
                kind: record.word("kind").unwrap_or(OrganisationKind::Agency),
                parent: parent.map(OrganisationId::new),
                supervisor: index.of(&record, "supervisor", findings),
                level: record.word("level"),
                record,
            }
        })
        .collect()
}
