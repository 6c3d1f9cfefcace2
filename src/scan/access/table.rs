//! 1802: tables whose head says nothing.

use crate::{
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded, laws::ACCESSIBILITY_32},
    markup::Table,
    scan::subject::Subject,
    source::Span,
};

pub static TABLE_WITHOUT_HEAD: Rule = Rule {
    code: "GK1802",
    name: "table-without-head",
    label: "表格没有表头",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[ACCESSIBILITY_32],
    ungrounded: Ungrounded::Advice,
    fixed: false,
    title: words! { zh: "表格的表头是空的", en: "a table whose head is empty" },
    why: words! {
        zh: "读屏软件逐格念表格时，先念这一列的表头；手机上每一行也靠表头说明是什么。表头空着，只听到一串数字，不知道说的是什么。",
        en: "A cell is read out with the head of its column, and on a telephone shown beside it. With an empty head there are figures, and nobody knows of what.",
    },
    mend: words! {
        zh: "把各列的名称写在第一行；从 Word 粘贴、表头落在第二行的，移到第一行。",
        en: "Name the columns in the first line; where pasting put the head into the second line, move it up.",
    },
    example: Example {
        bad: "--> catalogue/site.toml\nas_of = 2024-12-31\nrevised = 2024-07-20\n--> content/2018/通知.md\n+++\n值守安排：\n\n| | |\n| --- | --- |\n| 日期 | 带班领导 |\n| 6月21日 | 分管副局长 |\n",
        good: "--> content/2018/通知.md\n+++\n值守安排：\n\n| 日期 | 带班领导 |\n| --- | --- |\n| 6月21日 | 分管副局长 |\n",
    },
};

/// Looks at the tables of an entry's text.
pub(super) fn entry(subject: &Subject<'_>, findings: &mut Findings) {
    for table in &subject.layout.tables {
        if table.rows > 0 && table.header.iter().all(|it| it.trim().is_empty()) {
            tell(subject, table, findings);
        }
    }
}

fn tell(subject: &Subject<'_>, table: &Table, findings: &mut Findings) {
    let written = subject.text.get(table.range.bytes()).unwrap_or_default();
    let start = table.range.start as usize;
    let mut lines = written.split('\n');
    let head = lines.next().unwrap_or_default().trim_end();
    let columns = table.header.len();
    let place = Span::new(subject.file, start..start + head.len());
    let finding = findings.raise(
        &TABLE_WITHOUT_HEAD,
        place,
        text! { zh: "这张表格的 {columns} 列都没有表头", en: "none of the {columns} columns has a head" },
    );
    let rule = lines.next().unwrap_or_default();
    let first = lines.next().unwrap_or_default();
    // Where the table is no part of a quotation or an item, its first row may be taken for its head.
    let alone = subject.text[..start].rsplit('\n').next().unwrap_or_default().trim().is_empty();
    let names: Vec<&str> = first.trim().trim_matches('|').split('|').map(str::trim).collect();
    let is_head =
        alone && first.trim_start().starts_with('|') && names.len() == columns && names.iter().all(|it| is_name(it));
    if is_head {
        let from = start + written.split('\n').next().map_or(0, str::len) + 1 + rule.len() + 1;
        let end = (from + first.len() + 1).min(start + written.len());
        let row = first.trim();
        finding
            .help(text! { zh: "第一行“{row}”像是表头，移到最上面，删去空的一行", en: "the first row, {row}, looks like the head: move it to the top" })
            .fix([Edit::new(place, row, false), Edit::new(Span::new(subject.file, from..end), "", false)]);
    } else {
        let row = format!("|{}", " 〔列名〕 |".repeat(columns));
        finding
            .help(text! { zh: "在最上面一行写各列的名称：{row}", en: "name the columns in the first line: {row}" })
            .fix((alone && columns > 0).then(|| Edit::new(place, row.clone(), false)));
    }
    finding.key(first);
}

/// Whether `cell` may be the head of a column: words, no figures alone.
fn is_name(cell: &str) -> bool {
    let count = cell.chars().count();
    (1..=16).contains(&count)
        && cell.chars().any(char::is_alphabetic)
        && !cell.starts_with(|c: char| c.is_ascii_digit())
}
