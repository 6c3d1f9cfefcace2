//! A page of any kind, made when it is due.

use super::{
    account, archive, catalogue, change, coverage, entry, exception, head::head, home, institution, item, listing, map,
    material::Material, not_found, plan, project, qr, register, search, website,
};
use crate::site::{
    page::{Body, Head, Page},
    route::PageId,
    site::Site,
};

/// Adds to the `values` of a page, which was made without any, the `material` that it needs.
pub fn fill<'a>(site: &'a Site<'_>, values: &mut Page<'a>, id: PageId, material: &'a Material) {
    match (&mut values.body, id) {
        (Body::Entry(values), PageId::Entry(id)) if material.tables.is_empty() => {
            entry::fill(site, values, id, material);
        }
        (Body::Entry(_) | Body::Register(_), _) => *values = page(site, id, material),
        _ => {}
    }
    // Which address it is stands in the head; to draw it is dear, and done where the page is made.
    if let Body::Entry(entry) = &mut values.body
        && entry.qr.is_some()
    {
        entry.qr = qr::code(&values.head.canonical);
    }
}

/// The page `id`.
pub fn page<'a>(site: &'a Site<'_>, id: PageId, material: &'a Material) -> Page<'a> {
    let at = site.address(id);
    let body = match id {
        PageId::Home => Body::Home(Box::new(home::page(site, &at))),
        PageId::Catalogue => Body::Catalogue(catalogue::page(site, &at)),
        PageId::NationalForm => Body::NationalForm(catalogue::form(site, &at)),
        PageId::Field(field) => Body::Field(item::field(site, field, &at)),
        PageId::List(list, number) => listing::page(site, list, number, &at),
        PageId::Archive(list, year) => Body::Archive(archive::page(site, list, year, &at)),
        PageId::Entry(entry) => Body::Entry(Box::new(entry::page(site, entry, material, &at))),
        PageId::Plan(plan) => Body::Plan(plan::page(site, plan, &at)),
        PageId::Project(project) => Body::Project(project::page(site, project, &at)),
        PageId::Register(register) => Body::Register(register::page(site, register, material, &at)),
        PageId::Accounts => Body::Accounts(account::page(site, &at)),
        PageId::Institutions => Body::Institutions(institution::page(site, &at)),
        PageId::Coverage => Body::Coverage(coverage::page(site, &at)),
        PageId::Changes => Body::Changes(change::page(site, &at)),
        PageId::Exceptions => Body::Exceptions(exception::page(site, &at)),
        PageId::Search => Body::Search(search::page(site, &at)),
        PageId::Map => Body::Map(map::page(site, &at)),
        PageId::NotFound => Body::NotFound(not_found::page(site)),
        PageId::Websites => Body::Websites(website::page(site)),
        PageId::Redirect(place) => Body::Moved(not_found::moved(site, place, &at)),
        PageId::Gone(place) => Body::Tombstone(not_found::gone(site, place, &at)),
        PageId::Tombstone(place) => Body::Tombstone(not_found::tombstone(site, place, &at)),
    };
    let refresh = match &body {
        Body::Moved(moved) => Some(moved.way()),
        _ => None,
    };
    Page { head: Head { scripts: scripts(&body), refresh, ..head(site, id, &at) }, body }
}

/// The scripts of the theme that a page loads: tables with many rows can be filtered and sorted, document numbers copied, the index
/// searched.
fn scripts(body: &Body<'_>) -> Vec<&'static str> {
    if matches!(body, Body::Search(_)) {
        return vec!["search-engine.js", "search.js"];
    }
    let (long, numbered) = match body {
        Body::Register(register) => (register.sheets.iter().any(|it| it.long), false),
        Body::Entry(entry) => {
            let attached = entry.attachments.iter().flat_map(|it| &it.tables);
            (entry.table.iter().chain(attached).any(|it| it.long), entry.metadata.document_number.is_some())
        }
        _ => (false, false),
    };
    [("table.js", long), ("page.js", numbered)].into_iter().filter(|it| it.1).map(|it| it.0).collect()
}
