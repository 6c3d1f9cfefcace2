//! What the search is made from: which documents there are, in which order, and what of each is searched.

use std::{borrow::Cow, collections::BTreeMap};

use crate::{
    day::Day,
    model::{EntryId, OrganisationId},
    record::schema,
    site::{
        entry_facts::validity,
        files::PublishedFile,
        list::ListId,
        make::{entry_lines, organisation_lines},
        route::PageId,
        site::Site,
    },
    source::FileId,
    vocabulary::{EntryKind, Validity, Word},
};

/// A page that a search may find.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SearchDocument {
    Organisation(OrganisationId),
    Entry(EntryId),
}

/// What is said of a document besides its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchFacts<'m> {
    /// Its page, from the site's root.
    pub address: Cow<'m, str>,
    pub day: Option<Day>,
    /// Its place in [`search_kinds`].
    pub kind: u8,
    /// Whose: its place in [`search_organisations`].
    pub organisation: u16,
    /// Document number and index number.
    pub numbers: Vec<&'m str>,
    pub title: &'m str,
    /// One that somebody wrote.
    pub summary: &'m str,
    /// What its page says beside the text, a line each.
    pub lines: String,
    /// The files that it publishes, with their names.
    pub attachments: Vec<(FileId, &'m str)>,
}

/// The documents: organisations, then entries by day and address, so that a new entry is the last.
pub fn search_documents(site: &Site<'_>) -> Vec<SearchDocument> {
    let body = |it| match it {
        PageId::List(ListId::Organisation(id), None) => Some(SearchDocument::Organisation(id)),
        _ => None,
    };
    let mut documents: Vec<_> = site.pages().into_iter().filter_map(body).collect();
    let mut entries: Vec<EntryId> = site.entries().collect();
    entries.sort_by_cached_key(|&id| {
        let entry = site.model.entry(id);
        (entry.published_day(), &*entry.address)
    });
    documents.extend(entries.into_iter().map(SearchDocument::Entry));
    documents
}

/// Key and label of each kind; organisations come last.
pub fn search_kinds() -> Vec<(String, String)> {
    let kinds = EntryKind::ALL.iter().map(|it| (it.key(), it.label()));
    kinds.chain([("organisation", "机构")]).map(|(key, label)| (key.to_owned(), label.to_owned())).collect()
}

/// The names of organisations; the last, which is empty, for what is nobody's.
pub fn search_organisations(site: &Site<'_>) -> Vec<String> {
    let names = site.model.organisations.iter().map(|it| it.name.to_string());
    names.chain([String::new()]).collect()
}

/// The first document of each year.
pub fn search_years(site: &Site<'_>, documents: &[SearchDocument]) -> Vec<(i32, u32)> {
    let mut years = BTreeMap::new();
    for (at, document) in (0..).zip(documents) {
        let SearchDocument::Entry(id) = *document else { continue };
        if let Some(day) = site.model.entry(id).published_day() {
            years.entry(day.year()).or_insert(at);
        }
    }
    years.into_iter().collect()
}

/// What is said of `document`.
pub fn search_facts<'m>(site: &Site<'m>, document: SearchDocument) -> SearchFacts<'m> {
    let model = site.model;
    let place = |it: Option<OrganisationId>| {
        u16::try_from(it.map_or(model.organisations.len(), OrganisationId::at)).unwrap_or(u16::MAX)
    };
    match document {
        SearchDocument::Organisation(id) => SearchFacts {
            address: site.address(PageId::List(ListId::Organisation(id), None)),
            day: None,
            kind: u8::try_from(EntryKind::ALL.len()).unwrap_or(u8::MAX),
            organisation: place(Some(id)),
            numbers: Vec::new(),
            title: &model.organisation(id).name,
            summary: "",
            lines: organisation_lines(site, id),
            attachments: Vec::new(),
        },
        SearchDocument::Entry(id) => {
            let entry = model.entry(id);
            let number = entry.record.get(schema::Entry::NUMBER);
            let name =
                |it: &PublishedFile| (it.file, site.sources.path(it.file).rsplit('/').next().unwrap_or_default());
            SearchFacts {
                address: (&*entry.address).into(),
                day: entry.published_day(),
                kind: u8::try_from(entry.kind.ordinal()).unwrap_or(u8::MAX),
                organisation: place(entry.organisation.or(model.site.organisation)),
                numbers: number.into_iter().chain([&*entry.index_number]).collect(),
                title: entry.title(),
                summary: entry.record.get(schema::Entry::SUMMARY).unwrap_or_default(),
                lines: entry_lines(site, id),
                attachments: site.files_of(id).iter().map(name).collect(),
            }
        }
    }
}

/// Whether `document` is no longer in force.
pub fn is_lapsed(site: &Site<'_>, document: SearchDocument) -> bool {
    let SearchDocument::Entry(id) = document else { return false };
    matches!(validity(site.model.entry(id), site.model.today), Some(Validity::Lapsed | Validity::Repealed))
}
