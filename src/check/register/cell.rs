//! GK1001: does each cell of a register hold what its column is for?

use super::order::{Disorder, disorders};
use crate::{
    check::sheet::{MOST_TOLD, Rows, quoted, registers},
    compliance::Compliance,
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_6, REGULATIONS_2019_6},
    },
    model::Model,
    table::{CellFault, Column, Row, cell_fault},
    vocabulary::{CellType, Text, Word},
};

pub static BAD_CELL: Rule = Rule {
    code: "GK1001",
    name: "bad-cell",
    label: "单元格有误",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_6, REGULATIONS_2019_6],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "清单的单元格是空的，或者填的不是这一列要的", en: "a cell of a register that is empty, or holds what its column is not for" },
    why: words! {
        zh: "清单是给群众查、给别的系统读的。必填的空着、日期没有那一天、公式变成了 #REF!，查的人得到的就是错的。",
        en: "A register is looked up by people and read by machines. A blank, a day that there is not, a formula that has become #REF! gives them what is wrong.",
    },
    mend: words! {
        zh: "按提示的行和列改正单元格；没有内容的填“无”或“/”。长编码先把列设成“文本”再重新录入；合并过的单元格取消合并，逐行填满。",
        en: "Correct the cell at the row and column named; write 无 or / where there is nothing. Format a column of long codes as text and type them again; unmerge cells and fill each.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> content/2018/权责清单.csv
职权名称,职权编码,职权类型,实施依据,行使主体,监督方式
企业投资项目核准,XK-0001,行政许可,,示例局,12345
对未批先建的处罚,CF-0001,行政处罚,《企业投资项目核准和备案管理条例》第十八条,示例局,12345
--> content/2018/清单.md
title = "示例局权责清单"
kind = "register"
[table]
file = "权责清单.csv"
register = "power-list"
"#,
        good: r"==> content/2018/权责清单.csv
职权名称,职权编码,职权类型,实施依据,行使主体,监督方式
企业投资项目核准,XK-0001,行政许可,《企业投资项目核准和备案管理条例》第三条,示例局,12345
对未批先建的处罚,CF-0001,行政处罚,《企业投资项目核准和备案管理条例》第十八条,示例局,12345
",
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    for rows in registers(model) {
        for (column, place) in rows.schema.columns.iter().zip(&rows.columns) {
            if let Some(at) = *place {
                look(&rows, column, at, findings);
            }
        }
        days(&rows, findings);
    }
}

/// Looks at the days of each row: is none before what it follows?
fn days(rows: &Rows<'_>, findings: &mut Findings) {
    let disorders = disorders(rows);
    let (mut told, mut more) = (0_usize, 0_usize);
    for row in rows.rows() {
        for Disorder { first: (first, earlier), then: (then, later), at } in disorders(row) {
            told += 1;
            if told >= MOST_TOLD {
                more += 1;
                continue;
            }
            let (number, days) = (row.number(), earlier.days_since(later));
            let finding = findings.raise(
                &BAD_CELL,
                rows.place(row.cell(at)),
                text! {
                    zh: "第 {number} 行的{then} {later} 比{first} {earlier} 早 {days} 天",
                    en: "row {number}: {then} {later} comes {days} days before {first} {earlier}",
                },
            );
            finding
                .help(text! { zh: "对照原件核对两个日期，改正写错的一个", en: "check both days against the original and correct the wrong one" })
                .lesser()
                .key(format!("{} {then}<{first} {later}", rows.name(row)));
            rows.finish_row(row, finding);
        }
    }
    if more > 0 {
        let finding = findings.raise(
            &BAD_CELL,
            rows.place(rows.head().cell(0)),
            text! { zh: "还有 {more} 行的日期先后颠倒", en: "the days of {more} more rows are in the wrong order" },
        );
        finding.help(text! { zh: "先改正前面指出的，再检查一次", en: "correct those named, then check again" });
        finding.lesser().key("days more");
        rows.finish(finding);
    }
}

fn look(rows: &Rows<'_>, column: &Column, at: usize, findings: &mut Findings) {
    let mut told = 0_usize;
    let mut more: Vec<String> = Vec::new();
    let mut is_filled_above = false;
    for row in rows.rows() {
        let text = row.text(at);
        // A cell that was merged downwards is empty below in a CSV.
        let merged = text.is_empty() && rows.is_text() && is_filled_above && !column.unique;
        is_filled_above |= !text.is_empty();
        let Some(fault) = cell_fault(column, text) else { continue };
        told += 1;
        if told < MOST_TOLD {
            tell(rows, column, at, row, &fault, merged, findings);
        } else {
            more.push(row.number().to_string());
        }
    }
    if let Some(first) = more.first() {
        let (count, last, head) = (more.len(), more.last().unwrap_or(first), &column.name);
        let finding = findings.raise(
            &BAD_CELL,
            rows.place(rows.head().cell(at)),
            text! {
                zh: "“{head}”一列还有 {count} 个单元格有误，在第 {first} 行到第 {last} 行之间",
                en: "{count} more cells of {head} are wrong, between rows {first} and {last}",
            },
        );
        finding.help(text! { zh: "先改正前面指出的，再检查一次", en: "correct those named, then check again" });
        finding.lesser().key(format!("{head} more"));
        rows.finish(finding);
    }
}

fn tell(
    rows: &Rows<'_>,
    column: &Column,
    at: usize,
    row: Row<'_>,
    fault: &CellFault,
    merged: bool,
    findings: &mut Findings,
) {
    let Text { zh, en } = rows.words(row, at);
    let value = quoted(row.text(at));
    let Text { zh: what, en: said } = words(column, fault, &value, merged);
    let finding = findings.raise(&BAD_CELL, rows.place(row.cell(at)), text! { zh: "{zh}{what}", en: "{en} {said}" });
    finding
        .help(help(column, fault, merged))
        .fix(edit(rows, column, row, at, fault))
        .lesser_if(merged || !fault.is_certain())
        .key(format!("{} {} {value}", rows.name(row), column.name));
    rows.finish_row(row, finding);
}

/// What is to be written in a cell of a text: a hole where nothing stands, the word that was probably meant.
fn edit(rows: &Rows<'_>, column: &Column, row: Row<'_>, at: usize, fault: &CellFault) -> Option<Edit> {
    let span = rows.place(row.cell(at)).span()?;
    match fault {
        CellFault::Blank => Some(Edit::new(span, format!("〔{}〕", column.name), false)),
        CellFault::Unlisted(Some(near)) => Some(Edit::new(span, near.clone(), false)),
        _ => None,
    }
}

fn words(column: &Column, fault: &CellFault, value: &str, merged: bool) -> Text {
    let (kind, en) = (column.kind.label(), column.kind.term().en);
    match fault {
        CellFault::Blank if merged => {
            text! { zh: "是空的，也许是合并单元格留下的", en: "is empty, perhaps where cells were merged" }
        }
        CellFault::Blank => text! { zh: "必须填，现在是空的", en: "must be filled and is empty" },
        CellFault::NoSuchDay => text! { zh: "写的“{value}”，没有这一天", en: "says {value}: there is no such day" },
        CellFault::Lost => text! { zh: "是“{value}”，内容已经丢了", en: "is {value}: its value is lost" },
        CellFault::Shortened => {
            text! { zh: "是“{value}”，长编码被 Excel 缩成了约数", en: "is {value}: Excel has shortened a long code" }
        }
        CellFault::Unlisted(_) => {
            text! { zh: "写的“{value}”，不在这一列可填的词里", en: "says {value}, which is none of the words of its column" }
        }
        CellFault::Unread => text! { zh: "写的“{value}”，读不出{kind}", en: "says {value}, which is read as no {en}" },
    }
}

fn help(column: &Column, fault: &CellFault, merged: bool) -> Text {
    match fault {
        CellFault::Blank if merged => text! {
            zh: "是合并单元格的，在 Excel 里取消合并，把上面的内容向下填满，再另存为 CSV；不是的，补填，没有的填“无”",
            en: "where cells were merged, unmerge them in Excel, fill downwards and save as CSV again; else fill it, or write 无",
        },
        CellFault::Blank => text! { zh: "填上；确实没有的，填“无”", en: "fill it; write 无 where there is nothing" },
        CellFault::Lost => text! {
            zh: "在原来的表里找回这一格的内容，“选择性粘贴—数值”后再保存",
            en: "find the value in the original sheet, paste it as a value, and save again",
        },
        CellFault::Shortened => text! {
            zh: "在 Excel 里把这一列设成“文本”，重新录入全部位数",
            en: "format the column as text in Excel and type all digits again",
        },
        CellFault::NoSuchDay => text! { zh: "写成 2018-12-31 这样的日期", en: "write a day like 2018-12-31" },
        CellFault::Unlisted(near) => {
            let all = column.values.iter().map(String::as_str).collect::<Vec<_>>();
            let (zh, en) = (all.join("、"), all.join(", "));
            match near {
                Some(near) => text! { zh: "改为“{near}”；可填：{zh}", en: "perhaps {near}; the words are {en}" },
                None => text! { zh: "可填：{zh}", en: "the words are {en}" },
            }
        }
        CellFault::Unread => example(column.kind),
    }
}

/// How a value of `kind` is written.
fn example(kind: CellType) -> Text {
    match kind {
        CellType::Date => {
            text! { zh: "写成 2018-12-31 这样的日期；没有日期的填“无”", en: "write a day like 2018-12-31, or 无 where there is none" }
        }
        CellType::WorkingDays => {
            text! { zh: "写成“20个工作日”这样；当场办的填“即办”", en: "write it like 20个工作日, or 即办 for what is done at once" }
        }
        CellType::YesNo => text! { zh: "填“是”或“否”", en: "write 是 or 否" },
        CellType::CreditCode => text! {
            zh: "对照证书核对全部十八位；确实没有的填“无”",
            en: "compare all eighteen characters with the certificate; write 无 where there is none",
        },
        CellType::DocumentNumber => {
            text! { zh: "写成“赣府发〔2018〕9号”这样；没有文号的填“无”", en: "write it like 赣府发〔2018〕9号, or 无" }
        }
        CellType::Phone => {
            text! { zh: "写上电话号码，如 0797-8000000；没有的填“无”", en: "write a telephone number, or 无" }
        }
        CellType::Url => {
            text! { zh: "写上以 https:// 开头的网址；没有的填“无”", en: "write an address that begins with https://, or 无" }
        }
        _ => text! {
            zh: "只填数字，说明的话写到别的列里；没有的填“无”",
            en: "write figures alone and remarks in another column; write 无 where there is none",
        },
    }
}
