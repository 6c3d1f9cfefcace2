//! What a chart says: its titles, and the values that it remembers of the sheet it was drawn from.

use super::reading::{Place, Reading, Unread};
use super::xml::{Node, walk};

/// Reads a chart: a piece a title, and one for the values of each series.
pub(super) fn read(xml: &[u8], place: &Place, reading: &mut Reading) -> Result<(), Unread> {
    let mut title = String::new();
    let mut values = String::new();
    let mut target = Target::None;
    walk(xml, |node| match node {
        Node::Open(element) => match element.name() {
            "t" => target = Target::Title,
            // `cx:pt` of newer charts holds the value itself, `c:pt` holds `c:v`.
            "v" | "pt" => {
                target = Target::Value;
                if !values.is_empty() && !values.ends_with('；') {
                    values.push('；');
                }
            }
            _ => {}
        },
        Node::Text(text) => match target {
            Target::None => {}
            Target::Title => title.push_str(text),
            Target::Value => values.push_str(text.trim()),
        },
        Node::Close(name) => match name {
            "t" | "v" | "pt" => target = Target::None,
            "p" => reading.push(place.clone(), &std::mem::take(&mut title)),
            "strCache" | "numCache" | "strLit" | "numLit" | "lvl" | "tx" => {
                reading.push(place.clone(), std::mem::take(&mut values).trim_end_matches('；'));
            }
            _ => {}
        },
    })
    .map_err(|_| Unread::Damaged)
}

#[derive(Clone, Copy)]
enum Target {
    None,
    Title,
    Value,
}
