//! What pages, indices and the feed say alike of an entry: its summary, its validity, its last change, whose it is.

use crate::{
    day::Day,
    model::{Entry, Model, Organisation, OrganisationId},
    record::schema,
    vocabulary::Validity,
};

/// The author's summary, else the first sentences of the text.
pub fn summary(entry: &Entry) -> Option<&str> {
    let derived = Some(&*entry.body.summary).filter(|it| !it.is_empty());
    entry.record.get(schema::Entry::SUMMARY).or(derived)
}

/// Validity on the day `today`: what the author wrote, and what a day has changed since.
pub fn validity(entry: &Entry, today: Day) -> Option<Validity> {
    let record = &entry.record;
    let written = record.get(schema::Entry::VALIDITY);
    let settled = written.is_some_and(|it| !matches!(it, Validity::Valid | Validity::NotYet));
    // What is repealed from a day to come is in force until then.
    let written = match record.get(schema::Entry::SINCE) {
        Some(day) if settled && day > today => Some(Validity::Valid),
        _ if settled => return written,
        _ => written,
    };
    if record.get(schema::Entry::EXPIRES).is_some_and(|day| day < today) {
        return Some(Validity::Lapsed);
    }
    match record.get(schema::Entry::EFFECTIVE) {
        Some(day) if day > today => Some(Validity::NotYet),
        Some(_) if written == Some(Validity::NotYet) => Some(Validity::Valid),
        _ => written,
    }
}

/// The last day an entry was changed, up to `today`.
pub fn updated(entry: &Entry, today: Day) -> Option<Day> {
    let revised = entry.record.all(schema::Entry::REVISED).filter_map(|it| it.get(schema::Revision::ON));
    let revised = revised.filter(|&day| day <= today);
    entry.published_day().into_iter().chain(revised).max()
}

/// What an account is called that goes by `name`: its id or its name.
pub fn account_name<'m>(model: &'m Model, name: &'m str) -> &'m str {
    model.accounts.iter().find(|it| *it.id == *name).map_or(name, |it| &it.name)
}

fn owner(model: &Model, named: Option<OrganisationId>) -> Option<&Organisation> {
    named.or(model.site.organisation).map(|id| model.organisation(id))
}

/// Its name; empty where none is known.
pub fn organisation_name(model: &Model, named: Option<OrganisationId>) -> &str {
    owner(model, named).map_or("", |it| &it.name)
}

/// Its id; `site` where none is known.
pub fn organisation_id(model: &Model, named: Option<OrganisationId>) -> &str {
    owner(model, named).map_or("site", |it| &it.id)
}
