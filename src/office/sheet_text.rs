//! The text of one sheet: its rows, what is hidden among them, its headers and footers, formulas, prompts and links.

use std::ops::RangeInclusive;
use std::sync::Arc;

use super::cell_format::CellFormat;
use super::number_format::plain_number;
use super::place::{is_hidden, place};
use super::reading::{Place, Reading, Unread, has_digits};
use super::xml::{Element, Node, walk};

/// What the cells of all sheets share.
pub(super) struct Cells<'a> {
    pub(super) strings: &'a [String],
    pub(super) formats: &'a [CellFormat],
    /// Bytes of text that may still come.
    pub(super) left: usize,
    /// Which of the strings some cell shows.
    pub(super) used: Vec<bool>,
}

/// Reads the rows of a sheet; answers whether rows or columns with cells are hidden, or a cell by its format (`;;;`).
pub(super) fn read_sheet(
    xml: &[u8],
    sheet: &str,
    cells: &mut Cells<'_>,
    reading: &mut Reading,
) -> Result<bool, Unread> {
    let sheet: Arc<str> = sheet.into();
    let on_sheet = |place: Place| Place::Sheet(sheet.clone(), place.into());
    let mut hidden = false;
    let mut hidden_columns: Vec<RangeInclusive<usize>> = Vec::new();
    let (mut hidden_row, mut column) = (false, 0);
    let mut number = 0;
    let (mut row, mut kind, mut value, mut formula) = (String::new(), String::new(), String::new(), String::new());
    let mut style = None;
    let mut inside = Inside::Nothing;
    let mut full = false;
    walk(xml, |node| match node {
        Node::Open(element) => match element.name() {
            "row" => {
                hidden_row = is_hidden(&element, "ht");
                column = 0;
                number = element.get("r").and_then(|r| r.parse().ok()).unwrap_or(number + 1);
            }
            "col" if is_hidden(&element, "width") => {
                let at = |name| element.get(name).and_then(|it| it.parse::<usize>().ok());
                hidden_columns.push(at("min").unwrap_or(1)..=at("max").unwrap_or(usize::MAX));
            }
            "c" => {
                column = element.get("r").and_then(|r| place(&r)).map_or(column + 1, |(column, _)| column + 1);
                kind = element.get("t").unwrap_or_default();
                style = element.get("s").and_then(|it| it.parse().ok()).and_then(|at: usize| cells.formats.get(at));
                value.clear();
            }
            "v" | "t" => inside = Inside::Value,
            "f" | "formula" | "formula1" | "formula2" => {
                inside = Inside::Formula;
                formula.clear();
            }
            "oddHeader" | "evenHeader" | "firstHeader" => inside = Inside::Head(Place::Header),
            "oddFooter" | "evenFooter" | "firstFooter" => inside = Inside::Head(Place::Footer),
            "dataValidation" => {
                let place = on_sheet(Place::Choice);
                attributes(&element, &["prompt", "promptTitle", "error", "errorTitle"], &place, reading);
            }
            "hyperlink" => {
                attributes(&element, &["display", "tooltip", "location"], &on_sheet(Place::Link), reading);
            }
            "inputCells" => attributes(&element, &["val"], &on_sheet(Place::Store), reading),
            _ => {}
        },
        Node::Text(text) => match inside {
            Inside::Nothing => {}
            Inside::Formula => formula.push_str(text),
            Inside::Value | Inside::Head(_) => value.push_str(text),
        },
        Node::Close("v" | "t") => inside = Inside::Nothing,
        Node::Close(name @ ("f" | "formula" | "formula1" | "formula2")) => {
            inside = Inside::Nothing;
            match formula.strip_prefix('"').and_then(|list| list.strip_suffix('"')) {
                Some(list) if name == "formula1" => reading.push(on_sheet(Place::Choice), &list.replace(',', "、")),
                _ if formula.contains('"') && has_digits(&formula) => {
                    // Two texts put together are one.
                    reading.push(on_sheet(Place::Formula), &formula.replace("\"&\"", ""));
                }
                _ => {}
            }
        }
        Node::Close("c") => {
            let plain;
            let shown = match kind.as_str() {
                "s" => {
                    let at: Option<usize> = value.trim().parse().ok();
                    if let Some(used) = at.and_then(|at| cells.used.get_mut(at)) {
                        *used = true;
                    }
                    at.and_then(|at| cells.strings.get(at)).map_or("", String::as_str)
                }
                "n" | "" => {
                    plain = plain_number(value.trim());
                    &plain
                }
                _ => &value,
            };
            let unseen = || hidden_row || hidden_columns.iter().any(|it| it.contains(&column));
            let hides = || style.is_some_and(|it| it.hides(shown, matches!(kind.as_str(), "n" | "")));
            hidden |= !shown.trim().is_empty() && (unseen() || hides());
            if shown.len() > cells.left {
                full = true;
            } else {
                cells.left -= shown.len();
                row.push_str(shown);
                row.push('\t');
            }
            value.clear();
        }
        Node::Close("row") => {
            reading.push(Place::Row(sheet.clone(), number), &row);
            row.clear();
        }
        Node::Close(_) => {
            if let Inside::Head(place) = &inside {
                for part in head(&value) {
                    reading.push(on_sheet(place.clone()), &part);
                }
                value.clear();
                inside = Inside::Nothing;
            }
        }
    })
    .map_err(|_| Unread::Damaged)?;
    if full { Err(Unread::TooLarge) } else { Ok(hidden) }
}

enum Inside {
    Nothing,
    Value,
    Formula,
    Head(Place),
}

fn attributes(element: &Element<'_>, keys: &[&str], place: &Place, reading: &mut Reading) {
    for text in keys.iter().filter_map(|key| element.get(key)) {
        reading.push_number(place, &text);
    }
}

/// The left, middle and right part of a header, without its codes: `&C&"宋体,加粗"&14机密` is 机密.
fn head(code: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut rest = code;
    while let Some(at) = rest.find('&') {
        let (text, code) = rest.split_at(at);
        let code = &code[1..];
        if let Some(part) = parts.last_mut() {
            part.push_str(text);
        }
        let digits = code.len() - code.trim_start_matches(|char: char| char.is_ascii_digit()).len();
        rest = match code.chars().next() {
            Some('&') => {
                parts.last_mut().into_iter().for_each(|it| it.push('&'));
                &code[1..]
            }
            Some('L' | 'C' | 'R') => {
                parts.push(String::new());
                &code[1..]
            }
            Some('"') => code[1..].find('"').map_or("", |end| &code[end + 2..]),
            // A colour: six digits of its own, or the number of a theme's with a shade.
            Some('K') => code.get(7..).unwrap_or_default(),
            Some(_) if digits > 0 => &code[digits.min(3)..],
            Some(letter) => &code[letter.len_utf8()..],
            None => "",
        };
    }
    if let Some(part) = parts.last_mut() {
        part.push_str(rest);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_read_without_their_codes() {
        for (code, parts) in [
            ("&C内部资料", &["", "内部资料"][..]),
            ("&L甲&C&\"宋体,加粗\"&14机密&R第 &P 页", &["", "甲", "机密", "第  页"]),
            ("&C&KFF0000秘密★1年", &["", "秘密★1年"]),
            ("甲&&乙", &["甲&乙"]),
            ("&", &[""]),
            ("&\"", &[""]),
            ("&K甲", &[""]),
        ] {
            assert_eq!(head(code), parts, "{code}");
        }
    }
}
