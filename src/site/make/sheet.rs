//! Typed tables on pages: cells as the schema allows them to be shown.

use super::{link::entry_link, material::Material};

use crate::{
    model::{EntryId, RegisterId},
    site::{
        Href,
        files::PublishedFile,
        page::{Cell, Download, Fact, Register, Sheet, SheetColumn},
        site::Site,
    },
    source::FileId,
    table::{Schema, Table},
    vocabulary::CellType,
};

/// The most rows a page shows; the rest stands in the file beside it.
const MOST_ROWS: usize = 500;

/// `table` as a sheet; `schema` tells which columns are numbers.
pub(super) fn sheet<'a>(
    caption: &'a str,
    table: &'a Table,
    schema: Option<&'a Schema>,
    downloads: Vec<Download<'a>>,
) -> Sheet<'a> {
    let heads: Vec<&'a str> = table.head().cells().map(|it| it.text).collect();
    let numbers: Vec<bool> = heads
        .iter()
        .map(|head| {
            let column = schema.and_then(|it| Some(&it.columns[it.find(head)?]));
            column.is_some_and(|it| is_number(it.kind))
        })
        .collect();
    let row = |row: crate::table::Row<'a>| {
        let cell = |(at, &number): (usize, &bool)| {
            let text = row.text(at);
            let lines = if text.contains('\n') { text.lines().map(Into::into).collect() } else { Vec::new() };
            Cell { text: text.into(), lines, href: link(text), number }
        };
        numbers.iter().enumerate().map(cell).collect()
    };
    Sheet {
        caption: caption.into(),
        columns: heads.iter().zip(&numbers).map(|(&name, &number)| SheetColumn { name: name.into(), number }).collect(),
        rows: table.rows().take(MOST_ROWS).map(row).collect(),
        total: (table.len() > MOST_ROWS).then_some(table.len() as u64),
        downloads,
    }
}

fn is_number(kind: CellType) -> bool {
    matches!(kind, CellType::Integer | CellType::Decimal | CellType::Money | CellType::WorkingDays)
}

/// A cell that is an address leads there.
fn link(text: &str) -> Option<Href<'_>> {
    let whole = text.starts_with("https://") || text.starts_with("http://");
    (whole && !text.contains(char::is_whitespace)).then(|| Href::outside(text))
}

/// The file of a sheet, as a download on the page at `at`.
pub(super) fn download(site: &Site<'_>, entry: EntryId, file: FileId, at: &str) -> Vec<Download<'static>> {
    let published = site.files_of(entry).iter().find(|it| it.file == file);
    let make = |it: &PublishedFile| Download {
        href: Href::between(at, &it.address),
        format: format_of(&it.address).into(),
        size: site.file_facts.get(&file).map(|it| size_words(it.size).into()),
    };
    published.map(make).into_iter().collect()
}

/// The format in capitals: `PDF`.
pub(super) fn format_of(address: &str) -> String {
    address.rsplit('.').next().unwrap_or_default().to_ascii_uppercase()
}

/// Bytes in words: `812 B`, `12 KB`, `1.2 MB`.
pub(super) fn size_words(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} KB", bytes.div_ceil(1024)),
        _ => format!("{:.1} MB", bytes as f64 / 1_048_576.0),
    }
}

pub(super) fn register<'a>(site: &'a Site<'_>, id: RegisterId, material: &'a Material, at: &str) -> Register<'a> {
    let register = site.model.register(id);
    let mut sheets = Vec::new();
    let mut rows = 0;
    for (entry, typed) in site.keepers(id) {
        let Some(table) = material.tables.get(&typed.at()) else { continue };
        rows += table.len();
        let caption = &*site.model.entry(entry).title;
        let downloads = download(site, entry, typed.file, at);
        sheets.push(sheet(caption, table, Some(&register.schema), downloads));
    }
    let sources: Vec<_> = site.keepers(id).map(|(entry, _)| entry_link(site, at, entry)).collect();
    Register {
        title: register.schema.title.as_str().into(),
        lead: None,
        facts: vec![Fact::plain("条数", format!("{rows}"))],
        counts: Vec::new(),
        sheets,
        sources,
    }
}

#[cfg(test)]
mod tests {
    use super::size_words;

    #[test]
    fn sizes_read_well() {
        assert_eq!([1, 1024, 1025, 1_048_576, 1_300_000].map(size_words), ["1 B", "1 KB", "2 KB", "1.0 MB", "1.2 MB"]);
    }
}
