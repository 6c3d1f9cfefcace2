//! Which part of a package leads to which.

use super::archive::Archive;
use super::reading::Unread;
use super::xml::{Node, walk};

/// The identifiers and targets of relations.
pub(super) fn relations(xml: &[u8]) -> Result<Vec<(String, String)>, Unread> {
    let mut relations = Vec::new();
    walk(xml, |node| {
        if let Node::Open(element) = node
            && element.name() == "Relationship"
            && let (Some(id), Some(target)) = (element.get("Id"), element.get("Target"))
        {
            relations.push((id, target));
        }
    })
    .map_err(|_| Unread::Damaged)?;
    Ok(relations)
}

/// The name of the part that `target` means in the relations of `part`.
pub(super) fn resolved(part: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut folders: Vec<&str> = part.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            ".." => drop(folders.pop()),
            "." => {}
            _ => folders.push(step),
        }
    }
    folders.join("/")
}

/// The parts that the relations of `part` name.
pub(super) fn targets(part: &str, archive: &mut Archive<'_>) -> Result<Vec<String>, Unread> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    match archive.part(&format!("{folder}/_rels/{file}.rels"))? {
        Some(xml) => Ok(relations(&xml)?.iter().map(|(_, target)| resolved(part, target)).collect()),
        None => Ok(Vec::new()),
    }
}
