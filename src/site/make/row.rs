//! Entries as rows of a list.

use crate::{
    model::EntryId,
    schema,
    site::{
        Href,
        entry_facts::{summary, validity},
        owner::organisation_name,
        page::{EntryRow, Label},
        site::Site,
    },
    vocabulary::Validity,
};

/// An entry as a row; `wide` rows also have index number and summary.
fn row<'m>(site: &Site<'m>, from: &str, id: EntryId, wide: bool) -> EntryRow<'m> {
    let entry = site.model.entry(id);
    let several = site.model.organisations.len() > 1 && entry.organisation != site.model.site.organisation;
    EntryRow {
        title: (*entry.title).into(),
        href: Href::between(from, &entry.address),
        published: entry.published_day().map_or_else(String::new, |day| day.to_string()).into(),
        document_number: entry.record.get(schema::Entry::NUMBER).map(Into::into),
        index_number: wide.then(|| (*entry.index_number).into()),
        organisation: several.then(|| organisation_name(site.model, entry.organisation).into()),
        summary: if wide { summary(entry).map(Into::into) } else { None },
        mark: validity(entry, site.model.today)
            .filter(|it| !matches!(it, Validity::Valid | Validity::NotYet))
            .map(Label::of),
    }
}

/// Rows of `ids`, in their order.
pub(super) fn rows<'m>(site: &Site<'m>, from: &str, ids: &[EntryId], wide: bool) -> Vec<EntryRow<'m>> {
    ids.iter().map(|&id| row(site, from, id, wide)).collect()
}
