//! Entries as rows of a list, and the ways from a page of a list to its other pages.

use super::link::{entry_link, href};
use crate::{
    model::{Entry, EntryId},
    record::schema,
    site::{
        Href,
        archive::has_archive,
        documents::binding,
        entry_facts::{organisation_name, summary, validity},
        list::ListId,
        page::{EntryRow, Label, Pager},
        route::PageId,
        site::Site,
    },
    vocabulary::{Validity, Word},
};

/// An entry as a row; `wide` rows also have a summary.
fn row<'m>(site: &Site<'m>, from: &str, id: EntryId, wide: bool) -> EntryRow<'m> {
    let entry = site.model.entry(id);
    let several = site.model.organisations.len() > 1 && entry.organisation != site.model.site.organisation;
    EntryRow {
        title: entry.title().into(),
        href: Href::between(from, &entry.address),
        published: entry.published_day().map_or_else(String::new, |day| day.to_string()).into(),
        document_number: entry.record.get(schema::Entry::NUMBER).map(Into::into),
        kind: None,
        organisation: several.then(|| organisation_name(site.model, entry.organisation).into()),
        summary: if wide { summary(entry).map(Into::into) } else { None },
        mark: validity(entry, site.model.today)
            .filter(|it| !matches!(it, Validity::Valid | Validity::NotYet))
            .map(Label::of),
        genre: None,
        ended: None,
        interpretations: Vec::new(),
    }
}

/// Rows of `ids`, in their order.
pub(super) fn rows<'m>(site: &Site<'m>, from: &str, ids: &[EntryId], wide: bool) -> Vec<EntryRow<'m>> {
    ids.iter().map(|&id| row(site, from, id, wide)).collect()
}

/// The same, each with its kind: entries of a list that mixes them.
pub(super) fn mixed_rows<'m>(site: &Site<'m>, from: &str, ids: &[EntryId], wide: bool) -> Vec<EntryRow<'m>> {
    let row = |&id| EntryRow { kind: Some(Label::of(site.model.entry(id).kind)), ..row(site, from, id, wide) };
    ids.iter().map(row).collect()
}

/// The same of documents: their class where it binds, their genre, what interprets them, and since when one is in force no more.
pub(super) fn document_rows<'m>(site: &Site<'m>, from: &str, ids: &[EntryId]) -> Vec<EntryRow<'m>> {
    let row = |&id: &EntryId| {
        let entry = site.model.entry(id);
        let mut interpretations: Vec<EntryId> = site.referring(id, schema::Entry::INTERPRETS).collect();
        interpretations.sort_unstable();
        interpretations.dedup();
        EntryRow {
            kind: binding(entry).map(Label::of),
            genre: entry.record.get(schema::Entry::GENRE).map(Into::into),
            ended: site.lists.ended_on(id).and_then(|_| ended(entry)).map(Into::into),
            interpretations: interpretations.into_iter().map(|it| entry_link(site, from, it)).collect(),
            ..row(site, from, id, true)
        }
    };
    ids.iter().map(row).collect()
}

/// What is written of the end of a document.
fn ended(entry: &Entry) -> Option<String> {
    let record = &entry.record;
    let since = |day| {
        let word = record.get(schema::Entry::VALIDITY).map_or(Validity::Lapsed.label(), Word::label);
        format!("自{day}起{word}")
    };
    let expires = |day| format!("有效期至{day}");
    record.get(schema::Entry::SINCE).map(since).or_else(|| record.get(schema::Entry::EXPIRES).map(expires))
}

/// Where page `number` of `list` stands among its pages.
pub(super) fn pager(site: &Site<'_>, from: &str, list: ListId, number: Option<u32>) -> Pager<'static> {
    let pages = site.lists.pages(list);
    let page = |number: Option<u32>| href(site, from, PageId::List(list, number));
    let newer = match number {
        None => None,
        Some(number) if number == pages => Some(page(None)),
        Some(number) => Some(page(Some(number + 1))),
    };
    let older = match number {
        None => (pages > 0).then(|| page(Some(pages))),
        Some(1) => None,
        Some(number) => Some(page(Some(number - 1))),
    };
    let day = |id: Option<&EntryId>| Some(site.lists.day(site.model, list, *id?)?.to_string());
    let shown = site.lists.page(list, number);
    let from_day = day(shown.last());
    let to_day = day(shown.first()).filter(|it| Some(it) != from_day.as_ref());
    Pager {
        total: number.is_none().then(|| site.lists.count(site.model, list) as u64),
        number: number.map(u64::from),
        newest: number.map(|_| page(None)),
        newer,
        older,
        oldest: (pages > 0 && number != Some(1)).then(|| page(Some(1))),
        to: to_day.map(Into::into),
        from: from_day.map(Into::into),
        archive: has_archive(&site.lists, list).then(|| href(site, from, PageId::Archive(list, None))),
    }
}
