//! Places in a workbook, as Excel, WPS and LibreOffice write them.

use super::made::{Made, TYPES, excel};
use crate::support::workbook::{package, rows, workbook};

/// The like in workbooks.
pub const EXCEL: &[Made] = &[
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
