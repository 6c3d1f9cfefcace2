//! Files made for tests: a document, a workbook, an OFD, with what is asked for besides.

use crate::support::workbook::{package, rows};

pub const TYPES: (&str, &str) = ("[Content_Types].xml", "<Types/>");

pub fn run(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

/// A Word document with these parts besides.
pub fn word(parts: &[(&str, &str)]) -> Vec<u8> {
    let plain = "<w:document><w:body><w:p><w:r><w:t>关于做好防汛工作的通知，请各单位认真落实值守制度。</w:t></w:r></w:p></w:body></w:document>";
    package(&[&[TYPES, ("word/document.xml", plain)], parts].concat())
}

/// A workbook with one sheet 清单 and these parts besides.
pub fn excel(inner: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let sheet = format!("<worksheet>{}{inner}</worksheet>", rows(&[&["名称", "数量"], &["沙袋", "200"]]));
    let own = [
        TYPES,
        ("xl/workbook.xml", "<workbook><sheets><sheet name='清单' r:id='r1'/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<R><Relationship Id='r1' Target='worksheets/sheet1.xml'/></R>"),
        ("xl/worksheets/sheet1.xml", &sheet),
    ];
    package(&[&own, parts].concat())
}

pub type Made = (&'static str, &'static str, fn(&str) -> Vec<u8>, &'static [&'static str]);

pub fn glyphs(text: &str, wide: f64) -> String {
    (0..)
        .zip(text.chars())
        .map(|(at, it)| {
            let x = 20.0 + wide * f64::from(at);
            format!("<ofd:TextObject Boundary='{x} 50 4 4' Size='4'><ofd:TextCode X='0' Y='3.5'>{it}</ofd:TextCode></ofd:TextObject>")
        })
        .collect::<Vec<String>>()
        .concat()
}

/// An OFD whose one page holds these objects, with these parts besides.
pub fn ofd(objects: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let words = glyphs("关于做好防汛工作的通知请各单位落实", 4.0).replace("50 4 4", "20 4 4");
    let page = format!("<ofd:Page><ofd:Content><ofd:Layer>{words}{objects}</ofd:Layer></ofd:Content></ofd:Page>");
    let own = [
        (
            "OFD.xml",
            "<ofd:OFD><ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        ),
        (
            "Doc_0/Document.xml",
            "<ofd:Document><ofd:CommonData><ofd:TemplatePage ID='2' BaseLoc='Tpls/Tpl_0/Content.xml'/></ofd:CommonData><ofd:Pages><ofd:Page ID='1' BaseLoc='Pages/Page_0/Content.xml'/></ofd:Pages></ofd:Document>",
        ),
        ("Doc_0/Pages/Page_0/Content.xml", &page),
    ];
    package(&[&own, parts].concat())
}

/// An OFD of one page with these objects.
pub fn ofd_page(objects: &str) -> Vec<u8> {
    package(&[
        ("OFD.xml", "<ofd:OFD><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:OFD>"),
        (
            "Doc_0/Document.xml",
            "<ofd:Document><ofd:Pages><ofd:Page BaseLoc='Pages/Page_0/Content.xml'/></ofd:Pages></ofd:Document>",
        ),
        ("Doc_0/Pages/Page_0/Content.xml", &format!("<ofd:Page>{objects}</ofd:Page>")),
    ])
}
