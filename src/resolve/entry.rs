//! One entry against the catalogue: what it serves, whose it is, whether it is public.

use std::collections::BTreeMap;

use super::{Catalogue, item::set, organisation::office_of, unlisted::unlisted_channel};
use crate::{
    day::Moment,
    diagnostic::{Edit, Findings},
    model::{Attachment, Entry, ItemId, Reviews, State, Typed},
    record::{Record, Spanned, View, schema},
    source::{FileId, Role, Source, Sources, Span, join},
    syntax::Document,
    vocabulary::{Disclosure, EntryKind, Facet, Set, nearest_of},
};

/// What is known of a table: the heads of its columns, and how many rows it has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableHead {
    /// The sheet it stands on; empty for a CSV.
    pub sheet: Box<str>,
    /// The heads.
    pub columns: Box<[Box<str>]>,
    pub rows: u32,
}

/// What is known of the files beside the entries.
#[derive(Clone, Copy, Debug)]
pub struct Attachments<'a> {
    /// All files.
    pub sources: &'a Sources,
    /// Heads and number of rows of every table that was read; of a workbook each sheet's.
    pub tables: &'a BTreeMap<FileId, &'a [TableHead]>,
}

impl Attachments<'_> {
    /// The file that `path`, written in `from`, names; none where it is missing or leads out of `content/`.
    pub fn find(&self, from: FileId, path: &str) -> Option<FileId> {
        let path = join(self.sources.path(from), path)?;
        let file = self.sources.find(&path)?;
        matches!(self.sources.get(file), Source { role: Role::Attachment, .. }).then_some(file)
    }
}

/// So many files of a folder are looked at for the one that was meant.
const NEIGHBOURS: usize = 500;

impl Attachments<'_> {
    /// The files that `path`, which names none, probably means: several in one text, the same name in other letters or with another
    /// ending, the nearest name of the folder.
    fn meant(&self, from: FileId, path: &str) -> Box<[Box<str>]> {
        let parts: Vec<&str> = path.split(['、', '，', ',', '；', ';']).map(str::trim).collect();
        let is_file =
            |it: &&str| it.rsplit_once('.').is_some_and(|(name, ending)| !name.is_empty() && is_ending(ending));
        if parts.len() > 1 && parts.iter().all(is_file) {
            return parts.into_iter().map(Into::into).collect();
        }
        let proper = path.trim().replace(['\\', '／'], "/");
        if self.find(from, &proper).is_some() {
            return [proper.into()].into();
        }
        let (folder, name) = proper.rsplit_once('/').unwrap_or(("", &proper));
        let Some(below) = join(self.sources.path(from), if folder.is_empty() { "." } else { folder }) else {
            return Box::default();
        };
        let there: Vec<&str> = self.sources.below(&below).take(NEIGHBOURS).map(|it| &*it.path).collect();
        let names = || there.iter().filter_map(|it| it.get(below.len() + 1..)).filter(|it| !it.contains('/'));
        let names = || names().filter(|it| it.rsplit_once('.').is_none_or(|it| !it.1.eq_ignore_ascii_case("md")));
        let fold = |it: &str| it.chars().filter(|it| !it.is_whitespace()).collect::<String>().to_lowercase();
        let stem = |it: &str| fold(it.rsplit_once('.').map_or(it, |it| it.0));
        let same = names().find(|it| fold(it) == fold(name));
        let found =
            same.or_else(|| names().find(|it| stem(it) == stem(name))).or_else(|| nearest_of(names(), name, 0.6));
        let whole = |it: &str| if folder.is_empty() { it.into() } else { [folder, "/", it].concat().into() };
        found.map(whole).into_iter().collect()
    }
}

/// Whether `ending` is one that names of files have.
fn is_ending(ending: &str) -> bool {
    (2..=5).contains(&ending.len()) && ending.bytes().all(|it| it.is_ascii_alphanumeric())
}

/// Resolves one entry. Its references to other entries, its number and its address come when all entries are known.
pub fn entry(document: Document, catalogue: &Catalogue, files: Attachments<'_>, findings: &mut Findings) -> Entry {
    let Document { file, record, mut body, .. } = document;
    let (model, names) = (&catalogue.model, &catalogue.names);
    let items: Box<[ItemId]> = names.items.all(&record, schema::Entry::ITEM, findings).into();
    let home = items.first().map(|&id| model.item(id));
    // What is not said is what the item takes: a document, or else what it names first.
    let its_own = home.filter(|item| !item.kinds.contains(EntryKind::Document));
    let its_own = its_own.and_then(|item| item.record.all(schema::Item::KIND).next());
    let kind = record.get(schema::Entry::KIND).or(its_own).unwrap_or(EntryKind::Document);
    // Of an item that nothing is, the kind is not known: its keys are judged once the item is.
    let is_known = home.is_some() || !record.has(schema::Entry::ITEM);
    if !record.has(schema::Entry::KIND) && is_known {
        crate::syntax::kind_keys(&record, kind, findings);
    }
    let own: Set<Disclosure> = set(&record, schema::Entry::DISCLOSURE);
    let inherited = |all: Set<Disclosure>, &id: &ItemId| all.union(model.item(id).disclosures);
    let facets = |all: Set<Facet>, &id: &ItemId| all.union(model.item(id).facets);
    let state = state(&record, catalogue);
    // What was to be published on a day that has come was published on it.
    let come = record.get(schema::Entry::PUBLISH_ON).filter(|_| state == State::Published);
    let come = come.map(|day| Moment { day, time: None });
    let own_facets = set(&record, schema::Entry::FACET).union(facet_of(kind));
    // News of a response is none: it counts only where its author says so.
    let inherits = !matches!(kind, EntryKind::News | EntryKind::Post);
    // What nobody will ask for is not kept: there may be a million entries.
    if record.has(schema::Entry::SUMMARY) {
        body.summary = Box::default();
    }
    if !items.iter().any(|&id| model.item(id).asks_the_text()) {
        body.marks.drop_labels();
    }
    for it in record.all(schema::Entry::CHANNELS) {
        if let Some(typed) = it.get(schema::PublishedAt::CHANNEL) {
            unlisted_channel(typed, it.span_of(schema::PublishedAt::CHANNEL), findings);
        }
    }
    let organisation = match names.organisations.of(&record, schema::Entry::ORGANISATION, findings) {
        None if !record.has(schema::Entry::ORGANISATION) => {
            home.and_then(|item| item.organisation).or(model.site.organisation)
        }
        named => named,
    };
    if let (Some(office), Some(id)) = (record.get(schema::Entry::OFFICE), organisation) {
        office_of(model.organisation(id), office, record.span_of(schema::Entry::OFFICE), findings);
    }
    Entry {
        file,
        name: files.sources.entry_name(file).unwrap_or_default().into(),
        kind,
        organisation,
        office: record.get(schema::Entry::OFFICE).or(home.and_then(|item| item.office.as_deref())).map(Into::into),
        disclosures: if own.is_empty() { items.iter().fold(own, inherited) } else { own },
        facets: inherits.then_some(&items).into_iter().flatten().fold(own_facets, facets),
        made: record.get(schema::Entry::MADE),
        published: record.get(schema::Entry::PUBLISHED).or(come),
        state,
        index_number: Box::default(),
        locked_number: None,
        kept: false,
        series: None,
        address: Box::default(),
        released: None,
        first_published: None,
        relations: Box::default(),
        project: names.projects.of(&record, schema::Entry::PROJECT, findings),
        table: table(&record, file, home.and_then(|item| item.register), catalogue, files, findings),
        attachments: attachments(&record, file, files),
        items,
        reviews: Reviews::of(&record),
        record,
        body,
        names: None,
    }
}

/// What a kind means by itself: an interpretation interprets, wherever its item stands.
fn facet_of(kind: EntryKind) -> Set<Facet> {
    let facet = match kind {
        EntryKind::Interpretation => Some(Facet::Interpretation),
        EntryKind::OpinionResponse => Some(Facet::Response),
        EntryKind::Consultation | EntryKind::ConsultationResult | EntryKind::Message => Some(Facet::Participation),
        _ => None,
    };
    facet.into_iter().collect()
}

fn state(record: &Record<schema::Entry>, catalogue: &Catalogue) -> State {
    let today = catalogue.model.today;
    if record.get(schema::Entry::DRAFT) == Some(true) {
        State::Draft
    } else if record.get(schema::Entry::WITHDRAW_ON).is_some_and(|day| day <= today) {
        State::Withdrawn
    } else if record.get(schema::Entry::PUBLISH_ON).is_some_and(|day| day > today) {
        State::Scheduled
    } else {
        State::Published
    }
}

fn attachments(record: &Record<schema::Entry>, file: FileId, files: Attachments<'_>) -> Box<[Attachment]> {
    let make = |path: &str, checked: bool, span: Span| {
        let found = files.find(file, path);
        let size = found.map_or(0, |id| files.sources.get(id).size);
        let meant = if found.is_none() { files.meant(file, path) } else { Box::default() };
        Attachment { path: path.into(), file: found, size, checked, meant, span }
    };
    let checked = |it: View<'_, schema::Attachment>| it.has(schema::Attachment::CHECKED);
    record
        .all(schema::Entry::ATTACHMENTS)
        .filter_map(|it| {
            Some(make(it.get(schema::Attachment::FILE)?, checked(it), it.span_of(schema::Attachment::FILE)))
        })
        .collect()
}

fn table(
    record: &Record<schema::Entry>,
    file: FileId,
    register: Option<crate::model::RegisterId>,
    catalogue: &Catalogue,
    files: Attachments<'_>,
    findings: &mut Findings,
) -> Option<Box<Typed>> {
    let table = record.get(schema::Entry::TABLE)?;
    let register = match table.get(schema::TypedTable::REGISTER) {
        Some(value) => catalogue
            .names
            .registers
            .find(Spanned { value, span: table.span_of(schema::TypedTable::REGISTER) }, findings),
        None => register,
    };
    let rows = files.find(file, table.get(schema::TypedTable::FILE)?)?;
    let tables = files.tables.get(&rows)?;
    let named = table.get(schema::TypedTable::SHEET);
    let sheet = named.and_then(|name| {
        let found = tables.iter().find(|it| *it.sheet == *name.trim());
        if found.is_none() {
            let (name, there) = (name.trim(), tables.iter().map(|it| &*it.sheet));
            no_sheet(name, there, table.span_of(schema::TypedTable::SHEET), findings);
        }
        found
    });
    let TableHead { columns, rows: count, .. } = sheet.or_else(|| tables.first())?.clone();
    Some(Box::new(Typed { file: rows, sheet: sheet.map(|it| it.sheet.clone()), register, columns, rows: count }))
}

/// Tells that a workbook shows no sheet of this name, and which it shows.
fn no_sheet<'a>(name: &str, there: impl Iterator<Item = &'a str>, span: Span, findings: &mut Findings) {
    let names: Vec<&str> = there.filter(|it| !it.is_empty()).collect();
    let what = words! { zh: "工作表", en: "sheet" };
    let finding = super::names::dangling(name, what, None, span, findings);
    let (zh, en) = (names.join("、"), names.join(", "));
    finding.help(match names.as_slice() {
        [] => text! { zh: "这个文件没有可以公开的工作表；CSV 不分工作表，删去 sheet", en: "the file shows no sheets; a CSV has none: delete `sheet`" },
        _ => text! { zh: "文件里看得见的工作表：{zh}（隐藏的不能用）", en: "the sheets that are not hidden: {en}" },
    });
    if let [only] = names[..] {
        finding.fix([Edit::guess(span, only)]);
    }
}
