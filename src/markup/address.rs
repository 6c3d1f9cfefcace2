//! Where an address leads, judged by its scheme alone: only http, https, mailto, tel and relative ones may stand.

/// What kind of address it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach<'a> {
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

/// Judges `address`. Browsers drop control characters and spaces around the scheme, and so does this.
pub fn reach(address: &str) -> Reach<'_> {
    let ignored = |c: char| c <= ' ' || c == '\u{7F}' || c == '\u{FEFF}' || ('\u{200B}'..='\u{200F}').contains(&c);
    let trimmed = address.trim_matches(ignored);
    let mut scheme = String::new();
    for (at, c) in trimmed.char_indices() {
        match c {
            ':' if scheme.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                return match scheme.as_str() {
                    "http" | "https" => Reach::Web,
                    "mailto" | "tel" => Reach::Contact,
                    _ => Reach::Forbidden(&trimmed[..at]),
                };
            }
            c if ignored(c) => {}
            c if c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.') => {
                // No scheme is longer; a long relative path need not be read to its end.
                if scheme.len() > 40 {
                    break;
                }
                scheme.push(c.to_ascii_lowercase());
            }
            _ => break,
        }
    }
    let slash = |c: char| c == '/' || c == '\\';
    let mut plain = trimmed.chars().filter(|&c| !ignored(c));
    match (plain.next(), plain.next()) {
        (Some('#'), _) => Reach::Fragment,
        (Some(first), Some(second)) if slash(first) && slash(second) => Reach::Web,
        _ => Reach::Relative,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_schemes_pass() {
        for address in ["http://a", "HTTPS://a", "//a/b", r"\\a\b", "/\\a", "ht\ntp://a"] {
            assert_eq!(reach(address), Reach::Web, "{address:?}");
        }
        for address in ["mailto:a@b.cn", "tel:0797-8000000"] {
            assert_eq!(reach(address), Reach::Contact);
        }
        for address in ["a.md", "../a.md#b", "附件1:清单.pdf", "?a:b", "/a:b", "", "1:2"] {
            assert_eq!(reach(address), Reach::Relative, "{address:?}");
        }
        assert_eq!(reach(" #a:b"), Reach::Fragment);
        let hostile = [
            "javascript:alert(1)",
            " JaVa\tScript:x",
            "\u{1}javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "file:///x",
        ];
        for address in hostile {
            assert!(matches!(reach(address), Reach::Forbidden(_)), "{address:?}");
        }
        assert_eq!(reach("JaVa\tScript:x"), Reach::Forbidden("JaVa\tScript"));
    }
}
