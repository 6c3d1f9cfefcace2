//! 1901: lines that look like a table and are none.

use super::{
    cells::{Between, Row, cells, is_headed, is_rule, is_table, may_be_head, trim},
    line::Line,
};
use crate::{
    diagnostic::{Edit, Effect, Example, Findings, Level, Rule, Ungrounded},
    scan::subject::Subject,
    source::Span,
};

pub static FALSE_TABLE: Rule = Rule {
    code: "GK1901",
    name: "false-table",
    label: "不是表格",
    effect: Effect::Verdict,
    level: Level::Warn,
    lesser: Level::Warn,
    grounds: &[],
    ungrounded: Ungrounded::Speaks,
    fixed: false,
    title: words! { zh: "看着像表格，实际不是", en: "lines that look like a table and are none" },
    why: words! {
        zh: "从 Word、Excel 复制的表格，各格之间是制表符；手工画的表格少了表头下面的“| --- |”，或者竖线是中文的“｜”。网页上都连成一段，谁也看不懂。",
        en: "A table copied from Word has tabs between its cells; one typed by hand lacks the row `| --- |` or has full-width bars. On the page all of it is one paragraph.",
    },
    mend: words! {
        zh: "每行写成 | 甲 | 乙 |，表头下面加一行 | --- | --- |；大表做成 CSV 附件。",
        en: "Write each row as `| a | b |` with `| --- | --- |` below the head; keep large tables as CSV.",
    },
    example: Example {
        bad: "--> content/2018/通知.md\n+++\n值守安排如下。\n\n日期\t带班领导\t电话\n6月21日\t分管副局长\t0797-8000001\n6月22日\t办公室主任\t0797-8000002\n",
        good: "--> content/2018/通知.md\n+++\n值守安排如下。\n\n| 日期 | 带班领导 | 电话 |\n| --- | --- | --- |\n| 6月21日 | 分管副局长 | 0797-8000001 |\n| 6月22日 | 办公室主任 | 0797-8000002 |\n",
    },
};

/// Looks at the lines of an entry; where the lines begin that were told.
pub(super) fn entry(subject: &Subject<'_>, lines: &[Line<'_>], findings: &mut Findings) -> Vec<usize> {
    let mut told = Vec::new();
    let mut from = 0;
    while from < lines.len() {
        let mut rows: Vec<Row<'_>> = Vec::new();
        let mut kind = None;
        for (at, line) in lines[from..].iter().enumerate() {
            let of_kind = |it: &(Between, _)| kind.is_none_or(|kind| kind == it.0);
            let spans = || spans(subject.text, &lines[from..], at, &rows).filter(|_| kind == Some(Between::Tab));
            let row = cells(subject.text, line).filter(of_kind).or_else(spans);
            let Some((between, row)) = row else { break };
            // Rows may stand apart by one blank line.
            let between_rows = || &subject.text[lines[from + at - 1].end..line.start];
            let apart = at > 0 && !between_rows().trim_matches(['\n', '\r', ' ']).is_empty();
            let framed = between == Between::Bar && line.text.starts_with(['|', '｜']);
            // The head of the next table has a rule of its own.
            let ruled = |line: &Line<'_>| cells(subject.text, line).is_some_and(|it| is_rule(&it.1));
            let another = at > 0 && rows.iter().any(|it| is_rule(&it.1)) && lines.get(from + at + 1).is_some_and(ruled);
            if apart || another || at > 0 && !framed && !line.joined && !line.broken {
                break;
            }
            kind = Some(between);
            rows.push((*line, row));
        }
        if kind == Some(Between::Tab) {
            trim(&mut rows);
        }
        if let Some(kind) = kind.filter(|&kind| is_table(kind, &rows)) {
            let after = lines.get(from + rows.len()).filter(|it| it.joined || it.broken);
            // Where cells have several lines, rows follow beyond them.
            let mut beyond = lines[from + rows.len()..].iter().take(6).take_while(|it| it.joined || it.broken);
            let torn = kind == Between::Tab && beyond.any(|it| it.text.matches('\t').count() > 1);
            tell(subject, &rows, kind, (after.is_some(), torn), findings);
            told.extend(rows.iter().map(|(line, _)| line.start));
        }
        from += rows.len().max(1);
    }
    scattered(subject, lines, &told, findings);
    told
}

/// Tells rows between which other lines stand: cells of several lines. What belongs to which cell only a person knows.
fn scattered(subject: &Subject<'_>, lines: &[Line<'_>], told: &[usize], findings: &mut Findings) {
    let is_row = |it: &&Line<'_>| {
        let row = it.text.contains('\t').then(|| cells(subject.text, it)).flatten();
        row.is_some_and(|(_, cells)| {
            cells.iter().filter(|it| !it.is_empty() && !it.contains('：')).count() > 2
                && told.binary_search(&it.start).is_err()
        })
    };
    let rows: Vec<&Line<'_>> = lines.iter().filter(is_row).collect();
    let [first, _, ..] = rows[..] else { return };
    let count = rows.len();
    findings
        .raise(
            &FALSE_TABLE,
            first.span(subject.file),
            text! { zh: "这里的 {count} 行像是表格拆散了，网页上不是表格", en: "{count} rows of a table that came apart, and are none on the page" },
        )
        .help(text! {
            zh: "单元格里有换行的，先在 Word 里去掉换行再复制；大表另存为 CSV，作附件",
            en: "where cells have several lines, join them in Word before copying; save large tables as CSV and attach it",
        })
        .key("scattered");
}

/// The line `at`, if it is one cell over all columns, between two rows of a table: `一、城区（共5项）`. Two may follow each other.
fn spans<'t>(file: &str, lines: &[Line<'t>], at: usize, rows: &[Row<'t>]) -> Option<(Between, Vec<&'t str>)> {
    let (_, last) = rows.iter().rfind(|it| it.1.len() > 1)?;
    let line = lines.get(at).filter(|it| (it.joined || it.broken) && !it.inner)?;
    let mut next = lines.get(at + 1..)?.iter().take(2).take_while(|it| it.joined || it.broken);
    let (_, after) = next.find_map(|it| cells(file, it).filter(|it| it.0 == Between::Tab))?;
    let short = line.text.chars().nth(30).is_none() && !line.text.contains(['。', '；']);
    (short && last.len() > 2 && after.len() == last.len()).then(|| (Between::Tab, vec![line.text]))
}

fn tell(
    subject: &Subject<'_>,
    rows: &[Row<'_>],
    kind: Between,
    (followed, torn): (bool, bool),
    findings: &mut Findings,
) {
    let of: Vec<&Row<'_>> = rows.iter().filter(|it| !is_rule(&it.1)).collect();
    let (Some((first, head)), Some((last, _))) = (of.first(), rows.last()) else { return };
    let columns = of.iter().map(|it| it.1.len()).max().unwrap_or(0);
    // A row of one cell spans them all.
    let even = !torn && of.iter().all(|it| it.1.len() == columns || kind == Between::Tab && it.1.len() == 1);
    let headed = may_be_head(head) && (kind == Between::Bar || is_headed(&of));
    let mut table = String::new();
    if rows[0].0.joined || rows[0].0.broken {
        table.push('\n');
    }
    for (at, (_, cells)) in of.iter().enumerate() {
        let row = (0..columns).map(|it| cells.get(it).copied().unwrap_or_default());
        let row: Vec<String> = row.map(|it| it.replace('|', "\\|")).collect();
        table.push_str(&format!("| {} |\n", row.join(" | ")));
        if at == 0 {
            table.push_str(&format!("|{}\n", " --- |".repeat(columns)));
        }
    }
    if !followed {
        table.pop();
    }
    let span = Span::new(subject.file, rows[0].0.start..last.end);
    let count = of.len();
    let finding = findings.raise(
        &FALSE_TABLE,
        first.span(subject.file),
        text! { zh: "这里的 {count} 行看着像表格，实际不是", en: "these {count} lines look like a table and are none" },
    );
    match kind {
        Between::Tab | Between::Blanks => finding.help(text! {
            zh: "每行写成 | 甲 | 乙 |，表头下面加一行 | --- | --- |；大表做成 CSV 附件",
            en: "write each row as `| a | b |` with `| --- | --- |` below the head; keep large tables as CSV",
        }),
        Between::Bar => finding.help(text! {
            zh: "竖线用英文的 |，表头下面要有一行 | --- | --- |，格数和表头一样多",
            en: "write ASCII bars, and below the head a row `| --- | --- |` of as many cells",
        }),
    };
    finding.fix([Edit::new(span, table, even && headed)]).key(head.join("|"));
}
