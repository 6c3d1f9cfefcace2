//! Registers of applications, known by the heads of their columns: rows to facts. They are judged later, with the working
//! days that the project declares.

use std::sync::LazyLock;

use crate::{
    day::Day,
    model::{Application, Dated},
    source::{FileId, Range},
    table::{Row, Schema, Table, builtin},
};

static SCHEMA: LazyLock<Option<Schema>> =
    LazyLock::new(|| builtin().into_iter().find(|schema| schema.id == "applications"));

/// The applications in `table`; none where it is no register of them.
pub fn applications(file: FileId, table: &Table) -> Box<[Application]> {
    let Some(schema) = SCHEMA.as_ref() else { return Box::default() };
    let heads: Vec<Option<usize>> = table.head().cells().map(|head| schema.find(head.text)).collect();
    let column = |name: &str| {
        let field = schema.columns.iter().position(|column| column.name == name)?;
        heads.iter().position(|head| *head == Some(field))
    };
    if ["编号", "收到日期", "申请人类型"].iter().any(|name| column(name).is_none()) {
        return Box::default();
    }
    let application = |row: Row<'_>| {
        let dated = |name: &str| {
            let cell = row.cell(column(name)?)?;
            let range = cell.at.map(|at| Range::new(at, at + cell.text.len()));
            Some(Dated { day: Day::guess(cell.text)?, range })
        };
        let text = |name: &str| column(name).map_or("", |it| row.text(it)).into();
        Some(Application {
            file,
            row: row.number(),
            id: text("编号"),
            received: dated("收到日期")?,
            notified: dated("补正告知日期"),
            corrected: dated("补正日期"),
            asked: dated("征求意见日期"),
            heard: dated("意见收到日期"),
            extended: dated("延期告知日期"),
            answered: dated("答复日期"),
            applicant: text("申请人类型"),
            result: text("处理结果"),
            cases: ["行政复议", "行政诉讼（未经复议）", "行政诉讼（复议后）"].map(text),
        })
    };
    table.rows().filter_map(application).collect()
}

#[cfg(test)]
mod tests {
    use super::applications;
    use crate::{
        source::FileId,
        table::{Limits, read_csv},
    };

    #[test]
    fn a_register_is_known_by_its_columns() {
        let read = |text: &str| applications(FileId(0), &read_csv(text, Limits::default()));
        let rows = read("编号,收到日期,申请人类型,答复日期\nA,2018-05-03,自然人,2018年5月24日\nB,,自然人,\n");
        assert_eq!(rows.len(), 1, "nothing is known of a row without a day of receipt");
        assert_eq!(rows[0].answered.map(|it| it.day.to_string()).as_deref(), Some("2018-05-24"));
        assert!(read("编号,收到日期,答复日期\nA,2018-01-03,2018-12-03\n").is_empty());
    }
}
