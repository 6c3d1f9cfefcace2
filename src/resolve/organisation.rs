//! `[[organisation]]`.

use super::{
    circle::parents,
    names::{self, Names},
    unlisted::unlisted_level,
};
use crate::{
    diagnostic::{Edit, Findings},
    model::{Organisation, OrganisationId},
    record::{Record, schema},
    source::Span,
    vocabulary::{AdminLevel, OrganisationKind, Word, nearest_of},
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

/// Tells an `office` that is none of those the organisation has (0009, as a warning); where it lists none, any will do.
pub(super) fn office_of(organisation: &Organisation, office: &str, span: Span, findings: &mut Findings) {
    let offices = || organisation.office_names();
    if offices().next().is_none() {
        return;
    }
    let known = |it: &str| offices().any(|office| office.trim() == it.trim());
    for one in office.split(['、', '，', ',', '；']).filter(|it| !it.trim().is_empty() && !known(it)) {
        let (name, id) = (&organisation.name, &organisation.id);
        let near = nearest_of(offices(), one.trim(), 0.5);
        let what = words! { zh: "内设机构", en: "office" };
        let finding = names::dangling(one.trim(), what, near, span, findings);
        finding.lesser().label(text! { zh: "“{name}”没有登记这个科室", en: "none of the offices of {name}" });
        match near {
            Some(near) if office.trim() == one.trim() => finding.help(text! {
                zh: "是不是“{near}”？不是的，在机构 {id} 的 offices 里加上“{one}”",
                en: "`{near}`? If not, add `{one}` to the `offices` of {id}",
            }),
            _ => finding.help(text! {
                zh: "在机构 {id} 的 offices 里加上“{one}”，或者改成已有的科室",
                en: "add `{one}` to the `offices` of {id}, or write one that it has",
            }),
        };
        if near.is_none()
            && let Some(first) = organisation.record.spanned(schema::Organisation::OFFICES).next()
            && first.span != organisation.record.span_of(schema::Organisation::OFFICES)
            && !one.contains(['"', '\\'])
        {
            finding.fix([Edit::new(first.span.start(), format!("\"{}\", ", one.trim()), false)]);
            continue;
        }
        // An edit replaces the whole value: where several are written that would take the others away.
        if office.trim() != one.trim() {
            finding.fix([]);
        }
    }
}
