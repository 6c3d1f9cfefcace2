//! A report is one value, and all its forms say the same: each is read back as its readers do.

use std::io::{Cursor, Read as _};

use gongkai::internals::{
    day::Day,
    emit::paper,
    supervision::{Bars, Block, Chapter, Column, Figure, Form, Grid, Paper, Row, Target, Value},
    table::{Limits, read_xlsx},
    text::Lang,
};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use quick_xml::{Reader, XmlVersion, events::Event as Xml};
use serde_json::Value as Json;

use super::support::committed::at;

/// Words that want to be something else.
const HOSTILE: [&str; 16] = [
    "=cmd|' /C calc'!A0",
    "甲|乙\\|丙",
    "<script>alert(1)</script>",
    "第一行\n第二行\r\n第三行",
    "一\u{0}二\u{1}三\u{7f}四\u{85}五",
    "很长的没有空格的一个词supercalifragilisticexpialidocious_and_more_of_the_same_without_any_break",
    "👨‍👩‍👧 🏛️",
    "שלום עולם",
    "前\u{202e}后",
    "]]>&amp;&lt;",
    "# 标题 *星* _下_ `码` [链](http://a) ![图](b) ~~删~~",
    "1. 一\n- 二\n> 三",
    "\u{fffe}非字符\u{ffff}",
    "_x000D_",
    "  前后有空格\t",
    "a & b; &copy; \"引\" '号'",
];

pub fn day(text: (i32, u8, u8)) -> Day {
    Day::new(text.0, text.1, text.2).expect("a day")
}

fn columns() -> Vec<Column> {
    [
        ("name", "名称", 4),
        ("count", "数量", 1),
        ("points", "分值", 1),
        ("share", "比例", 2),
        ("day", "日期", 1),
        ("none", "备注", 2),
    ]
    .map(|(key, title, share)| Column { key, title: title.to_owned(), share })
    .into()
}

pub fn row(nth: usize, text: &str) -> Row {
    let target = |it: &str| Some(Target::Address(it.to_owned()));
    Row {
        id: format!("row {nth}/“甲”"),
        figures: vec![
            Figure {
                value: Value::Text(text.to_owned()),
                target: target("https://example.gov.cn/公开/?a=1&b=\"2\"|3"),
            },
            Figure::count(nth).here("row 0/“甲”"),
            Figure {
                value: Value::Thousandths(-1250 + 1000 * i64::try_from(nth).unwrap()),
                target: target("javascript:alert(1)"),
            },
            Figure::share(nth % 8, 7 + nth),
            Figure::day(Some(day((2018, 12, 31)))).here("nowhere"),
            Figure { value: Value::None, target: Some(Target::Here("grid-long".to_owned())) },
        ],
    }
}

/// A paper with every kind of value, words of every kind, an empty table and one of 3,000 rows.
pub fn hostile() -> Paper {
    let texts = |prefix: &str| HOSTILE.map(|it| Block::Text(format!("{prefix}{it}"))).to_vec();
    let grid = |id, title: &str, rows| Grid {
        id,
        title: title.to_owned(),
        columns: columns(),
        rows,
        empty: "没有问题。".to_owned(),
    };
    let all = HOSTILE.iter().enumerate().map(|(nth, it)| row(nth, it)).collect();
    let long = (0..3000).map(|nth| row(100 + nth, &format!("问题{nth}"))).collect();
    let bars = HOSTILE.iter().enumerate().map(|(nth, it)| ((*it).to_owned(), nth)).collect();
    Paper {
        kind: "inspection",
        lang: Lang::Zh,
        title: "2018年第四季度<政务公开>检查通报".to_owned(),
        subtitle: "某区某局\n2018年10月1日至12月31日".to_owned(),
        mark: Some("征求意见稿".to_owned()),
        as_of: day((2018, 12, 31)),
        facts: vec![
            ("late", "逾期".to_owned(), Figure::count(3).here("grid-all")),
            ("rate", "按时率".to_owned(), Figure::share(6, 7)),
            ("unknown", "未知".to_owned(), Figure::from(Value::None)),
            ("open", "待填".to_owned(), Figure::from(Value::Open)),
            ("all", "全部".to_owned(), Figure::count(3000).here("grid-long")),
            ("cut", "最后一条".to_owned(), Figure::count(3099).here("row 3099/“甲”")),
            ("end", "说明".to_owned(), Figure::text("见说明").here("end")),
        ],
        chapters: vec![
            Chapter { id: "overview", title: "总体情况".to_owned(), blocks: texts("") },
            Chapter {
                id: "problems",
                title: "问题清单".to_owned(),
                blocks: vec![
                    Block::Bars(Bars { title: "各类问题".to_owned(), grid: "grid-all", whole: 15, bars }),
                    Block::Grid(grid("grid-all", "全部/问题[1]", all)),
                    Block::Grid(grid("grid-empty", "没有的", Vec::new())),
                    Block::Grid(grid("grid-long", "全部/问题[1]", long)),
                ],
            },
            Chapter { id: "end", title: "说明".to_owned(), blocks: texts("又，") },
        ],
    }
}

/// What a form may show of `text`: no controls, no marks that turn it, each blank the same.
fn plain(text: &str) -> String {
    let is_bad = |it: char| {
        it.is_control() && !matches!(it, '\n' | '\t' | '\r')
            || matches!(it, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFFE}' | '\u{FFFF}' | '\u{85}')
    };
    // Where a long word may be broken is no part of it.
    text.replace(is_bad, "").replace('\u{200B}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What people read of `value`.
fn says(value: &Value) -> String {
    match value {
        Value::None => "—".to_owned(),
        Value::Open => "〔…〕".to_owned(),
        Value::Text(text) => plain(text),
        Value::Count(count) => count.to_string(),
        Value::Thousandths(it) => format!("{}", *it as f64 / 1000.0),
        Value::Share(part, whole) => {
            // Half a digit is rounded up.
            let tenths = (part * 2000 + whole) / (whole * 2);
            format!("{}.{}%（{part}/{whole}）", tenths / 10, tenths % 10)
        }
        Value::Day(day) => day.to_string(),
    }
}

type Cells = Vec<Vec<String>>;

/// The tables of `paper` as people read them, at most so many rows of each.
fn tables(paper: &Paper, most: usize) -> Vec<Cells> {
    let blocks = paper.chapters.iter().flat_map(|it| &it.blocks);
    let grids = blocks.filter_map(|it| if let Block::Grid(grid) = it { Some(grid) } else { None });
    let cells = |row: &Row| row.figures.iter().map(|it| says(&it.value)).collect();
    grids.filter(|it| !it.rows.is_empty()).map(|it| it.rows.iter().take(most).map(cells).collect()).collect()
}

/// The parts of a package, by name.
pub fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let part = |at| {
        let mut file = zip.by_index(at).expect("a part");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("text");
        (file.name().expect("a name").into_owned(), text)
    };
    (0..zip::ZipArchive::new(Cursor::new(bytes)).expect("a package").len()).map(part).collect()
}

/// All of `text` read as XML; every name that is opened is closed.
fn well_formed(text: &str) {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut depth = 0;
    loop {
        match reader.read_event().expect("XML") {
            Xml::Start(it) => {
                it.attributes().for_each(|it| {
                    drop(it.expect("an attribute").normalized_value(XmlVersion::Implicit1_0).expect("a value"));
                });
                depth += 1;
            }
            Xml::Empty(it) => it.attributes().for_each(|it| drop(it.expect("an attribute"))),
            Xml::End(_) => depth -= 1,
            Xml::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{text}");
    let is_illegal = |it: char| (it < ' ' && !"\n\r\t".contains(it)) || matches!(it, '\u{FFFE}' | '\u{FFFF}');
    let illegal = text.find(is_illegal).map(|it| text[it..].chars().take(60).collect::<String>());
    assert_eq!(illegal, None, "a character that XML has no place for");
}

/// The tables of `xml`: the texts of their cells, a row a list, where a row has a cell of that name.
fn tables_of(xml: &str, [table, row, cell, text, end]: [&str; 5], only: Option<&str>) -> Vec<Cells> {
    let mut reader = Reader::from_str(xml);
    let (mut found, mut rows, mut cells, mut words) = (Vec::new(), Vec::new(), Vec::new(), String::new());
    let (mut is_wanted, mut within) = (only.is_none(), false);
    loop {
        let event = reader.read_event().expect("XML");
        match &event {
            Xml::Eof => break,
            Xml::Start(it) | Xml::Empty(it) => {
                let name = it.name().as_ref().to_owned();
                is_wanted |= Some(name.as_str()) == only;
                within |= name == text;
                match name.as_str() {
                    it if it == table => rows = Vec::new(),
                    it if it == row => cells = Vec::new(),
                    it if it == cell => words = String::new(),
                    it if it == end => words.push('\n'),
                    _ => {}
                }
            }
            Xml::Text(it) if within => words.push_str(&it.xml10_content()),
            Xml::GeneralRef(it) if within => words.push(match it.xml10_content().as_ref() {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "#39" => '\'',
                other => panic!("&{other};"),
            }),
            Xml::End(it) => {
                let name = it.name().as_ref().to_owned();
                within &= name != text;
                match name.as_str() {
                    it if it == cell => cells.push(plain(&words)),
                    it if it == row && !cells.is_empty() => rows.push(std::mem::take(&mut cells)),
                    it if it == table => {
                        if is_wanted {
                            found.push(std::mem::take(&mut rows));
                        }
                        is_wanted = only.is_none();
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    found
}

/// A page as XML: what HTML leaves open is closed.
fn closed(html: &str) -> String {
    let mut out = String::new();
    for (nth, piece) in html.split('<').enumerate() {
        if nth > 0 {
            out.push('<');
        }
        let is_open = ["meta", "col ", "br>", "wbr>"].iter().any(|it| piece.starts_with(it));
        out.push_str(&if is_open { piece.replacen('>', "/>", 1) } else { piece.to_owned() });
    }
    out.replacen("<!doctype html>", "", 1)
}

fn html_tables(bytes: &[u8]) -> Vec<Cells> {
    tables_of(&closed(std::str::from_utf8(bytes).expect("UTF-8")), ["table", "tr", "td", "td", "br"], None)
}

fn docx_tables(bytes: &[u8]) -> Vec<Cells> {
    let parts = parts(bytes);
    let (_, text) = parts.iter().find(|it| it.0 == "word/document.xml").expect("the text");
    let tables = tables_of(text, ["w:tbl", "w:tr", "w:tc", "w:t", "w:br"], Some("w:tblHeader"));
    tables.into_iter().map(|it| it[1..].to_vec()).collect()
}

fn markdown_tables(bytes: &[u8]) -> Vec<Cells> {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let (mut found, mut rows, mut cells, mut words) = (Vec::new(), Vec::new(), Vec::new(), String::new());
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Start(Tag::TableCell) => words = String::new(),
            Event::End(TagEnd::TableCell) => cells.push(plain(&words)),
            Event::End(TagEnd::TableHead) => cells = Vec::new(),
            Event::End(TagEnd::TableRow) => rows.push(std::mem::take(&mut cells)),
            Event::End(TagEnd::Table) => found.push(std::mem::take(&mut rows)),
            Event::Text(it) => words.push_str(&it),
            Event::InlineHtml(it) if &*it == "<br>" => words.push('\n'),
            Event::InlineHtml(it) => assert!(it.starts_with("<a id=\"") || &*it == "</a>", "{it}"),
            Event::Html(it) => assert!(it.starts_with("<a id=\""), "{it}"),
            Event::Code(it) => panic!("code: {it}"),
            Event::Start(
                Tag::Emphasis | Tag::Strikethrough | Tag::Image { .. } | Tag::CodeBlock(_) | Tag::BlockQuote(_),
            ) => {
                panic!("{event:?}")
            }
            _ => {}
        }
    }
    found
}

/// The sheets of a workbook but the first: what their cells say, without their heads.
pub fn xlsx_tables(bytes: &[u8], sheets: &[&str]) -> Vec<Cells> {
    // What looks like an escape of workbooks is escaped itself.
    let read = |name: &&str| {
        let table = read_xlsx(bytes, Some(name), Limits::default());
        assert!(table.problems.is_empty(), "{name}: {:?}", table.problems);
        let width = table.head().cells().len();
        table.rows().map(|row| (0..width).map(|at| plain(&row.text(at).replace("_x005F_", "_"))).collect()).collect()
    };
    sheets.iter().map(read).collect()
}

/// A row as a workbook has it: a share in three cells, and nothing where nothing is known.
fn workbook_cells(row: &[String]) -> Vec<String> {
    row.iter()
        .flat_map(|it| match it.strip_suffix('）').and_then(|it| it.split_once("%（")) {
            Some((percent, numbers)) => {
                let (part, whole) = numbers.split_once('/').expect("two numbers");
                vec![format!("{percent}%"), part.to_owned(), whole.to_owned()]
            }
            None if it == "—" => vec![String::new()],
            None => vec![it.clone()],
        })
        .collect()
}

#[test]
fn all_forms_say_the_same_figures() {
    let paper = hostile();
    let [html, markdown, docx, xlsx, json] = Form::ALL.map(|form| self::paper(&paper, form));
    let cut = tables(&paper, 300);
    for (form, found) in
        [("html", html_tables(&html)), ("md", markdown_tables(&markdown)), ("docx", docx_tables(&docx))]
    {
        assert_eq!(found.len(), cut.len(), "{form}");
        for (found, expected) in found.iter().zip(&cut) {
            assert_eq!(found, expected, "{form}");
        }
    }
    let whole: Vec<Cells> =
        tables(&paper, usize::MAX).iter().map(|it| it.iter().map(|it| workbook_cells(it)).collect()).collect();
    assert_eq!(xlsx_tables(&xlsx, &["全部问题1", "全部问题1 2"]), whole);
    assert_eq!(xlsx_tables(&xlsx, &["没有的"])[0].concat().concat(), "没有问题。");
    let json: Json = serde_json::from_slice(&json).expect("JSON");
    let grids = json["chapters"][1]["grids"].as_array().expect("grids");
    let rows = |at: usize| grids[at]["rows"].as_array().expect("rows");
    assert_eq!((rows(0).len(), rows(1).len(), rows(2).len()), (HOSTILE.len(), 0, 3000));
    let row = &rows(2)[2];
    assert_eq!(row["name"], "问题2");
    assert_eq!(row["count"], 102);
    assert_eq!(row["points"], 100.75);
    assert_eq!((&row["share"]["part"], &row["share"]["whole"]), (&Json::from(6), &Json::from(109)));
    assert_eq!((&row["day"], &row["none"]), (&Json::from("2018-12-31"), &Json::Null));
    assert_eq!((&json["facts"]["rate"]["part"], &json["facts"]["open"]), (&Json::from(6), &Json::Null));
    assert!(String::from_utf8(html).unwrap().contains("〔…〕"));
}

#[test]
fn what_is_cut_is_counted() {
    let paper = hostile();
    let said = "共 3000 行，这里只列前 300 行，其余 2700 行见同一报告的 xlsx 或 json 格式。";
    for form in [Form::Html, Form::Markdown] {
        assert!(String::from_utf8(self::paper(&paper, form)).unwrap().contains(said), "{form:?}");
    }
    let parts = parts(&self::paper(&paper, Form::Docx));
    assert!(parts.iter().any(|it| it.1.contains(said)));
}

#[test]
fn equal_papers_are_equal_bytes() {
    for form in Form::ALL {
        assert_eq!(paper(&hostile(), form), paper(&hostile(), form), "{form:?}");
    }
}

/// Each link within the page leads to what is there, and none leads to a script.
#[test]
fn links_lead_somewhere() {
    let paper = hostile();
    let html = String::from_utf8(self::paper(&paper, Form::Html)).unwrap();
    let markdown = String::from_utf8(self::paper(&paper, Form::Markdown)).unwrap();
    for (text, start, end) in [(&html, "href=\"#", '"'), (&markdown, "](#", ')')] {
        let mut links: Vec<&str> =
            text.split(start).skip(1).filter_map(|it| it.split_once(end)).map(|it| it.0).collect();
        links.sort_unstable();
        links.dedup();
        assert!(links.len() >= 3, "{links:?}");
        for link in links {
            assert_eq!(text.matches(&format!("id=\"{link}\"")).count(), 1, "{link}");
        }
    }
    assert!(!html.contains("<script") && !html.contains("href=\"javascript") && !markdown.contains("](<javascript"));
    let parts = parts(&self::paper(&paper, Form::Docx));
    let part = |name: &str| &parts.iter().find(|it| it.0 == name).expect("a part").1;
    let document = part("word/document.xml");
    for anchor in document.split("w:anchor=\"").skip(1).filter_map(|it| it.split_once('"')).map(|it| it.0) {
        assert_eq!(document.matches(&format!("w:name=\"{anchor}\"")).count(), 1, "{anchor}");
    }
    let relations = part("word/_rels/document.xml.rels");
    assert_eq!(relations.matches("TargetMode=\"External\"").count(), 1, "one address is one relation");
    assert!(relations.contains("https://example.gov.cn/%E5%85%AC%E5%BC%80/?a=1&amp;b=%222%22%7C3"));
}

#[test]
fn json_is_as_its_schema_says() {
    let schema = std::fs::read_to_string(at("docs/en/paper.schema.json")).expect("readable");
    let schema: Json = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::options().build(&schema).expect("a schema");
    let mut json: Json = serde_json::from_slice(&paper(&hostile(), Form::Json)).expect("JSON");
    let errors: Vec<String> = validator.iter_errors(&json).map(|it| format!("{}: {it}", it.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    json["chapters"][1]["grids"][0]["rows"][0]["share"] = serde_json::json!({ "part": 1 });
    assert!(!validator.is_valid(&json), "the schema takes anything");
}

/// A paper whose every word is one of `words`.
fn of_words(words: &[String]) -> Paper {
    let word = |at: usize| words[at % words.len()].clone();
    let mut paper = hostile();
    (paper.title, paper.subtitle, paper.mark) = (word(0), word(1), Some(word(2)));
    paper.facts[0].1 = word(3);
    let mut next = 4;
    for chapter in &mut paper.chapters {
        chapter.title = word(next);
        for block in &mut chapter.blocks {
            match block {
                Block::Text(text) => *text = word(next + 1),
                Block::Bars(bars) => bars.title = word(next + 2),
                Block::Grid(grid) => {
                    grid.title = word(next + 3);
                    grid.empty = word(next + 4);
                    grid.rows.truncate(3);
                    grid.columns[0].title = word(next + 5);
                    for row in &mut grid.rows {
                        row.figures[0] = Figure::text(word(next)).at(Some(word(next + 1)));
                        row.id = word(next + 2);
                        next += 1;
                    }
                }
            }
            next += 1;
        }
    }
    paper
}

fn are_well_formed(paper: &Paper) {
    let html = String::from_utf8(self::paper(paper, Form::Html)).expect("UTF-8");
    well_formed(&closed(&html));
    for form in [Form::Docx, Form::Xlsx] {
        let parts = parts(&self::paper(paper, form));
        assert!(parts.len() > 6);
        for (_, text) in &parts {
            well_formed(text);
        }
    }
    let _: Json = serde_json::from_slice(&self::paper(paper, Form::Json)).expect("JSON");
    let expected = tables(paper, 300);
    for (form, found) in [
        ("html", html_tables(html.as_bytes())),
        ("docx", docx_tables(&self::paper(paper, Form::Docx))),
        ("md", markdown_tables(&self::paper(paper, Form::Markdown))),
    ] {
        assert_eq!(found, expected, "{form}");
    }
}

#[test]
fn hostile_words_are_words() {
    are_well_formed(&hostile());
    are_well_formed(&of_words(&HOSTILE.map(str::to_owned)));
    are_well_formed(&of_words(&[String::new()]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_words_make_well_formed_papers(
        words in proptest::collection::vec("(?s)(.|[\\\\|`*_\\[\\]<>&~{}#+=:.)(\\-!'\" \n\t0-9]|公){0,30}", 5..20)
    ) {
        are_well_formed(&of_words(&words));
    }
}
