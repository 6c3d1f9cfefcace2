//! HTML made before it is known where links lead: each address is a hole, filled when its page is due.
//!
//! What is filled is, byte for byte, what [`render`](super::render) writes; where that cannot be promised there is no draft.

use memchr::{memchr, memchr_iter};

use super::document::Document;
use super::html::{LinkUse, Resolver, Writer, begin_link, picture};
use crate::text::Lang;

/// Begins a hole and parts what is in it; no text of a draft has it otherwise.
const MARK: char = '\0';

/// HTML with holes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft(Vec<u8>);

/// A hole: what stands in it, parted by marks.
#[derive(Clone, Copy)]
pub(super) enum Hole<'a> {
    /// Where a link begins: its destination and title.
    Link([&'a str; 2]),
    /// Where it ends.
    End,
    /// A picture: its destination, its description as text, and how its tag ends.
    Picture([&'a str; 3]),
}

impl Hole<'_> {
    pub(super) fn write(self, out: &mut String) {
        let (kind, parts): (char, &[&str]) = match &self {
            Self::Link(parts) => ('a', parts),
            Self::End => ('z', &[]),
            Self::Picture(parts) => ('i', parts),
        };
        out.push(MARK);
        out.push(kind);
        for part in parts {
            out.push_str(part);
            out.push(MARK);
        }
    }

    /// Marks that it is written with.
    pub(super) const fn marks(self) -> usize {
        match self {
            Self::End => 1,
            Self::Link(_) => 3,
            Self::Picture(_) => 4,
        }
    }
}

impl Document<'_> {
    /// Its HTML with holes; none where what stands in a hole decides more than an address.
    pub fn draft(&self, lang: Lang) -> Option<Draft> {
        if self.misfits {
            return None;
        }
        // The limit goes before: what is filled may not exceed it.
        let mut out = String::new();
        let (most, marks) = Writer::new(self, lang, None, &mut out).drafted()?;
        // A NUL of the author's is a mark too many.
        if memchr_iter(0, out.as_bytes()).count() != marks {
            return None;
        }
        out.push(MARK);
        out.push_str(&most.to_string());
        Some(Draft(out.into_bytes()))
    }
}

impl Draft {
    /// As bytes, for whoever keeps it.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The draft that was kept as `bytes`.
    pub fn kept(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The HTML, its addresses as `resolve` decides; none where it is larger than [`render`](super::render) would let it be.
    pub fn fill(&self, resolve: Resolver<'_>) -> Option<String> {
        let (html, most) = simdutf8::basic::from_utf8(&self.0).ok()?.rsplit_once(MARK)?;
        let most: usize = most.parse().ok()?;
        let mut out = String::with_capacity(html.len() + html.len() / 8);
        let mut links = Vec::new();
        let mut rest = html;
        while let Some(at) = memchr(0, rest.as_bytes()) {
            out.push_str(&rest[..at]);
            let (kind, inside) = rest[at + 1..].split_at_checked(1)?;
            rest = inside;
            let mut part = || {
                let (part, behind) = rest.split_once(MARK)?;
                rest = behind;
                Some(part)
            };
            match kind {
                "a" => {
                    let (destination, title) = (part()?, part()?);
                    let resolved = resolve(LinkUse { destination, image: false });
                    links.push(begin_link(&mut out, destination, title, &resolved));
                }
                "z" => {
                    if links.pop()? {
                        out.push_str("</a>");
                    }
                }
                "i" => {
                    let (destination, description, end) = (part()?, part()?, part()?);
                    let resolved = resolve(LinkUse { destination, image: true });
                    picture(&mut out, destination, &resolved, description, end);
                }
                _ => return None,
            }
        }
        out.push_str(rest);
        (out.len() <= most).then_some(out)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::markup::{Resolved, parse, render};

    /// Any decision, the same for the same address.
    fn resolve(it: LinkUse<'_>) -> Resolved {
        match it.destination.len() % 4 {
            0 => Resolved::Same,
            1 => Resolved::Gone,
            2 => Resolved::To(format!("../{}\"&.html", it.destination)),
            _ => Resolved::To("javascript:alert(1)".to_owned()),
        }
    }

    fn both(body: &str) -> (Option<String>, String) {
        let document = parse(body);
        let mut html = String::new();
        render(&document, Lang::Zh, &mut resolve, &mut html);
        (document.draft(Lang::Zh).and_then(|it| Draft::kept(it.bytes().into()).fill(&mut resolve)), html)
    }

    #[test]
    fn ordinary_texts_have_a_draft() {
        for body in [
            "",
            "见[《办法》](../a.md \"题\")（**赣府〔2018〕9号**）。\n\n## 一、总则\n\n见[上文](#一总则)、<https://example.cn>。",
            "![图 \"1\"](a.png \"题\") ![](ab.png) [![图](b.png)](cc.md)\n\n| 甲 | 乙 |\n| --- | ---: |\n| [丙](d) | 1 |",
            "注[^1]。\n\n[^1]: 见[文件](abcd)。",
            "换<br>行 <sub>下</sub>",
        ] {
            let (filled, rendered) = both(body);
            assert_eq!(filled.as_ref(), Some(&rendered), "{body}");
        }
    }

    #[test]
    fn others_have_none() {
        for body in ["<div>\n甲\n</div>", "甲<a href=\"b\">乙[^1]</a>\n\n[^1]: 丙", "甲\0乙"] {
            assert_eq!(both(body).0, None, "{body}");
        }
        // Where addresses are much longer than they are written, render leaves out what is too much.
        let body = "[a](b)".repeat(40_000);
        let long = |_: LinkUse<'_>| Resolved::To("x".repeat(200));
        let draft = parse(&body).draft(Lang::Zh).unwrap();
        assert_eq!(draft.fill(&mut { long }), None);
    }

    #[test]
    fn what_is_no_draft_is_not_filled() {
        for text in ["", "a", "\0a\0b\x009", "\0q\x009", "\0z\x009", "a\0-1", "\0"] {
            assert_eq!(Draft::kept(text.into()).fill(&mut resolve), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_filled_is_what_is_rendered(
            body in "([a-z一。\\[\\]()!*_`<>|#^:&; \n\\\\]|\\[甲\\]\\(b\\)|!\\[图\\]\\(cc \"d\"\\)|\\[\\^1\\]|\\[\\^1\\]: 注|&#0;|&amp;|<br>|<b>|</b>|<a href='x'>|<img src='y'>|# |- |> ){0,60}",
        ) {
            let (filled, rendered) = both(&body);
            if let Some(filled) = filled {
                prop_assert_eq!(filled, rendered);
            }
        }
    }
}
