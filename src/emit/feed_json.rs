//! JSON feeds (jsonfeed.org, 1.1): the same entries as the Atom feed beside it, for programs that read no XML.

use serde_json::{Value, json};

use super::{
    feed_atom::{changed, moment},
    json::json as write,
};
use crate::site::index::{Feed, FeedEntry};

/// `feed`, which lies at `address`, appended to `out`.
pub fn feed_json(feed: &Feed<'_>, address: &str, out: &mut Vec<u8>) {
    let items: Vec<Value> = feed.entries.iter().map(item).collect();
    let made = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": address,
        "language": "zh-CN",
        "authors": [{ "name": feed.author }],
        "items": items,
    });
    write(&made, out);
}

fn item(entry: &FeedEntry<'_>) -> Value {
    let published = moment(&entry.published, entry.time.as_deref());
    let mut made = json!({
        "id": entry.address,
        "url": entry.address,
        "title": entry.title,
        // An item must have content: with the whole text each correction of a word would change every feed that names the entry.
        "content_text": entry.summary.unwrap_or(entry.title),
        "date_published": published,
        "date_modified": changed(entry),
        "tags": entry.categories.iter().map(|it| it.1).collect::<Vec<_>>(),
    });
    if let Some(summary) = entry.summary {
        made["summary"] = summary.into();
    }
    if let Some(name) = entry.author {
        made["authors"] = json!([{ "name": name }]);
    }
    made
}
