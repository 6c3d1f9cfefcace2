//! The scheme of an address: only http, https, mailto, tel and relative addresses may stand on a page.

/// Where an address leads, as far as its scheme tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme<'a> {
    /// `http:`, `https:` or `//host`: another site, or this one by its full address.
    Web,
    /// `mailto:` or `tel:`.
    Contact,
    /// `#…`: within the page.
    Fragment,
    /// Relative to the page or the site.
    Relative,
    /// Any other scheme, as written; such a link is removed.
    Forbidden(&'a str),
}

/// Reads the scheme of `address` as a browser does, which drops control characters and spaces in and around it: to it
/// `java\tscript:` is `javascript:`.
pub fn scheme(address: &str) -> Scheme<'_> {
    let ignored = |c: char| c <= ' ' || c == '\u{7F}' || c == '\u{FEFF}' || ('\u{200B}'..='\u{200F}').contains(&c);
    let trimmed = address.trim_matches(ignored);
    let mut name = String::new();
    for (at, c) in trimmed.char_indices() {
        match c {
            ':' if name.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                return match name.as_str() {
                    "http" | "https" => Scheme::Web,
                    "mailto" | "tel" => Scheme::Contact,
                    _ => Scheme::Forbidden(&trimmed[..at]),
                };
            }
            c if ignored(c) => {}
            c if c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.') => {
                // No scheme is longer; a long relative path need not be read to its end.
                if name.len() > 40 {
                    break;
                }
                name.push(c.to_ascii_lowercase());
            }
            _ => break,
        }
    }
    let slash = |c: char| c == '/' || c == '\\';
    let mut plain = trimmed.chars().filter(|&c| !ignored(c));
    match (plain.next(), plain.next()) {
        (Some('#'), _) => Scheme::Fragment,
        (Some(first), Some(second)) if slash(first) && slash(second) => Scheme::Web,
        _ => Scheme::Relative,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_schemes_pass() {
        for address in ["http://a", "HTTPS://a", "//a/b", r"\\a\b", "/\\a", "ht\ntp://a"] {
            assert_eq!(scheme(address), Scheme::Web, "{address:?}");
        }
        for address in ["mailto:a@b.cn", "tel:0797-8000000"] {
            assert_eq!(scheme(address), Scheme::Contact);
        }
        for address in ["a.md", "../a.md#b", "附件1:清单.pdf", "?a:b", "/a:b", "", "1:2"] {
            assert_eq!(scheme(address), Scheme::Relative, "{address:?}");
        }
        assert_eq!(scheme(" #a:b"), Scheme::Fragment);
        let hostile = [
            "javascript:alert(1)",
            " JaVa\tScript:x",
            "\u{1}javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///x",
        ];
        for address in hostile {
            assert!(matches!(scheme(address), Scheme::Forbidden(_)), "{address:?}");
        }
        assert_eq!(scheme("JaVa\tScript:x"), Scheme::Forbidden("JaVa\tScript"));
    }
}
