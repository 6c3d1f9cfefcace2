//! The feed of the newest entries, as values.

use crate::{
    model::EntryId,
    site::{
        entry_facts::organisation_name,
        entry_facts::{summary, updated},
        site::Site,
    },
    vocabulary::Word,
};

/// How many entries a feed holds.
const SIZE: usize = 30;

/// A feed. Addresses are whole, days are `YYYY-MM-DD`, times `HH:MM`, in China's time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed<'m> {
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

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedEntry<'m> {
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

pub fn feed<'m>(site: &Site<'m>) -> Feed<'m> {
    let settings = &site.model.site;
    let author = site.model.owner().map_or(&*settings.title, |it| &*it.name);
    let newest = site.lists.all().iter().rev().take(SIZE);
    let entries: Vec<FeedEntry<'m>> = newest.map(|&id| feed_entry(site, id, author)).collect();
    let updated = entries.iter().map(|it| it.updated.as_str()).max().map(str::to_owned);
    Feed {
        title: &settings.title,
        address: format!("{}feed.xml", settings.url),
        page: &settings.url,
        author,
        updated: updated.unwrap_or_else(|| site.model.today.to_string()),
        rights: settings.licence.as_deref(),
        entries,
    }
}

fn feed_entry<'m>(site: &Site<'m>, id: EntryId, owner: &str) -> FeedEntry<'m> {
    let entry = site.model.entry(id);
    let published = entry.published_day().map_or_else(String::new, |day| day.to_string());
    FeedEntry {
        title: &entry.title,
        address: site.url(&entry.address),
        updated: updated(entry, site.model.today).unwrap_or_else(|| published.clone()),
        published,
        time: entry.published.and_then(|it| it.time).map(|time| time.to_string()),
        summary: summary(entry),
        author: Some(organisation_name(site.model, entry.organisation)).filter(|it| *it != owner),
        categories: entry
            .disclosures
            .iter()
            .map(|it| (it.key(), it.label()))
            .chain(entry.facets.iter().map(|it| (it.key(), it.label())))
            .collect(),
    }
}
