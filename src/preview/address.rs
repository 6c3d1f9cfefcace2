//! What was asked for, as an address of the site: decoded, and never outside of it.

/// Where a request leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// From the site's root, decoded, beginning with `/`.
    pub path: String,
    /// What stands behind `?`; empty where nothing does.
    pub query: String,
}

impl Address {
    /// Reads the target of a request: `/a/b.html?c`, or the same behind a scheme and a host. None where it is no address of a file in
    /// a site: `..`, empty names, backslashes and control characters lie in none. Nothing is read from a disk by it; this only keeps
    /// an odd address from meaning two things.
    pub fn read(target: &str) -> Option<Self> {
        let target = match target.strip_prefix("http://") {
            Some(rest) => &rest[rest.find('/')?..],
            None => target,
        };
        let target = target.split('#').next().unwrap_or_default();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let path = decode(path)?;
        let is_odd = |c: char| c.is_control() || c == '\\';
        let names = path.strip_prefix('/')?;
        let mut names = names.split('/').peekable();
        while let Some(name) = names.next() {
            if name == "." || name == ".." || name.contains(is_odd) || name.is_empty() && names.peek().is_some() {
                return None;
            }
        }
        Some(Self { path, query: query.to_owned() })
    }

    /// The address of a page: a folder is its `index.html`.
    pub fn page(path: &str) -> String {
        if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
    }
}

/// `%E5%85%AC` → `公`; none where that is no UTF-8, or an escape is broken.
fn decode(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut out = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        let digit = |it: Option<u8>| char::from(it?).to_digit(16);
        out.push(match byte {
            b'%' => u8::try_from(digit(bytes.next())? << 4 | digit(bytes.next())?).ok()?,
            other => other,
        });
    }
    String::from_utf8(out).ok()
}

/// The path as it stands in a link: whatever is no plain letter of an address is escaped.
pub fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(target: &str) -> Option<String> {
        Address::read(target).map(|it| it.path)
    }

    #[test]
    fn addresses_are_decoded_and_stay_inside() {
        assert_eq!(path("/"), Some("/".into()));
        assert_eq!(path("/a/%E5%85%AC.html?x#y"), Some("/a/公.html".into()));
        assert_eq!(path("http://127.0.0.1:4000/a/"), Some("/a/".into()));
        for odd in [
            "",
            "a",
            "*",
            "/../a",
            "/a/..",
            "/%2e%2e/a",
            "/a/./b",
            "//a",
            "/a//b",
            "/a%5Cb",
            "/a%00",
            "/%",
            "/%f",
            "/%ff",
            "/a%2F..%2Fb",
            "http://127.0.0.1",
            "https://127.0.0.1/a",
        ] {
            assert_eq!(path(odd), None, "{odd}");
        }
    }

    #[test]
    fn what_is_encoded_is_read_again() {
        assert_eq!(encode("/a b/公?.html"), "/a%20b/%E5%85%AC%3F.html");
        assert_eq!(path(&encode("/a b/公?%.html")), Some("/a b/公?%.html".into()));
    }
}
