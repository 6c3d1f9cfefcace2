//! HTML made before it is known where links lead: each address is a placeholder, filled when its page is due.
//!
//! A text is read once, when it is judged; where its links lead is known only when all texts were read. So its HTML is made at
//! once with placeholders, kept aside, and filled later, instead of reading and parsing the text again. What is filled is, byte
//! for byte, what [`render`](super::render) writes; where that cannot be promised there is no template.

use memchr::{memchr, memchr_iter};

use super::document::Document;
use super::html::HtmlWriter;
use super::link::{LinkUse, Resolver, begin_link, write_picture};
use super::placeholder::SEPARATOR;
use crate::vocabulary::Lang;

/// HTML with placeholders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HtmlTemplate(Vec<u8>);

impl HtmlTemplate {
    /// The HTML of `document` with placeholders. None where an address decides on more than itself: HTML that is to be repaired
    /// after it is whole, a footnote referred to within a link, a text with NULs of its own, or so much that some is left out.
    pub fn new(document: &Document<'_>, lang: Lang) -> Option<Self> {
        if document.needs_repair {
            return None;
        }
        let mut out = String::new();
        let (limit, separators) = HtmlWriter::new(document, lang, None, &mut out).write_template()?;
        // A NUL of the author's is a separator too many.
        if memchr_iter(0, out.as_bytes()).count() != separators {
            return None;
        }
        // The limit goes along: what is filled may not exceed it.
        out.push(SEPARATOR);
        out.push_str(&limit.to_string());
        Some(Self(out.into_bytes()))
    }

    /// The form it is kept in: HTML with placeholders, a separator, the limit in decimal digits.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// The template that was kept as `bytes`. Bytes that are none are found when it is filled.
    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The HTML, its addresses as `resolve` decides; none where it is larger than [`render`](super::render) would let it be.
    pub fn fill(&self, resolve: Resolver<'_>) -> Option<String> {
        let (html, limit) = simdutf8::basic::from_utf8(&self.0).ok()?.rsplit_once(SEPARATOR)?;
        let limit: usize = limit.parse().ok()?;
        let mut out = String::with_capacity(html.len() + html.len() / 8);
        let mut links = Vec::new();
        let mut rest = html;
        while let Some(at) = memchr(0, rest.as_bytes()) {
            out.push_str(&rest[..at]);
            let (kind, inside) = rest[at + 1..].split_at_checked(1)?;
            rest = inside;
            let mut part = || {
                let (part, behind) = rest.split_once(SEPARATOR)?;
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
                    write_picture(&mut out, destination, &resolved, description, end);
                }
                _ => return None,
            }
        }
        out.push_str(rest);
        (out.len() <= limit).then_some(out)
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
            0 => Resolved::Unchanged,
            1 => Resolved::Omitted,
            2 => Resolved::To(format!("../{}\"&.html", it.destination)),
            _ => Resolved::To("javascript:alert(1)".to_owned()),
        }
    }

    fn both(body: &str) -> (Option<String>, String) {
        let document = parse(body);
        let mut html = String::new();
        render(&document, Lang::Zh, &mut resolve, &mut html);
        (
            HtmlTemplate::new(&document, Lang::Zh)
                .and_then(|it| HtmlTemplate::from_bytes(it.bytes().into()).fill(&mut resolve)),
            html,
        )
    }

    #[test]
    fn ordinary_texts_have_a_template() {
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
        let template = HtmlTemplate::new(&parse(&body), Lang::Zh).unwrap();
        assert_eq!(template.fill(&mut { long }), None);
    }

    #[test]
    fn what_is_no_template_is_not_filled() {
        for text in ["", "a", "\0a\0b\x009", "\0q\x009", "\0z\x009", "a\0-1", "\0"] {
            assert_eq!(HtmlTemplate::from_bytes(text.into()).fill(&mut resolve), None, "{text:?}");
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
