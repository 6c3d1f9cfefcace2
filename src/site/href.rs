//! An address that a page may print.

use std::borrow::Cow;

use memchr::{memchr, memchr_iter, memrchr};
use serde::Serialize;

use crate::markup::{Scheme, scheme};

/// An address as it stands in `href`: relative to the page that prints it, or the whole address of another host.
///
/// Templates print addresses, they never make them; planning makes one only for a route that exists.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Href<'a>(Cow<'a, str>);

impl<'a> Href<'a> {
    /// The way from the page at `from` to the page at `to`. Both are addresses on this site, from its root: `/a/b.html`,
    /// `/a/`, with `#fragment` where wanted. `index.html` at the end of `to` is kept, so that the site can also be read
    /// from a plain folder.
    pub fn between(from: &str, to: &str) -> Href<'static> {
        let (target, fragment) = to.split_at(memchr(b'#', to.as_bytes()).unwrap_or(to.len()));
        if from == target && !fragment.is_empty() {
            return Href(Cow::Owned(fragment.to_owned()));
        }
        let folder = &from.as_bytes()[..memrchr(b'/', from.as_bytes()).map_or(0, |at| at + 1)];
        let same = folder.iter().zip(target.as_bytes()).take_while(|(left, right)| left == right).count();
        let common = memrchr(b'/', &folder[..same]).map_or(0, |at| at + 1);
        let up = memchr_iter(b'/', &folder[common..]).count();
        let mut way = String::with_capacity(up * 3 + target.len() - common + fragment.len() + 2);
        for _ in 0..up {
            way.push_str("../");
        }
        way.push_str(&target[common..]);
        if way.is_empty() {
            way.push_str("./");
        }
        way.push_str(fragment);
        Href(Cow::Owned(way))
    }

    /// The way to the page at `to` from any page whose way up to the root of the site is `root`: pages that lie equally deep
    /// share it, whichever folder they lie in.
    pub fn below(root: &str, to: &str) -> Href<'static> {
        Href(Cow::Owned([root, to.strip_prefix('/').unwrap_or(to)].concat()))
    }

    /// An address that an author wrote to lead elsewhere; none unless it is one of the web or of mail.
    pub fn web(address: &'a str) -> Option<Self> {
        let address = address.trim();
        let harmless = matches!(scheme(address), Scheme::Web | Scheme::Contact);
        (harmless && !address.contains(|c: char| c.is_whitespace() || c.is_control())).then(|| Self::outside(address))
    }

    /// An address on another host, or one made elsewhere: printed as it is.
    pub fn outside(address: impl Into<Cow<'a, str>>) -> Self {
        Self(address.into())
    }

    /// The address as text of its own.
    pub fn into_text(self) -> String {
        self.0.into_owned()
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Href;

    #[test]
    fn only_addresses_of_the_web_lead_elsewhere() {
        for kept in ["https://a.gov.cn/x?y=1", " http://a ", "mailto:a@b.cn", "//a.gov.cn/"] {
            assert_eq!(Href::web(kept).as_ref().map(Href::as_str), Some(kept.trim()));
        }
        for refused in
            ["javascript:alert(1)", "JaVa\tscript:x", "data:text/html,x", "../a.md", "file:///etc", "", "www.a.cn"]
        {
            assert_eq!(Href::web(refused), None, "{refused}");
        }
    }

    #[test]
    fn ways_between_pages() {
        for (from, to, way) in [
            ("/index.html", "/catalogue/index.html", "catalogue/index.html"),
            ("/cyzsj/2018/00007.html", "/static/style.01.css", "../../static/style.01.css"),
            ("/cyzsj/2018/00007.html", "/cyzsj/2018/00008.html", "00008.html"),
            ("/cyzsj/2018/00007.html", "/cyzsj/2018/00007/a.pdf", "00007/a.pdf"),
            ("/catalogue/a/", "/catalogue/b/", "../b/"),
            ("/catalogue/a/", "/catalogue/a/", "./"),
            ("/catalogue/ab/", "/catalogue/ac/", "../ac/"),
            ("/plan/2018/", "/plan/2018/#task-3", "#task-3"),
            ("/404.html", "/index.html", "index.html"),
        ] {
            assert_eq!(Href::between(from, to).as_str(), way, "{from} → {to}");
        }
    }
}
