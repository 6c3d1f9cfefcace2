//! What a web server is told of old addresses: which lead on, which are gone, as requests name them.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    old_address::{is_over, leads_on},
    percent,
    route::{self, PageId},
    site::Site,
};
use crate::resolve::{Spot, spot};

/// An old address as a request names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OldAddress {
    /// Its path from the root of the host, without escapes: bytes, for old sites wrote other encodings than UTF-8.
    pub path: Vec<u8>,
    /// What stands after `?`, escaped as browsers do.
    pub query: Option<String>,
}

/// What a web server is told.
#[derive(Clone, Debug, Default)]
pub struct HostRules {
    /// The site's host, with its port where it has one.
    pub host: String,
    /// Whether readers come by HTTPS.
    pub secure: bool,
    /// The path of the site on its host, without escapes: `/`, `/bureau/`.
    pub base: String,
    /// Where old addresses lead: paths from the root of the host, escaped.
    pub moved: BTreeMap<OldAddress, String>,
    /// The pages that say of old addresses that they are gone: files from the site's root, without a first stroke.
    pub gone: BTreeMap<OldAddress, String>,
    /// Paths of `moved` and `gone`, in small letters, that another file of the site has but for the case of letters.
    pub alike: BTreeSet<Vec<u8>>,
    /// Old addresses on other hosts, by host.
    pub elsewhere: BTreeMap<String, OldHost>,
}

/// The old addresses of a host: where each leads, a whole address; nowhere where it is gone.
pub type OldHost = BTreeMap<OldAddress, Option<String>>;

/// The page of what is gone without a tombstone.
const LOST: &str = "404.html";

/// What the web server of `site` is told: pages that lead on or say what is gone are answered as that, and so are addresses that no
/// page can have. No page of the site is hidden by either.
pub fn host_rules(site: &Site<'_>) -> HostRules {
    let model = site.model;
    let (scheme, rest) = model.site.url.split_once("://").unwrap_or(("https", &model.site.url));
    let (host, base) = rest.split_once('/').unwrap_or((rest, ""));
    let mut rules = HostRules {
        host: host.to_owned(),
        secure: scheme != "http",
        base: format!("/{}", percent::decode(base)),
        ..HostRules::default()
    };
    let mut named: BTreeMap<OldAddress, Answer> = BTreeMap::new();
    for (&page, &id) in &site.old {
        if let PageId::Redirect(at) = id {
            let entry = model.entry(model.redirects[at].to);
            for address in rules.of_page(page, true) {
                named.insert(address, Answer::Moved(rules.target(&entry.address)));
            }
            continue;
        }
        for address in rules.of_page(page, false) {
            named.insert(address, Answer::Gone(page.trim_start_matches('/').to_owned()));
        }
        // Links of the folder's page count from the folder: without its stroke that is answered by the one whose links are whole.
        for address in rules.of_page(page, true) {
            named.entry(address).or_insert_with(|| Answer::Gone(LOST.to_owned()));
        }
    }
    for &page in site.tombstones.keys() {
        for address in rules.of_page(page, false) {
            named.entry(address).or_insert_with(|| Answer::Gone(page.trim_start_matches('/').to_owned()));
        }
    }
    let redirects = model.redirects.iter().filter(|it| it.place.page().is_none() && leads_on(site, it.to));
    let redirects = redirects.map(|it| (&*it.from, Answer::Moved(rules.target(&model.entry(it.to).address))));
    let gone = model.gone.iter().filter(|it| it.place.page().is_none() && is_over(site, it));
    let gone = gone.map(|it| (&*it.address, Answer::Gone(LOST.to_owned())));
    let mut elsewhere: BTreeMap<String, OldHost> = BTreeMap::new();
    for (written, answer) in redirects.chain(gone) {
        let path = match spot(written, &model.site.url, &model.organisations) {
            Spot::Site(path) => [base, &path].concat(),
            Spot::Host(path) => path,
            Spot::Other(whole) => {
                let (host, path) = whole.split_at(whole.find(['/', '?']).unwrap_or(whole.len()));
                let host = host.split(':').next().unwrap_or_default().to_ascii_lowercase();
                let to = match answer {
                    Answer::Moved(to) => Some(format!("{scheme}://{}{to}", rules.host)),
                    Answer::Gone(_) => None,
                };
                if let Some(address) = asked(path) {
                    elsewhere.entry(host).or_default().entry(address).or_insert(to);
                }
                continue;
            }
        };
        if let Some(address) = asked(&path) {
            named.entry(address).or_insert(answer);
        }
    }
    rules.elsewhere = elsewhere;
    spare(site, &mut rules, &mut named);
    for (address, answer) in named {
        match answer {
            Answer::Moved(to) => rules.moved.insert(address, to),
            Answer::Gone(page) => rules.gone.insert(address, page),
        };
    }
    rules
}

/// What is answered at an old address.
enum Answer {
    Moved(String),
    Gone(String),
}

impl HostRules {
    /// The addresses at which readers find the file `page`; with `bare`, so too that of its folder without the last stroke.
    fn of_page(&self, page: &str, bare: bool) -> Vec<OldAddress> {
        let path = [&self.base, page.trim_start_matches('/')].concat();
        let folder = path.strip_suffix("index.html").filter(|it| it.ends_with('/'));
        let without = folder.filter(|_| bare).map(|it| it.trim_end_matches('/')).filter(|it| !it.is_empty());
        let all = [Some(&*path), folder, without].into_iter().flatten();
        all.map(|it| OldAddress { path: it.as_bytes().to_owned(), query: None }).collect()
    }

    /// Where the file at `address` is found on the host, escaped.
    fn target(&self, address: &str) -> String {
        let path = [&self.base, route::bare(address)].concat();
        escaped(path.as_bytes(), "-._~/")
    }
}

/// Takes out of `named` what would hide a file of the site, and notes what differs from one in the case of letters only.
fn spare(site: &Site<'_>, rules: &mut HostRules, named: &mut BTreeMap<OldAddress, Answer>) {
    if named.is_empty() {
        return;
    }
    let small: BTreeSet<Vec<u8>> = named.keys().map(|it| it.path.to_ascii_lowercase()).collect();
    let mut see = |address: &str| {
        for it in rules.of_page(address, false) {
            let lower = it.path.to_ascii_lowercase();
            if small.contains(&lower) {
                named.remove(&it);
                rules.alike.insert(lower);
            }
        }
    };
    for page in site.pages() {
        if !matches!(page, PageId::Tombstone(_) | PageId::Redirect(_) | PageId::Gone(_)) {
            see(&site.address(page));
        }
    }
    for file in site.files() {
        see(&file.address);
    }
    let owned = ["api/", "static/", "search/"].map(|it| [&*rules.base, it].concat());
    let own = ["feed.xml", "feed.json", "data.jsonld"].map(|it| [&*rules.base, it].concat());
    let feeds = site.feeds().flat_map(|it| [route::feed(site.model, it), route::feed_json(site.model, it)]);
    let files: BTreeSet<String> = own.into_iter().chain(feeds.map(|it| [&*rules.base, &it[1..]].concat())).collect();
    named.retain(|it, _| {
        it.query.is_some()
            || !owned.iter().any(|own| it.path.starts_with(own.as_bytes()))
                && !std::str::from_utf8(&it.path).is_ok_and(|it| files.contains(it))
    });
}

/// The address of `written`, a path and a query, as a server reads it of a request; none where no request has it.
fn asked(written: &str) -> Option<OldAddress> {
    let (path, query) = written.split_once('?').map_or((written, None), |it| (it.0, Some(it.1)));
    let bytes = percent::bytes(path);
    // Browsers follow `.` and `..` themselves, and servers take many strokes for one.
    let mut parts: Vec<&[u8]> = Vec::new();
    let all: Vec<&[u8]> = bytes.split(|it| *it == b'/').filter(|it| !it.is_empty()).collect();
    for part in &all {
        match *part {
            b"." => {}
            b".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let is_folder =
        bytes.is_empty() || bytes.ends_with(b"/") || all.last().is_some_and(|it| matches!(*it, b"." | b".."));
    let mut path = parts.iter().flat_map(|it| [b"/", *it].concat()).collect::<Vec<u8>>();
    if is_folder || path.is_empty() {
        path.push(b'/');
    }
    if path.iter().any(u8::is_ascii_control) {
        return None;
    }
    let query = query.filter(|it| !it.is_empty()).map(|it| escaped(it.as_bytes(), "-._~!$&'()*+,;=:@/?%[]|{}^`\\"));
    Some(OldAddress { path, query })
}

/// `bytes` with escapes for all but ASCII letters, digits and `plain`.
fn escaped(bytes: &[u8], plain: &str) -> String {
    let mut out = String::new();
    for &byte in bytes {
        if byte.is_ascii_alphanumeric() || byte.is_ascii() && plain.contains(char::from(byte)) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{OldAddress, asked};

    #[test]
    fn an_address_is_what_a_server_reads_of_a_request() {
        let read = |written: &str| asked(written).map(|OldAddress { path, query }| (path, query));
        let path = |it: &str| Some((it.as_bytes().to_owned(), None));
        assert_eq!(read("a/b.jsp"), path("/a/b.jsp"));
        assert_eq!(read("a//b/./c/../d.jsp"), path("/a/b/d.jsp"));
        assert_eq!(read("%E6%94%BF%20策/"), path("/政 策/"));
        assert_eq!(read("%B9%AB.html"), Some((b"/\xB9\xAB.html".to_vec(), None)));
        assert_eq!(read("100%.html"), path("/100%.html"));
        assert_eq!(read("a/.."), path("/"));
        assert_eq!(read("?id=4 2&t=公"), Some((b"/".to_vec(), Some("id=4%202&t=%E5%85%AC".to_owned()))));
        assert_eq!(read("a.jsp?"), path("/a.jsp"));
        assert_eq!(read("a%0Ab"), None);
    }
}
