//! Reports as they are printed: nothing is too small, broken within a code, cut or alone on a sheet.

use gongkai::internals::{
    emit::paper,
    supervision::{Block, Chapter, Column, Figure, Form, Grid, Paper, Row, Value},
};
use serde_json::Value as Json;

use super::papers::{day, hostile, parts, row, xlsx_tables};

/// A problem list as inspections have it: on paper columns stand below each other, codes and short names stay whole, and paths are broken
/// where their parts end.
fn narrow() -> Paper {
    let column = |key, title: &str, share| Column { key, title: title.to_owned(), share };
    let columns = vec![
        column("number", "序号", 1),
        column("organisation", "单位", 1),
        column("office", "科室", 0),
        column("problem", "问题", 4),
        column("level", "级别", 1),
        column("rule", "规则", 0),
        column("place", "位置", 2),
        column("ground", "依据", 2),
        column("mend", "怎么改", 3),
        column("due", "整改时限", 1),
        column("standing", "与上次相比", 1),
        column("since", "首次发现", 0),
        column("fingerprint", "编号", 1),
    ];
    let long = "《中华人民共和国政府信息公开条例》（2008年施行）（国务院令第492号）第十九条".repeat(2);
    let list_row = |nth: usize| Row {
        id: format!("problem-{nth}"),
        figures: vec![
            Figure::count(nth),
            Figure::text("产业招商局"),
            if nth == 2 { Value::None.into() } else { Figure::text("产业发展科") },
            Figure::text(&*long),
            Figure::text("警告"),
            Figure::text("GK0105 依据不实"),
            Figure::text("catalogue/items/03-documents.toml:56"),
            Figure::text(&*long),
            Figure::text(&*long),
            Figure::day(Some(day((2018, 12, 31)))),
            Figure::text("未整改"),
            Figure::text("2018Q3"),
            Figure::text("099fe71b94d5"),
        ],
    };
    let grid = Grid {
        id: "grid-list",
        title: "问题清单".to_owned(),
        columns,
        rows: (1..40).map(list_row).collect(),
        empty: String::new(),
    };
    let mut paper = hostile();
    paper.chapters = vec![
        Chapter {
            id: "overview", title: "总体情况".to_owned(), blocks: vec![Block::Text("一句话。".to_owned())]
        },
        Chapter {
            id: "list",
            title: "问题清单".to_owned(),
            blocks: vec![Block::Text("列出问题。".to_owned()), Block::Grid(grid)],
        },
        Chapter { id: "end", title: "说明".to_owned(), blocks: vec![Block::Text("完。".to_owned())] },
    ];
    paper
}

#[test]
fn a_crowded_table_can_be_read_on_paper() {
    let paper = narrow();
    let parts = parts(&self::paper(&paper, Form::Docx));
    let part = |name: &str| &*parts.iter().find(|it| it.0 == name).expect("a part").1;
    let document = part("word/document.xml");
    assert_eq!(document.matches("<w:sectPr>").count(), 1, "a sheet where paper turns is left half empty");
    assert!(document.contains("w:orient=\"landscape\""));
    let list = document.split("<w:tbl>").find(|it| it.contains("w:tblHeader")).expect("the list");
    let widths: Vec<usize> =
        list.split("<w:gridCol w:w=\"").skip(1).map(|it| it.split_once('"').unwrap().0.parse().unwrap()).collect();
    assert_eq!(widths.len(), 10, "columns below each other are one");
    // Half a hanzi of 9 points is 90; 产业招商局, GK0105, a part of the path, a day, a number.
    for (at, halves) in [(1, 10), (3, 7), (4, 10), (7, 10), (9, 12)] {
        assert!(widths[at] >= halves * 90 + 160, "{at}: {widths:?}");
    }
    // Who copies it gets the path: a long word is broken where the cell ends, without a mark in it.
    assert!(document.contains(">catalogue/items/03-documents.toml:56<"));
    assert!(document.contains(">GK0105 依据不实<") && document.contains(">2018-12-31<"));
    // Heading, prose, caption and head stay with the first row.
    let head = list.split_once("</w:tr>").unwrap().0;
    assert_eq!(head.matches("<w:keepNext/>").count(), 10);
    assert!(document.contains("<w:pPr><w:keepNext/></w:pPr><w:r><w:t xml:space=\"preserve\">列出问题。"));
    // What stands before the chapters takes two rows.
    let facts = document.split("<w:tbl>").nth(1).unwrap().split("</w:tbl>").next().unwrap();
    assert!(facts.matches("<w:tr>").count() <= 2, "{facts}");
    let html = String::from_utf8(self::paper(&paper, Form::Html)).unwrap();
    assert!(html.contains("<td>产业招商局<br>产业发展科</td>") && html.contains("<td>产业招商局</td>"));
    assert!(html.contains("<th scope=\"col\">级别<br>规则</th>") && html.contains("<td>警告<br>GK0105 依据不实</td>"));
    assert!(html.contains("catalogue/<wbr>items/<wbr>03-<wbr>documents.<wbr>toml:56"));
    let json: Json = serde_json::from_slice(&self::paper(&paper, Form::Json)).expect("JSON");
    let row = &json["chapters"][1]["grids"][0]["rows"][1];
    assert_eq!((&row["office"], &row["rule"]), (&Json::Null, &Json::from("GK0105 依据不实")));
    assert_eq!(xlsx_tables(&self::paper(&paper, Form::Xlsx), &["问题清单"])[0][0].len(), 13, "to be sorted");
    let markdown = String::from_utf8(self::paper(&paper, Form::Markdown)).unwrap();
    assert!(markdown.contains("| 级别 | 规则 |") || markdown.contains("|级别|规则|"), "{markdown}");
}

/// A workbook is read and printed as it opens: each row is as high as its texts are deep, and each sheet is printed as wide as paper.
#[test]
fn rows_of_a_workbook_are_as_high_as_their_texts() {
    let mut paper = hostile();
    let deep = "依据的文件施行到二〇一六年底为止，已经不再有效。".repeat(10);
    paper.chapters[0].blocks.push(Block::Text(deep.clone()));
    if let Block::Grid(grid) = &mut paper.chapters[1].blocks[1] {
        grid.rows.push(row(50, &deep));
    }
    let parts = parts(&self::paper(&paper, Form::Xlsx));
    let attribute = |tag: &str, name: &str| -> Option<f64> {
        tag.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0.parse().ok()
    };
    let mut highest = Vec::new();
    for (name, text) in parts.iter().filter(|it| it.0.starts_with("xl/worksheets/sheet")) {
        let rows: Vec<&str> = text.split("<row ").skip(1).map(|it| it.split_once('>').unwrap().0).collect();
        highest.push(rows.iter().filter_map(|it| attribute(&format!(" {it}"), "ht")).fold(0.0, f64::max));
        assert!(text.contains("fitToHeight=\"0\"") && text.contains("paperSize=\"9\""), "{name}");
        let widths: f64 = text
            .split("<col ")
            .skip(1)
            .map(|it| {
                let tag = format!(" {}", it.split_once('>').unwrap().0);
                let columns = attribute(&tag, "max").unwrap() - attribute(&tag, "min").unwrap() + 1.0;
                attribute(&tag, "width").unwrap() * columns
            })
            .sum();
        let room = if text.contains("orientation=\"landscape\"") { 180.0 } else { 130.0 };
        assert!(widths < room, "{name} is {widths} wide: print becomes small");
    }
    // 240 hanzi in columns of at most 40.
    assert!(highest[0] > 100.0 && highest[1] > 100.0 && highest[3] < 100.0, "{highest:?}");
    let book = &parts.iter().find(|it| it.0 == "xl/workbook.xml").expect("a workbook").1;
    assert!(book.matches("_xlnm.Print_Titles").count() >= 2, "{book}");
    let styles = &parts.iter().find(|it| it.0 == "xl/styles.xml").expect("styles").1;
    assert!(styles.contains("wrapText=\"1\"") && styles.contains("vertical=\"top\""));
}
