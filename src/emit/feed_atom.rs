//! Atom feeds (RFC 4287).

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::site::index::{Feed, FeedEntry};

/// `feed` as Atom, appended to `out`.
///
/// # Panics
/// Never: memory takes all that is written.
pub fn atom(feed: &Feed<'_>, out: &mut Vec<u8>) {
    write(feed, &mut Writer::new_with_indent(&mut *out, b' ', 1)).expect("memory takes all");
    out.push(b'\n');
}

type Xml<'w> = Writer<&'w mut Vec<u8>>;

fn write(feed: &Feed<'_>, xml: &mut Xml<'_>) -> io::Result<()> {
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let root = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", "zh-CN")];
    xml.create_element("feed").with_attributes(root).write_inner_content(|xml| {
        text(xml, "title", &feed.title)?;
        text(xml, "id", &feed.address)?;
        link(xml, "self", &feed.address)?;
        link(xml, "alternate", &feed.page)?;
        let newest = feed.entries.iter().map(changed).max();
        text(xml, "updated", &newest.unwrap_or_else(|| moment(&feed.updated, None)))?;
        author(xml, feed.author)?;
        if let Some(rights) = feed.rights {
            text(xml, "rights", rights)?;
        }
        feed.entries.iter().try_for_each(|entry| write_entry(entry, xml))
    })?;
    Ok(())
}

fn write_entry(entry: &FeedEntry<'_>, xml: &mut Xml<'_>) -> io::Result<()> {
    xml.create_element("entry").write_inner_content(|xml| {
        let published = moment(&entry.published, entry.time.as_deref());
        text(xml, "title", entry.title)?;
        text(xml, "id", &entry.address)?;
        link(xml, "alternate", &entry.address)?;
        text(xml, "published", &published)?;
        text(xml, "updated", &changed(entry))?;
        if let Some(name) = entry.author {
            author(xml, name)?;
        }
        for (term, label) in &entry.categories {
            xml.create_element("category").with_attributes([("term", *term), ("label", *label)]).write_empty()?;
        }
        entry.summary.map_or(Ok(()), |summary| text(xml, "summary", summary))
    })?;
    Ok(())
}

fn text(xml: &mut Xml<'_>, name: &str, value: &str) -> io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&legal(value))).map(|_| ())
}

fn link(xml: &mut Xml<'_>, rel: &str, href: &str) -> io::Result<()> {
    xml.create_element("link").with_attributes([("rel", rel), ("href", href)]).write_empty().map(|_| ())
}

fn author(xml: &mut Xml<'_>, name: &str) -> io::Result<()> {
    xml.create_element("author").write_inner_content(|xml| text(xml, "name", name)).map(|_| ())
}

/// The moment of its last change. Of that the day is known, and the time only where it is that of publication: an entry must not
/// seem to have changed before it was published.
pub(super) fn changed(entry: &FeedEntry<'_>) -> String {
    let time = entry.time.as_deref().filter(|_| entry.updated == entry.published);
    moment(&entry.updated, time)
}

/// China keeps one time, eight hours ahead, the year round.
pub(super) fn moment(day: &str, time: Option<&str>) -> String {
    format!("{day}T{}:00+08:00", time.unwrap_or("00:00"))
}

/// XML has no way to write control characters, not even escaped: they are left out.
fn legal(value: &str) -> std::borrow::Cow<'_, str> {
    let bad = |c: char| (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    if value.contains(bad) { value.replace(bad, "").into() } else { value.into() }
}

#[cfg(test)]
mod tests {
    use super::{Feed, FeedEntry, atom};

    #[test]
    fn an_atom_feed() {
        let entry = FeedEntry {
            title: "关于<招商>&\u{1}服务的通知",
            address: "https://example.gov.cn/cyzsj/2018/00007.html".into(),
            published: "2018-05-10".into(),
            time: Some("09:30".into()),
            updated: "2018-05-11".into(),
            summary: Some("概述"),
            author: None,
            categories: vec![("decision", "决策公开")],
        };
        let feed = Feed {
            title: "最新公开".into(),
            address: "https://example.gov.cn/feed.xml".into(),
            page: "https://example.gov.cn/".into(),
            author: "产业招商局",
            updated: "2018-05-10".into(),
            rights: None,
            entries: vec![entry],
        };
        let mut out = Vec::new();
        atom(&feed, &mut out);
        let written = String::from_utf8(out).unwrap();
        assert!(written.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed "), "{written}");
        assert!(written.contains("<title>关于&lt;招商&gt;&amp;服务的通知</title>"), "{written}");
        assert!(written.contains("<published>2018-05-10T09:30:00+08:00</published>"), "{written}");
        assert!(written.contains("<updated>2018-05-11T00:00:00+08:00</updated>"), "{written}");
        assert!(written.contains("<category term=\"decision\" label=\"决策公开\"/>"), "{written}");
        assert!(written.ends_with("</feed>\n"), "{written}");

        // Published with a time and never changed: both moments are one.
        let mut feed = feed;
        feed.entries[0].updated = "2018-05-10".into();
        let mut out = Vec::new();
        atom(&feed, &mut out);
        let written = String::from_utf8(out).unwrap();
        assert_eq!(written.matches("<updated>2018-05-10T09:30:00+08:00</updated>").count(), 2, "{written}");
    }
}
