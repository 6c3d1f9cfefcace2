//! 1901: lines that look like a table and are none.

use memchr::memchr;

use super::line::Line;
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

/// What stands between the cells of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Between {
    Tab,
    Bar,
}

/// The cells of a line that looks like a row.
fn cells<'t>(line: &Line<'t>) -> Option<(Between, Vec<&'t str>)> {
    if line.inner {
        return None;
    }
    let text = line.text;
    let (between, cells): (_, Vec<&str>) = if memchr(b'|', text.as_bytes()).is_some() || text.contains('｜') {
        let inside = text.strip_prefix(['|', '｜']).unwrap_or(text);
        let inside = inside.strip_suffix(['|', '｜']).unwrap_or(inside);
        (Between::Bar, inside.split(['|', '｜']).map(str::trim).collect())
    } else if text.contains('\t') {
        (Between::Tab, text.split('\t').map(str::trim).collect())
    } else {
        return None;
    };
    let framed = between == Between::Bar && text.starts_with(['|', '｜']) && text.ends_with(['|', '｜']);
    (cells.len() > 1 || framed).then_some((between, cells))
}

/// Whether these cells are the row below a table's head, however it is written.
fn is_rule(cells: &[&str]) -> bool {
    let dashes =
        |it: &&str| !it.is_empty() && it.chars().all(|c| matches!(c, '-' | '—' | '－' | '–' | '─' | ':' | '：' | ' '));
    cells.iter().all(dashes)
}

/// Looks at the lines of an entry; where the lines begin that were told.
pub(super) fn entry(subject: &Subject<'_>, lines: &[Line<'_>], findings: &mut Findings) -> Vec<usize> {
    let mut told = Vec::new();
    let mut from = 0;
    while from < lines.len() {
        let mut rows = Vec::new();
        let mut kind = None;
        for (at, line) in lines[from..].iter().enumerate() {
            let Some((between, cells)) = cells(line).filter(|it| kind.is_none_or(|kind| kind == it.0)) else { break };
            // Rows may stand apart by one blank line.
            let between_rows = || &subject.text[lines[from + at - 1].end..line.start];
            let apart = at > 0 && !between_rows().trim_matches(['\n', '\r', ' ']).is_empty();
            let framed = between == Between::Bar && line.text.starts_with(['|', '｜']);
            if apart || at > 0 && !framed && !line.joined {
                break;
            }
            kind = Some(between);
            rows.push((*line, cells));
        }
        if let Some(kind) = kind.filter(|&kind| is_table(kind, &rows)) {
            let after = lines.get(from + rows.len()).filter(|it| it.joined);
            tell(subject, &rows, kind, after.is_some(), findings);
            told.extend(rows.iter().map(|(line, _)| line.start));
        }
        from += rows.len().max(1);
    }
    told
}

/// Whether the rows are a table: a few columns of many rows, or many of a few.
fn is_table(kind: Between, rows: &[(Line<'_>, Vec<&str>)]) -> bool {
    let cells = |(_, cells): &(Line<'_>, Vec<&str>)| cells.len();
    let (least, most) = (rows.iter().map(cells).min().unwrap_or(0), rows.iter().map(cells).max().unwrap_or(0));
    match kind {
        Between::Tab => (rows.len() > 1 && least > 2) || (rows.len() > 2 && least > 1 && least == most),
        Between::Bar => rows.len() > 1 && most > 1 && (least > 1 || rows.iter().any(|it| is_rule(&it.1))),
    }
}

fn tell(subject: &Subject<'_>, rows: &[(Line<'_>, Vec<&str>)], kind: Between, followed: bool, findings: &mut Findings) {
    let of: Vec<&(Line<'_>, Vec<&str>)> = rows.iter().filter(|it| !is_rule(&it.1)).collect();
    let (Some((first, head)), Some((last, _))) = (of.first(), rows.last()) else { return };
    let columns = of.iter().map(|it| it.1.len()).max().unwrap_or(0);
    let even = of.iter().all(|it| it.1.len() == columns);
    // Cells of a head are names; `电话：…` is none.
    let headed = head.iter().all(|it| !it.is_empty() && !it.contains(['：', ':', '。']) && it.chars().count() <= 20);
    let mut table = String::new();
    if rows[0].0.joined {
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
        Between::Tab => finding.help(text! {
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
