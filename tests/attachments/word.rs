//! Places in a Word document, as Word, WPS and LibreOffice write them.

use super::made::{Made, run, word};
use crate::support::workbook::{document, docx};

/// Where a token stands, in the words of a message; the file; what may be told of it without the token, too.
pub const WORD: &[Made] = &[
    ("段", "正文.docx", |it| docx(&[it]), &[]),
    (
        "文本框",
        "word文本框.docx",
        |it| {
            let inner = format!("<w:txbxContent><w:p>{}</w:p></w:txbxContent>", run(it));
            document(&format!(
                "<w:p><w:r><w:t>正文在此</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><wp:docPr id='1' name='文本框 1'/><a:graphic><a:graphicData><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id='_x0000_s1026'><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
            ))
        },
        &[],
    ),
    (
        "文本框",
        "只在旧写法里.docx",
        |it| {
            let inner = |it: &str| format!("<w:txbxContent><w:p>{}</w:p></w:txbxContent>", run(it));
            document(&format!(
                "<w:p><w:r><w:t>正文在此</w:t><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>{}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>",
                inner("甲"),
                inner(it)
            ))
        },
        &[],
    ),
    (
        "水印",
        "word水印.docx",
        |it| {
            word(&[(
                "word/header1.xml",
                &format!(
                    "<w:hdr><w:p><w:r><w:pict><v:shape id='PowerPlusWaterMarkObject357476642' type='#_x0000_t136'><v:textpath style='font-family:\"宋体\"' string='{it}'/></v:shape></w:pict></w:r></w:p></w:hdr>"
                ),
            )])
        },
        &[],
    ),
    (
        "水印",
        "libreoffice水印.docx",
        |it| {
            word(&[(
                "word/header2.xml",
                &format!(
                    "<w:hdr><w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><wp:docPr id='3' name='PowerPlusWaterMarkObject'/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent><w:p>{}</w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p></w:hdr>",
                    run(it)
                ),
            )])
        },
        &[],
    ),
    (
        "艺术字",
        "艺术字.docx",
        |it| {
            document(&format!(
                "<w:p><w:r><w:t>正文在此</w:t><w:pict><v:shape id='s1'><v:textpath string='{it}'/></v:shape></w:pict></w:r></w:p>"
            ))
        },
        &[],
    ),
    ("页眉", "页眉.docx", |it| word(&[("word/header1.xml", &format!("<w:hdr><w:p>{}</w:p></w:hdr>", run(it)))]), &[]),
    (
        "页脚",
        "页脚.docx",
        |it| {
            word(&[(
                "word/footer3.xml",
                &format!("<w:ftr><w:sdt><w:sdtContent><w:p>{}</w:p></w:sdtContent></w:sdt></w:ftr>", run(it)),
            )])
        },
        &[],
    ),
    (
        "脚注",
        "尾注.docx",
        |it| {
            word(&[(
                "word/endnotes.xml",
                &format!("<w:endnotes><w:endnote w:id='2'><w:p>{}</w:p></w:endnote></w:endnotes>", run(it)),
            )])
        },
        &[],
    ),
    (
        "批注",
        "批注.docx",
        |it| {
            word(&[(
                "word/comments.xml",
                &format!(
                    "<w:comments><w:comment w:id='0' w:author='李四' w:initials='L'><w:p>{}</w:p></w:comment></w:comments>",
                    run(it)
                ),
            )])
        },
        &["GK0806"],
    ),
    (
        "修订中删去的文字",
        "修订删去.docx",
        |it| {
            document(&format!(
                "<w:p><w:r><w:t>正文在此</w:t></w:r><w:del w:id='1' w:author='李四'><w:r><w:delText>{it}</w:delText></w:r></w:del></w:p>"
            ))
        },
        &["GK0806"],
    ),
    (
        "修订中删去的文字",
        "修订移走.docx",
        |it| {
            document(&format!(
                "<w:p><w:r><w:t>正文在此</w:t></w:r><w:moveFrom w:id='1' w:author='李四'>{}</w:moveFrom></w:p>",
                run(it)
            ))
        },
        &["GK0806"],
    ),
    (
        "隐藏的文字",
        "隐藏文字.docx",
        |it| {
            document(&format!(
                "<w:p><w:r><w:t>正文在此</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>{it}</w:t></w:r></w:p>"
            ))
        },
        &["GK0806"],
    ),
    (
        "图片的替换文字",
        "替换文字.docx",
        |it| {
            document(&format!(
                "<w:p><w:r><w:t>正文在此</w:t><w:drawing><wp:inline><wp:docPr id='1' name='图片 1' descr='{it}'/></wp:inline></w:drawing></w:r></w:p>"
            ))
        },
        &[],
    ),
    (
        "图片的替换文字",
        "wps替换文字.docx",
        |it| {
            document(&format!(
                "<w:p><w:r><w:t>正文在此</w:t><w:drawing><wp:anchor><wp:docPr id='1' name='图片 1' title='{it}'/></wp:anchor></w:drawing></w:r></w:p>"
            ))
        },
        &[],
    ),
    (
        "图表",
        "图表标题.docx",
        |it| {
            word(&[(
                "word/charts/chart1.xml",
                &format!(
                    "<c:chartSpace><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>{it}</a:t></a:r></a:p></c:rich></c:tx></c:title></c:chart></c:chartSpace>"
                ),
            )])
        },
        &[],
    ),
    (
        "图表",
        "图表数据.docx",
        |it| {
            word(&[(
                "word/charts/chart1.xml",
                &format!(
                    "<c:chartSpace><c:ser><c:cat><c:strRef><c:f>Sheet1!$A$2</c:f><c:strCache><c:ptCount val='2'/><c:pt idx='0'><c:v>甲</c:v></c:pt><c:pt idx='1'><c:v>{it}</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser></c:chartSpace>"
                ),
            )])
        },
        &[],
    ),
    (
        "智能图形",
        "智能图形.docx",
        |it| {
            let text = format!("<dgm:pt><dgm:t><a:bodyPr/><a:p><a:r><a:t>{it}</a:t></a:r></a:p></dgm:t></dgm:pt>");
            word(&[
                ("word/diagrams/data1.xml", &format!("<dgm:dataModel><dgm:ptLst>{text}</dgm:ptLst></dgm:dataModel>")),
                (
                    "word/diagrams/drawing1.xml",
                    &format!(
                        "<dsp:drawing><dsp:txBody><a:p><a:r><a:t>{it}</a:t></a:r></a:p></dsp:txBody></dsp:drawing>"
                    ),
                ),
            ])
        },
        &[],
    ),
    (
        "文件属性",
        "标题属性.docx",
        |it| {
            word(&[("docProps/core.xml", &format!("<cp:coreProperties><dc:title>{it}</dc:title></cp:coreProperties>"))])
        },
        &[],
    ),
    (
        "文件属性",
        "备注属性.docx",
        |it| {
            word(&[(
                "docProps/core.xml",
                &format!("<cp:coreProperties><dc:description>{it}</dc:description></cp:coreProperties>"),
            )])
        },
        &[],
    ),
    (
        "文件属性",
        "自定义属性.docx",
        |it| {
            word(&[(
                "docProps/custom.xml",
                &format!("<Properties><property name='附注'><vt:lpwstr>{it}</vt:lpwstr></property></Properties>"),
            )])
        },
        &["GK0806"],
    ),
    (
        "文件自带的数据",
        "构建基块.docx",
        |it| {
            word(&[(
                "word/glossary/document.xml",
                &format!("<w:glossaryDocument><w:p>{}</w:p></w:glossaryDocument>", run(it)),
            )])
        },
        &[],
    ),
];
