//! 1907: rows of a table with more cells than it has heads.

use super::{Subject, subject::file_name};
use crate::{
    diagnostic::{Effect, Example, Findings, Level, Rule, Ungrounded},
    source::{FileId, Place, Span},
    table::{Problem, Table},
};

pub static SURPLUS_CELLS: Rule = Rule {
    code: "GK1907",
    name: "surplus-cells",
    label: "多出的单元格",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "表格有的行比表头长，多出的内容不显示", en: "rows of a table longer than its heads: what is beyond is not shown" },
    why: words! {
        zh: "网页上的表格只有表头那么多列。某一行多出的单元格没有地方放，群众看不到；多半是内容里的逗号没有加引号，后面各列也都错了位。",
        en: "A table on a page has as many columns as heads. Cells beyond them have no place and are not seen; mostly a comma within a value wants quotation marks, and all cells after it have moved.",
    },
    mend: words! {
        zh: "内容里有逗号的，给这个单元格加上英文双引号；确实多一列的，补上表头。",
        en: "Put a value that holds a comma into quotation marks; where there is a further column give it a head.",
    },
    example: Example {
        bad: r#"==> content/2018/清单.csv
名称,地址
示例站,示例路1号,东侧
--> content/2018/通知.md
attachments = ["清单.csv"]
+++
见附件。
"#,
        good: r#"==> content/2018/清单.csv
名称,地址
示例站,"示例路1号,东侧"
"#,
    },
};

/// Rows named at most.
const MOST_NAMED: usize = 10;

/// Looks at the rows of the tables in an entry's text.
pub(super) fn entry(subject: &Subject<'_>, findings: &mut Findings) {
    for &(range, heads) in &subject.layout.uneven {
        let Some(row) = subject.text.get(range.bytes()) else { continue };
        let (row, blanks) = (row.trim_end(), row.len() - row.trim_start().len());
        let bytes = row.as_bytes();
        let framed = bytes.get(blanks) == Some(&b'|');
        let bars = memchr::memchr_iter(b'|', bytes).filter(|&at| at == 0 || bytes[at - 1] != b'\\');
        // Where each cell ends but for the frame's first bar.
        let mut ends = bars.skip(usize::from(framed));
        let Some(end) = heads.checked_sub(1).and_then(|it| ends.nth(it)) else { continue };
        let lost = row[end + 1..].trim().trim_end_matches('|').trim();
        if lost.is_empty() {
            continue;
        }
        let from = range.start as usize + end + 1;
        let shown: String = lost.chars().take(20).collect();
        findings
            .raise(
                &SURPLUS_CELLS,
                Span::new(subject.file, from..range.start as usize + row.len()),
                text! { zh: "这一行比表头长，“{shown}”不显示", en: "this row is longer than the head: {shown} is not shown" },
            )
            .help(text! {
                zh: "内容里有竖线的写成 \\|；确实多一列的，补上表头",
                en: "write a bar within a cell as \\|; where there is a further column give it a head",
            })
            .key(row);
    }
}

/// Looks at the rows of a table.
pub(super) fn table(file: FileId, path: &str, table: &Table, findings: &mut Findings) {
    let longer = table.problems.iter().filter_map(|it| match *it {
        Problem::Ragged { row, cells, heads } if cells > heads => Some((row, heads as usize)),
        _ => None,
    });
    let rows: Vec<(u32, usize)> = longer.collect();
    let Some(&(first, heads)) = rows.first() else { return };
    let name = file_name(path);
    let mut named: Vec<String> = rows.iter().take(MOST_NAMED).map(|(row, _)| row.to_string()).collect();
    if rows.len() > MOST_NAMED {
        named.push("…".to_owned());
    }
    let (zh, en, count) = (named.join("、"), named.join(", "), rows.len());
    let surplus = table
        .rows()
        .find(|it| it.number() == first)
        .and_then(|row| row.cells().skip(heads).find(|it| !it.text.is_empty()));
    let place = surplus.and_then(|cell| Some(Span::new(file, cell.at?..cell.at? + cell.text.len())));
    findings
        .raise(
            &SURPLUS_CELLS,
            place.map_or(Place::File(file), Place::At),
            text! {
                zh: "表格“{name}”有 {count} 行比表头长（第 {zh} 行），多出的单元格不显示",
                en: "{name} has rows longer than its heads (row {en}): the cells beyond are not shown",
            },
        )
        .help(text! {
            zh: "内容里有逗号的，给这个单元格加上英文双引号；确实多一列的，补上表头",
            en: "put a value that holds a comma into quotation marks; where there is a further column give it a head",
        })
        .key("surplus");
}
