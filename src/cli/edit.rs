//! Adding a table to a file of the catalogue: what stands there stays as it is, comments and all.

use std::path::PathBuf;

use anyhow::Result;

use crate::{
    driver::{DiskStore, Project},
    world::{ProjectStore as _, StoreEdit},
};

/// One key of a table to be added: its name, and its value as TOML.
pub type Pair<'a> = (&'a str, String);

/// `text` as a TOML string.
pub fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string()
}

/// `[[name]]` with `pairs`, a line each.
pub fn table(name: &str, pairs: &[Pair<'_>]) -> String {
    let mut text = format!("[[{name}]]\n");
    for (key, value) in pairs {
        text.push_str(&format!("{key} = {value}\n"));
    }
    text
}

/// Adds `[[name]]` with the pairs of each of `tables` to `catalogue/{name}.toml`, which is made where there is none; answers
/// where that is.
///
/// # Errors
///
/// As [`DiskStore::apply`].
pub fn append(project: &Project, name: &str, tables: &[Vec<Pair<'_>>]) -> Result<PathBuf> {
    let path = format!("catalogue/{name}.toml");
    let table = |pairs: &Vec<Pair<'_>>| table(name, pairs);
    let shown = project.real(&path);
    DiskStore::new(project).apply(&[StoreEdit::Append { path, tables: tables.iter().map(table).collect() }])?;
    Ok(shown)
}
