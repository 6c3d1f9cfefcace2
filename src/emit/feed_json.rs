//! JSON feeds (jsonfeed.org, version 1.1).

use serde::Serialize;

use super::feed::{Feed, moment};
use super::json::json;

#[derive(Serialize)]
struct Whole<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    language: &'static str,
    authors: [Author<'a>; 1],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    content_text: &'a str,
    date_published: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    authors: Option<[Author<'a>; 1]>,
    tags: Vec<&'a str>,
}

/// `feed` as a JSON feed, appended to `out`. The format wants a content: the summary, else the title.
pub fn json_feed(feed: &Feed<'_>, out: &mut Vec<u8>) {
    let items = feed.entries.iter().map(|entry| Item {
        id: entry.address,
        url: entry.address,
        title: entry.title,
        content_text: entry.summary.unwrap_or(entry.title),
        date_published: moment(entry.published, entry.time),
        date_modified: entry.updated.map(|day| moment(day, None)),
        authors: entry.author.map(|name| [Author { name }]),
        tags: entry.categories.iter().map(|(_, label)| *label).collect(),
    });
    let whole = Whole {
        version: "https://jsonfeed.org/version/1.1",
        title: feed.title,
        home_page_url: feed.page,
        feed_url: feed.address,
        language: "zh-CN",
        authors: [Author { name: feed.author }],
        items: items.collect(),
    };
    json(&whole, out);
}

#[cfg(test)]
mod tests {
    use super::json_feed;
    use crate::emit::{Feed, FeedEntry};

    #[test]
    fn a_json_feed() {
        let entry = FeedEntry {
            title: "通知",
            address: "https://example.gov.cn/a/2018/00007.html",
            published: "2018-05-10",
            time: None,
            updated: Some("2018-06-01"),
            summary: None,
            author: None,
            categories: vec![("decision", "决策公开")],
        };
        let feed = Feed {
            title: "最新公开",
            address: "https://example.gov.cn/feed.json",
            page: "https://example.gov.cn/",
            author: "产业招商局",
            updated: "2018-06-01",
            rights: None,
            entries: vec![entry],
        };
        let mut out = Vec::new();
        json_feed(&feed, &mut out);
        let value: serde_json::Value = serde_json::from_slice(&out).unwrap();
        assert_eq!(value["items"][0]["content_text"], "通知");
        assert_eq!(value["items"][0]["date_published"], "2018-05-10T00:00:00+08:00");
        assert_eq!(value["items"][0]["date_modified"], "2018-06-01T00:00:00+08:00");
        assert_eq!(value["items"][0]["tags"][0], "决策公开");
    }
}
