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
    // A column without any word, like the one that leaves a margin, is none.
    let is_blank = |at: usize, head: &str| head.is_empty() && table.rows().all(|row| row.text(at).is_empty());
    let (kept, heads): (Vec<usize>, Vec<&'a str>) =
        table.head().cells().map(|it| it.text).enumerate().filter(|it| !is_blank(it.0, it.1)).unzip();
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
        kept.iter().copied().zip(&numbers).map(cell).collect()
    };
    Sheet {
        caption: caption.into(),
        heads: head_rows(&heads, &numbers),
        rows: table.rows().take(MOST_ROWS).map(row).collect(),
        total: (table.len() > MOST_ROWS).then_some(table.len() as u64),
        downloads,
    }
}

/// The rows of heads: a table whose heads stand in two rows of its file has them as `公开事项/一级事项`, `公开事项/二级事项`, and neighbours
/// that begin alike are set below what they share.
fn head_rows<'a>(heads: &[&'a str], numbers: &[bool]) -> Vec<Vec<SheetColumn<'a>>> {
    let mut rows: Vec<Vec<SheetColumn<'a>>> = Vec::new();
    // The rest of each head, from the row at hand on; none where it stands in a row above.
    let mut rest: Vec<Option<&'a str>> = heads.iter().copied().map(Some).collect();
    // Columns of different heads above are not set together.
    let mut above: Vec<usize> = vec![0; heads.len()];
    let shared = |rest: &[Option<&'a str>], at: usize| rest.get(at).copied().flatten()?.split_once('/');
    while rest.iter().any(Option::is_some) {
        let mut row = Vec::new();
        let mut at = 0;
        while at < rest.len() {
            let Some(name) = rest[at] else {
                at += 1;
                continue;
            };
            let group = shared(&rest, at).map_or(1, |(first, _)| {
                let same = |it: &usize| above[*it] == above[at] && shared(&rest, *it).is_some_and(|it| it.0 == first);
                (at..rest.len()).take_while(same).count()
            });
            let width = u32::try_from(group).unwrap_or(1);
            if group > 1 {
                let name = shared(&rest, at).map_or(name, |it| it.0);
                row.push(SheetColumn { name: name.into(), number: false, columns: width, rows: 1 });
                for it in at..at + group {
                    rest[it] = shared(&rest, it).map(|it| it.1);
                    above[it] = rows.len() * heads.len() + at + 1;
                }
            } else {
                row.push(SheetColumn { name: name.into(), number: numbers[at], columns: 1, rows: 0 });
                rest[at] = None;
            }
            at += group;
        }
        rows.push(row);
    }
    // What has nothing below it goes down to the last row.
    let depth = rows.len();
    for (at, row) in rows.iter_mut().enumerate() {
        for it in row.iter_mut().filter(|it| it.rows == 0) {
            it.rows = u32::try_from(depth - at).unwrap_or(1);
        }
    }
    rows
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
    use super::{head_rows, size_words};

    #[test]
    fn sizes_read_well() {
        assert_eq!([1, 1024, 1025, 1_048_576, 1_300_000].map(size_words), ["1 B", "1 KB", "2 KB", "1.0 MB", "1.2 MB"]);
    }

    /// Each row of heads: the name, over how many columns and rows.
    fn rows(heads: &[&str]) -> Vec<Vec<(String, u32, u32)>> {
        let set = head_rows(heads, &vec![false; heads.len()]);
        set.into_iter()
            .map(|row| row.into_iter().map(|it| (it.name.to_string(), it.columns, it.rows)).collect())
            .collect()
    }

    #[test]
    fn heads_that_begin_alike_stand_below_what_they_share() {
        let cell = |name: &str, columns, rows| (name.to_owned(), columns, rows);
        assert_eq!(rows(&["村", "收/支"]), [[cell("村", 1, 1), cell("收/支", 1, 1)]]);
        assert_eq!(
            rows(&["序号", "事项/一级", "事项/二级/子一", "事项/二级/子二", "备注"]),
            [
                vec![cell("序号", 1, 3), cell("事项", 3, 1), cell("备注", 1, 3)],
                vec![cell("一级", 1, 2), cell("二级", 2, 1)],
                vec![cell("子一", 1, 1), cell("子二", 1, 1)],
            ]
        );
        assert_eq!(
            rows(&["甲/数/一", "甲/额", "乙/额", "乙/数/一"]),
            [
                vec![cell("甲", 2, 1), cell("乙", 2, 1)],
                vec![cell("数/一", 1, 1), cell("额", 1, 1), cell("额", 1, 1), cell("数/一", 1, 1)],
            ]
        );
    }
}
