//! GK1002: has a register's file the columns that it must have?

use crate::{
    check::sheet::{Rows, registers},
    compliance::Compliance,
    diagnostic::{
        Effect, Example, Findings, Level, Rule, Ungrounded,
        laws::{REGULATIONS_2008_6, REGULATIONS_2019_6},
    },
    model::Model,
    table::{Problem, plain},
    vocabulary::nearness,
};

pub static MISSING_COLUMN: Rule = Rule {
    code: "GK1002",
    name: "missing-column",
    label: "清单缺列",
    effect: Effect::Verdict,
    level: Level::Error,
    lesser: Level::Warn,
    grounds: &[REGULATIONS_2008_6, REGULATIONS_2019_6],
    ungrounded: Ungrounded::Silent,
    fixed: false,
    title: words! { zh: "清单的文件缺少必须有的列", en: "a register's file without a column that it must have" },
    why: words! {
        zh: "少了一列，整张清单的这一项就都没有公开：没有“监督方式”，群众就不知道找谁投诉。",
        en: "Without a column the whole register lacks what it is for: without 监督方式 nobody knows where to complain.",
    },
    mend: words! {
        zh: "在表头补上这一列并填好；列名写法不同的，把表头改成提示的名称。本单位的清单确实不设这一列的，在 [[register]] 里声明自己的各列。",
        en: "Add the column and fill it; where it has another name, use the one given. Declare columns of your own in [[register]] where the list has none.",
    },
    example: Example {
        bad: r#"--> catalogue/site.toml
profile = "full"
==> content/2018/权责清单.csv
职权名称,职权编码,职权类型,实施依据,行使主体
企业投资项目核准,XK-0001,行政许可,《企业投资项目核准和备案管理条例》第三条,示例局
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
",
    },
};

pub(super) fn check(model: &Model, _: &Compliance, findings: &mut Findings) {
    for rows in registers(model) {
        // What could not be read is told of as a file.
        let unread = |it: &Problem| matches!(it, Problem::Damaged | Problem::Locked | Problem::TooLarge);
        if !rows.problems().iter().any(unread) {
            look(&rows, findings);
        }
    }
}

fn look(rows: &Rows<'_>, findings: &mut Findings) {
    let places = rows.schema.columns.iter().zip(&rows.columns);
    let missing: Vec<&str> =
        places.filter(|(column, at)| column.required && at.is_none()).map(|(column, _)| column.name.as_str()).collect();
    if missing.is_empty() {
        return;
    }
    let title = &rows.schema.title;
    // A head that no column has may be one of those missing, called otherwise.
    let known = |at: usize| rows.columns.contains(&Some(at));
    let others: Vec<&str> = rows
        .head()
        .cells()
        .enumerate()
        .filter(|(at, head)| !known(*at) && !head.text.is_empty() && !is_beside(head.text))
        .map(|(_, head)| head.text)
        .collect();
    let near = |name: &str| others.iter().find(|head| is_near(name, head)).copied();
    let doubtful = missing.iter().all(|it| near(it).is_some());
    let (zh, en, count) = (missing.join("”“"), missing.join(", "), missing.len());
    let finding = if rows.columns.iter().all(Option::is_none) {
        findings.raise(
            &MISSING_COLUMN,
            rows.place(rows.head().cell(0)),
            text! {
                zh: "文件里没有“{title}”的任何一列，应有“{zh}”",
                en: "the file has none of the columns of {title}: {en}",
            },
        )
    } else {
        findings.raise(
            &MISSING_COLUMN,
            rows.place(rows.head().cell(0)),
            text! { zh: "“{title}”缺 {count} 列：“{zh}”", en: "{title} lacks columns ({count}): {en}" },
        )
    };
    let renamed: Vec<(&str, &str)> = missing.iter().filter_map(|it| Some((near(it)?, *it))).collect();
    finding.help(match renamed.first() {
        Some((head, name)) => text! {
            zh: "如果“{head}”就是这一列，把表头改成“{name}”；没有的列补上并填好",
            en: "if {head} is that column, call it {name}; add columns that are not there",
        },
        None => text! {
            zh: "在表头所在的行补上这些列，逐行填好；没有内容的填“无”",
            en: "add these columns to the row of heads and fill them; write 无 where there is nothing",
        },
    });
    finding.lesser_if(doubtful).key(format!("columns {zh}"));
    rows.finish(finding);
}

/// Heads that stand beside any list and mean no column of it.
fn is_beside(head: &str) -> bool {
    matches!(&*plain(head), "序号" | "编号" | "备注" | "序" | "说明" | "No." | "NO")
}

/// Whether `head` may be the column called `name` in other words.
fn is_near(name: &str, head: &str) -> bool {
    let (name, head) = (plain(name), plain(head));
    let letters: Vec<char> = name.chars().collect();
    let pairs = letters.windows(2).filter(|it| head.contains(&it.iter().collect::<String>())).count();
    nearness(&name, &head) >= 0.5 || pairs > 0 || head.contains(&*name)
}
