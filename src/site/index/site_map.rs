//! The site map for search engines, as values.

use std::borrow::Cow;

use rayon::prelude::*;

use crate::{
    day::Day,
    model::EntryId,
    site::{
        archive::newest_of,
        entry_facts::updated,
        list::ListId,
        route::{PageId, bare},
        site::Site,
    },
    vocabulary::Scope,
};

/// How many addresses one file may hold (sitemaps.org).
const LIMIT: usize = 50_000;

/// A file of the site map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SiteMapFile {
    /// Pages by address, each with the day of its last change.
    Pages(Vec<(PageId, Option<Day>)>),
    /// The whole addresses of the other files, each with the day of the last change in it, where there are more pages than one may hold.
    Index(Vec<(String, Option<Day>)>),
    /// `robots.txt`: the whole address of the site map.
    Robots(String),
}

/// The files by path. A column of a portal leaves `robots.txt` to the portal.
pub fn site_map(site: &Site<'_>) -> Vec<(String, SiteMapFile)> {
    let url = &site.model.site.url;
    let pages = mapped(site);
    let mut files = Vec::new();
    if pages.len() <= LIMIT {
        files.push(("/sitemap.xml".to_owned(), SiteMapFile::Pages(pages)));
    } else {
        let mut addresses = Vec::new();
        for (at, part) in pages.chunks(LIMIT).enumerate() {
            let name = format!("sitemap-{}.xml", at + 1);
            let last = part.iter().filter_map(|it| it.1).max();
            addresses.push((format!("{url}{name}"), last));
            files.push((format!("/{name}"), SiteMapFile::Pages(part.into())));
        }
        files.push(("/sitemap.xml".to_owned(), SiteMapFile::Index(addresses)));
    }
    if site.model.site.scope != Scope::Column {
        files.push(("/robots.txt".to_owned(), SiteMapFile::Robots(format!("{url}sitemap.xml"))));
    }
    files
}

/// Every page that search engines may know, by its whole address, and the day of its last change.
fn mapped(site: &Site<'_>) -> Vec<(PageId, Option<Day>)> {
    let mut pages = site.pages();
    pages.retain(|it| !it.stands_for_another());
    // Nearly all are entries, whose addresses are at hand.
    pages.par_sort_by_cached_key(|&page| match page {
        PageId::Entry(id) => Cow::Borrowed(bare(&site.model.entry(id).address)),
        _ => Cow::Owned(bare(&site.address(page)).to_owned()),
    });
    pages.into_par_iter().map(|it| (it, changed(site, it))).collect()
}

/// The day of the last change of `page`: of an entry its own, of a page that lists entries the day on which the newest of them took its
/// place. Of pages that nobody dated there is none: a day that is not true is worse for search engines than none.
fn changed(site: &Site<'_>, page: PageId) -> Option<Day> {
    let model = site.model;
    let newest = |list: ListId, entries: &[EntryId]| site.lists.day(model, list, *entries.last()?);
    let day = match page {
        PageId::Entry(id) => return updated(model.entry(id), model.today),
        PageId::List(list, None) | PageId::Archive(list, None) => newest(list, site.lists.get(list)),
        PageId::List(list, number) => newest(list, site.lists.places(list, number)),
        PageId::Archive(list, Some(year)) => newest_of(model, &site.lists, list, year),
        PageId::Field(id) => site.lists.field(id).last().and_then(|&it| model.entry(it).published_day()),
        PageId::Register(id) => site.keepers(id).next().and_then(|it| model.entry(it.0).published_day()),
        PageId::Home | PageId::Coverage => site.lists.all().last().and_then(|&it| model.entry(it).published_day()),
        PageId::Catalogue | PageId::NationalForm => model.site.revised,
        _ => None,
    };
    day.filter(|&it| it <= model.today)
}
