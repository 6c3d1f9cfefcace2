//! Old addresses, as `[[redirect]]` and `[[gone]]` write them: where on this site a page may stand for each.

use crate::model::{OldPlace, Organisation, Site};

/// Where an address begins, and its path and query from there, without a first stroke.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// At the root of this site.
    Site(String),
    /// At the root of this site's host, outside the site.
    Host(String),
    /// At another host, which is named first.
    Other(String),
}

/// Where the address `written` is on `site`.
pub(super) fn place(written: &str, site: &Site, organisations: &[Organisation]) -> OldPlace {
    match spot(written, &site.url, organisations) {
        Spot::Site(path) => page(&path).map_or(OldPlace::Unanswered, |it| OldPlace::Page(it.into())),
        Spot::Host(_) | Spot::Other(_) => OldPlace::Elsewhere,
    }
}

/// What the address `written` means to the site at `url`. It may be whole, begin at the root of the host or at that of the site, and
/// lack its first stroke.
pub fn spot(written: &str, url: &str, organisations: &[Organisation]) -> Spot {
    let url = url.split_once("://").map_or(url, |it| it.1);
    let (host, base) = url.split_once('/').unwrap_or((url, ""));
    let written = written.trim().replace(['\\', '／'], "/");
    // `/go?to=http://…` is not whole.
    let scheme = |it: &(&str, &str)| it.0.bytes().all(|it| it.is_ascii_alphabetic());
    let bare = written.split_once("://").filter(scheme).map(|it| it.1).or_else(|| written.strip_prefix("//"));
    let (path, whole) = match (bare, strip_host(&written, host)) {
        (Some(whole), _) => match strip_host(whole, host) {
            Some(path) => (path, true),
            None => return Spot::Other(whole.split('#').next().unwrap_or_default().to_owned()),
        },
        (None, Some(path)) => (path, true),
        (None, None) => (&*written, false),
    };
    let path = path.split('#').next().unwrap_or_default().trim_start_matches('/');
    match path.strip_prefix(base).filter(|_| !base.is_empty()) {
        Some(below) if whole || is_entry(below, organisations) || !is_entry(path, organisations) => {
            Spot::Site(below.to_owned())
        }
        None if whole && !base.is_empty() => Spot::Host(path.to_owned()),
        _ => Spot::Site(path.to_owned()),
    }
}

/// Whether an entry may lie at `path`: `cyzsj/2018/00007.html`. An organisation may be called as the folder is in which the site
/// lies.
fn is_entry(path: &str, organisations: &[Organisation]) -> bool {
    let Some((first, rest)) = path.split_once('/') else { return false };
    let is_year = |it: &str| it.len() == 4 && it.bytes().all(|it| it.is_ascii_digit());
    organisations.iter().any(|it| *it.id == *first) && rest.split_once('/').is_none_or(|it| is_year(it.0))
}

/// What follows `host` at the start of `address`.
fn strip_host<'a>(address: &'a str, host: &str) -> Option<&'a str> {
    let start = address.get(..host.len()).filter(|it| it.eq_ignore_ascii_case(host))?;
    let path = &address[start.len()..];
    (path.is_empty() || path.starts_with(['/', '?', '#'])).then_some(path)
}

/// The file that a web server shows at `path`, from the site's root; none where it shows none as a page.
fn page(path: &str) -> Option<String> {
    let (folders, last) = path.rsplit_once('/').map_or((None, path), |(folders, last)| (Some(folders), last));
    let plain = |part: &str| {
        let fits = |c: char| c.is_ascii_alphanumeric() || "-_.~".contains(c);
        !part.is_empty()
            && part.len() <= 200
            && !part.starts_with('.')
            && !part.ends_with('.')
            && part.chars().all(fits)
    };
    // A folder may not be called as a file of the site is.
    let folder =
        |part: &str| plain(part) && !part.rsplit_once('.').is_some_and(|it| it.1.contains(char::is_alphabetic));
    if !folders.is_none_or(|it| it.split('/').all(folder)) {
        return None;
    }
    let ending = last.rsplit_once('.').map(|it| it.1.to_ascii_lowercase());
    match ending.as_deref() {
        Some("html" | "htm") if plain(last) => Some(format!("/{path}")),
        None if last.is_empty() => Some(format!("/{path}index.html")),
        None if plain(last) => Some(format!("/{path}/index.html")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn a_page_stands_where_a_server_looks_for_one() {
        for (path, file) in [
            ("a/b.html", "/a/b.html"),
            ("a.HTM", "/a.HTM"),
            ("a/", "/a/index.html"),
            ("a/b", "/a/b/index.html"),
            ("", "/index.html"),
            ("v1.0/a.html", "/v1.0/a.html"),
        ] {
            assert_eq!(page(path).as_deref(), Some(file), "{path}");
        }
        for path in [
            "a.shtml",
            "a/b.jsp",
            "a.html?id=1",
            "?id=1",
            "../a.html",
            "a/../b.html",
            "a//b.html",
            ".a/b.html",
            "a.html/b",
            "政策/a.html",
            "a b.html",
            "%E6/a.html",
            "a.pdf",
            "a.",
            "index.html/",
        ] {
            assert_eq!(page(path), None, "{path}");
        }
    }
}
