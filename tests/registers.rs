//! Registers, plans and accounts as offices really fill them: what is wrong is told at its cell, and what is only printed otherwise
//! convicts nobody.

use gongkai::internals::{diagnostic::Level, world::MemoryWorld};

use super::support::{
    library::{Checked, base, check},
    workbook::{rows, workbook},
};

const ENTRY: &str = r#"+++
title = "示例局清单"
item = "policy/notices"
kind = "register"
made = 2018-06-20
published = 2018-06-22
summary = "公布清单。"
[review]
secrecy = { by = "保密员", on = 2018-06-21 }
[table]
"#;

/// The base project, judged by all rules, with an entry that keeps `bytes` as the register `id`.
fn keeping(file: &str, bytes: impl Into<Vec<u8>>, id: &str) -> MemoryWorld {
    let mut world = base();
    let site = String::from_utf8(world.get("catalogue/site.toml").expect("a site").to_vec()).expect("text");
    world.write("catalogue/site.toml", site.replace("catalogue-only", "full"));
    world.write(format!("content/2018/{file}"), bytes);
    world.write("content/2018/清单.md", format!("{ENTRY}file = \"{file}\"\nregister = \"{id}\"\n+++\n清单如下。\n"));
    world
}

/// What rules on registers, messages and posts say of it: code, level, message.
fn told(checked: &Checked) -> Vec<(String, Level, String)> {
    let families = ["GK06", "GK10", "GK11"];
    let ours =
        checked.report.diagnostics.iter().filter(|it| families.iter().any(|f| it.finding.rule.code.starts_with(f)));
    ours.map(|it| (it.finding.rule.code.to_owned(), it.level, it.finding.message.zh.clone())).collect()
}

fn csv(id: &str, text: &str) -> Vec<(String, Level, String)> {
    told(&check(keeping("清单.csv", text, id), None))
}

/// Nothing is an error.
fn convicts_nobody(id: &str, text: &str) {
    let told = csv(id, text);
    assert!(told.iter().all(|it| it.1 < Level::Error), "{text}\n{told:#?}");
}

fn silent(id: &str, text: &str) {
    assert_eq!(csv(id, text), [], "{text}");
}

#[test]
fn a_list_as_offices_print_it_is_right() {
    silent(
        "power-list",
        "示例局权责清单,,,,,,\n填报单位：示例局,,,,,,日期：2018年8月\n序号,权力名称,权力编码,权力类型,设定依据,实施主体,监督方式\n\
         一、行政许可（2项）,,,,,,\n1,核准,XK-1,行政许可,《条例》第三条,示例局,电话：12345\n2,核准变更,XK-2,行政许可,《条例》,示例局,/\n\
         二、行政处罚,,,,,,\n3,处罚,CF-1,行政处罚类,无,示例局,—\n合计,3,,,,,\n注：本清单自2018年8月起施行,,,,,,\n填表人：张某,审核人：李某,,,,,\n",
    );
    // Heads in two rows, remarks in brackets, both limits in one cell.
    silent(
        "service-list",
        "事项名称,基本编码,事项类型,设定依据,实施主体,服务对象,办结时限（工作日）,,申请材料,是否收费,咨询方式\n\
         ,,,,,,法定,承诺,,,\n核准,XK-1,行政许可,《条例》,示例局,自然人/法人,20,10,申请书,不收费,12345\n\
         备案,QT-1,其他行政权力,《条例》,示例局,法人,无,即办,无,否,办公室0797-8000000\n\
         确认,QR-1,行政确认,《条例》,示例局,法人；其他组织,法定20个工作日/承诺5个工作日,法定20个工作日/承诺5个工作日,/,×,12345转1\n\
         给付,JF-1,公共服务,《条例》,示例局,自然人、法人,３０个工作日,１５个工作日,申报表,免费,/\n",
    );
    silent(
        "sharing-list",
        "信息资源名称,信息资源代码,提供方,格式,信息项,共享属性,共享条件及要求,不予共享依据,更新周期,更新日期\n\
         甲,ZS1,示例局,表格,一,有条件,经提供方同意,,每季度末,长期\n乙,ZS2,示例局,表格,二,有条件共享（经同意）,,,实时更新,实时\n\
         丙,ZS3,示例局,表格,三,不予共享,,《统计法》第二十五条,不定期,/\n丁,ZS4,示例局,表格,四,无条件共享,,,每年,2018年6月20日\n",
    );
}

#[test]
fn what_cannot_be_read_is_a_warning_at_most() {
    let head = "编号,类别,留言人,留言内容,受理日期,转办日期,承办单位,答复日期,答复内容,复杂事项\n";
    for row in [
        "A,表扬,某人,问,2018-06-01,,科,已电话答复,,否",
        "A,咨询,某人,问,6月1日,,科,,,否",
        "A,咨询、建议,某人,问,2018-06-01,无需转办,科,2018-06-04,答,待定",
        "A,咨询,某人,问,待定,,科,,,",
    ] {
        convicts_nobody("messages", &format!("{head}{row}\n"));
    }
    // Cells that were merged downwards are empty in a CSV.
    convicts_nobody(
        "power-list",
        "职权名称,职权编码,职权类型,实施依据,行使主体,监督方式\n核准,XK-1,行政许可,《条例》,示例局,12345\n变更,XK-2,,,,\n",
    );
    // A column in other words.
    convicts_nobody(
        "power-list",
        "职权名称,职权编码,职权类型,实施依据,行使主体,投诉监督电话\n核准,XK-1,行政许可,《条例》,示例局,12345\n",
    );
    // One thing in several rows.
    silent(
        "power-list",
        "职权名称,职权编码,职权类型,实施依据,行使主体,监督方式\n核准,XK-1,行政许可,《条例》第一条,示例局,12345\n核准,XK-1,行政许可,《条例》第二条,示例局,12345\n",
    );
}

#[test]
fn what_is_certainly_wrong_is_told_at_its_cell() {
    let head = "职权名称,职权编码,职权类型,实施依据,行使主体,监督方式\n";
    for (row, code, words) in [
        ("核准,3.6E+17,行政许可,《条例》,示例局,12345", "GK1001", "长编码"),
        ("核准,XK-1,行政许可,#REF!,示例局,12345", "GK1001", "内容已经丢了"),
        ("核准,,行政许可,《条例》,示例局,12345", "GK1001", "第 2 行“职权编码”（B2）必须填，现在是空的"),
        (
            "核准,XK-1,行政许可,《条例》,示例局,12345\n变更,ＸＫ-1,行政许可,《条例》,示例局,12345",
            "GK1007",
            "和第 2 行的重复",
        ),
    ] {
        let told = csv("power-list", &format!("{head}{row}\n"));
        assert!(told.iter().any(|it| it.0 == code && it.1 == Level::Error && it.2.contains(words)), "{row}\n{told:#?}");
    }
    let told = csv("power-list", "名称,金额\n甲,1\n乙,2\n");
    assert!(told.iter().any(|it| it.0 == "GK1002" && it.2.contains("没有“权责清单”的任何一列")), "{told:#?}");
}

/// A workbook is judged as a CSV is; its cells are named, for they have no place in a text.
#[test]
fn a_workbook_is_judged_alike() {
    let heads: &[&str] = &["职权名称", "职权编码", "职权类型", "实施依据", "行使主体", "监督方式"];
    let sheet = rows(&[
        heads,
        &["核准", "XK-1", "行政许可", "《条例》", "示例局", "12345"],
        &["变更", "XK-2", "行政许可", "", "示例局", "#REF!"],
        &["延期", "XK-1", "行政许可", "《条例》", "示例局", "12345"],
    ]);
    let checked = check(keeping("清单.xlsx", workbook(&[("清单", "", &sheet)]), "power-list"), None);
    let told: Vec<String> = told(&checked).into_iter().map(|it| it.2).collect();
    assert_eq!(
        told,
        [
            "第 3 行“实施依据”（D3）必须填，现在是空的",
            "第 3 行“监督方式”（F3）是“#REF!”，内容已经丢了",
            "第 4 行的职权编码“XK-1”和第 2 行的重复"
        ]
    );
}

#[test]
fn what_is_still_a_draft_is_a_warning_but_an_internal_register_is_not() {
    let draft = |id: &str, text: &str| {
        let mut world = keeping("清单.csv", text, id);
        let entry = String::from_utf8(world.get("content/2018/清单.md").expect("an entry").to_vec()).expect("text");
        world.write("content/2018/清单.md", entry.replace("summary =", "draft = true\nsummary ="));
        told(&check(world, None)).into_iter().map(|it| it.1).collect::<Vec<_>>()
    };
    let powers = "职权名称,职权编码,职权类型,实施依据,行使主体,监督方式\n核准,,行政许可,《条例》,示例局,12345\n";
    assert_eq!(draft("power-list", powers), [Level::Warn]);
    let applications = "编号,收到日期,申请人类型,答复日期\nSQ-1,2018-02-30,自然人,2018-05-18\n";
    assert_eq!(draft("applications", applications), [Level::Error]);
}

#[test]
fn an_explanation_names_the_entry_that_keeps_the_register() {
    let mut world = keeping(
        "清单.csv",
        "职权名称,职权编码,职权类型,实施依据,行使主体,监督方式\n核准,,行政许可,《条例》,示例局,12345\n",
        "power-list",
    );
    world.write(
        "catalogue/allow.toml",
        "[[allow]]\nrule = \"bad-cell\"\nentry = \"2018/清单\"\nreason = \"编码由上级统一编制，尚未下达\"\nowner = \"办公室\"\n",
    );
    let checked = check(world, None);
    let found = checked.of("GK1001");
    assert!(found.len() == 1 && found[0].explained.is_some(), "{:#?}", told(&checked));
}

#[test]
fn an_explanation_may_be_for_some_rows_only() {
    let csv = "职权名称,职权编码,职权类型,实施依据,行使主体,监督方式\n核准,,行政许可,《条例》,示例局,12345\n备案,,其他权力,《办法》,示例局,12345\n年审,,其他权力,《办法》,示例局,12345\n";
    let explained = |row: &str| {
        let mut world = keeping("清单.csv", csv, "power-list");
        let allow = format!(
            "[[allow]]\nrule = \"bad-cell\"\nentry = \"2018/清单\"\n{row}reason = \"尚未下达\"\nowner = \"办公室\"\n"
        );
        world.write("catalogue/allow.toml", allow);
        let checked = check(world, None);
        let found: Vec<bool> = checked.of("GK1001").iter().map(|it| it.explained.is_some()).collect();
        (found, checked.of("GK0014").len())
    };
    assert_eq!(explained(""), (vec![true; 3], 0), "without rows for every one, those to come as well");
    assert_eq!(explained("row = \"备案\"\n"), (vec![false, true, false], 0));
    assert_eq!(explained("row = [\"核准\", \"年审\"]\n"), (vec![true, false, true], 0));
    assert_eq!(
        explained("row = [\"核准\", \"没有的\"]\n"),
        (vec![true, false, false], 1),
        "a row that needs none is told"
    );
}

#[test]
fn an_author_s_own_columns_are_judged_by_their_types() {
    let mut world =
        keeping("清单.csv", "名称,数量,开办日期,网址,代码\n甲,三次,2018-02-30,见网站,11360700MB00000003\n", "own");
    world.write(
        "catalogue/registers.toml",
        "[[register]]\nid = \"own\"\ntitle = \"自编清单\"\ncolumns = [\"名称\", { name = \"数量\", type = \"整数\" }, { name = \"开办日期\", type = \"日期\" }, { name = \"网址\", type = \"网址\" }, { name = \"代码\", type = \"统一社会信用代码\" }, { name = \"备注\", required = true }]\n",
    );
    let told: Vec<_> = told(&check(world, None)).into_iter().map(|it| (it.0, it.1)).collect();
    let (cell, column) = ("GK1001".to_owned(), "GK1002".to_owned());
    assert_eq!(
        told,
        [(column, Level::Error), (cell.clone(), Level::Error), (cell.clone(), Level::Warn), (cell, Level::Warn)]
    );
}

#[test]
fn days_of_a_row_that_cannot_follow_each_other_are_told() {
    let head = "编号,类别,留言内容,受理日期,转办日期,答复日期,答复内容\n";
    let told = csv(
        "messages",
        &format!(
            "{head}1,咨询,怎么办理?,2018-05-08,2018-05-07,2018-05-02,已答复\n2,咨询,在哪办?,2018年5月8日,无,2018.5.9,已答复\n"
        ),
    );
    let days: Vec<_> = told.iter().filter(|it| it.0 == "GK1001").map(|it| (it.1, it.2.as_str())).collect();
    assert_eq!(days, [(Level::Warn, "第 2 行的答复日期 2018-05-02 比受理日期 2018-05-08 早 6 天")]);
    let rows: Vec<String> =
        (1..=30).map(|it| format!("{it},咨询,第{it}问怎么办?,2018-05-08,,2018-05-02,已答复\n")).collect();
    let told = csv("messages", &format!("{head}{}", rows.concat()));
    assert_eq!(told.iter().filter(|it| it.0 == "GK1001").count(), 20);
    assert!(told.iter().any(|it| it.2 == "还有 11 行的日期先后颠倒"), "{told:?}");
    silent(
        "posts",
        "账号,标题,发布日期,发现差错日期,更正日期,审核人\n示例发布,关于值守的通知,2018-05-02,2018-05-02,2018-05-02,示例审核人\n",
    );
}
