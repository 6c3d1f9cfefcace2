//! What the numbers of the report were counted from: a row for each entry and application under each number that counts it.

use super::{
    sheet::{APPLICATIONS, COUNTED},
    tally::Tally,
};
use crate::{
    model::{Application, Entry},
    supervision::{Dossier, Figure, Grid, Row},
    vocabulary::Words,
};

const LINE: Words = words! { zh: "计入哪一项", en: "line" };
const HEAD: Words = words! { zh: "计入哪一栏", en: "head" };
const NONE: Words = words! { zh: "没有。", en: "None." };

/// The entries of `counted`, each with the line and the head that count it.
pub fn entries(of: &Dossier<'_>, counted: &[(&'static str, &'static str, &Entry)]) -> Grid {
    let columns = vec![
        of.column("line", LINE, 3),
        of.column("head", HEAD, 2),
        of.column("entry", words! { zh: "信息", en: "entry" }, 5),
        of.column("office", words! { zh: "科室", en: "office" }, 2),
        of.column("made", words! { zh: "形成日期", en: "made" }, 1),
        of.column("published", words! { zh: "首次公开", en: "first public" }, 1),
    ];
    let row = |&(line, head, entry): &(&'static str, &'static str, &Entry)| Row {
        id: String::new(),
        figures: vec![
            Figure::text(line),
            Figure::text(head),
            of.titled(entry),
            of.quoted(entry.office.as_deref()),
            Figure::day(entry.made),
            Figure::day(entry.first_public()),
        ],
    };
    let title = words! { zh: "计入的条目", en: "Entries that were counted" };
    of.grid(COUNTED, title, columns, counted.iter().map(row).collect(), NONE)
}

/// The applications of `counted`, each with the line and the head that count it, by row of the register: who applied stays there.
pub fn applications(
    of: &Dossier<'_>,
    tally: &Tally<'_>,
    counted: &[(&'static str, &'static str, &Application)],
) -> Grid {
    let columns = vec![
        of.column("line", LINE, 3),
        of.column("head", HEAD, 2),
        of.column("register", words! { zh: "登记", en: "register" }, 3),
        of.column("row", words! { zh: "行", en: "row" }, 1),
        of.column("number", words! { zh: "编号", en: "number" }, 2),
        of.column("received", words! { zh: "收到日期", en: "received" }, 1),
        of.column("answered", words! { zh: "答复日期", en: "answered" }, 1),
        of.column("result", words! { zh: "处理结果", en: "result" }, 2),
    ];
    let row = |&(line, head, it): &(&'static str, &'static str, &Application)| Row {
        id: String::new(),
        figures: vec![
            Figure::text(line),
            of.quoted(Some(head)),
            tally.register(of, it),
            Figure::count(usize::try_from(it.row).unwrap_or(0)),
            of.quoted(Some(&it.id)),
            Figure::day(Some(it.received.day)),
            Figure::day(it.answered.map(|it| it.day)),
            of.quoted(Some(&it.result)),
        ],
    };
    let title = words! { zh: "计入的申请", en: "Applications that were counted" };
    of.grid(APPLICATIONS, title, columns, counted.iter().map(row).collect(), NONE)
}
