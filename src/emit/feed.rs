//! A feed as a value: the newest entries of the site or of a disclosure.

/// A feed: the newest entries of the site or of a disclosure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed<'a> {
    pub title: &'a str,
    /// Its own whole address; also its id.
    pub address: &'a str,
    /// The page it follows, a whole address.
    pub page: &'a str,
    /// Who publishes it.
    pub author: &'a str,
    /// When its newest entry changed, `YYYY-MM-DD`; empty feeds take the day the site was judged on.
    pub updated: &'a str,
    /// Terms of reuse.
    pub rights: Option<&'a str>,
    /// Its entries, newest first.
    pub entries: Vec<FeedEntry<'a>>,
}

/// An entry of a feed. Days are `YYYY-MM-DD`, times `HH:MM`, in China's time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedEntry<'a> {
    pub title: &'a str,
    /// Its page, a whole address; also its id, for it never changes.
    pub address: &'a str,
    /// The day it was published.
    pub published: &'a str,
    /// The time of that day.
    pub time: Option<&'a str>,
    /// The day of its last change.
    pub updated: Option<&'a str>,
    pub summary: Option<&'a str>,
    /// The body that published it, if not the feed's.
    pub author: Option<&'a str>,
    /// The disclosures and facets it belongs to: key and official word.
    pub categories: Vec<(&'a str, &'a str)>,
}

/// China keeps one time, eight hours ahead, the year round.
pub(super) fn moment(day: &str, time: Option<&str>) -> String {
    format!("{day}T{}:00+08:00", time.unwrap_or("00:00"))
}
