//! A workbook of one sheet: texts and numbers, heads that stay in sight, and no formula.

use std::borrow::Cow;

use super::{escape::escape, package::packed};

/// What a sheet is called at most, in characters.
const LONGEST: usize = 31;

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const PARTS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// `heads` and `rows` as a workbook whose only sheet is called `name`; `numbers` says which columns hold numbers. Its parts bear no day of
/// their own: equal rows are equal bytes.
pub fn xlsx<'a>(name: &str, heads: &[Cow<'a, str>], numbers: &[bool], rows: &[Vec<Cow<'a, str>>]) -> Vec<u8> {
    let title: String =
        name.chars().filter(|it| !"[]:*?/\\'".contains(*it) && !it.is_control()).take(LONGEST).collect();
    let title = if title.is_empty() { "1".to_owned() } else { title };
    let workbook = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{}" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        escaped(&title)
    );
    let sheet = sheet(heads, numbers, rows);
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", &workbook),
        ("xl/_rels/workbook.xml.rels", PARTS),
        ("xl/worksheets/sheet1.xml", &sheet),
    ];
    packed(&parts).unwrap_or_default()
}

fn sheet(heads: &[Cow<'_, str>], numbers: &[bool], rows: &[Vec<Cow<'_, str>>]) -> String {
    let mut out = String::from(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>"#,
    );
    line(heads, &[], &mut out);
    for row in rows {
        line(row, numbers, &mut out);
    }
    out.push_str("</sheetData></worksheet>");
    out
}

fn line(cells: &[Cow<'_, str>], numbers: &[bool], out: &mut String) {
    out.push_str("<row>");
    for (at, cell) in cells.iter().enumerate() {
        if numbers.get(at) == Some(&true) && is_plain_number(cell) {
            out.push_str(&format!("<c><v>{cell}</v></c>"));
        } else {
            // What is written as text is never run as a formula. A character that XML has no place for would spoil the whole workbook.
            let text: String = cell.chars().filter(|it| !it.is_control() || matches!(it, '\n' | '\t')).collect();
            out.push_str(&format!(
                "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                escaped(&text).replace("_x", "_x005F_x")
            ));
        }
    }
    out.push_str("</row>");
}

/// `text` as text of XML.
fn escaped(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    // Memory does not fail.
    let _ = escape(text, &mut out);
    String::from_utf8(out).unwrap_or_default()
}

/// Whether `text` is a number as workbooks write it, with no digit that one would lose.
fn is_plain_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    all(whole) && all(part) && digits.len() <= 15 && (whole == "0" || !whole.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Limits, read_xlsx};

    #[test]
    fn a_workbook_reads_as_it_was_written() {
        let row = |cells: &[&'static str]| cells.iter().map(|it| Cow::from(*it)).collect::<Vec<_>>();
        let rows = [row(&["甲 & <乙>", "12"]), row(&["=1+1", "007"]), row(&["\u{1}丙", "约3"])];
        let bytes = xlsx("权责/清单", &row(&["名称", "数量"]), &[false, true], &rows);
        assert_eq!(bytes, xlsx("权责/清单", &row(&["名称", "数量"]), &[false, true], &rows));
        let table = read_xlsx(&bytes, None, Limits::default());
        assert!(table.problems.is_empty(), "{:?}", table.problems);
        let read: Vec<Vec<&str>> = table.rows().map(|it| vec![it.text(0), it.text(1)]).collect();
        assert_eq!(read, [["甲 & <乙>", "12"], ["=1+1", "007"], ["丙", "约3"]]);
        assert_eq!(table.head().text(0), "名称");
    }
}
