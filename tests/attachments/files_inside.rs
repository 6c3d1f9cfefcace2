//! Files inside files are read, within limits.

use super::told::{IDENTITY, PHONE, has, told};
use crate::support::{
    bytes::stored,
    workbook::{docx, rows, workbook},
};

#[test]
fn files_inside_are_read_within_limits() {
    let inner = |it: &str| excel_of(it);
    let outer = |name: &str, bytes: &[u8]| {
        stored(&[
            ("[Content_Types].xml", b"<Types/>"),
            ("word/document.xml", "<w:document><w:p><w:r><w:t>正文在此。</w:t></w:r></w:p></w:document>".as_bytes()),
            (name, bytes),
        ])
    };
    let one = outer("word/embeddings/Microsoft_Excel_Sheet1.xlsx", &inner(IDENTITY));
    let told_one = told("图表.docx", one.clone());
    let place = "嵌入的文件“Microsoft_Excel_Sheet1.xlsx”里工作表“表”第 1 行";
    assert!(told_one.iter().any(|it| it.0 == "GK0801" && it.1.contains(place)), "{told_one:?}");
    let clean = told("图表.docx", outer("word/embeddings/Microsoft_Excel_Sheet1.xlsx", &inner("沙袋")));
    assert_eq!(clean.iter().map(|it| it.0).collect::<Vec<_>>(), ["GK0806"]);
    let mut deep = one;
    for _ in 0..5 {
        deep = outer("word/embeddings/a.docx", &deep);
    }
    let told_deep = told("很深.docx", deep);
    assert!(has(&told_deep, "GK0805") && !has(&told_deep, "GK0801"), "{told_deep:?}");
    let chunk = outer("word/embeddings/Microsoft_Word.docx", &docx(&[PHONE]));
    assert!(has(&told("两层.docx", chunk), "GK0802"));
    let html = outer("word/afchunk1.htm", format!("<html><p>{PHONE}</p></html>").as_bytes());
    assert!(has(&told("导入.docx", html), "GK0802"));
}

fn excel_of(cell: &str) -> Vec<u8> {
    workbook(&[("表", "", &rows(&[&["证件", cell]]))])
}
