//! The styles of a Word document that hide what is set in them: by themselves, or by the style they are based on.

use std::collections::{BTreeMap, BTreeSet};

use super::xml::{Node, walk};

/// How many styles may be based on each other: Word allows no more than eleven.
const DEPTH: usize = 32;

#[derive(Default)]
struct Style {
    id: String,
    based_on: String,
    hides: Option<bool>,
}

/// The ids of the styles in `styles.xml` that hide.
pub(super) fn hidden_styles(xml: &[u8]) -> BTreeSet<String> {
    let mut styles: BTreeMap<String, Style> = BTreeMap::new();
    let mut open: Option<Style> = None;
    let _ = walk(xml, |node| match node {
        Node::Open(element) => match (element.name(), &mut open) {
            ("style", _) => {
                open = Some(Style { id: element.get("styleId").unwrap_or_default(), ..Style::default() });
            }
            ("basedOn", Some(style)) => style.based_on = element.get("val").unwrap_or_default(),
            ("vanish", Some(style)) => style.hides = Some(element.flag("val", true)),
            _ => {}
        },
        Node::Close("style") => {
            if let Some(style) = open.take() {
                styles.insert(style.id.clone(), style);
            }
        }
        _ => {}
    });
    let hides = |id: &String| {
        let mut style = styles.get(id);
        for _ in 0..DEPTH {
            let Some(it) = style else { return false };
            if let Some(hides) = it.hides {
                return hides;
            }
            style = styles.get(&it.based_on);
        }
        false
    };
    styles.keys().filter(|it| hides(it)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_hides_by_itself_or_by_what_it_is_based_on() {
        let xml = b"<w:styles><w:style w:styleId='a'><w:rPr><w:vanish/></w:rPr></w:style>\
            <w:style w:styleId='b'><w:basedOn w:val='a'/></w:style>\
            <w:style w:styleId='c'><w:basedOn w:val='b'/><w:rPr><w:vanish w:val='0'/></w:rPr></w:style>\
            <w:style w:styleId='d'><w:basedOn w:val='e'/></w:style><w:style w:styleId='e'><w:basedOn w:val='d'/></w:style></w:styles>";
        assert_eq!(hidden_styles(xml).into_iter().collect::<Vec<_>>(), ["a", "b"]);
    }
}
