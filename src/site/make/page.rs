//! A page of any kind, made when it is due.

use super::{
    account, catalogue, coverage, entry, exception, head::head, home, item, listing, map, material::Material,
    not_found, plan, project, qr, sheet,
};
use crate::site::{
    page::{Body, Page},
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
        PageId::Field(field) => Body::Field(item::field(site, field, &at)),
        PageId::List(list, number) => listing::page(site, list, number, &at),
        PageId::Entry(entry) => Body::Entry(Box::new(entry::page(site, entry, material, &at))),
        PageId::Plan(plan) => Body::Plan(plan::page(site, plan, &at)),
        PageId::Project(project) => Body::Project(project::page(site, project, &at)),
        PageId::Register(register) => Body::Register(sheet::register(site, register, material, &at)),
        PageId::Accounts => Body::Accounts(account::page(site, &at)),
        PageId::Coverage => Body::Coverage(coverage::page(site, &at)),
        PageId::Exceptions => Body::Exceptions(exception::page(site, &at)),
        PageId::Map => Body::Map(map::page(site, &at)),
        PageId::NotFound => Body::NotFound(not_found::page(site)),
        PageId::Tombstone(place) => Body::Tombstone(not_found::tombstone(site, place, &at)),
    };
    Page { head: head(site, id, &at), body }
}
