//! Workbooks, as small as readers take them.

use std::io::{Cursor, Write};

use zip::{ZipWriter, write::SimpleFileOptions};

/// A workbook of these sheets: name, attributes of its line in the workbook, what stands in its worksheet.
pub fn workbook(sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut parts = vec![("[Content_Types].xml".to_owned(), "<Types/>".to_owned())];
    let (mut lines, mut relations) = (String::new(), String::new());
    for (at, (name, attributes, sheet)) in sheets.iter().enumerate() {
        lines += &format!("<sheet name='{name}' {attributes} r:id='r{at}'/>");
        relations += &format!("<Relationship Id='r{at}' Target='worksheets/sheet{at}.xml'/>");
        parts.push((format!("xl/worksheets/sheet{at}.xml"), format!("<worksheet>{sheet}</worksheet>")));
    }
    parts.push(("xl/workbook.xml".into(), format!("<workbook><sheets>{lines}</sheets></workbook>")));
    parts.push(("xl/_rels/workbook.xml.rels".into(), format!("<R>{relations}</R>")));
    parts.push((
        "xl/styles.xml".into(),
        "<s><numFmts><numFmt numFmtId='164' formatCode='000000'/><numFmt numFmtId='165' formatCode='yyyy\"年\"m\"月\"d\"日\"'/>\
         </numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='9'/><xf numFmtId='4'/><xf numFmtId='164'/><xf numFmtId='165'/></cellXfs></s>"
            .into(),
    ));
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(text.as_bytes()).expect("a part");
    }
    writer.finish().expect("a workbook").into_inner()
}

/// Rows of cells, each a text or, with a style before a colon, a number.
pub fn rows(rows: &[&[&str]]) -> String {
    let mut data = String::from("<sheetData>");
    for row in rows {
        data += "<row>";
        for cell in *row {
            data += &match cell.split_once(':') {
                Some((style, number)) => format!("<c s='{style}'><v>{number}</v></c>"),
                None => format!("<c t='str'><v>{cell}</v></c>"),
            };
        }
        data += "</row>";
    }
    data + "</sheetData>"
}

/// A Word document of these paragraphs.
pub fn docx(paragraphs: &[&str]) -> Vec<u8> {
    let body: String = paragraphs.iter().flat_map(|it| ["<w:p><w:r><w:t>", it, "</w:t></w:r></w:p>"]).collect();
    document(&body)
}

/// A Word document with this body.
pub fn document(body: &str) -> Vec<u8> {
    let whole = format!("<w:document><w:body>{body}</w:body></w:document>");
    package(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", &whole)])
}

/// The parts of an Office file, packed.
pub fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(text.as_bytes()).expect("a part");
    }
    writer.finish().expect("a package").into_inner()
}
