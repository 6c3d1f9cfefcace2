//! Which machine-readable files there are.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::{
    accounts, catalogue, changes, coverage,
    entries::entry,
    exceptions, institutions, interaction, interpretations,
    national_form::{self, NationalForm},
    open_data::OPEN_DATA,
    organisations, plans, projects, registers,
    registers::DataSheet,
    websites,
};
use crate::{
    model::{Entry, EntryId, OrganisationId, RegisterId, TableAt},
    record::schema as keys,
    site::{
        entry_facts::organisation_id,
        exception::has_exceptions,
        files::media_type,
        institution::has_institutions,
        json::{
            Accounts, Addresses, Catalogue, Changes, Coverage, Entries, EntryText, Exceptions, File, Index, IndexFile,
            Institutions, Interpretations, Messages, Organisations, Plans, Projects, Register, Responses, Websites,
            schema, schema_names,
        },
        route,
        site::Site,
    },
    table::Table,
};

/// How many serials an entry shard holds.
const SHARD: u32 = 1000;

/// What a table is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataFormat {
    Json,
    Csv,
    Xlsx,
}

impl DataFormat {
    pub const ALL: [Self; 3] = [Self::Json, Self::Csv, Self::Xlsx];

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}

/// A machine-readable file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ApiFile {
    Accounts,
    /// `api/v1/catalogue.json`, `.csv`, `.xlsx`
    Catalogue(DataFormat),
    Coverage,
    /// `api/v1/entries.csv`: these entries, by index number.
    EntryTable(Vec<EntryId>),
    Exceptions,
    Changes,
    Interpretations,
    Addresses,
    Websites,
    Institutions,
    Messages,
    Organisations,
    Plans,
    Projects,
    Responses,
    /// `api/v1/schema/{name}.schema.json`: what the files called so hold.
    Schema(&'static str),
    /// `api/v1/registers/{id}.json`, `.csv`, `.xlsx`
    Register(RegisterId, DataFormat),
    /// `api/v1/entries/{organisation}/{year}-{n}.json`; without a year the hand-numbered ones, `other-{n}.json`.
    Entries {
        organisation: Option<OrganisationId>,
        year: Option<i32>,
        /// n = (serial − 1) div 1000.
        part: u32,
        /// The entries, by index number.
        entries: Vec<EntryId>,
    },
    /// The same with their texts, a line each: `{year}-{n}.ndjson`; written where the site asks for it.
    EntryTexts {
        organisation: Option<OrganisationId>,
        year: Option<i32>,
        part: u32,
        entries: Vec<EntryId>,
    },
}

impl ApiFile {
    /// What it is called in the index and its schema; all but entries lie in `api/v1/{name}.json`.
    fn name(&self) -> &'static str {
        match self {
            Self::Accounts => "accounts",
            Self::Addresses => "addresses",
            Self::Catalogue(DataFormat::Json) => "catalogue",
            // Readers of the first version look for the one file that is called `catalogue`.
            Self::Catalogue(_) => "catalogue-table",
            Self::Coverage => "coverage",
            // Not `entries`, which readers of the first version take for shards.
            Self::EntryTable(_) => "entries-table",
            Self::Changes => "changes",
            Self::Exceptions => "exceptions",
            Self::Institutions => "institutions",
            Self::Interpretations => "interpretations",
            Self::Messages => "messages",
            Self::Organisations => "organisations",
            Self::Plans => "plans",
            Self::Projects => "projects",
            Self::Register(..) => "register",
            Self::Responses => "responses",
            Self::Schema(_) => "schema",
            Self::Websites => "websites",
            Self::Entries { .. } => "entries",
            Self::EntryTexts { .. } => "entries-text",
        }
    }
}

/// The shape of a file, ready to be written.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Shape<'a> {
    Accounts(File<'a, Accounts<'a>>),
    Catalogue(File<'a, Catalogue<'a>>),
    Coverage(File<'a, Coverage<'a>>),
    Exceptions(File<'a, Exceptions<'a>>),
    Changes(File<'a, Changes<'a>>),
    Interpretations(File<'a, Interpretations<'a>>),
    Addresses(File<'a, Addresses<'a>>),
    Websites(File<'a, Websites<'a>>),
    Institutions(File<'a, Institutions<'a>>),
    Organisations(File<'a, Organisations<'a>>),
    Plans(File<'a, Plans<'a>>),
    Projects(File<'a, Projects<'a>>),
    Entries(File<'a, Entries<'a>>),
    Messages(File<'a, Messages<'a>>),
    Responses(File<'a, Responses<'a>>),
    Register(File<'a, Register<'a>>),
    /// Rows for a CSV or a workbook.
    #[serde(skip)]
    Sheet(DataFormat, DataSheet<'a>),
    #[serde(skip)]
    Form(DataFormat, NationalForm<'a>),
    /// A row each.
    #[serde(skip)]
    EntryTable(&'a [EntryId]),
    /// A line each.
    #[serde(skip)]
    EntryTexts(&'a [EntryId]),
    Index(File<'a, Index<'a>>),
    Schema(schemars::Schema),
}

/// Every machine-readable file but the index.
pub fn api_files(site: &Site<'_>) -> Vec<ApiFile> {
    let mut shards: BTreeMap<(Option<OrganisationId>, Option<i32>, u32), Vec<EntryId>> = BTreeMap::new();
    let mut others: BTreeMap<Option<OrganisationId>, u32> = BTreeMap::new();
    let number = |id: &EntryId| &*site.model.entry(*id).index_number;
    let organisation = |entry: &Entry| entry.organisation.or(site.model.site.organisation);
    let mut by_hand: Vec<EntryId> = Vec::new();
    for id in site.entries() {
        let entry = site.model.entry(id);
        match entry.series {
            Some((year, serial)) => {
                let key = (organisation(entry), Some(year), serial.saturating_sub(1) / SHARD);
                shards.entry(key).or_default().push(id);
            }
            None => by_hand.push(id),
        }
    }
    // Those of no series fill their shards in the order of their numbers.
    by_hand.sort_by_key(number);
    for id in by_hand {
        let organisation = organisation(site.model.entry(id));
        let count = others.entry(organisation).or_default();
        *count += 1;
        shards.entry((organisation, None, (*count - 1) / SHARD)).or_default().push(id);
    }
    let mut shards: Vec<_> = shards.into_iter().collect();
    // Numbers lie far apart in memory: they are fetched once, not at each comparison.
    let by_number = |entries: &mut Vec<EntryId>| {
        let mut numbered: Vec<_> = entries.iter().map(|it| (number(it), *it)).collect();
        numbered.par_sort_by_key(|it| it.0);
        *entries = numbered.into_iter().map(|it| it.1).collect();
    };
    shards.par_iter_mut().for_each(|(_, entries)| by_number(entries));
    let mut files = vec![ApiFile::Coverage, ApiFile::Organisations, ApiFile::Plans];
    files.extend(DataFormat::ALL.map(ApiFile::Catalogue));
    files.extend(site.has_changes().then_some(ApiFile::Changes));
    files.extend(has_exceptions(site.model).then_some(ApiFile::Exceptions));
    files.extend((!site.model.accounts.is_empty()).then_some(ApiFile::Accounts));
    files.extend((!site.model.projects.is_empty()).then_some(ApiFile::Projects));
    files.extend(interpretations::are_any(site).then_some(ApiFile::Interpretations));
    files.extend(websites::has_addresses(site).then_some(ApiFile::Addresses));
    files.extend((!site.model.websites.is_empty()).then_some(ApiFile::Websites));
    files.extend(has_institutions(site.model).then_some(ApiFile::Institutions));
    let interaction = &site.model.interaction;
    files.extend((interaction.messages.total > 0).then_some(ApiFile::Messages));
    files.extend((interaction.responses.total > 0).then_some(ApiFile::Responses));
    for id in site.registers() {
        files.extend(DataFormat::ALL.map(|format| ApiFile::Register(id, format)));
    }
    files.extend(schema_names().map(ApiFile::Schema));
    let mut all: Vec<EntryId> = shards.iter().flat_map(|it| &it.1).copied().collect();
    by_number(&mut all);
    files.push(ApiFile::EntryTable(all));
    if site.model.site.record.get(keys::Site::NDJSON).unwrap_or(false) {
        files.extend(shards.iter().map(|((organisation, year, part), entries)| ApiFile::EntryTexts {
            organisation: *organisation,
            year: *year,
            part: *part,
            entries: entries.clone(),
        }));
    }
    files.extend(shards.into_iter().map(|((organisation, year, part), entries)| ApiFile::Entries {
        organisation,
        year,
        part,
        entries,
    }));
    files
}

/// Where `file` lies, from the site's root.
pub fn api_address(site: &Site<'_>, file: &ApiFile) -> String {
    match file {
        ApiFile::Register(id, format) => route::register_file(site.model, *id, format.ending()),
        ApiFile::Catalogue(format) => route::catalogue_file(format.ending()),
        ApiFile::EntryTable(_) => "/api/v1/entries.csv".to_owned(),
        ApiFile::Schema(name) => schema_address(name),
        ApiFile::Entries { organisation, year, part, .. } | ApiFile::EntryTexts { organisation, year, part, .. } => {
            let organisation = organisation_id(site.model, *organisation);
            let year = year.map_or_else(|| "other".to_owned(), |year| year.to_string());
            let ending = if matches!(file, ApiFile::Entries { .. }) { "json" } else { "ndjson" };
            format!("/api/v1/entries/{organisation}/{year}-{part}.{ending}")
        }
        _ => format!("/api/v1/{}.json", file.name()),
    }
}

fn schema_address(name: &str) -> String {
    format!("/api/v1/schema/{name}.schema.json")
}

/// The whole address of the schema of the files called `name`.
fn schema_url(site: &Site<'_>, name: &str) -> String {
    site.url(&schema_address(name))
}

/// The content of `file`; of a register `tables` are the rows.
pub fn api<'a, 'm: 'a>(site: &Site<'m>, file: &'a ApiFile, tables: &'a BTreeMap<TableAt, Table>) -> Shape<'a> {
    let of = schema_url(site, file.name());
    match file {
        ApiFile::Schema(name) => Shape::Schema(schema(name, &schema_url(site, name))),
        ApiFile::Accounts => Shape::Accounts(File::new(of, accounts::json(site))),
        ApiFile::Catalogue(DataFormat::Json) => Shape::Catalogue(File::new(of, catalogue::json(site))),
        ApiFile::Catalogue(format) => Shape::Form(*format, national_form::national_form(site)),
        ApiFile::Coverage => Shape::Coverage(File::new(of, coverage::json(site))),
        ApiFile::Changes => Shape::Changes(File::new(of, changes::json(site))),
        ApiFile::EntryTable(entries) => Shape::EntryTable(entries),
        ApiFile::EntryTexts { entries, .. } => Shape::EntryTexts(entries),
        ApiFile::Exceptions => Shape::Exceptions(File::new(of, exceptions::json(site))),
        ApiFile::Interpretations => Shape::Interpretations(File::new(of, interpretations::json(site))),
        ApiFile::Organisations => Shape::Organisations(File::new(of, organisations::json(site))),
        ApiFile::Plans => Shape::Plans(File::new(of, plans::json(site))),
        ApiFile::Projects => Shape::Projects(File::new(of, projects::json(site))),
        ApiFile::Addresses => Shape::Addresses(File::new(of, websites::addresses(site))),
        ApiFile::Websites => Shape::Websites(File::new(of, websites::websites(site))),
        ApiFile::Institutions => Shape::Institutions(File::new(of, institutions::json(site))),
        ApiFile::Messages => Shape::Messages(File::new(of, interaction::messages(site))),
        ApiFile::Responses => Shape::Responses(File::new(of, interaction::responses(site))),
        ApiFile::Register(id, DataFormat::Json) => Shape::Register(File::new(of, registers::json(site, *id, tables))),
        ApiFile::Register(id, format) => Shape::Sheet(*format, registers::sheet(site, *id, tables)),
        ApiFile::Entries { organisation, year, part, entries } => Shape::Entries(File::new(
            of,
            Entries {
                organisation: organisation_id(site.model, *organisation).into(),
                year: year.and_then(|it| u16::try_from(it).ok()),
                part: *part,
                entries: entries.iter().map(|&id| entry(site, id)).collect(),
            },
        )),
    }
}

/// The entry and its text, for a line of its own.
pub fn entry_text<'m>(site: &Site<'m>, id: EntryId, text: String) -> EntryText<'m> {
    EntryText { entry: entry(site, id), text }
}

/// The index, when the other files are written: `files` says path, bytes and SHA-256 of each, `open_data` those of what lies beside the
/// pages.
pub fn api_index<'m>(site: &Site<'m>, files: &[(ApiFile, u64, String)], open_data: Option<(u64, String)>) -> Shape<'m> {
    let row = |(file, bytes, sha256): &(ApiFile, u64, String)| {
        let (organisation, year, records) = match file {
            ApiFile::Entries { organisation, year, entries, .. }
            | ApiFile::EntryTexts { organisation, year, entries, .. } => {
                (Some(organisation_id(site.model, *organisation)), *year, Some(entries.len() as u64))
            }
            ApiFile::EntryTable(entries) => (None, None, Some(entries.len() as u64)),
            _ => (None, None, None),
        };
        IndexFile {
            path: api_address(site, file).trim_start_matches("/api/v1/").to_owned().into(),
            kind: file.name().into(),
            media_type: media_type(&api_address(site, file)).into(),
            bytes: *bytes,
            sha256: sha256.clone().into(),
            organisation: organisation.map(Into::into),
            year: year.and_then(|it| u16::try_from(it).ok()),
            records,
        }
    };
    let mut files: Vec<IndexFile<'m>> = files.iter().map(row).collect();
    files.extend(open_data.map(|(bytes, sha256)| IndexFile {
        path: ["../..", OPEN_DATA].concat().into(),
        kind: "open-data".into(),
        media_type: media_type(OPEN_DATA).into(),
        bytes,
        sha256: sha256.into(),
        organisation: None,
        year: None,
        records: None,
    }));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let settings = &site.model.site;
    let index = Index {
        title: (*settings.title).into(),
        url: (*settings.url).into(),
        organisation: organisation_id(site.model, None).into(),
        licence: settings.licence.as_deref().map(Into::into),
        as_of: site.model.today.to_string().into(),
        entries: site.lists.all().len() as u64,
        files,
    };
    Shape::Index(File::new(schema_url(site, "index"), index))
}
