//! Which HTML an author may use: the allowlist of elements and attributes, and what becomes of the rest.
//!
//! What is not listed never stays. Two kinds are told apart: a harmless element that is not listed (`<font>`, `<center>`) is replaced
//! with its children, so that no text gets lost; one whose content is no text of the page (`<script>`, `<svg>`, `<template>`) is
//! removed whole. Attributes that act, style or could name something of the page around (`on…`, `style`, `class`, `id`) never stay
//! as written.

use super::event::Shape;

/// What becomes of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Treatment {
    Keep,
    /// It stays, and has no content.
    KeepVoid,
    /// It becomes a link like any other.
    Link,
    /// It becomes a picture like any other.
    Image,
    /// It becomes a heading of this level like any other.
    Heading(u8),
    /// Its tags go, its content stays.
    ReplaceWithChildren,
    /// It goes with all that is in it.
    Remove,
}

/// What becomes of the element `name` (in lower case).
pub(super) fn treatment(name: &str) -> Treatment {
    match name {
        "a" => Treatment::Link,
        "img" => Treatment::Image,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Treatment::Heading(name.as_bytes()[1] - b'0'),
        "br" | "hr" | "wbr" | "col" => Treatment::KeepVoid,
        "abbr" | "b" | "blockquote" | "caption" | "cite" | "code" | "colgroup" | "dd" | "del" | "details" | "dfn"
        | "div" | "dl" | "dt" | "em" | "figcaption" | "figure" | "i" | "ins" | "kbd" | "li" | "mark" | "ol" | "p"
        | "pre" | "q" | "rp" | "rt" | "ruby" | "s" | "samp" | "small" | "span" | "strong" | "sub" | "summary"
        | "sup" | "table" | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr" | "u" | "ul" | "var" => Treatment::Keep,
        "applet" | "audio" | "canvas" | "datalist" | "frameset" | "head" | "iframe" | "map" | "math" | "noembed"
        | "noframes" | "noscript" | "object" | "plaintext" | "script" | "select" | "style" | "svg" | "template"
        | "textarea" | "title" | "video" | "xmp" => Treatment::Remove,
        _ => Treatment::ReplaceWithChildren,
    }
}

/// Is it a void element, which has no content and no end tag? (Obsolete ones included.)
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "basefont"
            | "bgsound"
            | "br"
            | "col"
            | "embed"
            | "frame"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Does it show or play something that readers miss where it is removed?
pub(super) fn embeds(name: &str) -> bool {
    matches!(name, "applet" | "audio" | "canvas" | "embed" | "iframe" | "math" | "object" | "svg" | "video")
}

/// How an element that stays breaks up its text.
pub(super) fn shape(name: &str) -> Shape {
    match name {
        "td" | "th" => Shape::Cell,
        "abbr" | "b" | "cite" | "code" | "del" | "dfn" | "em" | "i" | "ins" | "kbd" | "mark" | "q" | "rp" | "rt"
        | "ruby" | "s" | "samp" | "small" | "span" | "strong" | "sub" | "sup" | "u" | "var" => Shape::Phrasing,
        _ => Shape::Block,
    }
}

/// Does this attribute hide the element? What is hidden is not published.
pub(super) fn hides(key: &str, value: &str) -> bool {
    match key {
        "hidden" => true,
        "style" => {
            let style: String = value.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase();
            ["display:none", "visibility:hidden", "visibility:collapse", "opacity:0", "font-size:0"].iter().any(
                |hiding| {
                    style.match_indices(hiding).any(|(at, _)| {
                        // `opacity:0.5` and `font-size:0.9em` hide nothing.
                        !style[at + hiding.len()..].starts_with('.')
                    })
                },
            )
        }
        _ => false,
    }
}

/// The attribute as it may stand on the element, or nothing.
pub(super) fn attribute(name: &str, key: &str, value: &str) -> Option<(&'static str, String)> {
    let number =
        |limit: u16| value.trim().parse::<u16>().ok().filter(|n| (1..=limit).contains(n)).map(|n| n.to_string());
    let kept = match (name, key) {
        (_, "title") => ("title", value.to_owned()),
        (_, "lang") if value.len() < 36 && value.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') => {
            ("lang", value.to_owned())
        }
        ("p" | "div" | "td" | "th" | "tr" | "caption" | "figure" | "figcaption", "align" | "class") => {
            let value = value.trim().to_ascii_lowercase();
            let class = ["left", "center", "right"].into_iter().find(|class| *class == value)?;
            ("class", class.to_owned())
        }
        ("td" | "th", "colspan") => ("colspan", number(1000)?),
        ("td" | "th", "rowspan") => ("rowspan", number(65534)?),
        ("col" | "colgroup", "span") => ("span", number(1000)?),
        ("th", "scope") if matches!(value, "col" | "row" | "colgroup" | "rowgroup") => ("scope", value.to_owned()),
        ("ol", "start") => ("start", value.trim().parse::<i32>().ok()?.to_string()),
        ("ol", "type") if matches!(value, "1" | "a" | "A" | "i" | "I") => ("type", value.to_owned()),
        ("details", "open") => ("open", String::new()),
        _ => return None,
    };
    Some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_is_seen_and_half_hidden_is_not() {
        assert!(hides("hidden", "") && hides("style", "Display : none") && hides("style", "color:red;opacity:0"));
        assert!(!hides("style", "opacity:0.5") && !hides("style", "color:red") && !hides("class", "hidden"));
    }

    #[test]
    fn nothing_that_acts_is_kept() {
        for (name, key) in [("a", "onclick"), ("p", "style"), ("td", "background"), ("div", "id"), ("p", "class")] {
            assert_eq!(attribute(name, key, "x"), None, "{name} {key}");
        }
        assert_eq!(attribute("p", "align", "Center"), Some(("class", "center".to_owned())));
        assert_eq!(attribute("td", "colspan", "999999"), None);
    }
}
