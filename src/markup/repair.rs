//! The second pair of eyes: what holds an author's HTML goes through ammonia, which puts misplaced elements right and lets
//! nothing pass that our writer would not write.

use ammonia::{Builder, UrlRelative};

/// Elements that our writer writes, or that authors may use.
const TAGS: [&str; 61] = [
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "input",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Attributes by element.
const ATTRIBUTES: [(&str, &[&str]); 13] = [
    ("a", &["href", "role", "aria-label", "rel"]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("details", &["open"]),
    ("div", &["tabindex", "role", "aria-label"]),
    ("img", &["src", "alt", "loading", "width", "height"]),
    ("input", &["type", "checked", "disabled", "aria-label"]),
    ("li", &["value"]),
    ("ol", &["start", "type"]),
    ("section", &["role", "aria-label"]),
    ("table", &[]),
    ("td", &["colspan", "rowspan"]),
    ("th", &["scope", "colspan", "rowspan"]),
];

/// `html` as a browser would read it, and nothing in it that is not allowed.
pub(super) fn repaired(html: &str) -> String {
    Builder::empty()
        .tags(TAGS.into_iter().collect())
        .clean_content_tags(["script", "style"].into_iter().collect())
        .tag_attributes(ATTRIBUTES.into_iter().map(|(tag, keys)| (tag, keys.iter().copied().collect())).collect())
        .generic_attributes(["id", "class", "title", "lang"].into_iter().collect())
        .url_schemes(["http", "https", "mailto", "tel"].into_iter().collect())
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None)
        .strip_comments(true)
        .clean(html)
        .to_string()
}
