//! Site maps for search engines (sitemaps.org 0.9) and `robots.txt`.

use std::{borrow::Cow, fmt::Write};

use crate::day::Day;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SitemapEntry<'a> {
    /// Its whole address.
    pub address: Cow<'a, str>,
    /// The day of its last change, where it is known.
    pub changed: Option<Day>,
}

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// One site map, appended to `out`.
pub fn sitemap<'a>(pages: impl IntoIterator<Item = SitemapEntry<'a>>, out: &mut String) {
    list("urlset", "url", pages, out);
}

/// The list of site maps, appended to `out`.
pub fn sitemap_index<'a>(maps: impl IntoIterator<Item = SitemapEntry<'a>>, out: &mut String) {
    list("sitemapindex", "sitemap", maps, out);
}

/// `robots.txt` of a site that wants to be found: everything, and where the map is.
pub fn robots(sitemap: &str) -> String {
    format!("User-agent: *\nAllow: /\nSitemap: {sitemap}\n")
}

fn list<'a>(root: &str, each: &str, entries: impl IntoIterator<Item = SitemapEntry<'a>>, out: &mut String) {
    let _ = writeln!(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<{root} xmlns=\"{NAMESPACE}\">");
    for entry in entries {
        let address = quick_xml::escape::escape(&*entry.address);
        out.extend(["<", each, "><loc>", &address, "</loc>"]);
        if let Some(day) = entry.changed {
            let _ = write!(out, "<lastmod>{day}</lastmod>");
        }
        out.extend(["</", each, ">\n"]);
    }
    let _ = writeln!(out, "</{root}>");
}

#[cfg(test)]
mod tests {
    use super::{Day, SitemapEntry, sitemap};

    #[test]
    fn addresses_are_escaped() {
        let mut out = String::new();
        sitemap(
            [SitemapEntry { address: "https://a.gov.cn/?a&b".into(), changed: Day::new(2018, 5, 10).ok() }],
            &mut out,
        );
        let line = "<url><loc>https://a.gov.cn/?a&amp;b</loc><lastmod>2018-05-10</lastmod></url>\n";
        assert!(out.contains(line), "{out}");
        assert!(out.ends_with("</urlset>\n"));
    }
}
