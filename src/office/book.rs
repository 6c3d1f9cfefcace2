//! What all sheets of a workbook share: their names, the texts of cells, names given to cells.

use super::archive::Archive;
use super::reading::Unread;
use super::relations::{relations, resolved};
use super::xml::{Node, walk};

/// A sheet as the workbook lists it.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: String,
    relation: String,
    pub(super) hidden: bool,
}

/// What all sheets share.
pub(super) struct Book {
    pub(super) sheets: Vec<Sheet>,
    pub(super) strings: Vec<String>,
    /// Whether days count from 1904, as old Macs did.
    pub(super) from_1904: bool,
    targets: Vec<(String, String)>,
    /// Names given to cells and constants, with what each stands for.
    pub(super) names: Vec<(String, String)>,
}

impl Book {
    pub(super) fn open(archive: &mut Archive<'_>) -> Result<Self, Unread> {
        let workbook = archive.part("xl/workbook.xml")?.ok_or(Unread::OldFormat)?;
        let (sheets, names, from_1904) = sheets(&workbook)?;
        let targets = match archive.part("xl/_rels/workbook.xml.rels")? {
            Some(xml) => relations(&xml)?,
            None => Vec::new(),
        };
        let strings = match archive.part("xl/sharedStrings.xml")? {
            Some(xml) => shared_strings(&xml)?,
            None => Vec::new(),
        };
        Ok(Self { sheets, strings, from_1904, targets, names })
    }

    /// The XML of a sheet; nothing for a chart or a missing part.
    pub(super) fn part(&self, sheet: &Sheet, archive: &mut Archive<'_>) -> Result<Option<Vec<u8>>, Unread> {
        match self.path(sheet) {
            Some(path) => archive.part(&path),
            None => Ok(None),
        }
    }

    /// The name of the part that holds a sheet.
    pub(super) fn path(&self, sheet: &Sheet) -> Option<String> {
        let (_, target) = self.targets.iter().find(|(id, _)| *id == sheet.relation)?;
        Some(resolved("xl/workbook.xml", target))
    }
}

type Listed = (Vec<Sheet>, Vec<(String, String)>, bool);

fn sheets(xml: &[u8]) -> Result<Listed, Unread> {
    let (mut sheets, mut names) = (Vec::new(), Vec::new());
    let mut from_1904 = false;
    let mut name: Option<(String, String)> = None;
    walk(xml, |node| match node {
        Node::Open(element) => match element.name() {
            "workbookPr" => from_1904 = element.flag("date1904", false),
            "sheet" => sheets.push(Sheet {
                name: element.get("name").unwrap_or_default(),
                relation: element.get("id").unwrap_or_default(),
                hidden: element.get("state").is_some_and(|state| state != "visible"),
            }),
            "definedName" => name = Some((element.get("name").unwrap_or_default(), String::new())),
            _ => {}
        },
        Node::Text(text) => {
            if let Some((_, value)) = &mut name {
                value.push_str(text);
            }
        }
        Node::Close("definedName") => names.extend(name.take()),
        Node::Close(_) => {}
    })
    .map_err(|_| Unread::Damaged)?;
    Ok((sheets, names, from_1904))
}

fn shared_strings(xml: &[u8]) -> Result<Vec<String>, Unread> {
    let mut strings = Vec::new();
    let mut text = String::new();
    let (mut in_text, mut phonetic) = (false, false);
    walk(xml, |node| match node {
        Node::Open(element) => match element.name() {
            "si" => text.clear(),
            "rPh" => phonetic = true,
            "t" => in_text = !phonetic,
            _ => {}
        },
        Node::Text(more) if in_text => text.push_str(more),
        Node::Text(_) => {}
        Node::Close(name) => match name {
            "si" => strings.push(std::mem::take(&mut text)),
            "rPh" => phonetic = false,
            "t" => in_text = false,
            _ => {}
        },
    })
    .map_err(|_| Unread::Damaged)?;
    Ok(strings)
}
