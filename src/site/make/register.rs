//! The page of a register: its rows, and the entries that published them.

use super::{
    link::entry_link,
    material::Material,
    sheet::{download, sheet},
};
use crate::{
    model::RegisterId,
    site::{
        Href,
        page::{Download, Fact, Register},
        route,
        site::Site,
    },
};

pub(super) fn page<'a>(site: &'a Site<'_>, id: RegisterId, material: &'a Material, at: &str) -> Register<'a> {
    let register = site.model.register(id);
    let mut sheets = Vec::new();
    let mut rows = 0;
    for (entry, typed) in site.keepers(id) {
        let Some(table) = material.tables.get(&typed.at()) else { continue };
        rows += table.len();
        let caption = site.model.entry(entry).title();
        let downloads = download(site, entry, typed.file, at);
        sheets.push(sheet(caption, table, Some(&register.schema), downloads));
    }
    let sources: Vec<_> = site.keepers(id).map(|(entry, _)| entry_link(site, at, entry)).collect();
    Register {
        title: register.schema.title.as_str().into(),
        lead: None,
        facts: vec![Fact::plain("条数", format!("{rows}"))],
        downloads: if sheets.is_empty() { Vec::new() } else { downloads(site, id, at) },
        sheets,
        sources,
    }
}

/// All its rows for spreadsheets and for programs.
fn downloads(site: &Site<'_>, id: RegisterId, at: &str) -> Vec<Download<'static>> {
    let file = |ending: &str| Download {
        href: Href::between(at, &route::register_file(site.model, id, ending)),
        format: ending.to_ascii_uppercase().into(),
        size: None,
    };
    ["xlsx", "csv", "json"].map(file).into()
}
