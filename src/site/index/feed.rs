//! What feeds and the site map for machines tell: the newest entries, and every address.

use std::borrow::Cow;

use rayon::prelude::*;

use crate::{
    model::EntryId,
    schema,
    site::{
        route::{PageId, bare},
        site::Site,
    },
    vocabulary::Word,
};

/// How many entries a feed holds.
const FEED: usize = 30;

/// A new entry, as a feed tells it. Addresses are whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News<'m> {
    /// Title.
    pub title: &'m str,
    /// Its page.
    pub url: String,
    /// 发布日期.
    pub published: String,
    /// Time of publication, where one was given.
    pub time: Option<String>,
    /// The last day it was changed.
    pub updated: String,
    /// Summary.
    pub summary: Option<&'m str>,
    /// Who publishes.
    pub author: &'m str,
    /// The disclosures and facets it belongs to: key and official word.
    pub categories: Vec<(&'static str, &'static str)>,
}

impl<'m> Site<'m> {
    /// The newest entries, newest first.
    pub fn news(&self) -> Vec<News<'m>> {
        self.lists.all().iter().rev().take(FEED).map(|&id| self.one_news(id)).collect()
    }

    fn one_news(&self, id: EntryId) -> News<'m> {
        let entry = self.model.entry(id);
        let published = entry.published_day().map_or_else(String::new, |day| day.to_string());
        News {
            title: &entry.title,
            url: self.url(&entry.address),
            updated: self.updated(id).unwrap_or_else(|| published.clone()),
            published,
            time: entry.published.and_then(|it| it.time).map(|time| time.to_string()),
            summary: self.summary(id),
            author: self.organisation_name(entry.organisation),
            categories: entry
                .disclosures
                .iter()
                .map(|it| (it.key(), it.label()))
                .chain(entry.facets.iter().map(|it| (it.key(), it.label())))
                .collect(),
        }
    }

    /// The last day an entry was changed, up to today.
    fn updated(&self, id: EntryId) -> Option<String> {
        let entry = self.model.entry(id);
        let revised = entry
            .record
            .all(schema::Entry::REVISED)
            .filter_map(|it| it.get(schema::Revision::ON))
            .filter(|&day| day <= self.model.today);
        entry.published_day().into_iter().chain(revised).max().map(|day| day.to_string())
    }

    /// Every page that search engines may know, by its whole address.
    pub fn mapped(&self) -> Vec<PageId> {
        let mut pages = self.pages();
        pages.retain(|it| !matches!(it, PageId::Lost | PageId::Tombstone(_)));
        // Nearly all are entries, whose addresses are at hand.
        pages.par_sort_by_cached_key(|&page| match page {
            PageId::Entry(id) => Cow::Borrowed(bare(&self.model.entry(id).address)),
            _ => Cow::Owned(bare(&self.address(page)).to_owned()),
        });
        pages
    }

    /// The whole address of `page`, and the day of its last change where it has one.
    pub fn map_entry(&self, page: PageId) -> (String, Option<String>) {
        let changed = match page {
            PageId::Entry(id) => self.updated(id),
            _ => None,
        };
        (self.url(&self.address(page)), changed)
    }
}
