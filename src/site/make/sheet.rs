//! Typed tables on pages: cells as the schema allows them to be shown.

use super::chart::{Count, chart};
use crate::{
    day::Day,
    model::EntryId,
    site::{
        Href,
        files::PublishedFile,
        page::{Cell, Chart, Download, Fact, Sheet, SheetColumn},
        site::Site,
    },
    source::FileId,
    table::{Schema, Table},
    vocabulary::CellType,
};

/// A page shows as many rows as have this many cells; the rest stands in the file beside it.
const MOST_CELLS: usize = 10_000;

/// But so many rows in any case.
const MOST_ROWS: usize = 500;

/// From how many rows on a table is long.
const LONG: usize = 10;

/// What is said of a column without a word.
const EMPTY: &str = "（空）";

/// A column that is shown.
struct Column<'a> {
    /// Its place in the table.
    at: usize,
    head: &'a str,
    /// Whether it holds numbers.
    number: bool,
}

/// `table` as a sheet; `schema` tells which columns are numbers.
pub(super) fn sheet<'a>(
    caption: &'a str,
    table: &'a Table,
    schema: Option<&'a Schema>,
    downloads: Vec<Download<'a>>,
) -> Sheet<'a> {
    let long = table.len() >= LONG;
    let (mut columns, mut same) = (Vec::new(), Vec::new());
    for (at, cell) in table.head().cells().enumerate() {
        let head = cell.text;
        let column = Column { at, head, number: is_number(table, at, head, schema) };
        match only_value(table, at) {
            // A column without any word, like the one that leaves a margin, is none.
            Some("") if head.is_empty() => {}
            // The first column heads the rows.
            Some(value) if long && !head.is_empty() && !columns.is_empty() => same.push((column, value)),
            _ => columns.push(column),
        }
    }
    // What is left must be a table still.
    if columns.len() < 2 {
        columns.extend(same.drain(..).map(|it| it.0));
        columns.sort_by_key(|it| it.at);
    }
    let most = (MOST_CELLS / columns.len().max(1)).max(MOST_ROWS);
    let row = |row: crate::table::Row<'a>| {
        let cell = |column: &Column<'_>| {
            let text = row.text(column.at);
            let lines = if text.contains('\n') { text.lines().map(Into::into).collect() } else { Vec::new() };
            Cell { text: text.into(), lines, href: link(text), day: is_day(text), number: column.number }
        };
        columns.iter().map(cell).collect()
    };
    let said = |(column, value): &(Column<'a>, &'a str)| {
        Fact::plain(column.head, if value.is_empty() { EMPTY } else { value })
    };
    let cards = columns.len() > 2 && table.len() <= MOST_ROWS;
    Sheet {
        caption: caption.into(),
        same: same.iter().map(said).collect(),
        heads: head_rows(&columns),
        rows: table.rows().take(most).map(row).collect(),
        chart: schema.filter(|_| long).and_then(|schema| columns.iter().find_map(|it| kinds(table, it, schema))),
        labels: columns.iter().filter(|_| cards).map(|it| it.head.into()).collect(),
        long,
        total: (table.len() > most).then_some(table.len() as u64),
        downloads,
    }
}

/// How many rows have each value of a column, where those are of a closed list, in its order.
fn kinds<'a>(table: &Table, column: &Column<'a>, schema: &'a Schema) -> Option<Chart<'a>> {
    let kind = &schema.columns[schema.find(column.head)?];
    let count = |value: &'a String| Count {
        label: value.as_str().into(),
        count: table.rows().filter(|it| it.text(column.at) == value).count() as u64,
    };
    let counts: Vec<Count<'a>> = kind.values.iter().map(count).filter(|it| it.count > 0).collect();
    let known: u64 = counts.iter().map(|it| it.count).sum();
    // Where a row has several values, or another, the bars would not add up.
    if kind.kind != CellType::OneOf || known != table.len() as u64 {
        return None;
    }
    let found = |most: &Count<'_>| format!("{known} 项中“{}”最多，{} 项", most.label, most.count);
    Some(Chart { of: column.head.into(), ..chart(("", "项数"), counts, found)? })
}

/// The value of a column in every row, where that is the same.
fn only_value(table: &Table, at: usize) -> Option<&str> {
    let mut rows = table.rows();
    let first = rows.next().map_or("", |it| it.text(at));
    rows.all(|it| it.text(at) == first).then_some(first)
}

/// Whether a column holds numbers: as its register says, else by its head and by its cells.
fn is_number(table: &Table, at: usize, head: &str, schema: Option<&Schema>) -> bool {
    if let Some(column) = schema.and_then(|it| Some(&it.columns[it.find(head)?])) {
        use CellType::{Decimal, Integer, Money, WorkingDays};
        return matches!(column.kind, Integer | Decimal | Money | WorkingDays);
    }
    let names = ["码", "号", "电话", "手机"].iter().any(|it| head.contains(it));
    let years = ["年", "年度", "年份"].iter().any(|it| head.ends_with(it));
    let mut texts = table.rows().map(|it| it.text(at)).filter(|it| !matches!(*it, "" | "-" | "—" | "/")).peekable();
    !names && !years && texts.peek().is_some() && texts.all(reads_as_number)
}

/// `1,200`, `-3.5`, `12%`; not `0101`, which is a code.
fn reads_as_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '−', '+']).unwrap_or(text);
    let digits = digits.strip_suffix(['%', '％']).unwrap_or(digits);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |text: &str, more: &[char]| {
        text.starts_with(|it: char| it.is_ascii_digit())
            && text.chars().all(|it| it.is_ascii_digit() || more.contains(&it))
    };
    all(whole, &[',', '，']) && all(part, &[]) && !(whole.len() > 1 && whole.starts_with('0'))
}

/// The rows of heads: a table whose heads stand in two rows of its file has them as `公开事项/一级事项`, `公开事项/二级事项`, and neighbours
/// that begin alike are set below what they share.
fn head_rows<'a>(columns: &[Column<'a>]) -> Vec<Vec<SheetColumn<'a>>> {
    let mut rows: Vec<Vec<SheetColumn<'a>>> = Vec::new();
    // The rest of each head, from the row at hand on; none where it stands in a row above.
    let mut rest: Vec<Option<&'a str>> = columns.iter().map(|it| Some(it.head)).collect();
    // Columns of different heads above are not set together.
    let mut above: Vec<usize> = vec![0; columns.len()];
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
                    above[it] = rows.len() * columns.len() + at + 1;
                }
            } else {
                row.push(SheetColumn { name: name.into(), number: columns[at].number, columns: 1, rows: 0 });
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

fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<Day>().is_ok()
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

#[cfg(test)]
mod tests {
    use super::{Column, head_rows, reads_as_number, sheet, size_words};
    use crate::table::{Limits, read_csv};

    #[test]
    fn sizes_read_well() {
        assert_eq!([1, 1024, 1025, 1_048_576, 1_300_000].map(size_words), ["1 B", "1 KB", "2 KB", "1.0 MB", "1.2 MB"]);
    }

    /// A table of `count` rows: name, place, note, number; below them what `more` adds.
    fn table(count: usize, more: &str) -> crate::table::Table {
        let row = |at| format!("事项{at},一号窗口,,{at}\n");
        let rows: String = (0..count).map(row).collect();
        read_csv(&format!("事项,地点,备注,次数\n{rows}{more}"), Limits::default())
    }

    #[test]
    fn what_every_row_says_is_said_once() {
        let said = |count, more| {
            let table = table(count, more);
            let sheet = sheet("表", &table, None, Vec::new());
            let same = sheet.same.iter().map(|it| format!("{}：{}", it.name, it.values[0].text)).collect::<Vec<_>>();
            let heads = sheet.heads[0].iter().map(|it| it.name.to_string()).collect::<Vec<_>>();
            (same.join("，"), heads.join("，"), sheet.long)
        };
        let all = "事项，地点，备注，次数".to_owned();
        assert_eq!(said(9, ""), (String::new(), all, false), "a short table stays as it is");
        assert_eq!(said(10, ""), ("地点：一号窗口，备注：（空）".to_owned(), "事项，次数".to_owned(), true));
        assert_eq!(said(10, "另一,二号窗口,,3\n").0, "备注：（空）");
        let alike = read_csv(&format!("甲,乙\n{}", "一,二\n".repeat(12)), Limits::default());
        assert_eq!(sheet("表", &alike, None, Vec::new()).heads[0].len(), 2, "it stays a table");
    }

    #[test]
    fn a_page_shows_so_many_cells_and_no_more() {
        let shown = |count| {
            let table = table(count, "另一,二号窗口,注,3\n");
            let sheet = sheet("表", &table, None, Vec::new());
            (sheet.rows.len(), sheet.total, sheet.labels.len())
        };
        assert_eq!(shown(2), (3, None, 4));
        assert_eq!(shown(499), (500, None, 4));
        assert_eq!(shown(2499), (2500, None, 0), "too many for cards");
        assert_eq!(shown(2500), (2500, Some(2501), 0));
    }

    #[test]
    fn numbers_are_told_from_codes() {
        let numbers = ["0", "12", "1,200", "-3.5", "−3", "0.5", "12%", "100.00"];
        assert!(numbers.iter().all(|it| reads_as_number(it)), "{numbers:?}");
        let others = ["0101", "3号", "2018-05-03", "1.2.3", "", "-", "万", ".5", "1,2万", "1.", "１２"];
        assert!(others.iter().all(|it| !reads_as_number(it)), "{others:?}");
    }

    /// Each row of heads: the name, over how many columns and rows.
    fn rows(heads: &[&str]) -> Vec<Vec<(String, u32, u32)>> {
        let columns: Vec<Column<'_>> =
            heads.iter().enumerate().map(|(at, head)| Column { at, head, number: false }).collect();
        let set = head_rows(&columns);
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
