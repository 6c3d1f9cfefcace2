//! `/data.jsonld`: what data is open, as DCAT 3 (W3C) in JSON-LD: data sets that entries publish, and those that the opening list names.
//!
//! Frequencies and rights of access are concepts of the lists that DCAT-AP prescribes; what a list has no concept for is left out.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::entries::attachments;
use crate::{
    day::Day,
    model::{EntryId, OrganisationId, RegisterId, TableAt},
    record::schema,
    site::{
        entry_facts::{organisation_name, summary, updated},
        json::Attachment,
        list::ListId,
        route::PageId,
        site::Site,
    },
    table::{Row, Table, same_head, update_cycle},
    vocabulary::{EntryKind, Opening, Theme, UpdateCycle, Word},
};

/// Where it lies, from the site's root.
pub const OPEN_DATA: &str = "/data.jsonld";

const LISTS: &str = "http://publications.europa.eu/resource/authority/";

/// The entries that the file tells of: data sets that are open, or of which nothing else is said, by path; and those that keep an opening
/// list. Without any there is no file.
pub fn open_data_entries(site: &Site<'_>) -> Vec<EntryId> {
    let kept = opening_lists(site).flat_map(|id| site.keepers(id).map(|it| it.0).collect::<Vec<_>>());
    data_sets(site).chain(kept).collect()
}

/// What it is called where pages lead to it.
pub const OPEN_DATA_TITLE: &str = "开放数据目录（DCAT）";

/// Whether there is any.
pub fn has_open_data(site: &Site<'_>) -> bool {
    data_sets(site).next().is_some() || opening_lists(site).any(|id| site.keepers(id).next().is_some())
}

fn data_sets<'s>(site: &'s Site<'_>) -> impl Iterator<Item = EntryId> + 's {
    site.entries().filter(|&id| {
        let entry = site.model.entry(id);
        entry.kind == EntryKind::Dataset && entry.record.get(schema::Entry::OPENING) != Some(Opening::Refused)
    })
}

/// The registers that say what data is open.
pub fn opening_lists(site: &Site<'_>) -> impl Iterator<Item = RegisterId> {
    site.registers().filter(|&id| {
        let schema = &site.model.register(id).schema;
        let has = |names: &[&str]| names.iter().any(|it| schema.find(it).is_some());
        has(&[NAME]) && has(&OPENS)
    })
}

const NAME: &str = "信息资源名称";
const OPENS: [&str; 2] = ["开放类型", "开放属性"];

/// The catalogue; `tables` are the rows of the opening lists.
pub fn open_data(site: &Site<'_>, tables: &BTreeMap<TableAt, Table>) -> Value {
    let settings = &site.model.site;
    // What an entry publishes is told once, with its files; what it refuses is not opened by a list.
    let all = site.entries().map(|id| site.model.entry(id)).filter(|it| it.kind == EntryKind::Dataset);
    let titles: BTreeSet<&str> = all.map(|it| bare_name(it.title())).collect();
    let mut sets: Vec<Value> = data_sets(site).map(|id| data_set(site, id)).collect();
    for list in opening_lists(site) {
        for (keeper, typed) in site.keepers(list) {
            let rows = tables.get(&typed.at()).into_iter().flat_map(|table| table.rows().map(move |row| (table, row)));
            sets.extend(rows.filter_map(|(table, row)| listed(site, list, keeper, table, row, &titles)));
        }
    }
    let newest = data_sets(site).filter_map(|id| updated(site.model.entry(id), site.model.today)).max();
    let mut catalogue = object(json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
            "skos": "http://www.w3.org/2004/02/skos/core#",
            "spdx": "http://spdx.org/rdf/terms#",
            "vcard": "http://www.w3.org/2006/vcard/ns#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": site.url(OPEN_DATA),
        "@type": "dcat:Catalog",
        "dct:title": chinese(&format!("{} - 数据开放", settings.title)),
        "dct:description": chinese(&format!("{}开放的数据", organisation_name(site.model, None))),
        "dct:publisher": publisher(site, None),
        "dct:language": known("dct:LinguisticSystem", &format!("{LISTS}language/ZHO")),
        "foaf:homepage": known("foaf:Document", &settings.url),
        "dcat:dataset": sets,
    }));
    put(&mut catalogue, "dct:license", settings.licence.as_deref().map(licence));
    put(&mut catalogue, "dct:modified", newest.map(|it| date(&it.to_string())));
    catalogue.into()
}

/// What an entry publishes.
fn data_set(site: &Site<'_>, id: EntryId) -> Value {
    let entry = site.model.entry(id);
    let record = &entry.record;
    let url = site.url(&entry.address);
    let terms = record.get(schema::Entry::LICENCE).or(site.model.site.licence.as_deref()).map(licence);
    let files = attachments(site, id);
    let mut set = object(json!({
        "@id": url,
        "@type": "dcat:Dataset",
        "dct:identifier": &*entry.index_number,
        "dct:title": chinese(entry.title()),
        "dct:description": chinese(summary(entry).unwrap_or(entry.title())),
        "dct:publisher": publisher(site, entry.organisation),
        "dcat:landingPage": known("foaf:Document", &url),
        "dcat:distribution": files.iter().map(|it| distribution(it, terms.as_ref())).collect::<Vec<_>>(),
    }));
    put(&mut set, "dct:issued", entry.published_day().map(|it| date(&it.to_string())));
    let renewed = record.get(schema::Entry::UPDATED).filter(|&it| it <= site.model.today);
    let modified = renewed.or_else(|| updated(entry, site.model.today));
    put(&mut set, "dct:modified", modified.map(|it| date(&it.to_string())));
    put(&mut set, "dct:accrualPeriodicity", record.get(schema::Entry::UPDATE).map(frequency));
    put(&mut set, "dct:accessRights", record.get(schema::Entry::OPENING).and_then(rights));
    let keywords: Vec<Value> = record.all(schema::Entry::KEYWORDS).map(chinese).collect();
    put(&mut set, "dcat:keyword", (!keywords.is_empty()).then(|| keywords.into()));
    let theme = record.get(schema::Entry::THEME).and_then(Theme::parse);
    let theme = theme.map(|it| {
        let page = site.url(&site.address(PageId::List(ListId::theme(it), None)));
        json!({ "@id": page, "@type": "skos:Concept", "skos:prefLabel": chinese(it.first_name()) })
    });
    put(&mut set, "dcat:theme", theme);
    put(&mut set, "dcat:contactPoint", contact(site, entry.organisation, entry.office.as_deref()));
    set.into()
}

/// A row of the opening list; none where it is not open, has no name, or an entry publishes it.
fn listed(
    site: &Site<'_>,
    list: RegisterId,
    keeper: EntryId,
    table: &Table,
    row: Row<'_>,
    told: &BTreeSet<&str>,
) -> Option<Value> {
    let cell = |name: &str| {
        let at = table.head().cells().position(|it| same_head(it.text, name))?;
        Some(row.text(at).trim()).filter(|it| !it.is_empty())
    };
    let opening = OPENS.iter().find_map(|it| cell(it)).and_then(Opening::parse)?;
    let rights = rights(opening)?;
    let name = cell(NAME).filter(|it| !told.contains(bare_name(it)))?;
    let entry = site.model.entry(keeper);
    let publisher = cell("提供方")
        .map_or_else(|| publisher(site, entry.organisation), |it| json!({ "@type": "foaf:Agent", "foaf:name": it }));
    let mut set = object(json!({
        "@type": "dcat:Dataset",
        "dct:title": chinese(name),
        "dct:description": chinese(cell("摘要").or(cell("信息项")).unwrap_or(name)),
        "dct:publisher": publisher,
        "dct:accessRights": rights,
        "dcat:landingPage": known("foaf:Document", &site.url(&site.address(PageId::Register(list)))),
    }));
    put(&mut set, "dct:identifier", cell("信息资源代码").map(Into::into));
    put(&mut set, "dct:accrualPeriodicity", cell("更新周期").and_then(update_cycle).map(frequency));
    let day = |name: &str| cell(name).and_then(Day::guess).map(|it| date(&it.to_string()));
    put(&mut set, "dct:issued", day("发布日期"));
    put(&mut set, "dct:modified", day("更新日期"));
    Some(set.into())
}

/// The name of data without the word that it is data.
fn bare_name(title: &str) -> &str {
    title.trim().trim_end_matches("数据集").trim_end()
}

fn distribution(file: &Attachment<'_>, terms: Option<&Value>) -> Value {
    let media = format!("https://www.iana.org/assignments/media-types/{}", file.media_type);
    let mut made = object(json!({
        "@id": file.url,
        "@type": "dcat:Distribution",
        "dct:title": chinese(&file.title),
        "dcat:accessURL": { "@id": file.url },
        "dcat:downloadURL": { "@id": file.url },
        "dcat:mediaType": known("dct:MediaType", &media),
        "dcat:byteSize": { "@type": "xsd:nonNegativeInteger", "@value": file.bytes.to_string() },
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": known("spdx:ChecksumAlgorithm", "spdx:checksumAlgorithm_sha256"),
            "spdx:checksumValue": { "@type": "xsd:hexBinary", "@value": file.sha256 },
        },
    }));
    put(&mut made, "dct:license", terms.cloned());
    made.into()
}

fn publisher(site: &Site<'_>, named: Option<OrganisationId>) -> Value {
    let mut agent = object(json!({ "@type": "foaf:Agent", "foaf:name": organisation_name(site.model, named) }));
    let page = named.or(site.model.site.organisation).map(|id| PageId::List(ListId::Organisation(id), None));
    put(&mut agent, "@id", page.map(|it| site.url(&site.address(it)).into()));
    agent.into()
}

/// Whom to ask: the body, and of it the office that answers for the data.
fn contact(site: &Site<'_>, named: Option<OrganisationId>, office: Option<&str>) -> Option<Value> {
    let body = site.model.organisation(named.or(site.model.site.organisation)?);
    let same = body.offices().find(|it| it.get(schema::Office::NAME) == office && office.is_some());
    let phone = same.and_then(|it| it.get(schema::Office::PHONE)).or(body.record.get(schema::Organisation::PHONE));
    let name = [&*body.name, office.unwrap_or_default()].concat();
    let mut made = object(json!({ "@type": ["vcard:Organization", "vcard:Kind"], "vcard:fn": name }));
    let digits = |it: &str| it.chars().filter(|it| it.is_ascii_digit() || *it == '-').collect::<String>();
    let phone = phone.map(digits).filter(|it| !it.is_empty());
    put(&mut made, "vcard:hasTelephone", phone.map(|it| json!({ "@id": format!("tel:{it}") })));
    let mail = body.record.get(schema::Organisation::EMAIL).map(str::trim);
    let mail =
        mail.filter(|it| it.contains('@') && !it.contains(|it: char| it.is_whitespace() || "<>\"{}|\\^`".contains(it)));
    put(&mut made, "vcard:hasEmail", mail.map(|it| json!({ "@id": format!("mailto:{it}") })));
    Some(made.into())
}

fn frequency(cycle: UpdateCycle) -> Value {
    let code = match cycle {
        UpdateCycle::Realtime => "UPDATE_CONT",
        UpdateCycle::Daily => "DAILY",
        UpdateCycle::Weekly => "WEEKLY",
        UpdateCycle::Monthly => "MONTHLY",
        UpdateCycle::Quarterly => "QUARTERLY",
        UpdateCycle::HalfYearly => "ANNUAL_2",
        UpdateCycle::Yearly => "ANNUAL",
        UpdateCycle::Irregular => "IRREG",
    };
    known("dct:Frequency", &format!("{LISTS}frequency/{code}"))
}

fn rights(opening: Opening) -> Option<Value> {
    let code = match opening {
        Opening::Unconditional => "PUBLIC",
        Opening::Conditional => "RESTRICTED",
        Opening::Refused => return None,
    };
    Some(known("dct:RightsStatement", &format!("{LISTS}access-right/{code}")))
}

/// What others have named; the class is said for those who cannot look it up.
fn known(class: &str, id: &str) -> Value {
    json!({ "@id": id, "@type": class })
}

fn licence(words: &str) -> Value {
    json!({ "@type": "dct:LicenseDocument", "rdfs:label": chinese(words) })
}

fn chinese(text: &str) -> Value {
    json!({ "@language": "zh", "@value": text })
}

fn date(day: &str) -> Value {
    json!({ "@type": "xsd:date", "@value": day })
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

fn put(object: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    if let Some(value) = value {
        object.insert(name.to_owned(), value);
    }
}
