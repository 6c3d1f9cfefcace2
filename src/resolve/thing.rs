//! The smaller tables: fields, registers, projects, accounts, nil reports, duties that do not apply, addresses gone.

use super::{circle::parents, names::Names};
use crate::{
    diagnostic::Findings,
    model::{Account, AccountId, Field, FieldId, Gone, Nil, NotApplicable, Project, ProjectId, Register, RegisterId},
    record::Record,
    table,
    vocabulary::CellType,
};

/// `[[field]]`.
pub(super) fn fields(records: Vec<Record>, names: &mut Names, findings: &mut Findings) -> Vec<Field> {
    for (at, record) in records.iter().enumerate() {
        if let Some(id) = record.text("id") {
            names.fields.enter(id, FieldId::new(at), record.at("id"), findings);
        }
    }
    let index = &names.fields;
    let above = parents(&records, "parent", &|it, findings| index.find(it, findings).map(FieldId::at), findings);
    let make = |(record, parent): (Record, Option<usize>)| Field {
        id: record.text("id").unwrap_or_default().into(),
        title: record.text("title").unwrap_or_default().into(),
        parent: parent.map(FieldId::new),
        record,
    };
    records.into_iter().zip(above).map(make).collect()
}

/// `[[project]]`.
pub(super) fn projects(records: Vec<Record>, names: &mut Names, findings: &mut Findings) -> Vec<Project> {
    records
        .into_iter()
        .enumerate()
        .map(|(at, record)| {
            if let Some(id) = record.text("id") {
                names.projects.enter(id, ProjectId::new(at), record.at("id"), findings);
            }
            Project {
                id: record.text("id").unwrap_or_default().into(),
                title: record.text("title").unwrap_or_default().into(),
                code: record.text("code").map(Into::into),
                stage: record.word("stage"),
                organisation: names.organisations.of(&record, "organisation", findings),
                record,
            }
        })
        .collect()
}

/// `[[account]]`.
pub(super) fn accounts(records: Vec<Record>, names: &mut Names, findings: &mut Findings) -> Vec<Account> {
    records
        .into_iter()
        .enumerate()
        .map(|(at, record)| {
            if let Some(id) = record.text("id") {
                names.accounts.enter(id, AccountId::new(at), record.at("id"), findings);
            }
            Account {
                id: record.text("id").unwrap_or_default().into(),
                name: record.text("name").unwrap_or_default().into(),
                platform: record.word("platform"),
                closed: record.day("closed"),
                record,
            }
        })
        .collect()
}

/// `[[register]]`, and those built in whose ids the author did not take.
pub(super) fn registers(records: Vec<Record>, names: &mut Names, findings: &mut Findings) -> Vec<Register> {
    let mut registers: Vec<Register> = Vec::new();
    for record in records {
        let id = record.text("id").unwrap_or_default().to_owned();
        names.registers.enter(&id, RegisterId::new(registers.len()), record.at("id"), findings);
        let columns = record
            .records("columns")
            .map(|column| table::Column {
                name: column.text("name").unwrap_or_default().to_owned(),
                kind: column.word("type").unwrap_or(CellType::Text),
                required: column.flag("required").unwrap_or(false),
                unique: column.flag("unique").unwrap_or(false),
                values: column.texts("values").map(|it| it.value.to_owned()).collect(),
            })
            .collect();
        let schema = table::Schema {
            title: record.text("title").unwrap_or_default().to_owned(),
            public: record.flag("public").unwrap_or(true),
            id: id.clone(),
            columns,
        };
        registers.push(Register { id: id.into(), schema });
    }
    for schema in table::builtin() {
        if names.registers.get(&schema.id).is_none() {
            let at = RegisterId::new(registers.len());
            let nowhere = Record::empty(crate::source::FileId(0)).span();
            names.registers.enter(&schema.id, at, nowhere, findings);
            registers.push(Register { id: schema.id.as_str().into(), schema });
        }
    }
    registers
}

/// `[[nil]]`.
pub(super) fn nils(records: Vec<Record>, names: &Names, findings: &mut Findings) -> Vec<Nil> {
    let mut nils = Vec::with_capacity(records.len());
    for record in records {
        let item = names.items.of(&record, "item", findings);
        if let (Some(item), Some(period)) = (item, record.period("period")) {
            nils.push(Nil { item, period, record });
        }
    }
    nils
}

/// `[[not_applicable]]`.
pub(super) fn not_applicable(records: Vec<Record>, names: &Names, findings: &mut Findings) -> Vec<NotApplicable> {
    records
        .into_iter()
        .map(|record| NotApplicable {
            duty: record.text("duty").unwrap_or_default().into(),
            organisation: names.organisations.of(&record, "organisation", findings),
        })
        .collect()
}

/// `[[gone]]`.
pub(super) fn gone(records: Vec<Record>) -> Vec<Gone> {
    let make = |record: Record| Gone {
        address: record.text("address").unwrap_or_default().into(),
        on: record.day("on"),
        record,
    };
    records.into_iter().map(make).collect()
}
