//! Places in an OFD.

use super::made::{Made, glyphs, ofd};

/// The like in OFD.
pub const OFD: &[Made] = &[
    ("第 1 页", "一个对象一字.ofd", |it| ofd(&glyphs(it, if it.is_ascii() { 2.0 } else { 4.0 }), &[]), &[]),
    (
        "第 1 页",
        "倒着写.ofd",
        |it| {
            let mut objects: Vec<String> =
                glyphs(it, 3.0).split_inclusive("</ofd:TextObject>").map(Into::into).collect();
            objects.reverse();
            ofd(&objects.concat(), &[])
        },
        &[],
    ),
    (
        "第 1 页",
        "一整行.ofd",
        |it| {
            ofd(
                &format!(
                    "<ofd:TextObject Boundary='20 50 90 5' Size='4'><ofd:TextCode X='0' Y='4' DeltaX='g 17 2'>{it}</ofd:TextCode></ofd:TextObject>"
                ),
                &[],
            )
        },
        &[],
    ),
    (
        "页面的底版",
        "底版.ofd",
        |it| ofd("", &[("Doc_0/Tpls/Tpl_0/Content.xml", &format!("<ofd:Page>{}</ofd:Page>", glyphs(it, 3.0)))]),
        &[],
    ),
    (
        "水印",
        "水印注释.ofd",
        |it| {
            ofd(
                "",
                &[(
                    "Doc_0/Annots/Page_0/Annotation.xml",
                    &format!(
                        "<ofd:PageAnnot><ofd:Annot Type='Watermark' Creator='OFD R&amp;W' ID='9'><ofd:Appearance Boundary='0 0 210 297'>{}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>",
                        glyphs(it, 5.0)
                    ),
                )],
            )
        },
        &[],
    ),
    (
        "批注",
        "注释.ofd",
        |it| {
            ofd(
                "",
                &[(
                    "Doc_0/Annots/Page_0/Annotation.xml",
                    &format!(
                        "<ofd:PageAnnot><ofd:Annot Type='Highlight' Creator='李四' ID='9'><ofd:Remark>{it}</ofd:Remark></ofd:Annot></ofd:PageAnnot>"
                    ),
                )],
            )
        },
        &["GK0806"],
    ),
    (
        "嵌入的文件“名单.txt”里第 1 行",
        "附件.ofd",
        |it| {
            ofd(
                "",
                &[
                    (
                        "Doc_0/Attachs/Attachments.xml",
                        "<ofd:Attachments><ofd:Attachment ID='1' Name='名单' Format='txt'><ofd:FileLoc>a.txt</ofd:FileLoc></ofd:Attachment></ofd:Attachments>",
                    ),
                    ("Doc_0/Attachs/a.txt", it),
                ],
            )
        },
        &["GK0806"],
    ),
    (
        "没有显示的页面",
        "旧版本.ofd",
        |it| {
            ofd(
                "",
                &[("Doc_0/Versions/V1/Pages/Page_0/Content.xml", &format!("<ofd:Page>{}</ofd:Page>", glyphs(it, 3.0)))],
            )
        },
        &[],
    ),
];
