//! What stands in a file unseen: masks that can be taken off, rows behind pivot tables, names in pictures.

use super::{
    made::{excel, ofd, run, word},
    told::{IDENTITY, has, told, world},
};
use crate::support::{
    bytes::{jpeg, stored},
    library::check,
    workbook::{document, rows, workbook},
};

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
        ("sheet='清单'", "<n v='1.2E-05'/><e v='#N/A'/><s v='沙_x000a_袋'/>", record, true),
        ("sheet='清单'", "<n v='1.2E-05'/><s v='沙_x000a_袋'/>", record, false),
        ("sheet='清单'", "<d v='2018-06-20T00:00:00'/><n v='200'/>", record, false),
    ] {
        let report = check(world("透视.xlsx", pivot(sheet, items, records)), None).report;
        let told = report.diagnostics.iter().any(|it| it.finding.message.zh.contains("透视表"));
        assert_eq!((told, report.stops()), (stops, stops), "{sheet} {items} {records}");
    }
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

#[test]
fn a_number_over_boxes_is_one() {
    let boxes = IDENTITY
        .chars()
        .map(|it| {
            format!(
                "<w:r><w:pict><v:textbox><w:txbxContent><w:p>{}</w:p></w:txbxContent></v:textbox></w:pict></w:r>",
                run(&it.to_string())
            )
        })
        .collect::<Vec<String>>()
        .concat();
    assert!(has(&told("方格.docx", document(&format!("<w:p>{}{boxes}</w:p>", run("填表说明")))), "GK0801"));
    let digits: Vec<String> = IDENTITY.chars().map(String::from).collect();
    let column: Vec<[&str; 1]> = digits.iter().map(|it| [it.as_str()]).collect();
    let column: Vec<&[&str]> = column.iter().map(|it| &it[..]).collect();
    assert!(has(&told("竖列.xlsx", workbook(&[("表", "", &rows(&column))])), "GK0801"));
    let marks = "<c:chartSpace><c:strCache><c:pt><c:v>5</c:v></c:pt></c:strCache></c:chartSpace>";
    assert!(told("评分.docx", word(&[("word/charts/chart1.xml", marks)])).is_empty());
}

#[test]
fn what_is_left_over_in_a_file_is_read() {
    let sheet = format!("<worksheet>{}</worksheet>", rows(&[&["甲", IDENTITY]]));
    for (place, name, bytes) in [
        ("没有显示的文字", "多出的表.xlsx", excel("", &[("xl/worksheets/sheet9.xml", &sheet)])),
        (
            "作为图片插入",
            "矢量图.docx",
            word(&[("word/media/image2.svg", &format!("<svg><text>证件 <tspan>{IDENTITY}</tspan></text></svg>"))]),
        ),
        ("第 1 段", "断开.docx", document(&format!("<w:p><w:r><w:t>{IDENTITY}"))),
    ] {
        let told = told(name, bytes);
        assert!(told.iter().any(|it| it.0 == "GK0801" && it.1.contains(place)), "{name}: {told:?}");
    }
    let model = told("模型.xlsx", excel("", &[("xl/model/item.data", "x")]));
    assert!(model.len() == 1 && model[0].0 == "GK0805" && model[0].1.contains("数据模型"), "{model:?}");
}

#[test]
fn a_mark_set_askew_is_read() {
    let objects = (0..)
        .zip("机密★10年".chars())
        .map(|(at, it)| format!("<ofd:TextObject Boundary='{} {} 9 9' Size='8'><ofd:TextCode X='0' Y='8'>{it}</ofd:TextCode></ofd:TextObject>", 20 + 8 * at, 200 - 8 * at))
        .collect::<Vec<String>>()
        .concat();
    let told = told("斜水印.ofd", ofd(&objects, &[]));
    assert!(told.len() == 1 && told[0].0 == "GK0702" && told[0].1.contains("第 1 页"), "{told:?}");
}

#[test]
fn names_of_sheets_and_authors_are_read() {
    for (place, name, bytes) in [
        ("工作表的名称", "空表.xlsx", workbook(&[("表", "", &rows(&[&["甲"]])), (IDENTITY, "", "")])),
        (
            "作者姓名",
            "批注人.docx",
            word(&[(
                "word/comments.xml",
                &format!(
                    "<w:comments><w:comment w:author='{IDENTITY}'><w:p>{}</w:p></w:comment></w:comments>",
                    run("核")
                ),
            )]),
        ),
    ] {
        let told = told(name, bytes);
        assert!(told.iter().any(|it| it.0 == "GK0801" && it.1.contains(place)), "{name}: {told:?}");
    }
    let told = told("密级表.xlsx", workbook(&[("表", "", &rows(&[&["甲"]])), ("机密", "", "")]));
    assert!(has(&told, "GK0702"), "{told:?}");
}

#[test]
fn a_table_put_in_as_a_picture_is_read() {
    let mut record = [84_u32, 112, 0, 0, 0, 0, 1, 0, 0, 7, 9, 18, 76, 0, 0, 0, 0, 0, 0].map(u32::to_le_bytes).concat();
    record.extend(IDENTITY.encode_utf16().flat_map(u16::to_le_bytes));
    let mut emf = [1_u32, 88].map(u32::to_le_bytes).concat();
    emf.resize(40, 0);
    emf.extend(b" EMF");
    emf.resize(88, 0);
    emf.extend(record);
    let bytes = stored(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", "<w:document><w:p><w:r><w:t>正文在此。</w:t></w:r></w:p></w:document>".as_bytes()),
        ("word/media/image1.emf", &emf),
    ]);
    let told = told("粘贴为图片.docx", bytes);
    assert!(told.iter().any(|it| it.0 == "GK0801" && it.1.contains("作为图片插入")), "{told:?}");
}
