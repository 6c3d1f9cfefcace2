//! A private person named in full in an attachment is told, as one in an entry is; bodies, officers and masks are not.

use super::{
    made::{glyphs, ofd_page, run, word},
    told::told,
};
use crate::support::workbook::{document, docx, package, rows, workbook};

fn table(rows: &[&[&str]]) -> String {
    let cell = |it: &&str| format!("<w:tc><w:p>{}</w:p></w:tc>", run(it));
    let row = |row: &&[&str]| format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

fn gbk(text: &str) -> Vec<u8> {
    encoding_rs::GBK.encode(text).0.into_owned()
}

/// Files that name `it`, and where.
fn files(it: &str) -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let list: &[&[&str]] =
        &[&["行政处罚信息公示"], &["序号", "行政相对人名称", "事由"], &["1", "示例公司", "无"], &["2", it, "占地"]];
    let csv = format!("序号,当事人,结果\n1,示例建材有限公司,警告\n2,{it},罚款\n");
    let pptx = format!("<p:sld><a:p><a:r><a:t>被处罚人：{it}</a:t></a:r></a:p></p:sld>");
    vec![
        ("", "处罚.csv", csv.clone().into_bytes()),
        ("", "处罚国标码.csv", gbk(&csv)),
        ("", "处罚公示.csv", format!("姓名,事由\n\"{it}\",占地\n").into_bytes()),
        ("第 4 行", "公示.xlsx", workbook(&[("表", "", &rows(list))])),
        ("第 1 行", "竖表.xlsx", workbook(&[("表", "", &rows(&[&["当事人", it], &["事由", "占地"]]))])),
        (
            "第 2 张工作表第 2 行",
            "第二张.xlsx",
            workbook(&[
                ("一", "", &rows(&[&["序号", "名称"]])),
                ("二", "", &rows(&[&["投诉人", "事项"], &[it, "噪声"]])),
            ]),
        ),
        ("第 1 段", "决定.docx", docx(&[&format!("当事人：{it}，男，汉族。")])),
        ("第 2 段", "处罚决定书.docx", docx(&["行政处罚决定书", &format!("现决定对{it}处以罚款200元。")])),
        ("第 2 段", "决定书.docx", docx(&["行政处罚决定书", &format!("{it}，男，1985年6月出生。")])),
        ("段", "横表.docx", document(&table(&[&["当事人", "结果"], &["示例公司", "警告"], &[it, "罚款"]]))),
        ("段", "竖表.docx", document(&table(&[&["被处罚人", it], &["事由", "占地"]]))),
        (
            "页眉",
            "页眉.docx",
            word(&[("word/header1.xml", &format!("<w:hdr><w:p>{}</w:p></w:hdr>", run(&format!("申请人：{it}"))))]),
        ),
        ("第 1 行", "说明.txt", format!("举报人：{it}\n").into_bytes()),
        ("第 1 页", "决定.ofd", ofd_page(&glyphs(&format!("当事人：{it}，男"), 4.0))),
        (
            "幻灯片",
            "讲稿.pptx",
            package(&[
                ("[Content_Types].xml", "<Types/>"),
                ("ppt/presentation.xml", "<p/>"),
                ("ppt/slides/slide1.xml", &pptx),
            ]),
        ),
    ]
}

#[test]
fn a_party_in_an_attachment_is_told_once() {
    for (place, name, bytes) in files("李建军") {
        let told = told(name, bytes);
        let parties: Vec<_> = told.iter().filter(|it| it.0 == "GK0807").collect();
        assert!(parties.len() == 1 && parties[0].1.contains(place), "{name}: {told:?}");
        assert!(!parties[0].1.contains("李建军"), "{name}: {told:?}");
    }
}

#[test]
fn masks_bodies_and_talk_in_attachments_are_silent() {
    for it in ["李*", "李某某", "示例市示例建材有限公司", "某公司", "王先生"] {
        for (_, name, bytes) in files(it) {
            let told = told(name, bytes);
            assert!(told.iter().all(|it| it.0 != "GK0807"), "{name}: {told:?}");
        }
    }
    for (name, bytes) in [
        ("行政处罚执法人员名单.csv", "姓名,执法证号\n李建军,001\n".as_bytes().to_vec()),
        ("值班表.csv", "姓名,电话\n李建军,0797-8000000\n".as_bytes().to_vec()),
        ("申请表.docx", document(&table(&[&["申请人", "", "身份证号", ""], &["住址", ""]]))),
        ("须知.docx", docx(&["当事人有权申请复议。申请人应当提供身份证、住址证明。", "法定代表人：李建军，男。"])),
        (
            "证件.xlsx",
            workbook(&[("表", "", &rows(&[&["当事人", "证件类型"], &["李*", "身份证"], &["王*", "身份证"]]))]),
        ),
    ] {
        let told = told(name, bytes);
        assert!(told.is_empty(), "{name}: {told:?}");
    }
}

#[test]
fn a_cell_left_out_moves_no_column() {
    let sheet = "<sheetData><row r='1'><c r='A1' t='str'><v>序号</v></c><c r='B1' t='str'><v>当事人</v></c><c r='C1' t='str'><v>办案人</v></c></row>\
                 <row r='2'><c r='B2' t='str'><v>示例公司</v></c><c r='C2' t='str'><v>李建军</v></c></row>\
                 <row r='3'><c r='C3' t='str'><v>王小明</v></c></row></sheetData>";
    assert!(told("案件.xlsx", workbook(&[("表", "", sheet)])).is_empty());
    let sheet = sheet.replace("示例公司", "张三丰");
    let told = told("案件.xlsx", workbook(&[("表", "", &sheet)]));
    assert!(told.len() == 1 && told[0].1.contains("第 1 张工作表第 2 行"), "{told:?}");
}

#[test]
fn many_are_told_as_one_with_their_number() {
    let names = ["李建军", "王小明", "张三丰", "李建军"];
    let csv: String =
        names.iter().fold("当事人,住址\n".to_owned(), |all, it| all + it + ",示例县示例镇第一村3组12号\n");
    let told = told("处罚.csv", csv.into_bytes());
    let parties: Vec<_> = told.iter().filter(|it| it.0 == "GK0807").map(|it| it.1.as_str()).collect();
    assert_eq!(parties, ["附件中的个人姓名没有遮盖，全文共 3 个", "附件中的住址写到了门牌"]);
}

#[test]
fn a_list_in_a_document_is_judged_like_one_in_a_workbook() {
    let list: &[&[&str]] = &[&["姓名", "家庭住址"], &["李建军", "第一村"]];
    for (name, bytes) in [("名单.docx", document(&table(list))), ("名单.xlsx", workbook(&[("表", "", &rows(list))]))]
    {
        assert!(told(name, bytes).iter().any(|it| it.0 == "GK0804"), "{name}");
    }
    let masked: &[&[&str]] = &[&["姓名", "家庭住址"], &["李*", "第一村"]];
    assert!(told("名单.docx", document(&table(masked))).is_empty());
}
