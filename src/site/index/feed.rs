//! The feed of the newest entries, as values.

use crate::{model::EntryId, schema, site::site::Site, vocabulary::Word};

/// How many entries a feed holds.
const SIZE: usize = 30;

/// A feed. Addresses are whole, days are `YYYY-MM-DD`, times `HH:MM`, in China's time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed<'m> {
    /// Title of the site.
    pub title: &'m str,
    /// Its own address; also its id.
    pub address: String,
    /// The page it follows.
    pub page: &'m str,
    /// Who publishes it.
    pub author: &'m str,
    /// When its newest entry changed; an empty feed takes the day the site was judged on.
    pub updated: String,
    /// Terms of reuse.
    pub rights: Option<&'m str>,
    /// Its entries, newest first.
    pub entries: Vec<FeedEntry<'m>>,
}

/// An entry of a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedEntry<'m> {
    /// Title.
    pub title: &'m str,
    /// Its page; also its id, for it never changes.
    pub address: String,
    /// 发布日期.
    pub published: String,
    /// Time of publication, where one was given.
    pub time: Option<String>,
    /// The day of its last change.
    pub updated: String,
    pub summary: Option<&'m str>,
    /// The body that published it, if not the feed's.
    pub author: Option<&'m str>,
    /// The disclosures and facets it belongs to: key and official word.
    pub categories: Vec<(&'static str, &'static str)>,
}

impl<'m> Site<'m> {
    /// The feed of the whole site.
    pub fn feed(&self) -> Feed<'m> {
        let site = &self.model.site;
        let author = self.model.owner().map_or(&*site.title, |it| &*it.name);
        let newest = self.lists.all().iter().rev().take(SIZE);
        let entries: Vec<FeedEntry<'m>> = newest.map(|&id| self.feed_entry(id, author)).collect();
        let updated = entries.iter().map(|it| it.updated.as_str()).max().map(str::to_owned);
        Feed {
            title: &site.title,
            address: format!("{}feed.xml", site.url),
            page: &site.url,
            author,
            updated: updated.unwrap_or_else(|| self.model.today.to_string()),
            rights: site.licence.as_deref(),
            entries,
        }
    }

    fn feed_entry(&self, id: EntryId, owner: &str) -> FeedEntry<'m> {
        let entry = self.model.entry(id);
        let published = entry.published_day().map_or_else(String::new, |day| day.to_string());
        FeedEntry {
            title: &entry.title,
            address: self.url(&entry.address),
            updated: self.updated(id).unwrap_or_else(|| published.clone()),
            published,
            time: entry.published.and_then(|it| it.time).map(|time| time.to_string()),
            summary: self.summary(id),
            author: Some(self.organisation_name(entry.organisation)).filter(|it| *it != owner),
            categories: entry
                .disclosures
                .iter()
                .map(|it| (it.key(), it.label()))
                .chain(entry.facets.iter().map(|it| (it.key(), it.label())))
                .collect(),
        }
    }

    /// The last day an entry was changed, up to today.
    pub(super) fn updated(&self, id: EntryId) -> Option<String> {
        let entry = self.model.entry(id);
        let revised = entry
            .record
            .all(schema::Entry::REVISED)
            .filter_map(|it| it.get(schema::Revision::ON))
            .filter(|&day| day <= self.model.today);
        entry.published_day().into_iter().chain(revised).max().map(|day| day.to_string())
    }
}
