//! The feeds of the newest entries, of all and of a list, as values.

use crate::{
    model::EntryId,
    site::{
        entry_facts::organisation_name,
        entry_facts::{summary, updated},
        list::ListId,
        make::list_title,
        route::{self, PageId},
        site::Site,
    },
    vocabulary::Word,
};

/// How many entries a feed holds.
const SIZE: usize = 30;

/// A feed. Addresses are whole, days are `YYYY-MM-DD`, times `HH:MM`, in China's time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed<'m> {
    pub title: String,
    /// Its own address; also its id.
    pub address: String,
    /// The page it follows.
    pub page: String,
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

/// Where the feed of `list` lies, from the site's root; without one that of the site.
pub fn feed_address(site: &Site<'_>, list: Option<ListId>) -> String {
    list.map_or_else(|| "/feed.xml".to_owned(), |list| route::feed(site.model, list))
}

/// Where the same lies as JSON.
pub fn feed_json_address(site: &Site<'_>, list: Option<ListId>) -> String {
    list.map_or_else(|| "/feed.json".to_owned(), |list| route::feed_json(site.model, list))
}

/// What stands in the feed of `list`, newest first; of documents those in force.
pub fn feed_entries(site: &Site<'_>, list: Option<ListId>) -> Vec<EntryId> {
    let all = list.map_or(site.lists.all(), |it| site.lists.get(it));
    let is_shown = |it: &EntryId| !list.is_some_and(ListId::hides_ended) || site.lists.ended_on(*it).is_none();
    all.iter().rev().copied().filter(is_shown).take(SIZE).collect()
}

/// The feed of `list`; without one that of the site.
pub fn feed<'m>(site: &Site<'m>, list: Option<ListId>) -> Feed<'m> {
    let settings = &site.model.site;
    let author = site.model.owner().map_or(&*settings.title, |it| &*it.name);
    let entries: Vec<FeedEntry<'m>> =
        feed_entries(site, list).into_iter().map(|id| feed_entry(site, id, author)).collect();
    let updated = entries.iter().map(|it| it.updated.as_str()).max().map(str::to_owned);
    let page = list.map_or(PageId::Home, |list| PageId::List(list, None));
    Feed {
        title: list.map_or_else(
            || settings.title.to_string(),
            |list| format!("{} - {}", list_title(site, list), settings.title),
        ),
        address: site.url(&feed_address(site, list)),
        page: site.url(&site.address(page)),
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
        title: entry.title(),
        address: site.url(&entry.address),
        updated: updated(entry, site.model.today).map_or_else(|| published.clone(), |day| day.to_string()),
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
