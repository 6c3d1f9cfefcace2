//! Gates see in an attachment what its readers see: wherever in a file a private number or a mark of secrecy stands, as Word, WPS, Excel
//! and LibreOffice write it, it is told there; and the same file without it is not accused.

use gongkai::internals::{diagnostic::Diagnostic, world::MemoryWorld};

use super::support::{
    bytes::{jpeg, png, stored},
    library::{base, check},
    workbook::{document, docx, package, rows, workbook},
};

const IDENTITY: &str = "11010519491231002X";
const PHONE: &str = "13812345678";
const MARK: &str = "机密★10年";

/// The base project with a file that its entry offers.
fn world(name: &str, bytes: Vec<u8>) -> MemoryWorld {
    let mut world = base();
    let entry = String::from_utf8(world.get("content/2018/通知.md").expect("an entry").to_vec()).expect("UTF-8");
    world.write("content/2018/通知.md", format!("{entry}\n见[附件](<{name}>)。\n"));
    world.write(format!("content/2018/{name}"), bytes);
    world
}

/// What is told of privacy and secrecy in a file: codes and messages.
fn told(name: &str, bytes: Vec<u8>) -> Vec<(&'static str, String)> {
    let told = |it: &Diagnostic| (it.finding.rule.code, it.finding.message.zh.clone());
    let all = check(world(name, bytes), None).report.diagnostics;
    all.iter().map(told).filter(|it| ["GK07", "GK08", "GK03"].iter().any(|code| it.0.starts_with(code))).collect()
}

fn has(told: &[(&str, String)], code: &str) -> bool {
    told.iter().any(|it| it.0 == code)
}

const TYPES: (&str, &str) = ("[Content_Types].xml", "<Types/>");

fn run(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

/// A Word document with these parts besides.
fn word(parts: &[(&str, &str)]) -> Vec<u8> {
    let plain = "<w:document><w:body><w:p><w:r><w:t>关于做好防汛工作的通知，请各单位认真落实值守制度。</w:t></w:r></w:p></w:body></w:document>";
    package(&[&[TYPES, ("word/document.xml", plain)], parts].concat())
}

/// A workbook with one sheet 清单 and these parts besides.
fn excel(inner: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let sheet = format!("<worksheet>{}{inner}</worksheet>", rows(&[&["名称", "数量"], &["沙袋", "200"]]));
    let own = [
        TYPES,
        ("xl/workbook.xml", "<workbook><sheets><sheet name='清单' r:id='r1'/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<R><Relationship Id='r1' Target='worksheets/sheet1.xml'/></R>"),
        ("xl/worksheets/sheet1.xml", &sheet),
    ];
    package(&[&own, parts].concat())
}

type Made = (&'static str, &'static str, fn(&str) -> Vec<u8>, &'static [&'static str]);

/// Where a token stands, in the words of a message; the file; what may be told of it without the token, too.
const WORD: &[Made] = &[
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

const EXCEL: &[Made] = &[
    ("第 2 行", "单元格.xlsx", |it| workbook(&[("表", "", &rows(&[&["甲", "乙"], &["丙", it]]))]), &[]),
    (
        "工作表“清单”的批注",
        "批注.xlsx",
        |it| {
            excel(
                "",
                &[
                    ("xl/worksheets/_rels/sheet1.xml.rels", "<R><Relationship Id='r1' Target='../comments1.xml'/></R>"),
                    (
                        "xl/comments1.xml",
                        &format!(
                            "<comments><authors><author/></authors><commentList><comment ref='A1' authorId='0'><text><r><t>{it}</t></r></text></comment></commentList></comments>"
                        ),
                    ),
                ],
            )
        },
        &["GK0806"],
    ),
    (
        "工作表“清单”的批注",
        "会话批注.xlsx",
        |it| {
            excel(
                "",
                &[
                    (
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        "<R><Relationship Id='r1' Target='../threadedComments/threadedComment1.xml'/></R>",
                    ),
                    (
                        "xl/threadedComments/threadedComment1.xml",
                        &format!(
                            "<ThreadedComments><threadedComment ref='A1'><text>{it}</text></threadedComment></ThreadedComments>"
                        ),
                    ),
                    ("xl/persons/person.xml", "<personList><person displayName='李四' id='1'/></personList>"),
                ],
            )
        },
        &["GK0806"],
    ),
    (
        "工作表“清单”的文本框",
        "文本框.xlsx",
        |it| {
            excel(
                "<drawing r:id='r1'/>",
                &[
                    (
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        "<R><Relationship Id='r1' Target='../drawings/drawing1.xml'/></R>",
                    ),
                    (
                        "xl/drawings/drawing1.xml",
                        &format!(
                            "<xdr:wsDr><xdr:twoCellAnchor><xdr:sp><xdr:nvSpPr><xdr:cNvPr id='2' name='文本框 1'/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>{it}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>"
                        ),
                    ),
                ],
            )
        },
        &[],
    ),
    (
        "工作表“清单”的文本框",
        "旧控件.xlsx",
        |it| {
            excel(
                "<legacyDrawing r:id='r1'/>",
                &[
                    (
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        "<R><Relationship Id='r1' Target='/xl/drawings/vmlDrawing1.vml'/></R>",
                    ),
                    (
                        "xl/drawings/vmlDrawing1.vml",
                        &format!(
                            "<xml><v:shape id='_x0000_s1025'><v:textbox><div style='text-align:center'><font face='宋体'>{it}</font></div></v:textbox><x:ClientData ObjectType='Button'><x:Anchor>1, 15, 0, 2, 3, 15, 4, 1</x:Anchor></x:ClientData></v:shape></xml>"
                        ),
                    ),
                ],
            )
        },
        &[],
    ),
    (
        "工作表“清单”的图表",
        "图表.xlsx",
        |it| {
            excel(
                "",
                &[
                    (
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        "<R><Relationship Id='r1' Target='../drawings/drawing1.xml'/></R>",
                    ),
                    ("xl/drawings/drawing1.xml", "<xdr:wsDr/>"),
                    (
                        "xl/drawings/_rels/drawing1.xml.rels",
                        "<R><Relationship Id='r1' Target='../charts/chart1.xml'/></R>",
                    ),
                    (
                        "xl/charts/chart1.xml",
                        &format!("<c:chartSpace><c:strCache><c:pt><c:v>{it}</c:v></c:pt></c:strCache></c:chartSpace>"),
                    ),
                ],
            )
        },
        &[],
    ),
    (
        "工作表“清单”的页眉",
        "页眉.xlsx",
        |it| {
            excel(
                &format!(
                    "<headerFooter><oddHeader>&amp;L内部使用的表&amp;C&amp;\"宋体,加粗\"&amp;14 {it}</oddHeader></headerFooter>"
                ),
                &[],
            )
        },
        &[],
    ),
    (
        "工作表“清单”的下拉列表",
        "下拉列表.xlsx",
        |it| {
            excel(
                &format!(
                    "<dataValidations><dataValidation type='list' sqref='A1'><formula1>\"甲,{it}\"</formula1></dataValidation></dataValidations>"
                ),
                &[],
            )
        },
        &[],
    ),
    (
        "名称管理器",
        "名称.xlsx",
        |it| {
            package(&[
                TYPES,
                (
                    "xl/workbook.xml",
                    &format!(
                        "<workbook><sheets><sheet name='清单' r:id='r1'/></sheets><definedNames><definedName name='常量'>\"{it}\"</definedName><definedName name='_xlnm.Print_Area'>清单!$A$1:$H$1048576</definedName></definedNames></workbook>"
                    ),
                ),
                ("xl/_rels/workbook.xml.rels", "<R><Relationship Id='r1' Target='worksheets/sheet1.xml'/></R>"),
                ("xl/worksheets/sheet1.xml", &format!("<worksheet>{}</worksheet>", rows(&[&["沙袋"]]))),
            ])
        },
        &[],
    ),
    (
        "数据透视表的源数据",
        "透视表.xlsx",
        |it| {
            excel(
                "",
                &[
                    (
                        "xl/pivotCache/pivotCacheDefinition1.xml",
                        &format!(
                            "<pivotCacheDefinition><cacheSource type='worksheet'><worksheetSource ref='A1:B9' sheet='底稿'/></cacheSource><cacheFields><cacheField name='证件'><sharedItems><s v='{it}'/></sharedItems></cacheField><cacheField name='数'><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>"
                        ),
                    ),
                    (
                        "xl/pivotCache/pivotCacheRecords1.xml",
                        "<pivotCacheRecords><r><x v='0'/><n v='5'/></r></pivotCacheRecords>",
                    ),
                ],
            )
        },
        &["GK0806"],
    ),
    (
        "从其他工作簿记下的数据",
        "外部链接.xlsx",
        |it| {
            excel(
                "",
                &[(
                    "xl/externalLinks/externalLink1.xml",
                    &format!(
                        "<externalLink><externalBook><sheetNames><sheetName val='Sheet1'/></sheetNames><sheetDataSet><sheetData sheetId='0'><row r='1'><cell r='A1' t='str'><v>{it}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>"
                    ),
                )],
            )
        },
        &["GK0806"],
    ),
    (
        "图片的替换文字",
        "wps单元格图片.xlsx",
        |it| {
            excel(
                "",
                &[(
                    "xl/cellimages.xml",
                    &format!(
                        "<etc:cellImages><etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id='2' name='ID_1' descr='{it}'/></xdr:nvPicPr></xdr:pic></etc:cellImage></etc:cellImages>"
                    ),
                )],
            )
        },
        &[],
    ),
];

fn glyphs(text: &str, wide: f64) -> String {
    (0..)
        .zip(text.chars())
        .map(|(at, it)| {
            let x = 20.0 + wide * f64::from(at);
            format!("<ofd:TextObject Boundary='{x} 50 4 4' Size='4'><ofd:TextCode X='0' Y='3.5'>{it}</ofd:TextCode></ofd:TextObject>")
        })
        .collect()
}

/// An OFD whose one page holds these objects, with these parts besides.
fn ofd(objects: &str, parts: &[(&str, &str)]) -> Vec<u8> {
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

const OFD: &[Made] = &[
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

const PICTURES: &[Made] = &[
    ("图片的属性", "说明.jpg", |it| jpeg(&[(0xFE, it.as_bytes())]), &["GK0805"]),
    (
        "图片的属性",
        "xmp.jpg",
        |it| {
            let xmp = format!(
                "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><rdf:RDF><rdf:Description><dc:description><rdf:Alt><rdf:li xml:lang='x-default'>{it}</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>"
            );
            jpeg(&[(0xE1, xmp.as_bytes())])
        },
        &["GK0805"],
    ),
    (
        "图片的属性",
        "iptc.jpg",
        |it| {
            let length = u16::try_from(it.len()).expect("short").to_be_bytes();
            let block = [&[0x1C, 2, 120, length[0], length[1]], it.as_bytes()].concat();
            let size = u32::try_from(block.len()).expect("short").to_be_bytes();
            jpeg(&[(0xED, &[b"Photoshop 3.0\x008BIM\x04\x04\0\0", &size[..], &block].concat())])
        },
        &["GK0805"],
    ),
    ("图片的属性", "文字块.png", |it| png(&[(b"tEXt", &[b"Comment\0", it.as_bytes()].concat())]), &["GK0805"]),
    (
        "图片的属性",
        "文字块国际.png",
        |it| png(&[(b"iTXt", &[b"Comment\0\0\0zh\0\0", it.as_bytes()].concat())]),
        &["GK0805"],
    ),
    (
        "文件属性",
        "属性.pdf",
        |it| {
            let wide: String = it.encode_utf16().fold(String::new(), |all, unit| format!("{all}{unit:04X}"));
            format!("%PDF-1.4\n1 0 obj << /Title <FEFF{wide}> >> endobj\n%%EOF").into_bytes()
        },
        &["GK0805"],
    ),
    (
        "文件属性",
        "xmp.pdf",
        |it| {
            format!("%PDF-1.4\n<x:xmpmeta><rdf:RDF><rdf:Description><dc:title><rdf:Alt><rdf:li>{it}</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>\n%%EOF").into_bytes()
        },
        &["GK0805"],
    ),
];

fn all() -> impl Iterator<Item = &'static Made> {
    [WORD, EXCEL, OFD, PICTURES].into_iter().flatten()
}

#[test]
fn what_is_planted_is_told_where_it_stands() {
    let mut faults = Vec::new();
    for (place, name, make, _) in all() {
        for (token, code) in [(IDENTITY, "GK0801"), (PHONE, "GK0802"), (MARK, "GK0702")] {
            let told = told(name, make(token));
            let at: Vec<_> = told.iter().filter(|it| it.0 == code).collect();
            if at.len() != 1 || !at[0].1.contains(place) {
                faults.push(format!("{name} {token}: {told:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_same_without_it_is_not_accused() {
    let mut faults = Vec::new();
    for (_, name, make, but) in all() {
        for text in
            ["防汛物资", "投诉电话0797-8000000", "保守国家秘密、机密文件管理办法", "2018年6月20日至2019年12月31日"]
        {
            let told = told(name, make(text));
            if told.iter().any(|it| !but.contains(&it.0)) || told.len() > but.len() {
                faults.push(format!("{name} {text}: {told:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_mask_that_can_be_taken_off_is_none() {
    let masked = |inner: &str| document(&format!("<w:p>{}{inner}{}</w:p>", run("证件号110105"), run("002X")));
    for (place, inner) in [
        (
            "修订中删去的文字",
            "<w:del w:author='李四'><w:r><w:delText>19491231</w:delText></w:r></w:del><w:ins w:author='李四'><w:r><w:t>********</w:t></w:r></w:ins>",
        ),
        (
            "修订中删去的文字",
            "<w:ins w:author='李四'><w:r><w:t>********</w:t></w:r></w:ins><w:del w:author='李四'><w:r><w:delText>1949</w:delText></w:r><w:r><w:delText>1231</w:delText></w:r></w:del>",
        ),
        ("隐藏的文字", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>19491231</w:t></w:r>"),
    ] {
        let told = told("遮盖.docx", masked(inner));
        assert!(told.iter().any(|it| it.0 == "GK0801" && it.1.contains(place)), "{inner}: {told:?}");
    }
    // A hidden run in the middle does not hide the number around it.
    let split = masked("<w:r><w:rPr><w:vanish/></w:rPr><w:t>乙</w:t></w:r><w:r><w:t>19491231</w:t></w:r>");
    assert!(has(&told("隔开.docx", split), "GK0801"));
}

#[test]
fn what_stands_in_no_cell_is_told() {
    for (place, file) in [
        (
            "公式",
            workbook(&[(
                "表",
                "",
                "<sheetData><row><c t='str'><f>\"110105\"&amp;\"19491231002X\"</f><v>甲</v></c></row></sheetData>",
            )]),
        ),
        ("没有显示的文字", excel("", &[("xl/sharedStrings.xml", &format!("<sst><si><t>{IDENTITY}</t></si></sst>"))])),
        (
            "超链接",
            excel(
                "",
                &[(
                    "xl/worksheets/_rels/sheet1.xml.rels",
                    "<R><Relationship Id='r1' TargetMode='External' Target='tel:11010519491231002X'/></R>",
                )],
            ),
        ),
    ] {
        let told = told("表.xlsx", file);
        assert!(told.iter().any(|it| it.0 == "GK0801" && it.1.contains(place)), "{place}: {told:?}");
    }
}

#[test]
fn rows_behind_a_pivot_table_stop_where_no_sheet_shows_them() {
    let pivot = |sheet: &str, items: &str, records: &str| {
        excel(
            "",
            &[
                (
                    "xl/pivotCache/pivotCacheDefinition1.xml",
                    &format!(
                        "<d><cacheSource type='worksheet'><worksheetSource ref='A1:B9' {sheet}/></cacheSource><cacheFields><cacheField name='名称'><sharedItems>{items}</sharedItems></cacheField></cacheFields></d>"
                    ),
                ),
                ("xl/pivotCache/pivotCacheRecords1.xml", &format!("<r0>{records}</r0>")),
            ],
        )
    };
    let record = "<r><x v='0'/></r>";
    for (sheet, items, records, stops) in [
        ("sheet='清单'", "<s v='沙袋'/>", record, false),
        ("sheet='清单'", "<s v='沙袋'/><s v='张三'/>", record, true),
        ("sheet='底稿'", "<s v='沙袋'/>", record, true),
        ("sheet='底稿'", "<n v='5'/>", "", true),
        ("sheet='底稿'", "", "", false),
        ("name='表1'", "<s v='沙 袋'/>", record, false),
        ("name='表1'", "<s v='张三'/>", "", true),
        ("sheet='清单'", "<d v='2018-06-20T00:00:00'/><n v='200'/>", record, false),
    ] {
        let report = check(world("透视.xlsx", pivot(sheet, items, records)), None).report;
        let told = report.diagnostics.iter().any(|it| it.finding.message.zh.contains("透视表"));
        assert_eq!((told, report.stops()), (stops, stops), "{sheet} {items} {records}");
    }
}

#[test]
fn what_is_only_a_picture_is_not_taken_for_read() {
    let scan = vec![7_u8; 40 << 10];
    let text = |words: &str| {
        format!("<w:document><w:body><w:p><w:r><w:t>{words}</w:t><w:drawing/></w:r></w:p></w:body></w:document>")
    };
    let word = |words: &str, pictures: &[&str]| {
        let body = text(words);
        let mut parts: Vec<(&str, &[u8])> =
            vec![("[Content_Types].xml", b"<Types/>"), ("word/document.xml", body.as_bytes())];
        parts.extend(pictures.iter().map(|it| (*it, &scan[..])));
        stored(&parts)
    };
    let long = "关于做好夏季防汛工作的通知，各单位要落实值守制度，配齐物资，加强巡查，及时报告险情，确保群众生命财产安全。各地要压实责任，细化方案。";
    for (name, bytes, unread) in [
        ("扫描.docx", word("", &["word/media/image1.jpeg"]), true),
        ("扫描两页.docx", word("附件1", &["word/media/image1.png", "word/media/image2.png"]), true),
        ("有图.docx", word(long, &["word/media/image1.png"]), false),
        ("空.docx", word("", &[]), false),
        ("扫描.ofd", ofd_page("<ofd:ImageObject Boundary='0 0 210 297'/>"), true),
        (
            "章.ofd",
            ofd_page(&format!(
                "{}<ofd:ImageObject Boundary='120 200 40 40'/>",
                glyphs("关于做好防汛工作的通知如下", 4.0)
            )),
            false,
        ),
        ("扫描带页码.ofd", ofd_page(&format!("{}<ofd:ImageObject Boundary='0 0 210 297'/>", glyphs("1", 4.0))), true),
        ("转曲.ofd", ofd_page(&"<ofd:PathObject Boundary='1 1 4 4'/>".repeat(300)), true),
        ("私用字码.ofd", ofd_page(&glyphs("\u{e001}\u{e002}\u{e003}", 4.0)), true),
        ("图.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), true),
        ("图.jpg", jpeg(&[]), true),
        ("图.png", png(&[]), true),
        ("图.gif", b"GIF89a\x01\0\x01\0\0\0\0;".to_vec(), true),
        ("图.webp", b"RIFF\x04\0\0\0WEBP".to_vec(), true),
        ("文.pdf", b"%PDF-1.4\n%%EOF".to_vec(), true),
    ] {
        let told = told(name, bytes);
        assert_eq!(has(&told, "GK0805"), unread, "{name}: {told:?}");
    }
}

/// An OFD of one page with these objects.
fn ofd_page(objects: &str) -> Vec<u8> {
    package(&[
        ("OFD.xml", "<ofd:OFD><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:OFD>"),
        (
            "Doc_0/Document.xml",
            "<ofd:Document><ofd:Pages><ofd:Page BaseLoc='Pages/Page_0/Content.xml'/></ofd:Pages></ofd:Document>",
        ),
        ("Doc_0/Pages/Page_0/Content.xml", &format!("<ofd:Page>{objects}</ofd:Page>")),
    ])
}

#[test]
fn who_looked_at_what_is_not_read_says_so() {
    let object = stored(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", "<w:document><w:p><w:r><w:t>正文在此。</w:t></w:r></w:p></w:document>".as_bytes()),
        ("word/embeddings/oleObject1.bin", b"\0\x01\x02\x03"),
    ]);
    let told_of = |checked: bool| {
        let mut world = base();
        let entry = String::from_utf8(world.get("content/2018/通知.md").expect("an entry").to_vec()).expect("UTF-8");
        let by = if checked { ", checked = { by = \"保密员\", on = 2018-06-21 }" } else { "" };
        let attachments = format!("attachments = [{{ file = \"嵌入.docx\"{by} }}]\n[review]");
        world.write("content/2018/通知.md", format!("{}\n见附件。\n", entry.replace("[review]", &attachments)));
        world.write("content/2018/嵌入.docx", object.clone());
        let all = check(world, None).report.diagnostics;
        all.iter()
            .filter(|it| it.finding.rule.code == "GK0805")
            .map(|it| it.finding.message.zh.clone())
            .collect::<Vec<_>>()
    };
    let told = told_of(false);
    assert!(told.len() == 1 && told[0].contains("没有全部检查") && told[0].contains("oleObject1.bin"), "{told:?}");
    assert!(told_of(true).is_empty());
}

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

#[test]
fn what_programs_write_of_themselves_is_nobodys() {
    let wps = word(&[(
        "docProps/custom.xml",
        "<Properties><property name='KSOProductBuildVer'><vt:lpwstr>2052-11.1.0.11744</vt:lpwstr></property><property name='ICV'><vt:lpwstr>53C7DF4F93944D6E9DD2EB7DCB4F8F38</vt:lpwstr></property></Properties>",
    )]);
    assert!(told("wps.docx", wps).is_empty());
    let stamped = ofd(
        "",
        &[(
            "Doc_0/Annots/Page_0/Annotation.xml",
            "<ofd:PageAnnot><ofd:Annot Type='Stamp' Creator='电子签章' ID='9'><ofd:Appearance/></ofd:Annot><ofd:Annot Type='Link' ID='10'/></ofd:PageAnnot>",
        )],
    );
    assert!(told("盖章.ofd", stamped).is_empty());
    let levels = word(&[(
        "word/charts/chart1.xml",
        "<c:chartSpace><c:strCache><c:pt><c:v>绝密</c:v></c:pt><c:pt><c:v>机密</c:v></c:pt><c:pt><c:v>秘密</c:v></c:pt></c:strCache></c:chartSpace>",
    )]);
    assert!(told("分类.docx", levels).is_empty());
    let choices = "<dataValidations><dataValidation type='list' sqref='A1'><formula1>\"绝密,机密,秘密\"</formula1></dataValidation></dataValidations>";
    assert!(told("密级.xlsx", excel(choices, &[])).is_empty());
    assert!(
        told("密级表.xlsx", workbook(&[("表", "", &rows(&[&["绝密", "机密", "秘密"], &["30", "20", "10"]]))]))
            .is_empty()
    );
}

#[test]
fn pictures_tell_whom_they_name() {
    let xmp = "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><rdf:RDF><rdf:Description photoshop:CaptionWriter='王五'><dc:creator><rdf:Seq><rdf:li>张三</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>";
    let byline = [&[0x1C, 2, 80, 0, 6][..], "李四".as_bytes()].concat();
    let iptc = [b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x0B", &byline[..]].concat();
    let told = told("人.jpg", jpeg(&[(0xE1, xmp.as_bytes()), (0xED, &iptc)]));
    let people: Vec<_> = told.iter().filter(|it| it.0 == "GK0806").collect();
    assert!(people.len() == 1 && ["张三", "李四", "王五"].iter().all(|it| people[0].1.contains(it)), "{told:?}");
}
