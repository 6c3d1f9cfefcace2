//! GK1007: does each code of a register stand for one thing?

use std::collections::BTreeMap;

use crate::{
    check::sheet::{Rows, quoted, registers},
    compliance::Compliance,
    diagnostic::{
        Edit, Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_6, REGULATIONS_2019_6},
    },
    model::Model,
    table::{Column, Row, is_none, plain},
};

pub static REPEATED_CODE: Rule = Rule {
    code: "GK1007",
    name: "repeated-code",
    label: "编码重复",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_6, REGULATIONS_2019_6],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "清单里不该重复的编码重复了", en: "a code of a register that stands for two things" },
    why: words! {
        zh: "一个编码对一件事。重复了，按编码查到的就不知道是哪一件，别的系统也会把两件并成一件。",
        en: "A code stands for one thing. Where it stands for two, nobody knows which is meant, and other systems merge them.",
    },
    mend: words! { zh: "核对两行，给其中一件另编一个编码；同一件事写了两遍的，删去一行。", en: "Give one of the two another code; delete a row that stands twice." },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> content/2018/权责清单.csv
职权名称,职权编码,职权类型,实施依据,行使主体,监督方式
企业投资项目核准,XK-0001,行政许可,《企业投资项目核准和备案管理条例》第三条,示例局,12345
企业投资项目核准变更,XK-0001,行政许可,《企业投资项目核准和备案管理条例》第十一条,示例局,12345
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
企业投资项目核准变更,XK-0002,行政许可,《企业投资项目核准和备案管理条例》第十一条,示例局,12345
",
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    for rows in registers(model) {
        for (column, place) in rows.schema.columns.iter().zip(&rows.columns) {
            if let (true, Some(at)) = (column.unique, *place) {
                look(&rows, column, at, findings);
            }
        }
    }
}

fn look(rows: &Rows<'_>, column: &Column, at: usize, findings: &mut Findings) {
    let mut first: BTreeMap<String, Row<'_>> = BTreeMap::new();
    for row in rows.rows().filter(|it| !is_none(it.text(at))) {
        let code = plain(row.text(at)).to_lowercase();
        let Some(&other) = first.get(&code) else {
            first.insert(code, row);
            continue;
        };
        // One thing may take several rows: its code is repeated beside its name, or was one merged cell.
        let same = plain(rows.name(row)) == plain(rows.name(other));
        let whole = row.cells().map(|it| it.text).eq(other.cells().map(|it| it.text));
        if same && !whole {
            continue;
        }
        let (head, value) = (&column.name, quoted(row.text(at)));
        let (one, two) = (other.number(), row.number());
        let finding = findings.raise(
            &REPEATED_CODE,
            rows.place(row.cell(at)),
            if whole {
                text! { zh: "第 {two} 行和第 {one} 行完全一样", en: "row {two} is the same as row {one}" }
            } else {
                text! {
                    zh: "第 {two} 行的{head}“{value}”和第 {one} 行的重复",
                    en: "{head} {value} of row {two} stands in row {one} too",
                }
            },
        );
        if let Some(span) = rows.place(other.cell(at)).span() {
            finding.mark(span, text! { zh: "先在这里", en: "first here" });
        }
        finding
            .help(if whole {
                text! { zh: "删去其中一行", en: "delete one of them" }
            } else {
                text! { zh: "给其中一件另编一个编码", en: "give one of the two another code" }
            })
            .fix(rows.place(row.cell(at)).span().filter(|_| !whole).map(|it| Edit::new(it, "〔另编的编码〕", false)))
            // Of a workbook a cell that was merged over several names cannot be told from one that repeats.
            .lesser_if(whole || !rows.is_text() && two == one + 1)
            .key(format!("{head} {value} {}", rows.name(row)));
        rows.finish_row(row, finding);
    }
}
