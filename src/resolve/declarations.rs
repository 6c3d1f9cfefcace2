//! The smaller tables: fields, registers, projects, accounts, nil reports, duties that do not apply, addresses gone.

use super::{circle::parents, names::Names, old_address};
use crate::{
    diagnostic::{Edit, Findings},
    model::{
        Account, AccountId, Base, Field, FieldId, Gone, Millionths, Nil, NotApplicable, Organisation, Project,
        ProjectId, Register, RegisterId, Site, Target,
    },
    record::{Record, schema},
    source::Span,
    syntax::UNKNOWN_VALUE,
    table,
    vocabulary::CellType,
};

/// `[[field]]`.
pub(super) fn fields(records: Vec<Record<schema::Field>>, names: &mut Names, findings: &mut Findings) -> Vec<Field> {
    for (at, record) in records.iter().enumerate() {
        if let Some(id) = record.get(schema::Field::ID) {
            names.fields.enter(id, FieldId::new(at), record.span_of(schema::Field::ID), findings);
            names.fields.call(record.get(schema::Field::TITLE).unwrap_or_default(), id);
        }
    }
    let index = &names.fields;
    let above = parents(
        &records,
        (schema::Field::ID, schema::Field::PARENT),
        &|it, findings| index.find(it, findings).map(FieldId::at),
        findings,
    );
    let make = |(record, parent): (Record<schema::Field>, Option<usize>)| Field {
        id: record.get(schema::Field::ID).unwrap_or_default().into(),
        title: record.get(schema::Field::TITLE).unwrap_or_default().into(),
        parent: parent.map(FieldId::new),
        record,
    };
    records.into_iter().zip(above).map(make).collect()
}

/// `[[project]]`.
pub(super) fn projects(
    records: Vec<Record<schema::Project>>,
    names: &mut Names,
    findings: &mut Findings,
) -> Vec<Project> {
    records
        .into_iter()
        .enumerate()
        .map(|(at, record)| {
            if let Some(id) = record.get(schema::Project::ID) {
                names.projects.enter(id, ProjectId::new(at), record.span_of(schema::Project::ID), findings);
                names.projects.call(record.get(schema::Project::TITLE).unwrap_or_default(), id);
            }
            Project {
                id: record.get(schema::Project::ID).unwrap_or_default().into(),
                title: record.get(schema::Project::TITLE).unwrap_or_default().into(),
                code: record.get(schema::Project::CODE).map(Into::into),
                stage: record.get(schema::Project::STAGE),
                organisation: names.organisations.of(&record, schema::Project::ORGANISATION, findings),
                record,
            }
        })
        .collect()
}

/// `[[account]]`.
pub(super) fn accounts(
    records: Vec<Record<schema::Account>>,
    names: &mut Names,
    findings: &mut Findings,
) -> Vec<Account> {
    records
        .into_iter()
        .enumerate()
        .map(|(at, record)| {
            if let Some(id) = record.get(schema::Account::ID) {
                names.accounts.enter(id, AccountId::new(at), record.span_of(schema::Account::ID), findings);
                names.accounts.call(record.get(schema::Account::NAME).unwrap_or_default(), id);
            }
            Account {
                id: record.get(schema::Account::ID).unwrap_or_default().into(),
                name: record.get(schema::Account::NAME).unwrap_or_default().into(),
                platform: record.get(schema::Account::PLATFORM),
                closed: record.get(schema::Account::CLOSED),
                record,
            }
        })
        .collect()
}

/// `[[register]]`, and those built in whose ids the author did not take.
pub(super) fn registers(
    records: Vec<Record<schema::Register>>,
    names: &mut Names,
    findings: &mut Findings,
) -> Vec<Register> {
    let mut registers: Vec<Register> = Vec::new();
    for record in records {
        let id = record.get(schema::Register::ID).unwrap_or_default().to_owned();
        names.registers.enter(&id, RegisterId::new(registers.len()), record.span_of(schema::Register::ID), findings);
        names.registers.call(record.get(schema::Register::TITLE).unwrap_or_default(), &id);
        let schema = register_schema(&record);
        registers.push(Register { id: id.into(), schema });
    }
    for schema in table::builtin() {
        if names.registers.get(&schema.id).is_none() {
            let at = RegisterId::new(registers.len());
            let nowhere = Record::<schema::Register>::empty(crate::source::FileId(0)).span();
            names.registers.enter(&schema.id, at, nowhere, findings);
            names.registers.call(&schema.title, &schema.id);
            registers.push(Register { id: schema.id.as_str().into(), schema });
        }
    }
    registers
}

/// The columns that a `[[register]]` says.
pub fn register_schema(record: &Record<schema::Register>) -> table::Schema {
    let columns = record
        .all(schema::Register::COLUMNS)
        .map(|column| table::Column {
            name: column.get(schema::RegisterColumn::NAME).unwrap_or_default().to_owned(),
            kind: column.get(schema::RegisterColumn::TYPE).unwrap_or(CellType::Text),
            required: column.get(schema::RegisterColumn::REQUIRED).unwrap_or(false),
            unique: column.get(schema::RegisterColumn::UNIQUE).unwrap_or(false),
            values: column.all(schema::RegisterColumn::VALUES).map(str::to_owned).collect(),
        })
        .collect();
    table::Schema {
        title: record.get(schema::Register::TITLE).unwrap_or_default().to_owned(),
        public: record.get(schema::Register::PUBLIC).unwrap_or(true),
        id: record.get(schema::Register::ID).unwrap_or_default().to_owned(),
        columns,
    }
}

/// `[[target]]`.
pub(super) fn targets(records: Vec<Record<schema::Target>>, names: &Names, findings: &mut Findings) -> Vec<Target> {
    let mut targets = Vec::with_capacity(records.len());
    for record in records {
        let organisation = names.organisations.of(&record, schema::Target::ORGANISATION, findings);
        let (disclosure, period) = (record.get(schema::Target::DISCLOSURE), record.get(schema::Target::PERIOD));
        // What is not known is told; without it all would be judged by a target that is for a part.
        let lost = (organisation.is_none() && record.has(schema::Target::ORGANISATION))
            || (disclosure.is_none() && record.has(schema::Target::DISCLOSURE))
            || (period.is_none() && record.has(schema::Target::PERIOD));
        let typed = record.get(schema::Target::AT_LEAST);
        let at_least = typed.and_then(|it| share(it, record.span_of(schema::Target::AT_LEAST), findings));
        let (Some(measure), Some(at_least), false) = (record.get(schema::Target::MEASURE), at_least, lost) else {
            continue;
        };
        targets.push(Target { record, measure, disclosure, organisation, period, at_least });
    }
    targets
}

/// `0.95` as a share; what is none is told (0007).
pub(super) fn share(typed: &str, span: Span, findings: &mut Findings) -> Option<Millionths> {
    read_share(typed).map_err(|guess| no_share(span, guess, findings)).ok()
}

/// `0.95` as a share; where it is none, what may have been meant: `95` is a percentage.
fn read_share(typed: &str) -> Result<Millionths, Option<Millionths>> {
    let number = typed.parse::<f64>().map_err(|_| None)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between nought and a million")]
    let millionths = |share: f64| (share > 0.0 && share <= 1.0).then(|| Millionths((share * 1e6).round() as u32));
    millionths(number).ok_or_else(|| millionths(number / 100.0))
}

fn no_share(span: Span, guess: Option<Millionths>, findings: &mut Findings) {
    let text = text! { zh: "目标要写成大于 0、不大于 1 的小数", en: "a target is a number above 0 and not above 1" };
    let finding = findings.raise(&UNKNOWN_VALUE, span, text);
    match guess {
        Some(Millionths(guess)) => {
            let written = f64::from(guess) / 1e6;
            finding
                .help(text! { zh: "95% 写作 0.95；改为：\nat_least = {written}", en: "95 % is written 0.95:\nat_least = {written}" })
                .fix([Edit::guess(span, &written.to_string())]);
        }
        None => {
            finding.help(text! { zh: "95% 写作 at_least = 0.95", en: "95 % is written at_least = 0.95" });
        }
    }
}

/// `[[nil]]`.
pub(super) fn nils(records: Vec<Record<schema::Nil>>, names: &Names, findings: &mut Findings) -> Vec<Nil> {
    let mut nils = Vec::with_capacity(records.len());
    for record in records {
        let item = names.items.of(&record, schema::Nil::ITEM, findings);
        if let (Some(item), Some(period)) = (item, record.get(schema::Nil::PERIOD)) {
            nils.push(Nil { item, period, record });
        }
    }
    nils
}

/// `[[not_applicable]]`.
pub(super) fn not_applicable(
    records: Vec<Record<schema::NotApplicable>>,
    names: &Names,
    findings: &mut Findings,
) -> Vec<NotApplicable> {
    records
        .into_iter()
        .map(|record| NotApplicable {
            duty: record.get(schema::NotApplicable::DUTY).unwrap_or_default().into(),
            organisation: names.organisations.of(&record, schema::NotApplicable::ORGANISATION, findings),
            record,
        })
        .collect()
}

/// `[[base]]`. One whose organisation is not known, which is told, binds nobody: all would be judged by what is for one.
pub(super) fn bases(records: Vec<Record<schema::Base>>, names: &Names, findings: &mut Findings) -> Vec<Base> {
    let mut bases = Vec::with_capacity(records.len());
    for record in records {
        let organisation = names.organisations.of(&record, schema::Base::ORGANISATION, findings);
        if organisation.is_some() || !record.has(schema::Base::ORGANISATION) {
            bases.push(Base { organisation, record });
        }
    }
    bases
}

/// `[[gone]]`. One without an address, which is told, is of no page.
pub(super) fn gone(records: Vec<Record<schema::Gone>>, site: &Site, organisations: &[Organisation]) -> Vec<Gone> {
    let make = |record: Record<schema::Gone>| {
        let address: Box<str> = record.get(schema::Gone::ADDRESS)?.into();
        let place = old_address::place(&address, site, organisations);
        Some(Gone { address, place, on: record.get(schema::Gone::ON), record })
    };
    records.into_iter().filter_map(make).collect()
}
