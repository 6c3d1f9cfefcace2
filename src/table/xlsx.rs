//! A sheet of a workbook as a table.

use crate::office::{Unread, sheet};

use super::grid::{Builder, Limits, Problem, Table};

/// Reads the sheet `name` of an .xlsx – without a name the first – as its reader sees it: numbers and days as their formats show them,
/// hidden sheets, rows and columns left out, cells merged downwards repeated. Never fails; [`Table::problems`] tells what is wrong.
pub fn read_xlsx(bytes: &[u8], name: Option<&str>, limits: Limits) -> Table {
    let mut builder = Builder::new(limits, false);
    let read = sheet(bytes, name, |number, cells| {
        for cell in cells {
            builder.cell(cell, None);
        }
        builder.end_row(number);
    });
    match read {
        Ok(false) => {}
        Ok(true) => builder.tell(Problem::TooManyColumns),
        Err(Unread::Encrypted) => builder.tell(Problem::Locked),
        Err(Unread::TooLarge) => builder.tell(Problem::TooLarge),
        Err(_) => builder.tell(Problem::Damaged),
    }
    builder.finish()
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    #[test]
    fn a_sheet_is_a_table() {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in [
            ("xl/workbook.xml", "<workbook><sheets><sheet name='清单' r:id='r1'/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<R><Relationship Id='r1' Target='worksheets/sheet1.xml'/></R>"),
            (
                "xl/worksheets/sheet1.xml",
                "<w><sheetData><row r='1'><c r='A1' t='str'><v>权责清单</v></c></row>\
                 <row r='3'><c r='A3' t='str'><v>名称</v></c><c r='B3' t='str'><v>编码</v></c></row>\
                 <row r='4'><c r='A4' t='str'><v>甲</v></c></row></sheetData></w>",
            ),
        ] {
            writer.start_file(name, SimpleFileOptions::default()).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        let table = read_xlsx(&writer.finish().unwrap().into_inner(), Some("清单"), Limits::default());
        assert_eq!((table.head().text(1), table.head().number(), table.len()), ("编码", 3, 1));
        assert_eq!(table.rows().next().unwrap().cell(0).unwrap().name(), "A4");
        assert_eq!(table.problems, []);
        assert_eq!(read_xlsx(b"PK", None, Limits::default()).problems, [Problem::Damaged]);
    }
}
